//! What the screen `import` asks for: folders, the first lines of files, what would become of rows.

mod book;
mod columns;
mod files;
mod plan;

use ops::Book;
use ops::history::ChangeRecord;
pub(in crate::runtime) use plan::print;

use super::super::ground::Ground;
use crate::cli::error::{Failure, OrExplain as _};
use crate::i18n::Texts;
use crate::screens::import::{Found, Wish};

pub(super) fn find(
    book: &Book,
    wish: &Wish,
    ground: &Ground,
    texts: &Texts,
) -> Result<Found, Failure> {
    match wish {
        Wish::Folder(path) => files::folder(path.as_deref(), ground, texts).map(Found::Folder),
        Wish::Head(path) => {
            let lines = files::head(path, texts)?;
            Ok(Found::Head(path.clone(), lines))
        }
        Wish::Plan(path, options) => plan::plan(book, path, options, ground, texts),
        Wish::Columns(path) => columns::find(book, path, texts),
        Wish::Waiting => {
            let waiting = book.count_queue().or_explain(texts)?;
            Ok(Found::Waiting(waiting))
        }
        Wish::Batch => batch(book, texts).map(Found::Batch),
    }
}

/// The batch that the last operation made.
fn batch(book: &Book, texts: &Texts) -> Result<Option<String>, Failure> {
    let last = book.history(1).or_explain(texts)?;
    let changes = last.into_iter().flat_map(|entry| entry.changes);
    let is_batch = |change: &ChangeRecord| change.kind.as_str() == "batch";
    Ok(changes
        .filter(is_batch)
        .map(|change| change.entity.to_string())
        .next())
}
