//! Answers to the review queue.

use ops::Book;
use ops::import::Uncategorized;
use ops::review::Decide;

use super::{about, counted};
use crate::app::Done;
use crate::cli::error::{Failure, OrExplain as _};
use crate::i18n::Texts;
use crate::screens::review::Wanted;

pub(super) fn change(book: &mut Book, wanted: Wanted, texts: &Texts) -> Result<Done, Failure> {
    let request = Decide {
        answers: wanted.answers,
        uncategorized: Uncategorized {
            expense: texts.get("word-uncategorized"),
            income: texts.get("word-uncategorized-income"),
        },
    };
    let mut decided = book.decide(&request).or_explain(texts)?;
    let n = decided.len();
    let single = decided.pop().filter(|_| n == 1);
    Ok(match single.and_then(|one| one.transaction) {
        Some(transaction) => about(book, "tell-decided-one", &transaction, texts),
        None => Done {
            said: counted("tell-decided", n, texts),
            transaction: None,
        },
    })
}
