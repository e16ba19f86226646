//! Undo and redo: the recorded changes of an operation, applied backwards or forwards.
//!
//! They go through the same door as every other change, so undoing is itself recorded, and the
//! chain only grows.

use rusqlite::params;
use serde_json::from_str;

use super::operation::{Stacks, link_at};
use super::run::{self, Change};
use super::{Operation, Writer};
use crate::record::fields::{Side, patch};
use crate::record::{Record, odd, with_kind};
use crate::{Action, StoreError};

/// Rows of changes are read in portions, so that undoing an import of any size needs no memory.
const PORTION: i64 = 50;

/// Told of each change that is taken back or done again; an error gives it up.
pub type Told<'t> = &'t mut dyn FnMut() -> Result<(), StoreError>;

impl Writer<'_> {
    /// Takes back the last operation that stands; `None` when there is none.
    pub fn undo(&mut self, told: Told<'_>) -> Result<Option<Operation>, StoreError> {
        let Some(target) = self.previous.stacks.undo_top else {
            return Ok(None);
        };
        let undone = link_at(&self.transaction, target)?.ok_or_else(|| odd("no such operation"))?;
        let sequence = self.previous.sequence + 1;
        self.stacks.set(Some(Stacks {
            target: Some(target),
            below: self.previous.stacks.redo_top,
            undo_top: undone.stacks.below,
            redo_top: Some(sequence),
        }));
        self.replay(target, Side::Old, told)?;
        self.describe(target)
    }

    /// Does the operation again that was taken back last; `None` when there is none.
    pub fn redo(&mut self, told: Told<'_>) -> Result<Option<Operation>, StoreError> {
        let Some(undo) = self.previous.stacks.redo_top else {
            return Ok(None);
        };
        let undone = link_at(&self.transaction, undo)?.ok_or_else(|| odd("no such operation"))?;
        let target = undone
            .stacks
            .target
            .ok_or_else(|| odd("an undo without its operation"))?;
        self.stacks.set(Some(Stacks {
            target: Some(target),
            below: None,
            undo_top: Some(target),
            redo_top: undone.stacks.below,
        }));
        self.replay(target, Side::New, told)?;
        self.describe(target)
    }

    /// The operation that undo would take back.
    pub fn next_undo(&self) -> Option<u64> {
        self.previous
            .stacks
            .undo_top
            .and_then(|top| u64::try_from(top).ok())
    }

    /// The operation that redo would do again.
    pub fn next_redo(&self) -> Result<Option<u64>, StoreError> {
        let Some(undo) = self.previous.stacks.redo_top else {
            return Ok(None);
        };
        let undone = link_at(&self.transaction, undo)?;
        let target = undone.and_then(|undone| undone.stacks.target);
        Ok(target.and_then(|target| u64::try_from(target).ok()))
    }

    fn describe(&self, sequence: i64) -> Result<Option<Operation>, StoreError> {
        Ok(self
            .view()
            .operation(u64::try_from(sequence).unwrap_or(0))?
            .map(|found| Operation {
                sequence: found.sequence,
                verb: found.verb,
                changes: found.changes,
            }))
    }

    fn replay(&mut self, operation: i64, side: Side, told: Told<'_>) -> Result<(), StoreError> {
        let mut after = if side == Side::Old { i64::MAX } else { -1 };
        loop {
            let (changes, last) = self.portion(operation, side, after)?;
            let Some(last) = last else { return Ok(()) };
            after = last;
            for change in &changes {
                told()?;
                with_kind!(change.kind, T => self.apply::<T>(change, side))?;
            }
        }
    }

    /// The next changes of an operation, backwards for the old side, forwards for the new one; and
    /// the position of the last row.
    fn portion(
        &self,
        operation: i64,
        side: Side,
        after: i64,
    ) -> Result<(Vec<Change>, Option<i64>), StoreError> {
        let sql = if side == Side::Old {
            "SELECT position, kind, entity, action, fields FROM changes \
             WHERE operation = ?1 AND position < ?2 ORDER BY position DESC LIMIT ?3"
        } else {
            "SELECT position, kind, entity, action, fields FROM changes \
             WHERE operation = ?1 AND position > ?2 ORDER BY position LIMIT ?3"
        };
        let mut statement = self.transaction.prepare_cached(sql)?;
        let mut rows = statement.query(params![operation, after, PORTION])?;
        let (mut changes, mut last) = (Vec::new(), None);
        while let Some(row) = rows.next()? {
            last = Some(row.get(0)?);
            let mut found = run::from_row(row, 1)?;
            if side == Side::Old {
                found.reverse();
            }
            changes.append(&mut found);
        }
        Ok((changes, last))
    }

    fn apply<T: Record>(&mut self, change: &Change, side: Side) -> Result<(), StoreError> {
        let appears = (change.action == Action::Create) == (side == Side::New);
        match change.action {
            Action::Update => {
                let current: T = self.found(change)?;
                self.replace(&current, &patch(&current, &change.fields, side)?)
            }
            _ if appears => self.create(&from_str::<T>(&change.fields)?),
            _ => {
                let current: T = self.found(change)?;
                if current != from_str(&change.fields)? {
                    return Err(odd("an entity was altered behind its history"));
                }
                self.take_away(&current)
            }
        }
    }

    fn found<T: Record>(&self, change: &Change) -> Result<T, StoreError> {
        let currencies = self.currencies.borrow();
        T::load(&self.transaction, &currencies, change.entity)?
            .ok_or_else(|| odd("an entity vanished behind its history"))
    }
}
