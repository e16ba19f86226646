//! Writing an object into a file that is staged: pieces as they come, the closing piece, a sync.

use std::fs::{File, OpenOptions};
use std::io::{self, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

use super::MAGIC;

/// An object that is being written; what was not finished is removed when it is dropped.
#[derive(Debug)]
pub(crate) struct ObjectWriter {
    file: File,
    part: PathBuf,
    finished: bool,
    written: u64,
}

impl ObjectWriter {
    /// Begins an object in a new file at `part`.
    pub(crate) fn begin(part: &Path) -> io::Result<Self> {
        let _ = std::fs::remove_file(part);
        let mut writer = Self {
            file: OpenOptions::new()
                .write(true)
                .create_new(true)
                .mode(vault::private::FILE_MODE)
                .open(part)?,
            part: part.to_path_buf(),
            finished: false,
            written: 0,
        };
        writer.write(MAGIC)?;
        Ok(writer)
    }

    /// Adds a sealed piece.
    pub(crate) fn write(&mut self, piece: &[u8]) -> io::Result<()> {
        self.file.write_all(piece)?;
        self.written += piece.len() as u64;
        Ok(())
    }

    /// Ends the object with its sealed closing piece and moves it, durable, to `place`.
    pub(crate) fn finish(mut self, closing: &[u8], place: &Path) -> io::Result<u64> {
        let length = u32::try_from(closing.len()).map_err(|_| io::ErrorKind::FileTooLarge)?;
        self.write(closing)?;
        self.write(&length.to_be_bytes())?;
        self.write(MAGIC)?;
        self.file.sync_all()?;
        std::fs::rename(&self.part, place)?;
        self.finished = true;
        if let Some(directory) = place.parent() {
            vault::private::sync_dir(directory)?;
        }
        Ok(self.written)
    }
}

impl Drop for ObjectWriter {
    fn drop(&mut self) {
        if !self.finished {
            // What can't be removed now is removed before the next object.
            let _ = std::fs::remove_file(&self.part);
        }
    }
}
