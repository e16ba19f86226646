//! A folder on a disk: a USB stick, a network mount, a directory that another program carries away.
//!
//! Objects are files of the folder; `.staging` beside them takes what is being written, so that a
//! put is a sync and a rename. A folder that is not there (the stick is not in) is
//! [`RemoteError::Gone`], never made anew behind the user's back: only [`Folder::create`] makes it.

use std::fs::{self, DirBuilder, File, Permissions};
use std::io::{self, Read as _, Seek as _, SeekFrom, Write};
use std::ops::Range;
use std::os::unix::fs::{DirBuilderExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

use vault::private;

use super::{Listed, Remote, RemoteError, Staged};
use crate::ObjectName;
use crate::progress::Progress;

/// How many bytes are moved between two looks at the progress.
const STEP: usize = 256 * 1024;

/// A folder as a remote.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    staging: PathBuf,
    requests: u64,
}

impl Folder {
    /// Takes a folder that need not be reachable now.
    pub fn new(path: PathBuf) -> Self {
        let staging = path.join(".staging");
        Self {
            path,
            staging,
            requests: 0,
        }
    }

    /// Makes the folder, when its parent is there.
    pub fn create(&self) -> Result<(), RemoteError> {
        match fs::create_dir(&self.path) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
                Err(RemoteError::io(&self.path, error))
            }
            _ => Ok(()),
        }
    }

    fn file(&self, name: &ObjectName) -> PathBuf {
        self.path.join(name.as_str())
    }

    /// What a missing file means: the object, or the whole folder.
    fn missing(&self, name: &ObjectName) -> RemoteError {
        if self.path.is_dir() {
            RemoteError::Missing { name: name.clone() }
        } else {
            RemoteError::Gone
        }
    }

    fn failed(&self, name: &ObjectName, error: io::Error) -> RemoteError {
        match error.kind() {
            io::ErrorKind::NotFound => self.missing(name),
            _ => RemoteError::io(&self.file(name), error),
        }
    }

    fn sync(&self) -> Result<(), RemoteError> {
        File::open(&self.path)
            .and_then(|folder| folder.sync_all())
            .map_err(|source| RemoteError::io(&self.path, source))
    }

    /// Copies a staged file that lies elsewhere into the folder's own staging.
    fn bring(&self, staged: &Staged) -> Result<PathBuf, RemoteError> {
        if staged.path().starts_with(&self.staging) {
            return Ok(staged.path().to_path_buf());
        }
        let failed = |source| RemoteError::io(&self.staging, source);
        // A name of its own: another machine may bring the same object at this moment.
        let mut copy = tempfile::Builder::new()
            .prefix(".bring-")
            .permissions(Permissions::from_mode(private::FILE_MODE))
            .tempfile_in(&self.staging)
            .map_err(failed)?;
        io::copy(&mut staged.open()?, &mut copy).map_err(failed)?;
        copy.as_file().sync_all().map_err(failed)?;
        copy.into_temp_path()
            .keep()
            .map_err(|error| failed(error.error))
    }

    /// True when the file at the object's place has exactly the staged bytes.
    fn holds(&self, name: &ObjectName, staged: &Staged) -> Result<bool, RemoteError> {
        let path = self.file(name);
        let there = File::open(&path).map_err(|source| RemoteError::io(&path, source))?;
        let same_length = there
            .metadata()
            .is_ok_and(|found| found.len() == staged.size());
        Ok(same_length
            && same_bytes(there, staged.open()?)
                .map_err(|source| RemoteError::io(&path, source))?)
    }
}

impl Remote for Folder {
    fn prepare(&mut self) -> Result<(), RemoteError> {
        self.requests += 1;
        if !self.path.is_dir() {
            return Err(RemoteError::Gone);
        }
        // No look at its mode: a disk without modes (FAT) shows its own, and what is staged there is
        // sealed already.
        DirBuilder::new()
            .recursive(true)
            .mode(private::DIR_MODE)
            .create(&self.staging)
            .map_err(|source| RemoteError::io(&self.staging, source))
    }

