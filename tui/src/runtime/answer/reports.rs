//! What the screen `reports` asks for.

use ops::Book;

use crate::cli::error::Failure;
use crate::i18n::Texts;
use crate::screens::reports::{Found, Wish};

pub(super) fn find(_book: &Book, wish: &Wish, _texts: &Texts) -> Result<Found, Failure> {
    match *wish {}
}
