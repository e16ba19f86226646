//! The rows of bank files that were kept for a person to decide about, and were not decided since.

use domain::statement::{Batch, StatementRow};
use store::StoreError;

use crate::Book;

/// A row that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitingRow {
    /// The row as the bank wrote it.
    pub row: StatementRow,
    /// The full name of its account.
    pub account: String,
    /// The file that brought it.
    pub file: String,
}

impl Book {
    /// The rows that wait for a decision, the latest first: at most `limit`.
    pub fn waiting_rows(&self, limit: u64) -> Result<Vec<WaitingRow>, StoreError> {
        let _moment = self.ledger().snapshot()?;
        let view = self.view();
        let chart = view.chart()?;
        let rows = view.all_waiting_rows(limit)?;
        let named = rows.into_iter().map(|row| {
            let batch = view.get::<Batch>(row.batch.raw())?;
            Ok(WaitingRow {
                account: chart.path(row.account).to_owned(),
                file: batch.map(|batch| batch.file).unwrap_or_default(),
                row,
            })
        });
        named.collect()
    }
}
