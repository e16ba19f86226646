//! `luka undo`, `redo` and `history`: what was changed, and taking it back.
//!
//! `words` names operations and fields in the person's language, `entry` turns a recorded change
//! into values that can be read, `rows` writes them.

mod entry;
mod rows;
mod words;

use ops::history::Operation;
use serde::Serialize;

use super::transaction::Desk;
use crate::cli::args::history::{History, Steps};
use crate::cli::error::{Failure, Kind, OrExplain as _};
use crate::cli::output::Format;
use crate::cli::session::Session;
use crate::i18n::text;
use entry::Readable;
use rows::{FieldRow, OperationRow};

/// How many operations a table has when nobody says.
const USUAL_LIMIT: u64 = 50;

#[derive(Serialize)]
struct Moved {
    sequence: u64,
    verb: &'static str,
    changes: i64,
}

#[derive(Serialize)]
struct Undone {
    undone: Vec<Moved>,
}

#[derive(Serialize)]
struct Redone {
    redone: Vec<Moved>,
}

/// Takes operations back.
pub(super) fn undo(session: &Session, args: &Steps) -> Result<(), Failure> {
    let texts = &session.texts;
    let mut desk = Desk::open(session)?;
    let undone = moved(desk.book.undo(args.steps).or_explain(texts)?);
    tell(session, args.steps, &undone, "say-undone", "error-no-undo")?;
    if session.format()?.is_json() {
        return session.document(&Undone { undone });
    }
    session.say(&texts.get("say-redo"));
    Ok(())
}

fn moved(operations: Vec<Operation>) -> Vec<Moved> {
    let moved = operations.into_iter().map(|operation| Moved {
        sequence: operation.sequence,
        verb: operation.verb.as_str(),
        changes: operation.changes,
    });
    moved.collect()
}

/// Does again what was taken back.
pub(super) fn redo(session: &Session, args: &Steps) -> Result<(), Failure> {
    let texts = &session.texts;
    let mut desk = Desk::open(session)?;
    let redone = moved(desk.book.redo(args.steps).or_explain(texts)?);
    tell(session, args.steps, &redone, "say-redone", "error-no-redo")?;
    if session.format()?.is_json() {
        return session.document(&Redone { redone });
    }
    Ok(())
}

/// One line for each operation that was moved; having moved none is an error.
fn tell(
    session: &Session,
    steps: u32,
    moved: &[Moved],
    said: &str,
    nothing: &str,
) -> Result<(), Failure> {
    let texts = &session.texts;
    if moved.is_empty() {
        let hint = texts.get("hint-history");
        return Err(Failure::new(Kind::NotFound, texts.get(nothing)).hint(hint));
    }
    if session.format()?.is_json() {
        return Ok(());
    }
    session.outcome(moved.iter().map(|operation| {
        let what = texts.get(words::verb(operation.verb));
        let sequence = operation.sequence.to_string();
        text!(
            texts,
            said,
            what = what,
            sequence = sequence,
            n = operation.changes
        )
    }))?;
    if (moved.len() as u64) < u64::from(steps) {
        let n = i64::try_from(moved.len()).unwrap_or(i64::MAX);
        session.say(&text!(texts, "say-no-more-steps", n = n));
    }
    Ok(())
}

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
