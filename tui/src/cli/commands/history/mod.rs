//! `luka undo`, `redo` and `history`: what was changed, and taking it back.
//!
//! `present::recorded` turns a
//! recorded change into values that can be read, `rows` writes them, `moved` takes back and does
//! again.

mod moved;
mod rows;

use super::transaction::Desk;
use crate::cli::args::history::History;
use crate::cli::error::{Failure, OrExplain as _};
use crate::cli::output::Format;
use crate::cli::session::Session;
use crate::present::recorded::Readable;
pub(super) use moved::{redo, undo};
use rows::{FieldRow, OperationRow};

/// How many operations a table has when nobody says.
const USUAL_LIMIT: u64 = 50;

/// Lists operations, or the changes of one transaction.
pub(super) fn run(session: &Session, args: &History) -> Result<(), Failure> {
    let texts = &session.texts;
    let desk = Desk::open(session)?;
    let table = session.format()? == Format::Table;
    let usual = || table.then(|| session.config.config().list_limit.unwrap_or(USUAL_LIMIT));
    let limit = args.limit.map_or_else(usual, |limit| limit.0);
    let entries = match &args.id {
        None => desk
            .book
            .history(limit.unwrap_or(u64::MAX))
            .or_explain(texts)?,
        Some(id) => {
            let mut entries = desk.book.history_of(id).or_explain(texts)?;
            let most = limit.and_then(|n| usize::try_from(n).ok());
            let extra = most.map_or(0, |most| entries.len().saturating_sub(most));
            entries.drain(..extra);
            entries
        }
    };
    let readable = Readable::new(&desk.book).or_explain(texts)?;
    let entries = entries.iter().map(|entry| readable.entry(entry));
    let entries = entries.collect::<Result<Vec<_>, _>>().or_explain(texts)?;
    let by_field = args.id.is_some() && !session.format()?.is_json();
    let shape = if by_field {
        rows::field_shape(texts)
    } else {
        rows::operation_shape(texts)
    };
    let mut listing = session.listing(shape, desk.style.clone())?;
    for entry in &entries {
        if by_field {
            for row in FieldRow::of(entry, texts, &desk.style) {
                listing.row(&row).or_explain(texts)?;
            }
        } else {
            let row = OperationRow { entry, texts };
            listing.row(&row).or_explain(texts)?;
        }
    }
    listing.finish(&[]).or_explain(texts)
}