    fn list(&mut self) -> Result<Vec<Listed>, RemoteError> {
        self.requests += 1;
        let failed = |source: io::Error| match source.kind() {
            io::ErrorKind::NotFound => RemoteError::Gone,
            _ => RemoteError::io(&self.path, source),
        };
        let mut objects = Vec::new();
        for entry in fs::read_dir(&self.path).map_err(failed)? {
            let entry = entry.map_err(failed)?;
            let Some(Ok(name)) = entry.file_name().to_str().map(str::parse) else {
                continue;
            };
            match entry.metadata() {
                Ok(metadata) if metadata.is_file() => objects.push(Listed {
                    name,
                    size: metadata.len(),
                }),
                Ok(_) => {}
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => return Err(failed(error)),
            }
        }
        objects.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(objects)
    }

    fn size(&mut self, name: &ObjectName) -> Result<Option<u64>, RemoteError> {
        self.requests += 1;
        match fs::symlink_metadata(self.file(name)) {
            Ok(metadata) if metadata.is_file() => Ok(Some(metadata.len())),
            Ok(_) => Ok(None),
            Err(error) => match self.failed(name, error) {
                RemoteError::Missing { .. } => Ok(None),
                other => Err(other),
            },
        }
    }

    fn read(
        &mut self,
        name: &ObjectName,
        range: Range<u64>,
        sink: &mut dyn Write,
        progress: &dyn Progress,
    ) -> Result<(), RemoteError> {
        self.requests += 1;
        let mut file = File::open(self.file(name)).map_err(|error| self.failed(name, error))?;
        file.seek(SeekFrom::Start(range.start))
            .map_err(|error| self.failed(name, error))?;
        let mut left = range.end.saturating_sub(range.start);
        let mut buffer = vec![0; STEP];
        while left > 0 {
            if progress.is_cancelled() {
                return Err(RemoteError::Cancelled);
            }
            let wanted = buffer.len().min(usize::try_from(left).unwrap_or(STEP));
            let found = match file.read(&mut buffer[..wanted]) {
                Ok(0) => return Err(RemoteError::Truncated { name: name.clone() }),
                Ok(found) => found,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(self.failed(name, error)),
            };
            sink.write_all(&buffer[..found])
                .map_err(|source| RemoteError::io(Path::new(name.as_str()), source))?;
            left -= found as u64;
            progress.advance(found as u64);
        }
        Ok(())
    }

    fn put(
        &mut self,
        name: &ObjectName,
        staged: &Staged,
        progress: &dyn Progress,
    ) -> Result<(), RemoteError> {
        self.requests += 1;
        if !self.path.is_dir() {
            return Err(RemoteError::Gone);
        }
        let place = self.file(name);
        if place.symlink_metadata().is_ok() {
            return if self.holds(name, staged)? {
                // Perhaps put by a process that died before it was durable.
                self.sync()
            } else {
                Err(RemoteError::Differs { name: name.clone() })
            };
        }
        let ready = self.bring(staged)?;
        fs::rename(&ready, &place).map_err(|source| RemoteError::io(&place, source))?;
        progress.advance(staged.size());
        self.sync()
    }

    fn remove(&mut self, name: &ObjectName) -> Result<(), RemoteError> {
        self.requests += 1;
        match fs::remove_file(self.file(name)) {
            Ok(()) => self.sync(),
            Err(error) => match self.failed(name, error) {
                RemoteError::Missing { .. } => Ok(()),
                other => Err(other),
            },
        }
    }

    fn staging(&self) -> Option<&Path> {
        Some(&self.staging)
    }

    fn requests(&self) -> u64 {
        self.requests
    }
}

/// Compares two files from their starts, a step at a time.
fn same_bytes(mut a: File, mut b: File) -> io::Result<bool> {
    let (mut left, mut right) = (Vec::new(), Vec::new());
    loop {
        for (file, part) in [(&mut a, &mut left), (&mut b, &mut right)] {
            part.clear();
            file.take(STEP as u64).read_to_end(part)?;
        }
        if left != right || left.is_empty() {
            return Ok(left == right);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::remote::contract;

    #[test]
    fn a_folder_keeps_the_promises_of_a_remote() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("backups");
        Folder::new(path.clone()).create().unwrap();
        let mut open = || -> Box<dyn Remote> { Box::new(Folder::new(path.clone())) };
        contract::keeps_its_promises(&mut open, home.path());
    }
}
