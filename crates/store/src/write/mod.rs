//! Writing: one operation is one write transaction, one step of undo, and one link of the chain.

mod contents;
mod ids;
mod inserts;
pub(crate) mod operation;
mod replay;
mod rollups;
pub(crate) mod run;

use std::cell::{Cell, RefCell};
use std::ops::Deref;

use domain::id::Id;
use rusqlite::{ToSql, Transaction as SqlTransaction, TransactionBehavior, params};
use vault::{ChainHash, ChainHasher, Head};

use crate::read::View;
use crate::record::currency::CurrencyTable;
use crate::record::{Record, fields};
use crate::{Action, Kind, Ledger, StoreError};

pub use contents::digest_of;
pub(crate) use inserts::{Inserts, Kept};
pub(crate) use operation::{HashedOperation, hash_change, stacks_from_row};
pub use operation::{Operation, Verb};
pub use replay::Told;
pub(crate) use rollups::Rollups;

use ids::IdSource;
use operation::{Link, last_link};
use run::{RUN, Run};

/// The only door to the rows. Dropping it without `commit` leaves the ledger as it was.
#[must_use = "nothing is written before `commit`"]
pub struct Writer<'l> {
    ledger: &'l Ledger,
    transaction: SqlTransaction<'l>,
    inserts: Inserts<'l>,
    pub(crate) currencies: RefCell<CurrencyTable>,
    verb: Verb,
    previous: Link,
    clock: i64,
    ids: IdSource,
    rollups: Rollups,
    hasher: ChainHasher,
    changes: i64,
    position: i64,
    run: Run,
    /// Set by undo and redo, which move the stacks instead of pushing onto them.
    stacks: Cell<Option<operation::Stacks>>,
}

/// An entity as a writer read it, not changed by it since.
#[derive(Debug)]
pub struct Current<T>(T);

impl<T> Current<T> {
    /// The entity.
    pub fn into_inner(self) -> T {
        self.0
    }
}

impl<T> Deref for Current<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<'l> Writer<'l> {
    pub(crate) fn begin(
        ledger: &'l mut Ledger,
        verb: Verb,
        now_ms: i64,
    ) -> Result<Self, StoreError> {
        let ledger: &'l Ledger = ledger;
        let transaction =
            SqlTransaction::new_unchecked(&ledger.connection, TransactionBehavior::Immediate)?;
        ledger.check_head()?;
        // The writer's own table: another process may have added a currency since this one last
        // looked, and a writer that is given up must leave the ledger's table as it was.
        let currencies = RefCell::new(CurrencyTable::load(&transaction)?);
        let previous = last_link(&transaction)?;
        let hash = previous
            .hash
            .unwrap_or_else(|| ChainHash::genesis(&ledger.id));
        let ids = IdSource::load(&transaction, &ledger.device)?;
        // A hybrid logical clock: wall time in the upper bits, never behind the last operation.
        let clock = (now_ms << 16).max(previous.clock + 1);
        Ok(Self {
            ledger,
            transaction,
            inserts: Inserts::new(&ledger.connection),
            currencies,
            verb,
            clock,
            ids,
            previous,
            rollups: Rollups::default(),
            hasher: ChainHasher::new(hash),
            changes: 0,
            position: 0,
            run: Run::default(),
            stacks: Cell::new(None),
        })
    }

