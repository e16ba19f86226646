//! Answers the screens' questions from an open book: one file for each screen.

mod entry;
mod facts;
mod rows;

use ops::Book;

use crate::app::{Answer, Read};
use crate::cli::error::{Failure, OrExplain as _};
use crate::i18n::Texts;

/// Reads what was asked for.
pub(super) fn answer(book: &Book, read: &Read, texts: &Texts) -> Result<Answer, Failure> {
    Ok(match read {
        Read::Facts => Answer::Facts(Box::new(facts::facts(book).or_explain(texts)?)),
        Read::Rows(wish) => Answer::Rows(rows::window(book, wish, texts)?),
        Read::Count(query) => Answer::Count(book.count(query).or_explain(texts)?),
        Read::Entry(wish) => Answer::Entry(Box::new(entry::find(book, wish, texts)?)),
    })
}
