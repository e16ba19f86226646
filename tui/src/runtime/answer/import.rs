//! What the screen `import` asks for.

use ops::Book;

use super::super::ground::Ground;
use crate::cli::error::Failure;
use crate::i18n::Texts;
use crate::screens::import::{Found, Wish};

pub(super) fn find(
    _book: &Book,
    wish: &Wish,
    _ground: &Ground,
    _texts: &Texts,
) -> Result<Found, Failure> {
    match *wish {}
}