    /// Reads the ledger as it is in the middle of this operation; rollups are brought up to date
    /// at the commit only.
    pub fn view(&self) -> View<'_> {
        View {
            connection: &self.transaction,
            currencies: &self.currencies,
        }
    }

    /// The ids that this device makes.
    pub fn next_id(&mut self) -> Result<Id, StoreError> {
        self.ids.next()
    }

    /// Inserts a new entity.
    pub fn create<T: Record>(&mut self, entity: &T) -> Result<(), StoreError> {
        entity.insert_with(&mut self.inserts, &self.currencies.borrow())?;
        if T::KIND == Kind::Currency {
            self.reload_currencies()?;
        }
        entity.roll_up(1, &self.currencies.borrow(), &mut self.rollups)?;
        let (id, fields) = (entity.raw_id(), fields::whole(entity)?);
        if self.ids.saw(id) {
            if !self.run.takes(id) {
                self.end_run()?;
            }
            if self.run.takes(id) {
                self.run.push(T::KIND, id, fields);
                self.changes += 1;
                return Ok(());
            }
        }
        self.record(T::KIND, id, Action::Create, &fields)
    }

    /// Changes an entity; does nothing when both are equal. `before` must be what is in the file:
    /// whoever read it before this operation began hears of it here.
    pub fn update<T: Record>(&mut self, before: &T, after: &T) -> Result<(), StoreError> {
        self.expect(before)?;
        self.replace(before, after)
    }

    /// Deletes an entity, which must be as it is in the file.
    pub fn delete<T: Record>(&mut self, entity: &T) -> Result<(), StoreError> {
        self.expect(entity)?;
        self.take_away(entity)
    }

    /// Reads an entity to change it: nobody else can, so that it need not be compared again.
    pub fn current<T: Record>(&self, id: i64) -> Result<Option<Current<T>>, StoreError> {
        Ok(self.view().get(id)?.map(Current))
    }

    /// As `update`, of what was read here.
    pub fn update_current<T: Record>(
        &mut self,
        before: &Current<T>,
        after: &T,
    ) -> Result<(), StoreError> {
        self.replace(&before.0, after)
    }

    /// As `delete`, of what was read here.
    pub fn delete_current<T: Record>(&mut self, entity: &Current<T>) -> Result<(), StoreError> {
        self.take_away(&entity.0)
    }

    fn expect<T: Record>(&self, entity: &T) -> Result<(), StoreError> {
        let current = self.view().get::<T>(entity.raw_id())?;
        if current.as_ref() == Some(entity) {
            Ok(())
        } else {
            Err(StoreError::Stale(T::KIND))
        }
    }

    fn replace<T: Record>(&mut self, before: &T, after: &T) -> Result<(), StoreError> {
        let Some(difference) = fields::difference(before, after)? else {
            return Ok(());
        };
        {
            let currencies = self.currencies.borrow();
            after.update(before, &self.transaction, &currencies)?;
            before.roll_up(-1, &currencies, &mut self.rollups)?;
            after.roll_up(1, &currencies, &mut self.rollups)?;
        }
        if T::KIND == Kind::Currency {
            self.reload_currencies()?;
        }
        self.record(T::KIND, after.raw_id(), Action::Update, &difference)
    }

    fn take_away<T: Record>(&mut self, entity: &T) -> Result<(), StoreError> {
        entity.delete(&self.transaction)?;
        entity.roll_up(-1, &self.currencies.borrow(), &mut self.rollups)?;
        if T::KIND == Kind::Currency {
            self.reload_currencies()?;
        }
        self.record(
            T::KIND,
            entity.raw_id(),
            Action::Delete,
            &fields::whole(entity)?,
        )
    }

    /// Remembers something about how the ledger is used. Not part of the history.
    pub fn remember(&mut self, name: &str, value: &str) -> Result<(), StoreError> {
        self.transaction
            .prepare_cached("INSERT OR REPLACE INTO meta (name, value) VALUES (?1, ?2)")?
            .execute([name, value])?;
        Ok(())
    }

    /// Makes it durable. An operation without changes is not recorded: `None`.
    pub fn commit(mut self) -> Result<Option<Operation>, StoreError> {
        if self.changes == 0 && self.stacks.get().is_none() {
            self.ids.save(&self.transaction)?;
            self.transaction.commit()?;
            return Ok(None);
        }
        self.end_run()?;
        std::mem::take(&mut self.rollups).flush(&self.transaction)?;
        self.ids.save(&self.transaction)?;
        let sequence = self.previous.sequence + 1;
        let stacks = match self.stacks.get() {
            Some(moved) => moved,
            None if self.verb.is_founding() => self.previous.found(),
            None => self.previous.push(sequence),
        };
        let hashed = HashedOperation {
            sequence,
            verb: self.verb.as_str(),
            stacks,
            slot: self.ids.slot(),
            clock: self.clock,
            changes: self.changes,
        };
        let hash = hashed.hash(self.hasher);
        hashed.insert(&self.transaction, hash)?;
        self.transaction.commit()?;
        self.ledger.currencies.swap(&self.currencies);
        let sequence = u64::try_from(sequence).unwrap_or(0);
        // It is saved; a head that can't be moved is an older one, which is still true.
        let _ = self.ledger.head.write(Head { sequence, hash });
        Ok(Some(Operation {
            sequence,
            verb: self.verb,
            changes: self.changes,
        }))
    }

    /// Records one change, in its order after those that wait in the run.
    fn record(
        &mut self,
        kind: Kind,
        entity: i64,
        action: Action,
        fields: &str,
    ) -> Result<(), StoreError> {
        self.end_run()?;
        self.changes += 1;
        self.insert_change(kind.number(), entity, action.number(), &fields)
    }

    /// Writes the records that wait: as one block, or one by one when they are few.
    fn end_run(&mut self) -> Result<(), StoreError> {
        if let Some(few) = self.run.take_few() {
            for (kind, entity, fields) in few {
                let create = Action::Create.number();
                self.insert_change(kind.number(), entity, create, &fields)?;
            }
        } else if let Some((first, block)) = self.run.take_block() {
            self.insert_change(0, first, RUN, &block)?;
        }
        Ok(())
    }

    fn insert_change(
        &mut self,
        kind: i64,
        entity: i64,
        action: i64,
        fields: &(impl ToSql + AsRef<[u8]>),
    ) -> Result<(), StoreError> {
        hash_change(&mut self.hasher, kind, entity, action, fields.as_ref());
        self.transaction
            .prepare_cached(
                "INSERT INTO changes (operation, position, kind, entity, action, fields) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?
            .execute(params![
                self.previous.sequence + 1,
                self.position,
                kind,
                entity,
                action,
                fields
            ])?;
        self.position += 1;
        Ok(())
    }

    fn reload_currencies(&self) -> Result<(), StoreError> {
        *self.currencies.borrow_mut() = CurrencyTable::load(&self.transaction)?;
        Ok(())
    }
}

