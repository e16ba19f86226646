//! `luka rm`: removes transactions without a question, since it can be undone.

use ops::transaction::{RemoveTransactions, Selection};
use ops::{KnownNames, TransactionShape, transaction_shape};
use serde::Serialize;

use super::Desk;
use super::row::{Look, TransactionRow, shape};
use crate::cli::args::transaction::Remove;
use crate::cli::error::{Failure, OrExplain as _};
use crate::cli::output::Format;
use crate::cli::session::Session;
use crate::i18n::text;

#[derive(Serialize)]
struct Removed<'a> {
    removed: Vec<TransactionShape<'a>>,
}

/// Removes them all, or none.
pub(crate) fn run(session: &Session, args: Remove) -> Result<(), Failure> {
    let texts = &session.texts;
    let mut desk = Desk::open(session)?;
    let request = RemoveTransactions {
        selection: Selection::Typed(args.ids),
        reconciled_too: args.reconciled,
    };
    let removal = desk.book.remove(&request, None).or_explain(texts)?;
    let removed = removal.transactions;
    let view = desk.book.view();
    let mut names = KnownNames::new(view).or_explain(texts)?;
    for transaction in &removed {
        names.learn(view, transaction).or_explain(texts)?;
    }
    match session.format()? {
        Format::Table => {
            session.outcome(
                removed
                    .iter()
                    .map(|transaction| desk.said("say-deleted", transaction, &names)),
            )?;
            let n = i64::try_from(removed.len()).unwrap_or(i64::MAX);
            session.say(&text!(texts, "say-undo-removal", n = n));
            Ok(())
        }
        Format::Csv => {
            let mut listing = session.listing(shape(texts, Look::Plain), desk.style.clone())?;
            for transaction in &removed {
                let row = TransactionRow::new(transaction, &names, texts, Look::Plain);
                listing.row(&row.or_explain(texts)?).or_explain(texts)?;
            }
            listing.finish(&[]).or_explain(texts)
        }
        Format::Json | Format::Jsonl => {
            let shapes = removed
                .iter()
                .map(|transaction| transaction_shape(&names, transaction));
            let removed = shapes.collect::<Result<_, _>>().or_explain(texts)?;
            session.document(&Removed { removed })
        }
    }
}
