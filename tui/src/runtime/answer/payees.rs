//! What the screen `payees` asks for.

use ops::Book;

use crate::cli::error::{Failure, OrExplain as _};
use crate::i18n::Texts;
use crate::screens::payees::{Found, Payee, Wish};

/// Transactions that are looked at for one answer: some hundredths of a second.
const PORTION: u64 = 50_000;

pub(super) fn find(book: &Book, wish: Wish, texts: &Texts) -> Result<Found, Failure> {
    Ok(match wish {
        Wish::Names => {
            let payees = book.view().payees().or_explain(texts)?;
            let payees = payees.into_iter().map(|payee| Payee {
                id: payee.id,
                name: payee.name,
                aliases: payee.aliases,
            });
            Found::Names(payees.collect())
        }
        Wish::Month(month) => {
            let flows = book.flows_of_payees(month).or_explain(texts)?;
            Found::Month(month, flows)
        }
        Wish::Uses(after) => {
            let counted = book.uses_of_payees(after, PORTION).or_explain(texts)?;
            Found::Uses(counted.0, counted.1)
        }
    })
}
