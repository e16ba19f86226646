//! What the screen `accounts` asks for.

use ops::Book;

use crate::cli::error::{Failure, OrExplain as _};
use crate::i18n::Texts;
use crate::screens::accounts::{Found, Wish};

pub(super) fn find(book: &Book, wish: Wish, texts: &Texts) -> Result<Found, Failure> {
    book.accounts_past(wish.months).or_explain(texts)
}
