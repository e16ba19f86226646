//! An open ledger: its connection, its currencies, and the witness of its history.

use std::cell::{Cell, RefCell};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use domain::text::folded_contains;
use rusqlite::functions::FunctionFlags;
use rusqlite::{Connection, OptionalExtension as _, Transaction, TransactionBehavior};
use vault::{ChainHash, Head, HeadFile, LedgerId};

use crate::connect::{Link, Obstacle};
use crate::read::View;
use crate::read::filter::register_function;
use crate::record::currency::CurrencyTable;
use crate::write::Writer;
use crate::{DeviceId, LedgerDir, StoreError, Verb};

/// A ledger that is open for reading and writing.
#[derive(Debug)]
pub struct Ledger {
    pub(crate) directory: LedgerDir,
    pub(crate) connection: Connection,
    pub(crate) obstacle: Option<Obstacle>,
    pub(crate) head: HeadFile,
    pub(crate) id: LedgerId,
    pub(crate) device: DeviceId,
    pub(crate) currencies: RefCell<CurrencyTable>,
    /// What `PRAGMA data_version` said when the currencies were read: it changes with every commit
    /// of another connection.
    seen_version: Cell<i64>,
}

impl Ledger {
    pub(crate) fn assemble(
        directory: LedgerDir,
        link: Link,
        head: HeadFile,
        id: LedgerId,
        device: DeviceId,
    ) -> Result<Self, StoreError> {
        let Link {
            connection,
            obstacle,
        } = link;
        let currencies = RefCell::new(CurrencyTable::load(&connection)?);
        let seen_version = Cell::new(data_version(&connection)?);
        Ok(Self {
            directory,
            connection,
            obstacle,
            head,
            id,
            device,
            currencies,
            seen_version,
        })
    }

    /// Where the ledger lives.
    pub fn directory(&self) -> &LedgerDir {
        &self.directory
    }

    /// The ledger's own identifier, as in its `keys.json`.
    pub fn id(&self) -> LedgerId {
        self.id
    }

    /// Reads the ledger.
    pub fn view(&self) -> View<'_> {
        View {
            connection: &self.connection,
            currencies: &self.currencies,
        }
    }

    /// Holds one moment of the ledger for reads that need several statements, whatever others
    /// write meanwhile; it ends when the guard is dropped.
    pub fn snapshot(&self) -> Result<Snapshot<'_>, StoreError> {
        let deferred = TransactionBehavior::Deferred;
        Ok(Snapshot {
            _transaction: Transaction::new_unchecked(&self.connection, deferred)?,
        })
    }

    /// Takes in what other connections changed since: a ledger that stays open calls it before it
    /// reads. Rows are always read anew; only the currencies are kept in memory.
    pub fn refresh(&self) -> Result<(), StoreError> {
        let version = data_version(&self.connection)?;
        if version != self.seen_version.get() {
            *self.currencies.borrow_mut() = CurrencyTable::load(&self.connection)?;
            self.seen_version.set(version);
        }
        Ok(())
    }

    /// A way to stop what this connection is doing, from another thread.
    pub fn interrupter(&mut self) -> Result<Interrupter, StoreError> {
        let stop = Arc::new(AtomicBool::new(false));
        let seen = Arc::clone(&stop);
        let look = move || seen.load(Ordering::SeqCst);
        self.connection.progress_handler(STEPS, Some(look))?;
        Ok(Interrupter(stop))
    }

    /// Begins one operation: waits for the write lock, then for `Writer::commit`.
    /// `now_ms` is the wall clock in milliseconds since 1970.
    pub fn write(&mut self, verb: Verb, now_ms: i64) -> Result<Writer<'_>, StoreError> {
        if let Some(obstacle) = self.obstacle {
            return Err(obstacle.into());
        }
        Writer::begin(self, verb, now_ms)
    }

    /// True when there is a history but no head outside to compare it with: a rollback would not
    /// be noticed. The next operation writes one.
    pub fn lacks_head(&self) -> Result<bool, StoreError> {
        Ok(self.head.read()?.is_none() && last_sequence(&self.connection)? > 0)
    }

    /// Compares the database with the head that lies outside it.
    ///
    /// The database may be ahead of the head (a crash between the two), never behind it.
    pub(crate) fn check_head(&self) -> Result<(), StoreError> {
        let Some(Head { sequence, hash }) = self.head.read()? else {
            return Ok(());
        };
        if sequence == 0 {
            return Ok(());
        }
        match self.hash_at(sequence)? {
            Some(found) if found == hash => Ok(()),
            Some(_) => Err(StoreError::AlteredHistory(sequence)),
            None => {
                let found = last_sequence(&self.connection)?;
                Err(StoreError::RolledBack {
                    expected: sequence,
                    found,
                })
            }
        }
    }

    fn hash_at(&self, sequence: u64) -> Result<Option<ChainHash>, StoreError> {
        let hash: Option<[u8; 32]> = self
            .connection
            .prepare_cached("SELECT hash FROM operations WHERE seq = ?1")?
            .query_row([i64::try_from(sequence).unwrap_or(i64::MAX)], |row| {
                row.get(0)
            })
            .optional()?;
        Ok(hash.map(ChainHash::from_bytes))
    }
}

/// Stops a read or a write from another thread: it fails, and a write leaves nothing behind.
///
/// It stays stopped until it is let go on: what is between two statements is stopped at the next.
#[derive(Clone, Debug)]
pub struct Interrupter(Arc<AtomicBool>);

/// Steps of SQLite's machine between two looks: some microseconds.
const STEPS: i32 = 4000;

impl Interrupter {
    /// Stops it.
    pub fn interrupt(&self) {
        self.0.store(true, Ordering::SeqCst);
    }

    /// Lets it go on with what comes next.
    pub fn release(&self) {
        self.0.store(false, Ordering::SeqCst);
    }
}

/// One moment of the ledger, held while this lives.
#[must_use = "the moment is over when this is dropped"]
#[derive(Debug)]
pub struct Snapshot<'l> {
    _transaction: Transaction<'l>,
}

fn data_version(connection: &Connection) -> Result<i64, StoreError> {
    Ok(connection.query_row("PRAGMA data_version", [], |row| row.get(0))?)
}

/// The sequence of the last operation, 0 before the first.
pub(crate) fn last_sequence(connection: &Connection) -> Result<u64, StoreError> {
    let last: Option<i64> =
        connection.query_row("SELECT max(seq) FROM operations", [], |row| row.get(0))?;
    Ok(last.and_then(|last| u64::try_from(last).ok()).unwrap_or(0))
}

/// `folded_contains(text, needle)`: the needle is folded already, the text is folded here.
pub(crate) fn register_functions(connection: &Connection) -> Result<(), StoreError> {
    let flags = FunctionFlags::SQLITE_UTF8
        | FunctionFlags::SQLITE_DETERMINISTIC
        | FunctionFlags::SQLITE_DIRECTONLY;
    connection.create_scalar_function("folded_contains", 2, flags, |context| {
        match (
            context.get_raw(0).as_str_or_null(),
            context.get_raw(1).as_str(),
        ) {
            (Ok(Some(text)), Ok(needle)) => Ok(folded_contains(text, needle)),
            _ => Ok(false),
        }
    })?;
    register_function(connection)
}
