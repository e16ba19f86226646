//! Queries as people type them: terms that are and-ed, such as `cat:food amt:>100 not:tag:trip`.
//!
//! A query holds names, not ids: `ops` looks them up in the ledger at hand.

mod parse;

use rust_decimal::Decimal;

use crate::currency::CurrencyCode;
use crate::period::Period;
use crate::transaction::Status;

pub use parse::{PREFIXES, QueryError};

/// Terms that must all hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The terms, in the order in which they were typed.
    pub terms: Vec<Term>,
}

/// One condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// True when the condition must *not* hold.
    pub negated: bool,
    /// The condition.
    pub condition: Condition,
}

/// What a term asks of a transaction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// Payee or memo contain this text, folded.
    Text(String),
    /// A posting is in this account, or below it.
    Account(String),
    /// A posting is in this category, or below it.
    Category(String),
    /// The payee contains this text, folded.
    Payee(String),
    /// The memo contains this text, folded.
    Memo(String),
    /// The size of a posting, regardless of its sign, lies in this range.
    Amount(Range),
    /// The day lies in this period.
    Date(Period),
    /// It has this tag.
    Tag(String),
    /// It has this status.
    Status(Status),
    /// A posting was reconciled.
    Reconciled,
    /// Its source begins so (`manual`, `import`, `import:…`).
    Source(String),
    /// A posting is in this currency.
    Currency(CurrencyCode),
}

/// A range of sizes; each end says whether it belongs to the range.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Range {
    /// The lower end.
    pub least: Option<Bound>,
    /// The upper end.
    pub most: Option<Bound>,
}

/// One end of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bound {
    /// The size at the end.
    pub size: Decimal,
    /// True when that size itself is meant too.
    pub included: bool,
}
