//! The history in pages, the newest first, each operation with what it was about and whether it
//! still stands.
//!
//! Undo and redo are operations too; what they moved is told by the stack of undo, which is walked
//! along with the pages: an operation on it stands, one that is not was taken back.

use store::{OperationRecord, StoreError, Verb};

use super::subject::{Subject, first_subjects};
use crate::Book;

/// So many things of an operation are named; more are only counted.
const NAMED: usize = 2;

/// Where a page of the history begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Operations before this one.
    before: u64,
    /// The next one that stands.
    standing: Option<u64>,
    /// How many that stand come before it.
    steps: u32,
}

/// Whether an operation still holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It made the ledger, and can't be taken back.
    Ground,
    /// It stands; so many steps of undo take back everything down to it.
    Stands(u32),
    /// It was taken back.
    TakenBack,
    /// It is itself an undo or a redo.
    Move,
}

/// An operation as the history tells it.
#[derive(Clone, Debug)]
pub struct Told {
    /// The operation.
    pub operation: OperationRecord,
    /// The first things that it changed.
    pub subjects: Vec<Subject>,
    /// Whether it still holds.
    pub standing: Standing,
}

/// A part of the history, the newest first.
#[derive(Clone, Debug)]
pub struct Page {
    /// The operations.
    pub entries: Vec<Told>,
    /// Where the next page begins; none at the end.
    pub next: Option<Place>,
}

impl Book {
    /// A page of the history: from the newest on, or from where the page before ended.
    pub fn history_page(&self, from: Option<Place>, limit: u64) -> Result<Page, StoreError> {
        let view = self.view();
        let mut place = match from {
            Some(place) => place,
            None => Place {
                before: u64::MAX,
                standing: view.undo_top()?,
                steps: 0,
            },
        };
        let operations = view.operations_before(place.before, limit)?;
        let whole = operations.len() as u64 == limit;
        let mut entries = Vec::with_capacity(operations.len());
        for operation in operations {
            place.before = operation.sequence;
            let standing = if matches!(operation.verb, Verb::Undo | Verb::Redo) {
                Standing::Move
            } else if place.standing == Some(operation.sequence) {
                place.standing = view.undo_below(operation.sequence)?;
                place.steps += 1;
                Standing::Stands(place.steps)
            } else if operation.verb.is_founding() {
                Standing::Ground
            } else {
                Standing::TakenBack
            };
            // An undo is about what it took back.
            let about = operation.target.unwrap_or(operation.sequence);
            entries.push(Told {
                subjects: first_subjects(view, about, NAMED)?,
                operation,
                standing,
            });
        }
        let next = whole.then_some(place);
        Ok(Page { entries, next })
    }
}
