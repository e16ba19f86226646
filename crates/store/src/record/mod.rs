//! The entities of the ledger as rows: each knows how to load, insert, update and delete itself.
//!
//! These functions write rows and nothing else. Only the `Writer` calls the ones that write, because
//! it alone keeps the rollups and records the change.

pub(crate) mod account;
pub(crate) mod attachment;
pub(crate) mod batch;
pub(crate) mod budget;
pub(crate) mod currency;
pub(crate) mod fields;
pub(crate) mod goal;
pub(crate) mod label;
pub(crate) mod price;
pub(crate) mod rule;
pub(crate) mod schedule;
pub(crate) mod statement_row;
pub(crate) mod transaction;

use rusqlite::Connection;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::StoreError;
use crate::record::currency::CurrencyTable;
use crate::write::{Inserts, Rollups};

/// What a change is about. The numbers are in the file: never change one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A currency.
    Currency = 1,
    /// An account or category.
    Account = 2,
    /// A payee.
    Payee = 3,
    /// A tag.
    Tag = 4,
    /// A transaction with its postings.
    Transaction = 5,
    /// A saving goal.
    Goal = 6,
    /// A contribution to a goal.
    Contribution = 7,
    /// A price.
    Price = 8,
    /// An import of one file.
    Batch = 9,
    /// A row of a bank file.
    StatementRow = 10,
    /// An amount for a category in each period.
    Budget = 11,
    /// A transaction that recurs.
    Schedule = 12,
    /// What to set on imported rows.
    Rule = 13,
    /// A file kept with a transaction.
    Attachment = 14,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 14] = [
        Self::Currency,
        Self::Account,
        Self::Payee,
        Self::Tag,
        Self::Transaction,
        Self::Goal,
        Self::Contribution,
        Self::Price,
        Self::Batch,
        Self::StatementRow,
        Self::Budget,
        Self::Schedule,
        Self::Rule,
        Self::Attachment,
    ];

    /// The number in the file.
    pub(crate) const fn number(self) -> i64 {
        self as i64
    }

    /// The kind with this number.
    pub(crate) fn from_number(number: i64) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.number() == number)
    }

    /// The word used in histories.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Currency => "currency",
            Self::Account => "account",
            Self::Payee => "payee",
            Self::Tag => "tag",
            Self::Transaction => "transaction",
            Self::Goal => "goal",
            Self::Contribution => "contribution",
            Self::Price => "price",
            Self::Batch => "batch",
            Self::StatementRow => "statement-row",
            Self::Budget => "budget",
            Self::Schedule => "schedule",
            Self::Rule => "rule",
            Self::Attachment => "attachment",
        }
    }
}

/// What happened to an entity. The numbers are in the file: never change one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// It was made.
    Create = 0,
    /// Some of its fields changed.
    Update = 1,
    /// It was deleted.
    Delete = 2,
}

impl Action {
    pub(crate) const fn number(self) -> i64 {
        self as i64
    }

    pub(crate) fn from_number(number: i64) -> Option<Self> {
        [Self::Create, Self::Update, Self::Delete]
            .into_iter()
            .find(|a| a.number() == number)
    }

    /// The word used in histories.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Create => "create",
            Self::Update => "update",
            Self::Delete => "delete",
        }
    }
}

/// An entity that the store keeps. Sealed: the store knows all of them.
pub trait Record: Serialize + DeserializeOwned + Clone + PartialEq + sealed::Rows {
    /// Its kind.
    const KIND: Kind;
    /// Its id, whatever the type of the id.
    fn raw_id(&self) -> i64;
}

pub(crate) mod sealed {
    use super::{Connection, CurrencyTable, Inserts, Rollups, StoreError};

    /// Row access, for the store alone.
    pub trait Rows: Sized {
        fn load(
            connection: &Connection,
            currencies: &CurrencyTable,
            id: i64,
        ) -> Result<Option<Self>, StoreError>;
        fn insert(
            &self,
            connection: &Connection,
            currencies: &CurrencyTable,
        ) -> Result<(), StoreError>;
        /// As `insert`, with the statements that are kept for bulk.
        fn insert_with(
            &self,
            inserts: &mut Inserts<'_>,
            currencies: &CurrencyTable,
        ) -> Result<(), StoreError> {
            self.insert(inserts.connection, currencies)
        }
        fn update(
            &self,
            before: &Self,
            connection: &Connection,
            currencies: &CurrencyTable,
        ) -> Result<(), StoreError>;
        fn delete(&self, connection: &Connection) -> Result<(), StoreError>;
        /// Adds (`sign` 1) or takes away (-1) what this entity contributes to the rollups.
        fn roll_up(
            &self,
            _sign: i64,
            _currencies: &CurrencyTable,
            _rollups: &mut Rollups,
        ) -> Result<(), StoreError> {
            Ok(())
        }
    }
}

/// Runs `$body` with `$T` bound to the entity type of a [`Kind`].
macro_rules! with_kind {
    ($kind:expr, $T:ident => $body:expr) => {
        match $kind {
            $crate::Kind::Currency => {
                type $T = domain::LedgerCurrency;
                $body
            }
            $crate::Kind::Account => {
                type $T = domain::Account;
                $body
            }
            $crate::Kind::Payee => {
                type $T = domain::Payee;
                $body
            }
            $crate::Kind::Tag => {
                type $T = domain::Tag;
                $body
            }
            $crate::Kind::Transaction => {
                type $T = domain::Transaction;
                $body
            }
            $crate::Kind::Goal => {
                type $T = domain::Goal;
                $body
            }
            $crate::Kind::Contribution => {
                type $T = domain::Contribution;
                $body
            }
            $crate::Kind::Price => {
                type $T = domain::Price;
                $body
            }
            $crate::Kind::Batch => {
                type $T = domain::statement::Batch;
                $body
            }
            $crate::Kind::StatementRow => {
                type $T = domain::statement::StatementRow;
                $body
            }
            $crate::Kind::Budget => {
                type $T = domain::Budget;
                $body
            }
            $crate::Kind::Schedule => {
                type $T = domain::Schedule;
                $body
            }
            $crate::Kind::Rule => {
                type $T = domain::Rule;
                $body
            }
            $crate::Kind::Attachment => {
                type $T = domain::Attachment;
                $body
            }
        }
    };
}
pub(crate) use with_kind;

/// Deletes one row by its id.
pub(crate) fn delete_row(connection: &Connection, table: &str, id: i64) -> Result<(), StoreError> {
    connection
        .prepare_cached(&format!("DELETE FROM {table} WHERE id = ?1"))?
        .execute([id])?;
    Ok(())
}

/// A value in a row that the file's constraints should have kept out.
pub(crate) fn odd(what: &str) -> StoreError {
    StoreError::Contradiction(what.to_owned())
}
