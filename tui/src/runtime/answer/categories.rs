//! What the screen `categories` asks for.

use ops::Book;

use crate::cli::error::{Failure, OrExplain as _};
use crate::i18n::Texts;
use crate::screens::categories::{Found, Wish};

pub(super) fn find(book: &Book, wish: Wish, texts: &Texts) -> Result<Found, Failure> {
    let past = book.categories_past(wish.until, wish.months);
    past.or_explain(texts)
}
