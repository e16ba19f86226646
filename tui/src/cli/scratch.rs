//! A folder that vanishes: when it is dropped, and when ctrl-C ends the process.

use std::fs::{self, DirBuilder};
use std::io;
use std::os::unix::fs::DirBuilderExt as _;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// The folder that is there now, for whoever must remove it in place of its owner.
static PRESENT: Mutex<Option<PathBuf>> = Mutex::new(None);

/// How often removing is tried while someone may still be writing into it.
const TRIES: usize = 3;

/// A new folder with a random name; mode 0700.
pub(crate) struct Scratch(PathBuf);

impl Scratch {
    /// Makes the folder in the system's temporary one.
    pub(crate) fn new() -> io::Result<Self> {
        Self::inside(&std::env::temp_dir())
    }

    /// Makes the folder in another.
    pub(crate) fn inside(folder: &Path) -> io::Result<Self> {
        let name = format!("lukalibre-{}", random_word()?);
        let path = folder.join(name);
        let mut present = PRESENT.lock().unwrap_or_else(PoisonError::into_inner);
        DirBuilder::new().mode(0o700).create(&path)?;
        *present = Some(path.clone());
        Ok(Self(path))
    }

    /// Leaves it until `remove_scratch`.
    pub(crate) fn keep(self) {
        std::mem::forget(self);
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        remove_scratch();
    }
}

/// Removes the folder, if there is one.
pub(crate) fn remove_scratch() {
    let present = PRESENT
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .take();
    if let Some(path) = present {
        let removed = |_: &usize| fs::remove_dir_all(&path).is_ok();
        // What can't be removed is encrypted.
        let _ = (0..TRIES).find(removed);
    }
}

/// 128 random bits in hexadecimal.
pub(crate) fn random_word() -> io::Result<String> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|_| io::Error::from(io::ErrorKind::Unsupported))?;
    Ok(format!("{:032x}", u128::from_be_bytes(bytes)))
}
