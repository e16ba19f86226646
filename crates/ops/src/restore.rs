//! The way back: a lossless JSON export becomes an equal ledger.
//!
//! The whole document goes into one operation: a document that is cut off or wrong leaves nothing.
//! The history of the old ledger is not in it; the new one begins with this operation.

use std::io::Read;

use domain::id::AccountId;
use domain::statement::StatementRow;
use domain::{Account, Attachment, Chart, Transaction};
use formats::book::json;
use formats::book::{BookHead, BookSink};
use store::{StoreError, Verb, Writer};

use crate::Book;
use crate::book::{CURRENCY, LAST_ACCOUNT};

pub use formats::book::json::ReadBookError;

/// Why a document was not restored. Nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum RestoreError {
    /// The ledger has transactions already.
    #[error("the ledger is not empty")]
    NotEmpty,
    /// The document can't be read.
    #[error(transparent)]
    Document(ReadBookError<StoreError>),
    /// The ledger could not be written.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What was restored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Restored {
    /// How many transactions.
    pub transactions: u64,
}

impl Book {
    /// Fills this ledger, which must be as `init` left it, from a lossless JSON export.
    pub fn restore_json(&mut self, document: impl Read) -> Result<Restored, RestoreError> {
        self.write(Verb::Restore, |writer| {
            let operations = writer.view().operations(2)?;
            if operations
                .iter()
                .any(|operation| operation.verb != Verb::Init)
            {
                return Err(RestoreError::NotEmpty);
            }
            clear(writer)?;
            let mut sink = Sink {
                writer,
                restored: Restored::default(),
                late: None,
            };
            json::read(document, &mut sink).map_err(RestoreError::Document)?;
            sink.finish()?;
            Ok(sink.restored)
        })
    }
}

/// Takes away what `init` made.
fn clear(writer: &mut Writer<'_>) -> Result<(), StoreError> {
    writer.remember(LAST_ACCOUNT, "")?;
    let chart = writer.view().chart()?;
    parents_first(&chart)
        .into_iter()
        .rev()
        .try_for_each(|account| writer.delete(account))?;
    writer
        .view()
        .currencies()?
        .iter()
        .try_for_each(|currency| writer.delete(currency))
}

struct Sink<'w, 'l> {
    writer: &'w mut Writer<'l>,
    restored: Restored,
    /// What points to transactions, and so has to wait for them.
    late: Option<BookHead>,
}

impl Sink<'_, '_> {
    fn finish(&mut self) -> Result<(), StoreError> {
        let Some(head) = self.late.take() else {
            return Ok(());
        };
        head.contributions
            .iter()
            .try_for_each(|entry| self.writer.create(entry))
    }
}

impl BookSink for Sink<'_, '_> {
    type Error = StoreError;

    fn head(&mut self, head: &BookHead) -> Result<(), StoreError> {
        let writer = &mut *self.writer;
        head.currencies
            .iter()
            .try_for_each(|currency| writer.create(currency))?;
        writer.remember(CURRENCY, head.currency.as_str())?;
        parents_first(&head.chart)
            .into_iter()
            .try_for_each(|account| writer.create(account))?;
        head.payees
            .iter()
            .try_for_each(|payee| writer.create(payee))?;
        head.tags.iter().try_for_each(|tag| writer.create(tag))?;
        head.prices
            .iter()
            .try_for_each(|price| writer.create(price))?;
        head.goals.iter().try_for_each(|goal| writer.create(goal))?;
        head.batches
            .iter()
            .try_for_each(|batch| writer.create(batch))?;
        head.budgets
            .iter()
            .try_for_each(|budget| writer.create(budget))?;
        head.schedules
            .iter()
            .try_for_each(|schedule| writer.create(schedule))?;
        head.rules.iter().try_for_each(|rule| writer.create(rule))?;
        self.late = Some(head.clone());
        Ok(())
    }

    fn transaction(&mut self, transaction: Transaction) -> Result<(), StoreError> {
        self.restored.transactions += 1;
        self.writer.create(&transaction)
    }

    fn statement_row(&mut self, row: StatementRow) -> Result<(), StoreError> {
        self.writer.create(&row)
    }

    fn attachment(&mut self, attachment: Attachment, content: &[u8]) -> Result<(), StoreError> {
        if self.writer.keep_content(content)? != attachment.digest {
            let what = format!("attachment {} is damaged", attachment.id);
            return Err(StoreError::Contradiction(what));
        }
        self.writer.create(&attachment)
    }
}

/// The accounts in an order in which each comes after its parent.
fn parents_first(chart: &Chart) -> Vec<&Account> {
    let mut ordered: Vec<&Account> = Vec::new();
    let mut level: Vec<Option<AccountId>> = vec![None];
    while !level.is_empty() {
        let below: Vec<&Account> = level
            .iter()
            .flat_map(|parent| chart.children(*parent))
            .collect();
        level = below.iter().map(|account| Some(account.id)).collect();
        ordered.extend(below);
    }
    ordered
}
