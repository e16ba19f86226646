//! What a whole book would bring.

use std::path::Path;

use ops::Book;
use ops::import::{BankFile, BookImport, BookWords, ImportError, ImportedBook, Uncategorized};

use super::plan::print;
use crate::cli::bank_file::beside;
use crate::cli::error::{book_warning_sentence, line_sentence, uncarried_sentence};
use crate::i18n::Texts;
use crate::screens::import::{BookPlan, Counts, Options};

/// How a book is imported from the screens.
fn request(options: &Options, texts: &Texts) -> BookImport {
    BookImport {
        date_order: options.date_order,
        decimal: options.decimal,
        words: BookWords {
            rounding: texts.get("word-rounding"),
            unbalanced: texts.get("word-virtual-postings"),
            transfers: texts.get("word-transfers"),
            uncategorized: Uncategorized {
                expense: texts.get("word-uncategorized"),
                income: texts.get("word-uncategorized-income"),
            },
        },
        ..BookImport::default()
    }
}

pub(super) fn plan(
    book: &Book,
    path: &Path,
    file: &BankFile,
    options: &Options,
    texts: &Texts,
) -> Result<BookPlan, ImportError> {
    let request = request(options, texts);
    let found = book.preview_book(file, &request, &mut beside(path, texts))?;
    Ok(BookPlan {
        path: path.to_owned(),
        file: found.file.clone(),
        format: found.format.as_str(),
        print: print(&file.bytes),
        request,
        counts: Counts {
            new: found.imported,
            known: found.duplicates,
            bad: found.errors.len(),
            ..Counts::default()
        },
        accounts: found.accounts.len(),
        prices: found.prices,
        uncarried: found.uncarried.len(),
        notes: notes(&found, texts),
    })
}

fn notes(found: &ImportedBook, texts: &Texts) -> Vec<String> {
    let errors = found.errors.iter().map(|error| line_sentence(error, texts));
    let warnings = found.warnings.iter();
    let warnings = warnings.map(|warning| book_warning_sentence(warning, texts));
    let left = found
        .uncarried
        .iter()
        .map(|one| uncarried_sentence(one, texts));
    errors.chain(warnings).chain(left).take(100).collect()
}
