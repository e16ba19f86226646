//! Where the bench works: the binary, the cached ledgers, and what is thrown away at the end.
//!
//! Demo ledgers stay under `target/bench/`, for a million transactions take a while to make. The
//! home and runtime directories of the measured commands are temporary, so that nobody's ledger,
//! configuration or agent is touched; runtime is under the system's temporary folder because a
//! socket's path must be short.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Context;

use crate::process;
use crate::workspace::Workspace;

/// The folders and files of one run.
pub(crate) struct Place {
    /// The file of the binary under test.
    pub(crate) binary: PathBuf,
    /// The release folder of the build.
    pub(crate) release: PathBuf,
    /// Kept from run to run.
    pub(crate) cache: PathBuf,
    /// Copies of ledgers, and statements; emptied at the start and the end.
    pub(crate) work: PathBuf,
    /// HOME, the agent's socket, reports; removed at the end.
    pub(crate) scratch: PathBuf,
}

impl Place {
    /// Makes the folders.
    pub(crate) fn open(workspace: &Workspace) -> anyhow::Result<Self> {
        let release = workspace.target.join("release");
        let cache = workspace.target.join("bench");
        let place = Self {
            binary: release.join(format!("luka{}", std::env::consts::EXE_SUFFIX)),
            release,
            work: cache.join("work"),
            cache,
            scratch: std::env::temp_dir().join(format!("luka-bench-{}", std::process::id())),
        };
        if place.work.exists() {
            fs::remove_dir_all(&place.work)?;
        }
        for folder in [&place.cache, &place.work, &place.scratch] {
            make_private(folder)?;
        }
        for folder in ["home", "run"] {
            make_private(&place.scratch.join(folder))?;
        }
        fs::write(place.passphrase(), "the bench's passphrase is no secret\n")?;
        restrict(&place.passphrase(), 0o600)?;
        Ok(place)
    }

    /// The binary under test, at home here.
    pub(crate) fn luka(&self) -> Command {
        let mut command = Command::new(&self.binary);
        command
            .env_clear()
            .env("HOME", self.scratch.join("home"))
            .env("XDG_RUNTIME_DIR", self.scratch.join("run"))
            .env("LANG", "C");
        command
    }

    /// The file with the passphrase of every ledger here.
    pub(crate) fn passphrase(&self) -> PathBuf {
        self.scratch.join("passphrase")
    }

    /// A copy of a ledger that may be changed; replaces the copy of that name.
    pub(crate) fn copy(&self, ledger: &Path, name: &str) -> anyhow::Result<PathBuf> {
        let copy = self.work.join(name);
        if copy.exists() {
            fs::remove_dir_all(&copy)?;
        }
        make_private(&copy)?;
        for entry in fs::read_dir(ledger).with_context(|| format!("{}", ledger.display()))? {
            let entry = entry?;
            if entry.file_type()?.is_file() {
                fs::copy(entry.path(), copy.join(entry.file_name()))?;
            }
        }
        Ok(copy)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        // The agent would hold the keys until its hour is over.
        process::succeeds(self.luka().arg("lock"));
        for folder in [&self.work, &self.scratch] {
            if let Err(error) = fs::remove_dir_all(folder) {
                eprintln!("bench: {} stays: {error}", folder.display());
            }
        }
    }
}

fn make_private(folder: &Path) -> anyhow::Result<()> {
    fs::create_dir_all(folder).with_context(|| format!("{}", folder.display()))?;
    restrict(folder, 0o700)
}

#[cfg(unix)]
fn restrict(path: &Path, mode: u32) -> anyhow::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    Ok(fs::set_permissions(path, fs::Permissions::from_mode(mode))?)
}

#[cfg(not(unix))]
fn restrict(_: &Path, _: u32) -> anyhow::Result<()> {
    Ok(())
}
