//! Where things are on this machine; the only room that knows the XDG directories.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use directories::{BaseDirs, ProjectDirs};
use ops::session::LedgerDir;
use ops::session::agent::default_socket_path;

/// The directories of this person and program.
#[derive(Clone, Debug)]
pub(crate) struct Places {
    data: PathBuf,
    config: PathBuf,
    home: PathBuf,
    runtime: Option<PathBuf>,
}

impl Places {
    /// Finds them; `None` for a user without a home directory.
    pub(crate) fn find() -> Option<Self> {
        let project = ProjectDirs::from("", "", "lukalibre")?;
        let base = BaseDirs::new()?;
        Some(Self {
            data: project.data_dir().to_owned(),
            config: project.config_dir().to_owned(),
            home: base.home_dir().to_owned(),
            runtime: base.runtime_dir().map(Path::to_owned),
        })
    }

    /// Everything below one directory.
    #[cfg(test)]
    pub(crate) fn below(directory: &Path) -> Self {
        Self {
            data: directory.join("data"),
            config: directory.join("config"),
            home: directory.to_owned(),
            runtime: None,
        }
    }

    /// The ledger: `--ledger`, else `LUKA_LEDGER`, else the usual place.
    pub(crate) fn ledger(&self, flag: Option<&Path>, variable: Option<OsString>) -> LedgerDir {
        let variable = variable
            .filter(|value| !value.is_empty())
            .map(PathBuf::from);
        let chosen = flag.map(Path::to_owned).or(variable);
        LedgerDir::new(chosen.unwrap_or_else(|| self.data.join("ledger")))
    }

    /// The person's home directory.
    pub(crate) fn home(&self) -> &Path {
        &self.home
    }

    /// The configuration file, which need not exist.
    pub(crate) fn config_file(&self) -> PathBuf {
        self.config.join("config.toml")
    }

    /// The file with this machine's device id.
    pub(crate) fn device_file(&self) -> PathBuf {
        self.data.join("device")
    }

    /// What is kept of a login at the account server.
    pub(crate) fn login(&self) -> PathBuf {
        self.data.join("login")
    }

    /// Where the key agent listens.
    pub(crate) fn agent_socket(&self) -> PathBuf {
        default_socket_path(self.runtime.as_deref(), &self.data)
    }
}
