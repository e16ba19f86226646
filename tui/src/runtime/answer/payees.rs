//! What the screen `payees` asks for.

use ops::Book;

use crate::cli::error::{Failure, OrExplain as _};
use crate::i18n::Texts;
use crate::screens::payees::{Found, Payee, Use, Wish};

pub(super) fn find(book: &Book, wish: Wish, texts: &Texts) -> Result<Found, Failure> {
    Ok(match wish {
        Wish::Names => {
            let payees = book.view().payees().or_explain(texts)?;
            let payees = payees.into_iter().map(|payee| Payee {
                name: payee.name,
                aliases: payee.aliases,
            });
            Found::Names(payees.collect())
        }
        Wish::Uses => {
            let payees = book.payees().or_explain(texts)?;
            let uses = payees.into_iter().map(|used| {
                let use_ = Use {
                    transactions: used.transactions,
                    last: used.last,
                };
                (used.payee.name, use_)
            });
            Found::Uses(uses.collect())
        }
    })
}
