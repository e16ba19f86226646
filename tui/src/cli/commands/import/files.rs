//! The files to import: read whole, and no more than is ever read.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use ops::import::{BankFile, ImportError, MAX_BYTES, ReadError};

use crate::cli::error::{Explain as _, Failure, read_failure};
use crate::cli::session::Session;

/// Reads all files; `-` is stdin.
pub(super) fn read_all(session: &Session, paths: &[PathBuf]) -> Result<Vec<BankFile>, Failure> {
    paths.iter().map(|path| read(session, path)).collect()
}

fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

fn read(session: &Session, path: &Path) -> Result<BankFile, Failure> {
    let texts = &session.texts;
    let told = |error: &io::Error| read_failure(texts, path, error);
    let (name, bytes) = if is_stdin(path) {
        ("stdin".to_owned(), bounded(io::stdin().lock(), 0))
    } else {
        let file = File::open(path).map_err(|error| told(&error))?;
        let name = path.file_name().unwrap_or(path.as_os_str());
        let size = file.metadata().map_or(0, |about| about.len());
        (name.to_string_lossy().into_owned(), bounded(file, size))
    };
    let bytes = bytes.map_err(|error| told(&error))?;
    if bytes.len() > MAX_BYTES {
        let too_large = ImportError::Read {
            file: name,
            source: ReadError::TooLarge {
                bytes: bytes.len(),
                limit: MAX_BYTES,
            },
        };
        return Err(too_large.explain(texts));
    }
    Ok(BankFile::new(name, bytes))
}

/// One byte more than is read tells that there is too much; a size that is known saves the memory
/// of growing.
fn bounded(from: impl Read, expected: u64) -> io::Result<Vec<u8>> {
    let expected = expected.min(MAX_BYTES as u64) + 1;
    let mut bytes = Vec::with_capacity(usize::try_from(expected).unwrap_or(0));
    from.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
