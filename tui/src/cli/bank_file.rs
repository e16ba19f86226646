//! A bank file as it is read: whole, and no more than is ever read; of a document its words.

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use ops::import::{BankFile, ImportError, MAX_BYTES, ReadError};

use crate::cli::document;
use crate::cli::error::{Explain as _, Failure, read_failure};
use crate::i18n::Texts;

/// Reads a file.
pub(crate) fn read_bank_file(path: &Path, texts: &Texts) -> Result<BankFile, Failure> {
    let told = |error: &io::Error| read_failure(texts, path, error);
    let file = File::open(path).map_err(|error| told(&error))?;
    let name = path.file_name().unwrap_or(path.as_os_str());
    let name = name.to_string_lossy().into_owned();
    let size = file.metadata().map_or(0, |about| about.len());
    let bytes = bounded(file, size).map_err(|error| told(&error))?;
    whole(name, bytes, texts)
}

/// Reads a file whole, or one byte more than the most.
pub(crate) fn read_at_most(path: &Path, most: usize, texts: &Texts) -> Result<Vec<u8>, Failure> {
    let told = |error: &io::Error| read_failure(texts, path, error);
    let file = File::open(path).map_err(|error| told(&error))?;
    let mut bytes = Vec::new();
    let limit = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
    let read = file.take(limit).read_to_end(&mut bytes);
    read.map_err(|error| told(&error))?;
    Ok(bytes)
}

/// Reads the files that a book includes, from beside it; each is read once.
pub(crate) fn beside<'a>(
    path: &Path,
    texts: &'a Texts,
) -> impl FnMut(&str) -> Option<Vec<u8>> + use<'a> {
    let folder: Option<PathBuf> = path.parent().map(Path::to_owned);
    let mut known: HashMap<String, Option<Vec<u8>>> = HashMap::new();
    move |wanted| {
        let read = || {
            let path = folder.as_ref()?.join(wanted);
            let file = path.is_file().then(|| read_bank_file(&path, texts).ok());
            Some(file.flatten()?.bytes)
        };
        known.entry(wanted.to_owned()).or_insert_with(read).clone()
    }
}

/// Reads what is piped in.
pub(super) fn read_stdin(texts: &Texts) -> Result<BankFile, Failure> {
    let bytes = bounded(io::stdin().lock(), 0)
        .map_err(|error| read_failure(texts, Path::new("-"), &error))?;
    whole("stdin".to_owned(), bytes, texts)
}

fn whole(name: String, bytes: Vec<u8>, texts: &Texts) -> Result<BankFile, Failure> {
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
    match document::words(bytes) {
        Ok(bytes) => Ok(BankFile::new(name, bytes)),
        Err(source) => Err(ImportError::Read { file: name, source }.explain(texts)),
    }
}

/// One byte more than is read tells that there is too much; a size that is known saves the memory
/// of growing.
fn bounded(from: impl Read, expected: u64) -> io::Result<Vec<u8>> {
    let expected = expected.min(MAX_BYTES as u64) + 1;
    let mut bytes = Vec::with_capacity(usize::try_from(expected).unwrap_or(0));
    from.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
