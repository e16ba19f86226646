//! Transactions: a date, and two or more postings that sum to zero in each currency.
//!
//! A posting may carry a cost, the same value in another currency; then the cost counts in the
//! sum. That is how a transfer between currencies balances (as `@@` in ledger files does).

mod balance;

use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::id::{AccountId, BatchId, Id, IdPrefix, PayeeId, ScheduleId, TagId, TransactionId};
use crate::money::Money;

pub use balance::{MAX_MEMO, MAX_POSTINGS, TransactionError, imbalances};

/// How sure it is that a transaction happened, in hledger's three words.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Entered by hand.
    #[default]
    Unmarked,
    /// Announced; the bank may still change it.
    Pending,
    /// Confirmed.
    Cleared,
}

/// How far a posting has been compared with the bank's statement.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Mark {
    /// Not yet.
    #[default]
    None,
    /// Seen on a statement.
    Cleared,
    /// Part of a reconciled statement.
    Reconciled,
}

macro_rules! words {
    ($type:ident: $($variant:ident = $word:literal),+) => {
        impl $type {
            /// All values, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word used in JSON, queries and the file.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// The value with this word.
            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.as_str() == word)
            }
        }

        impl fmt::Display for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { f.pad(self.as_str()) }
        }
    };
}

words!(Status: Unmarked = "unmarked", Pending = "pending", Cleared = "cleared");
words!(Mark: None = "none", Cleared = "cleared", Reconciled = "reconciled");

/// Where a transaction came from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Source {
    /// A person entered it.
    #[default]
    Manual,
    /// It was imported in this batch.
    Import(BatchId),
    /// It is an occurrence of this schedule.
    Schedule(ScheduleId),
}

impl Source {
    /// True for what a person entered.
    pub fn is_manual(&self) -> bool {
        *self == Self::Manual
    }
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Manual => f.write_str("manual"),
            Self::Import(batch) => write!(f, "import:{batch}"),
            Self::Schedule(schedule) => write!(f, "schedule:{schedule}"),
        }
    }
}

/// Why a text names no source.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no source")]
pub struct SourceError(pub String);

impl FromStr for Source {
    type Err = SourceError;

    fn from_str(text: &str) -> Result<Self, SourceError> {
        if text == "manual" {
            return Ok(Self::Manual);
        }
        let whole = |id: &str| {
            let id = id.parse::<IdPrefix>().ok()?;
            Id::new(id.slot, id.first)
        };
        let source = match text.split_once(':') {
            Some(("import", id)) => whole(id).map(|id| Self::Import(BatchId(id))),
            Some(("schedule", id)) => whole(id).map(|id| Self::Schedule(ScheduleId(id))),
            _ => None,
        };
        source.ok_or_else(|| SourceError(text.chars().take(60).collect()))
    }
}

impl Serialize for Source {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Source {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// One leg of a transaction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Posting {
    /// The account or category.
    pub account: AccountId,
    /// What flows into it; negative when it flows out.
    pub amount: Money,
    /// The same value in another currency, which counts in the sum instead of `amount`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost: Option<Money>,
    /// A note on this leg.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub memo: Option<String>,
    /// How far it has been compared with the bank.
    #[serde(default, skip_serializing_if = "is_default")]
    pub mark: Mark,
}

impl Posting {
    /// A plain leg.
    pub const fn new(account: AccountId, amount: Money) -> Self {
        Self {
            account,
            amount,
            cost: None,
            memo: None,
            mark: Mark::None,
        }
    }

    /// What counts in the transaction's sum.
    pub const fn weight(&self) -> Money {
        match self.cost {
            Some(cost) => cost,
            None => self.amount,
        }
    }
}

/// Free data that a person or script attached: a JSON object.
pub type Metadata = serde_json::Map<String, serde_json::Value>;

/// A transaction as it is stored. Its postings are one field: they change together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Transaction {
    /// Its identifier.
    pub id: TransactionId,
    /// The day it happened.
    pub date: NaiveDate,
    /// With whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payee: Option<PayeeId>,
    /// A note, at most [`MAX_MEMO`] characters.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub memo: String,
    /// How sure it is.
    #[serde(default, skip_serializing_if = "is_default")]
    pub status: Status,
    /// Where it came from.
    #[serde(default, skip_serializing_if = "Source::is_manual")]
    pub source: Source,
    /// Its tags, sorted, each once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<TagId>,
    /// Free data.
    #[serde(default, skip_serializing_if = "Metadata::is_empty")]
    pub metadata: Metadata,
    /// Its legs, at least two.
    pub postings: Vec<Posting>,
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
