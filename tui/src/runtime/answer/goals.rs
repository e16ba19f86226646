//! What the screen `goals` asks for.

use ops::Book;

use crate::cli::error::{Failure, OrExplain as _};
use crate::i18n::Texts;
use crate::screens::goals::{Found, Wish};

pub(super) fn find(book: &Book, wish: Wish, texts: &Texts) -> Result<Found, Failure> {
    match wish {
        Wish::All => {
            let goals = book.report_goals().or_explain(texts)?.goals;
            let mut contributions = book.view().contributions().or_explain(texts)?;
            contributions.sort_by_key(|one| std::cmp::Reverse((one.date, one.id)));
            Ok(Found {
                goals,
                contributions,
            })
        }
    }
}
