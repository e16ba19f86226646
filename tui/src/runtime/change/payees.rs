//! The changes of the screen `payees`.

use ops::Book;

use crate::app::Done;
use crate::cli::error::Failure;
use crate::i18n::Texts;
use crate::screens::payees::Wanted;

pub(super) fn change(_book: &mut Book, wanted: Wanted, _texts: &Texts) -> Result<Done, Failure> {
    match wanted {}
}
