//! The changes of the screen `import`.

use std::path::Path;

use domain::statement::Verdict;
use ops::Book;
use ops::import::{BankFile, BookImport, RowVerdict};

use super::super::answer::print;
use super::counted;
use crate::app::Done;
use crate::cli::bank_file::{beside, read_bank_file};
use crate::cli::error::{Failure, Kind, OrExplain as _};
use crate::cli::profiles::Profiles;
use crate::i18n::{Texts, text};
use crate::screens::import::{NewProfile, Wanted};

pub(super) fn change(book: &mut Book, wanted: Wanted, texts: &Texts) -> Result<Done, Failure> {
    let (path, expected, request, decisions) = match wanted {
        Wanted::Accept {
            path,
            print,
            request,
            decisions,
        } => (path, print, request, decisions),
        Wanted::Book {
            path,
            print: expected,
            request,
        } => return bring(book, &path, expected, &request, texts),
        Wanted::Save(NewProfile { name, path, toml }) => {
            Profiles::write(&path, &toml, texts)?;
            return Ok(Done {
                said: text!(texts, "tell-profile-saved", name = name),
                transaction: None,
            });
        }
    };
    let mut file = unchanged(&path, expected, texts)?;
    file.decisions = decisions;
    let imported = book.import(&mut [file], &request).or_explain(texts)?;
    let booked = |verdict| matches!(verdict, RowVerdict::Taken(Verdict::New | Verdict::Matched));
    let rows = imported.iter().map(|file| file.count(booked)).sum();
    Ok(Done {
        said: counted("tell-imported", rows, texts),
        transaction: None,
    })
}

/// The file, which must be as it was looked at.
fn unchanged(path: &Path, expected: u64, texts: &Texts) -> Result<BankFile, Failure> {
    let file = read_bank_file(path, texts)?;
    if print(&file.bytes) == expected {
        return Ok(file);
    }
    let changed = Failure::new(Kind::Conflict, texts.get("error-file-changed"));
    Err(changed.hint(texts.get("hint-file-changed")))
}

/// Imports a whole book.
fn bring(
    book: &mut Book,
    path: &Path,
    expected: u64,
    request: &BookImport,
    texts: &Texts,
) -> Result<Done, Failure> {
    let file = unchanged(path, expected, texts)?;
    let brought = book.import_book(&file, request, &mut beside(path, texts));
    let brought = brought.or_explain(texts)?;
    Ok(Done {
        said: counted("tell-imported", brought.imported, texts),
        transaction: None,
    })
}
