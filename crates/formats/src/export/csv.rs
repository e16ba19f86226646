//! CSV (RFC 4180), one row for each posting.
//!
//! A text cell that a spreadsheet would run as a formula (one that begins with `=`, `+`, `-`, `@`,
//! a tab or a carriage return) gets an apostrophe in front, which spreadsheets hide. Amounts are
//! numbers and stay as they are. Whoever needs each text unchanged takes JSON.

use std::borrow::Cow;
use std::io::Write;

use csv::{Terminator, WriterBuilder};
use domain::{Posting, Transaction};

use crate::book::{BookHead, BookWriter, Names, WriteError};

/// The first row.
const COLUMNS: [&str; 16] = [
    "id",
    "date",
    "payee",
    "memo",
    "status",
    "account",
    "kind",
    "amount",
    "currency",
    "tags",
    "posting_memo",
    "mark",
    "cost",
    "cost_currency",
    "source",
    "metadata",
];

/// Writes postings as rows.
pub struct CsvWriter<W: Write> {
    out: csv::Writer<W>,
}

impl<W: Write> CsvWriter<W> {
    /// Writes to `out`.
    pub fn new(out: W) -> Self {
        let out = WriterBuilder::new()
            .terminator(Terminator::CRLF)
            .from_writer(out);
        Self { out }
    }
}

/// What is the same in all rows of a transaction.
struct Shared {
    id: String,
    date: String,
    tags: String,
    source: String,
    metadata: String,
}

/// A text that no spreadsheet takes for a formula.
fn text(cell: &str) -> Cow<'_, str> {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

impl<W: Write> CsvWriter<W> {
    fn row(
        &mut self,
        head: &BookHead,
        transaction: &Transaction,
        posting: &Posting,
        shared: &Shared,
    ) -> Result<(), WriteError> {
        let payee = head.payee_of(transaction)?.unwrap_or_default();
        let account = head.account(posting.account)?;
        let (cost, cost_currency) = posting.cost.map_or_else(Default::default, |cost| {
            (cost.digits(), cost.currency.to_string())
        });
        Ok(self.out.write_record([
            shared.id.as_str(),
            &shared.date,
            &text(payee),
            &text(&transaction.memo),
            transaction.status.as_str(),
            &text(head.chart.path(account.id)),
            account.kind.as_str(),
            &posting.amount.digits(),
            posting.amount.currency.code.as_str(),
            &text(&shared.tags),
            &text(posting.memo.as_deref().unwrap_or_default()),
            posting.mark.as_str(),
            &cost,
            &cost_currency,
            &shared.source,
            &shared.metadata,
        ])?)
    }
}

impl<W: Write> BookWriter for CsvWriter<W> {
    fn begin(&mut self, _: &BookHead) -> Result<(), WriteError> {
        Ok(self.out.write_record(COLUMNS)?)
    }

    fn transaction(
        &mut self,
        head: &BookHead,
        transaction: &Transaction,
    ) -> Result<(), WriteError> {
        let metadata = if transaction.metadata.is_empty() {
            String::new()
        } else {
            serde_json::to_string(&transaction.metadata)?
        };
        let shared = Shared {
            id: transaction.id.to_string(),
            date: transaction.date.to_string(),
            tags: head.tags_of(transaction)?.join("; "),
            source: transaction.source.to_string(),
            metadata,
        };
        for posting in &transaction.postings {
            self.row(head, transaction, posting, &shared)?;
        }
        Ok(())
    }

    fn finish(&mut self) -> Result<(), WriteError> {
        Ok(self.out.flush()?)
    }
}
