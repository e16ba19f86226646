//! What stands before a foreign reader of zip archives: how much is really in one.
//!
//! A few kilobytes can say that they hold gigabytes, or hold them and say nothing. Both the
//! directory and what comes out are counted, and nothing is read beyond the limit.

use std::io::{Cursor, Read as _};

use zip::ZipArchive;

use crate::import::error::ReadError;

/// The most bytes that all files of an archive have together.
const MAX_INFLATED: u64 = 256 << 20;
/// The most files of an archive.
const MAX_FILES: usize = 2000;

/// What a zip archive is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Archive {
    /// An Excel workbook.
    Workbook,
    /// Something that is named.
    Other(&'static str),
}

/// Looks through an archive and unpacks it once, into nothing.
pub(super) fn check(bytes: &[u8]) -> Result<Archive, ReadError> {
    let mut archive =
        ZipArchive::new(Cursor::new(bytes)).map_err(|_| ReadError::DamagedWorkbook)?;
    let limit = usize::try_from(MAX_INFLATED).unwrap_or(usize::MAX);
    let too_large = |bytes: u64| ReadError::TooLarge {
        bytes: usize::try_from(bytes).unwrap_or(usize::MAX),
        limit,
    };
    let kind = kind(&archive);
    if kind != Archive::Workbook {
        return Ok(kind);
    }
    if archive.len() > MAX_FILES {
        return Err(ReadError::DamagedWorkbook);
    }
    let mut total = 0u64;
    for at in 0..archive.len() {
        let file = archive
            .by_index(at)
            .map_err(|_| ReadError::DamagedWorkbook)?;
        if file.encrypted() {
            return Err(ReadError::Encrypted);
        }
        if total.saturating_add(file.size()) > MAX_INFLATED {
            return Err(too_large(total.saturating_add(file.size())));
        }
        // One byte more than is left tells that there is more.
        let left = MAX_INFLATED - total + 1;
        let inflated = std::io::copy(&mut file.take(left), &mut std::io::sink())
            .map_err(|_| ReadError::DamagedWorkbook)?;
        total += inflated;
        if total > MAX_INFLATED {
            return Err(too_large(total));
        }
    }
    Ok(Archive::Workbook)
}

fn kind(archive: &ZipArchive<Cursor<&[u8]>>) -> Archive {
    let names = || archive.file_names().flatten();
    let has = |name: &str| names().any(|file| file.eq_ignore_ascii_case(name));
    let starts = |folder: &str| names().any(|file| file.starts_with(folder));
    if has("xl/workbook.bin") {
        Archive::Other("an Excel workbook in binary form (XLSB)")
    } else if has("xl/workbook.xml") || starts("xl/worksheets/") {
        Archive::Workbook
    } else if has("content.xml") && has("mimetype") {
        Archive::Other("an OpenDocument file")
    } else if starts("word/") {
        Archive::Other("a text document (DOCX)")
    } else {
        Archive::Other("a zip archive")
    }
}
