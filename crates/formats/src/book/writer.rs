//! The two ends of the stream: who writes a book, and who is filled from one.

use domain::id::AccountId;
use domain::money::MoneyError;
use domain::statement::StatementRow;
use domain::{Attachment, CurrencyCode, Money, NaiveDate, Transaction};

use super::head::BookHead;
use super::names::MissingName;

/// One account's part of an export that goes account by account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Statement {
    /// The asset or liability account.
    pub account: AccountId,
    /// The day of its first exported transaction.
    pub from: NaiveDate,
    /// The day of its last exported transaction.
    pub to: NaiveDate,
    /// What is in the account at the end of `to`.
    pub balance: Money,
}

/// Writes a ledger that comes as a stream.
///
/// The calls come in this order: `begin` once, each transaction by date, each statement row,
/// each attachment, `finish` once. A format that goes account by account
/// ([`ExportFormat::goes_by_account`](crate::export::ExportFormat::goes_by_account)) gets, instead
/// of all transactions once, `begin_account` and then the transactions with a posting in that
/// account, for one asset or liability account after the other.
pub trait BookWriter {
    /// Writes what comes before the first transaction.
    fn begin(&mut self, head: &BookHead) -> Result<(), WriteError>;

    /// Says whose transactions come next; other formats ignore it.
    fn begin_account(&mut self, _: &BookHead, _: &Statement) -> Result<(), WriteError> {
        Ok(())
    }

    /// Writes one transaction.
    fn transaction(&mut self, head: &BookHead, transaction: &Transaction)
    -> Result<(), WriteError>;

    /// Writes one statement row; formats that know none ignore it.
    fn statement_row(&mut self, _: &BookHead, _: &StatementRow) -> Result<(), WriteError> {
        Ok(())
    }

    /// Writes one attachment with its content; formats that know none ignore it.
    fn attachment(&mut self, _: &Attachment, _: &[u8]) -> Result<(), WriteError> {
        Ok(())
    }

    /// Writes the end and flushes; without it the export is not complete.
    fn finish(&mut self) -> Result<(), WriteError>;
}

/// Takes what is read from a book: the head first, then transactions, then statement rows.
pub trait BookSink {
    /// Why the sink may refuse.
    type Error;
    /// Takes the head.
    fn head(&mut self, head: &BookHead) -> Result<(), Self::Error>;
    /// Takes one transaction; it balances, and all it refers to is in the head.
    fn transaction(&mut self, transaction: Transaction) -> Result<(), Self::Error>;
    /// Takes one statement row; its account is in the head.
    fn statement_row(&mut self, row: StatementRow) -> Result<(), Self::Error>;
    /// Takes one attachment with its content.
    fn attachment(&mut self, attachment: Attachment, content: &[u8]) -> Result<(), Self::Error>;
}

/// Why a book can't be written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The file or pipe refused.
    #[error("the export can't be written")]
    Io(#[from] std::io::Error),
    /// A CSV record failed, which only its file or pipe can cause.
    #[error("the export can't be written")]
    Csv(#[from] csv::Error),
    /// A JSON value failed, which only its file or pipe can cause.
    #[error("the export can't be written")]
    Json(#[from] serde_json::Error),
    /// Something that the head doesn't have.
    #[error(transparent)]
    Missing(#[from] MissingName),
    /// A currency, or one of its exponents, that the head doesn't have.
    #[error("the currency {0} is not in the ledger's list")]
    UnknownCurrency(CurrencyCode),
    /// Two entities have one name, so the document could not be read back.
    #[error("two entries of the ledger are called `{0}`")]
    SameName(String),
    /// An account's statement has postings of more than one currency.
    #[error("the account {0} holds more than one currency")]
    MixedCurrencies(AccountId),
    /// A call that comes too early or too late.
    #[error("the parts of a book were written out of order")]
    OutOfOrder,
    /// A sum that doesn't fit.
    #[error(transparent)]
    Money(#[from] MoneyError),
}
