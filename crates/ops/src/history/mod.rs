//! Undo, redo and the history.

mod page;
mod subject;

use domain::id::Id;
use domain::id::TransactionId;
use store::{StoreError, Verb, View, Writer};

use crate::Book;
use crate::lookup::{LookupError, by_id};
use crate::progress::Work;

pub use page::{Page, Place, Standing, Told};
pub use subject::{Subject, Thing};

use subject::{seen, subjects};

pub use store::{ChangeRecord, Kind, Operation, OperationRecord};

/// An operation with the changes it made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryEntry {
    /// The operation.
    pub operation: OperationRecord,
    /// Its changes; for the history of one entity, those of that entity.
    pub changes: Vec<ChangeRecord>,
}

/// An operation that was taken back or done again, and what it was about.
#[derive(Clone, Debug)]
pub struct Moved {
    /// The operation.
    pub operation: Operation,
    /// The first things that it changed.
    pub subjects: Vec<Subject>,
}

/// Moves one operation. What it is about is there before or after, so both moments are looked at.
fn move_one(
    writer: &mut Writer<'_>,
    work: &mut Work<'_>,
    verb: Verb,
) -> Result<Option<Moved>, StoreError> {
    let undo = verb == Verb::Undo;
    let target = if undo {
        writer.next_undo()
    } else {
        writer.next_redo()?
    };
    let Some(target) = target else {
        return Ok(None);
    };
    let before = subjects(writer.view(), target)?;
    let changes = writer.view().operation(target)?;
    let changes = changes.and_then(|operation| usize::try_from(operation.changes).ok());
    work.expect(changes.unwrap_or(0));
    let told = &mut || work.one();
    let operation = if undo {
        writer.undo(told)?
    } else {
        writer.redo(told)?
    };
    let after = subjects(writer.view(), target)?;
    Ok(operation.map(|operation| Moved {
        operation,
        subjects: seen(before, after),
    }))
}

/// Why an operation could not be taken back with all above it.
#[derive(Debug, thiserror::Error)]
pub enum UndoToError {
    /// It was taken back already, is itself an undo, or is not there. Nothing was changed.
    #[error("change {0} does not stand")]
    NotStanding(u64),
    /// The ledger could not be written.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Whether an operation is on the stack of undo. What lies deeper in it is older.
fn stands(view: View<'_>, top: Option<u64>, sequence: u64) -> Result<bool, StoreError> {
    let mut at = top;
    while let Some(next) = at.filter(|next| *next > sequence) {
        at = view.undo_below(next)?;
    }
    Ok(at == Some(sequence))
}

/// How many changes of one operation a listing shows.
const CHANGES_SHOWN: usize = 20;

impl Book {
    /// Takes back the last `steps` operations that stand; fewer when there are fewer.
    pub fn undo(&mut self, steps: u32) -> Result<Vec<Moved>, StoreError> {
        self.step(Verb::Undo, steps)
    }

    /// Does the last `steps` operations again that were taken back.
    pub fn redo(&mut self, steps: u32) -> Result<Vec<Moved>, StoreError> {
        self.step(Verb::Redo, steps)
    }

    /// Takes back an operation and all above it that stand. The steps are counted while nobody else
    /// can write: a list that was read before may be out of date.
    pub fn undo_to(&mut self, sequence: u64) -> Result<Vec<Moved>, UndoToError> {
        let mut done = Vec::new();
        loop {
            let first = done.is_empty();
            let moved = self.write_many(Verb::Undo, |writer, work| {
                let top = writer.next_undo().filter(|top| *top >= sequence);
                if first && !stands(writer.view(), top, sequence)? {
                    return Err(UndoToError::NotStanding(sequence));
                }
                match top {
                    Some(_) => Ok(move_one(writer, work, Verb::Undo)?),
                    None => Ok(None),
                }
            })?;
            match moved {
                Some(moved) => done.push(moved),
                None => return Ok(done),
            }
        }
    }

    /// Each step is an operation of its own, so that each can be taken back by itself.
    fn step(&mut self, verb: Verb, steps: u32) -> Result<Vec<Moved>, StoreError> {
        let mut done = Vec::new();
        for _ in 0..steps {
            match self.write_many(verb, |writer, work| move_one(writer, work, verb))? {
                Some(moved) => done.push(moved),
                None => break,
            }
        }
        Ok(done)
    }

    /// The last operations, the newest first.
    pub fn history(&self, limit: u64) -> Result<Vec<HistoryEntry>, StoreError> {
        let view = self.view();
        let entry = |operation: OperationRecord| {
            let changes = view.changes_of(operation.sequence, CHANGES_SHOWN)?;
            Ok(HistoryEntry { operation, changes })
        };
        view.operations(limit)?.into_iter().map(entry).collect()
    }

    /// One operation with the first changes that it made.
    pub fn history_entry(&self, sequence: u64) -> Result<Option<HistoryEntry>, StoreError> {
        let Some(operation) = self.view().operation(sequence)? else {
            return Ok(None);
        };
        let changes = self.view().changes_of(sequence, CHANGES_SHOWN)?;
        Ok(Some(HistoryEntry { operation, changes }))
    }

    /// The name of something that is gone, as the change that made or deleted it recorded it.
    pub fn recorded_name(&self, id: i64) -> Result<Option<String>, StoreError> {
        let changes = self.view().changes_to(Id::from_raw(id))?;
        let name = |change: &ChangeRecord| {
            let fields: serde_json::Value = serde_json::from_str(&change.fields).ok()?;
            Some(fields.get("name")?.as_str()?.to_owned())
        };
        Ok(changes.iter().rev().find_map(name))
    }

    /// The history of one transaction, the oldest change first. Also of one that was deleted.
    pub fn history_of(&self, typed: &str) -> Result<Vec<HistoryEntry>, LookupError> {
        let entity = self.transaction_ever(typed)?;
        let mut entries: Vec<HistoryEntry> = Vec::new();
        let changes = self.view().changes_to(entity)?;
        for change in changes
            .into_iter()
            .filter(|change| change.kind == Kind::Transaction)
        {
            match entries.last_mut() {
                Some(last) if last.operation.sequence == change.operation => {
                    last.changes.push(change);
                }
                _ => {
                    if let Some(operation) = self.view().operation(change.operation)? {
                        entries.push(HistoryEntry {
                            operation,
                            changes: vec![change],
                        });
                    }
                }
            }
        }
        Ok(entries)
    }

    /// A transaction that is there, else one that was: a whole id is enough to know it by.
    fn transaction_ever(&self, typed: &str) -> Result<Id, LookupError> {
        let missing = match by_id(self.view(), Kind::Transaction, typed) {
            Ok(id) => return Ok(id),
            Err(missing @ LookupError::NoSuchId { .. }) => missing,
            Err(error) => return Err(error),
        };
        let whole = typed.trim().parse::<domain::id::IdPrefix>().ok();
        let id = whole.and_then(|prefix| Id::new(prefix.slot, prefix.first));
        let known = match id {
            Some(id) => !self.view().changes_to(id)?.is_empty(),
            None => false,
        };
        id.filter(|_| known).ok_or(missing)
    }

    /// One transaction as it is now, if it is.
    pub fn transaction(
        &self,
        id: TransactionId,
    ) -> Result<Option<domain::Transaction>, StoreError> {
        self.view().transaction(id)
    }
}
