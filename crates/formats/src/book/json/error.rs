//! Why a document is no book.

use domain::account::AccountKind;
use domain::id::TransactionId;
use domain::money::MoneyTextError;
use domain::transaction::TransactionError;
use domain::{Currency, CurrencyCode};

pub use super::accounts::AccountProblem;
use super::{KIND, VERSION};

/// Why a book can't be read; `E` is what the sink may refuse with.
#[derive(Debug, thiserror::Error)]
pub enum ReadBookError<E> {
    /// No JSON, or not the shape that was expected there; names line and field.
    #[error("the document can't be read: {0}")]
    Json(#[source] serde_json::Error),
    /// JSON of something else.
    #[error("the document is no `{KIND}`")]
    Kind,
    /// A version that this program doesn't know.
    #[error("the document has version {0}, this program reads version {VERSION}")]
    Version(serde_json::Value),
    /// A part that every book has.
    #[error("the document has no `{0}`, or not before what needs it")]
    MissingField(&'static str),
    /// One field given twice.
    #[error("the document has `{0}` twice")]
    RepeatedField(String),
    /// The head or one item is longer than any that was ever written.
    #[error("one entry of the document is longer than {0} bytes")]
    TooLong(u64),
    /// Two entries of the head can't be told apart.
    #[error("two entries of the document are called `{0}`")]
    SameName(String),
    /// An account that makes no sense.
    #[error("the account `{name}`: {problem}")]
    Account {
        /// Its name.
        name: String,
        /// What is wrong with it.
        #[source]
        problem: AccountProblem,
    },
    /// A transaction or statement row that makes no sense.
    #[error("entry {number} of `{list}`: {problem}")]
    Item {
        /// The field of the document that it is in.
        list: &'static str,
        /// Which entry of that list, counted from 1.
        number: u64,
        /// What is wrong.
        #[source]
        problem: ItemError,
    },
    /// The sink's own reason.
    #[error(transparent)]
    Sink(E),
}

/// What is wrong with one transaction or statement row.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ItemError {
    /// A path that no account of that kind has.
    #[error("there is no {kind} account `{path}`")]
    NoAccount {
        /// The kind that was given.
        kind: AccountKind,
        /// The full name that was given.
        path: String,
    },
    /// An amount in another currency than that of its account.
    #[error("the account `{path}` holds {expected}, not {found}")]
    OtherCurrency {
        /// The account.
        path: String,
        /// Its currency.
        expected: CurrencyCode,
        /// The currency of the amount.
        found: CurrencyCode,
    },
    /// An attachment whose content is not what it says of it.
    #[error("the content of the attachment is damaged")]
    Content,
    /// A payee that isn't in the document.
    #[error("there is no payee `{0}`")]
    NoPayee(String),
    /// A tag that isn't in the document.
    #[error("there is no tag `{0}`")]
    NoTag(String),
    /// A currency that isn't in the document.
    #[error("there is no currency {0}")]
    NoCurrency(CurrencyCode),
    /// An amount with other digits than its currency has.
    #[error("amounts in {} have {} decimal digits", .0.code, .0.exponent)]
    Digits(Currency),
    /// Something that is no amount.
    #[error(transparent)]
    Money(#[from] MoneyTextError),
    /// A transaction that breaks a law, the balance first of all.
    #[error("transaction {id}: {problem}")]
    Transaction {
        /// Which one.
        id: TransactionId,
        /// The law.
        #[source]
        problem: TransactionError,
    },
}