impl std::fmt::Debug for Writer<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Writer")
            .field("verb", &self.verb)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{DeviceId, LedgerDir, NewLedger};
    use domain::Tag;
    use domain::id::TagId;

    #[test]
    fn a_full_disk_leaves_the_ledger_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let device: DeviceId = "0123456789abcdef0123456789abcdef".parse().unwrap();
        let directory = LedgerDir::new(folder.path().join("ledger"));
        let passphrase = vault::Passphrase::new("x".to_owned());
        let mut ledger = NewLedger::create(directory, &passphrase, device)
            .unwrap()
            .ledger;
        let pages: i64 = ledger
            .connection
            .pragma_query_value(None, "page_count", |row| row.get(0))
            .unwrap();
        ledger
            .connection
            .pragma_update(None, "max_page_count", pages + 2)
            .unwrap();
        let mut fill = |most: u32| -> Result<u32, StoreError> {
            let mut writer = ledger.write(Verb::Tag, 1)?;
            for number in 0..most {
                let id = TagId(writer.next_id()?);
                let name = format!("{number} of {most} {}", "x".repeat(80));
                writer.create(&Tag { id, name })?;
            }
            writer.commit()?;
            Ok(most)
        };
        assert_eq!(fill(2).unwrap(), 2);
        let refused = fill(500);
        assert!(matches!(refused, Err(StoreError::DiskFull)), "{refused:?}");
        assert_eq!(ledger.view().tags().unwrap().len(), 2);
        ledger.check_head().unwrap();
    }
}
