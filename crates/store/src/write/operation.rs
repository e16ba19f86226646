//! Operations: the links of the hash chain, and the two stacks of undo and redo inside them.
//!
//! Each operation says what undo and redo would take *after* it (`undo_top`, `redo_top`) and what
//! lay below what it moved (`below`), so the stacks need no table of their own, survive restarts,
//! and are covered by the chain. A new operation empties the redo stack.

use rusqlite::{Connection, OptionalExtension as _, Row, params};
use vault::{ChainHash, ChainHasher};

use crate::StoreError;

macro_rules! verbs {
    ($($(#[$doc:meta])* $variant:ident = $word:literal),+ $(,)?) => {
        /// What an operation was.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Verb { $($(#[$doc])* $variant),+ }

        impl Verb {
            /// All verbs.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word in the file and in histories.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// The verb with this word.
            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|verb| verb.as_str() == word)
            }
        }
    };
}

verbs! {
    /// The first entries of a new ledger.
    Init = "init",
    /// A whole book came in.
    Restore = "restore",
    /// A transaction was entered.
    Add = "add",
    /// A transfer was entered.
    Transfer = "transfer",
    /// A transaction was changed.
    Edit = "edit",
    /// Transactions were deleted.
    Remove = "rm",
    /// Many transactions were changed at once.
    Bulk = "bulk",
    /// A bank file was imported.
    Import = "import",
    /// Files were kept with a transaction, or removed.
    Attach = "attach",
    /// Answers were given in the review queue.
    Review = "review",
    /// A statement was reconciled.
    Reconcile = "reconcile",
    /// An account was made, changed or deleted.
    Account = "account",
    /// A category was made, changed or deleted.
    Category = "category",
    /// A payee was made, changed, merged or deleted.
    Payee = "payee",
    /// A tag was made, changed, merged or deleted.
    Tag = "tag",
    /// A goal was made, changed or deleted.
    Goal = "goal",
    /// Money was set aside for a goal.
    Contribute = "contribute",
    /// A currency was made, changed or deleted.
    Currency = "currency",
    /// A price was made, changed or deleted.
    Price = "price",
    /// A budget was made, changed or deleted.
    Budget = "budget",
    /// A schedule was made, changed, skipped once or deleted.
    Schedule = "schedule",
    /// What was due by the schedules was entered.
    Run = "schedule-run",
    /// A rule was made, changed or deleted.
    Rule = "rule",
    /// Plausible data was made.
    Demo = "demo",
    /// An operation was taken back.
    Undo = "undo",
    /// An operation that was taken back was done again.
    Redo = "redo",
}

impl Verb {
    /// True for what makes a ledger in the first place, which can't be taken back.
    pub const fn is_founding(self) -> bool {
        matches!(self, Self::Init | Self::Restore)
    }
}

/// An operation that is on the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Operation {
    /// Its number; the first is 1.
    pub sequence: u64,
    /// What it was.
    pub verb: Verb,
    /// How many entities it changed.
    pub changes: i64,
}

/// The columns of an operation that say what undo and redo take next.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Stacks {
    /// For undo and redo: the operation that was taken back or done again.
    pub(crate) target: Option<i64>,
    /// What lay under the operation that this one moved.
    pub(crate) below: Option<i64>,
    /// What undo takes next.
    pub(crate) undo_top: Option<i64>,
    /// The undo that redo takes back next.
    pub(crate) redo_top: Option<i64>,
}

/// The end of the chain, on which the next operation builds.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Link {
    pub(crate) sequence: i64,
    pub(crate) hash: Option<ChainHash>,
    pub(crate) clock: i64,
    pub(crate) stacks: Stacks,
}

impl Link {
    /// The stacks after a new operation that is the ground of the ledger and stays: there is
    /// nothing below it to go back to.
    pub(crate) fn found(&self) -> Stacks {
        Stacks {
            undo_top: self.stacks.undo_top,
            ..Stacks::default()
        }
    }

    /// The stacks after a new operation.
    pub(crate) fn push(&self, sequence: i64) -> Stacks {
        Stacks {
            target: None,
            below: self.stacks.undo_top,
            undo_top: Some(sequence),
            redo_top: None,
        }
    }
}

pub(crate) fn last_link(connection: &Connection) -> Result<Link, StoreError> {
    let last: Option<i64> =
        connection.query_row("SELECT max(seq) FROM operations", [], |row| row.get(0))?;
    match last {
        None => Ok(Link::default()),
        Some(sequence) => {
            link_at(connection, sequence)?.ok_or(StoreError::AlteredHistory(u64::MAX))
        }
    }
}

pub(crate) fn link_at(connection: &Connection, sequence: i64) -> Result<Option<Link>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT hash, clock, target, below, undo_top, redo_top FROM operations WHERE seq = ?1",
    )?;
    let found = statement.query_row([sequence], |row| {
        Ok(Link {
            sequence,
            hash: Some(ChainHash::from_bytes(row.get(0)?)),
            clock: row.get(1)?,
            stacks: stacks_from_row(row, 2)?,
        })
    });
    Ok(found.optional()?)
}

/// Reads the four pointers, which stand in a row from column `first` on.
pub(crate) fn stacks_from_row(row: &Row<'_>, first: usize) -> rusqlite::Result<Stacks> {
    Ok(Stacks {
        target: row.get(first)?,
        below: row.get(first + 1)?,
        undo_top: row.get(first + 2)?,
        redo_top: row.get(first + 3)?,
    })
}

/// Adds one change to the hash of its operation.
pub(crate) fn hash_change(
    hasher: &mut ChainHasher,
    kind: i64,
    entity: i64,
    action: i64,
    fields: &[u8],
) {
    hasher
        .update(&kind.to_le_bytes())
        .update(&entity.to_le_bytes())
        .update(&action.to_le_bytes())
        .update(fields);
}

/// Everything of an operation that its hash covers, beside its changes.
#[derive(Debug)]
pub(crate) struct HashedOperation<'a> {
    pub(crate) sequence: i64,
    pub(crate) verb: &'a str,
    pub(crate) stacks: Stacks,
    pub(crate) slot: i64,
    pub(crate) clock: i64,
    pub(crate) changes: i64,
}

impl HashedOperation<'_> {
    /// Closes a hash to which the changes were added already.
    pub(crate) fn hash(&self, mut hasher: ChainHasher) -> ChainHash {
        let Stacks {
            target,
            below,
            undo_top,
            redo_top,
        } = self.stacks;
        hasher.update(self.verb.as_bytes());
        for number in [self.sequence, self.slot, self.clock, self.changes] {
            hasher.update(&number.to_le_bytes());
        }
        for pointer in [target, below, undo_top, redo_top] {
            // No operation has the number 0.
            hasher.update(&pointer.unwrap_or(0).to_le_bytes());
        }
        hasher.finish()
    }

    pub(crate) fn insert(
        &self,
        connection: &Connection,
        hash: ChainHash,
    ) -> Result<(), StoreError> {
        connection
            .prepare_cached(
                "INSERT INTO operations (seq, verb, target, below, undo_top, redo_top, slot, clock, \
                 changes, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            )?
            .execute(params![
                self.sequence,
                self.verb,
                self.stacks.target,
                self.stacks.below,
                self.stacks.undo_top,
                self.stacks.redo_top,
                self.slot,
                self.clock,
                self.changes,
                hash.as_bytes()
            ])?;
        Ok(())
    }
}
