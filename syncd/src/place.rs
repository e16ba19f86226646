//! Where things are: the ledger, the configuration, the runtime directory. The same as `luka`'s.

use std::env;
use std::io;
use std::path::{Path, PathBuf};

use directories::{BaseDirs, ProjectDirs};

use crate::args::Options;

/// The places of one run.
#[derive(Clone, Debug)]
pub(crate) struct Places {
    /// The ledger's directory, absolute; it need not be there.
    pub(crate) ledger: PathBuf,
    /// The configuration, and whether it was named.
    pub(crate) config: PathBuf,
    pub(crate) config_was_named: bool,
    /// Where sockets go.
    pub(crate) runtime: Option<PathBuf>,
}

impl Places {
    /// Finds them; `None` for a user without a home directory who names none.
    pub(crate) fn find(options: &Options) -> io::Result<Option<Self>> {
        let project = ProjectDirs::from("", "", "lukalibre");
        let usual = |directory: fn(&ProjectDirs) -> &Path, name: &str| {
            project.as_ref().map(|it| directory(it).join(name))
        };
        let variable = env::var_os("LUKA_LEDGER").filter(|value| !value.is_empty());
        let ledger = options.ledger.clone().or(variable.map(PathBuf::from));
        let Some(ledger) = ledger.or_else(|| usual(ProjectDirs::data_dir, "ledger")) else {
            return Ok(None);
        };
        let config = options.config.clone();
        let Some(config) = config.or_else(|| usual(ProjectDirs::config_dir, "config.toml")) else {
            return Ok(None);
        };
        Ok(Some(Self {
            ledger: resolved(&ledger)?,
            config,
            config_was_named: options.config.is_some(),
            runtime: BaseDirs::new().and_then(|base| base.runtime_dir().map(Path::to_path_buf)),
        }))
    }
}

/// One name for one directory: absolute, and without links as far as it exists.
fn resolved(path: &Path) -> io::Result<PathBuf> {
    match path.canonicalize() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => std::path::absolute(path),
        resolved => resolved,
    }
}
