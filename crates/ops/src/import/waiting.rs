//! Rows of earlier files that wait for a decision: when a file brings one again it is asked about
//! again, and what is decided then is written to the row that waits.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::Money;
use domain::id::AccountId;
use domain::statement::StatementRow;
use domain::text::fold;
use formats::import::{Row, Statement};
use store::{StoreError, View};

use super::accounts::Targets;
use super::judge::{row_text, span};

/// What makes a row the one that waits.
type Key = (AccountId, NaiveDate, i64, String);

/// The rows that wait, for the accounts and days of a statement.
pub(super) struct Waiting(HashMap<Key, Vec<StatementRow>>);

impl Waiting {
    pub(super) fn new(
        view: View<'_>,
        statement: &Statement,
        targets: &Targets,
    ) -> Result<Self, StoreError> {
        let mut rows: HashMap<Key, Vec<StatementRow>> = HashMap::new();
        let Some(days) = span(statement.rows.iter().map(|row| row.date)) else {
            return Ok(Self(rows));
        };
        for target in targets.all() {
            for row in view.waiting_rows(target.account.id, days)? {
                let key = (row.account, row.date, row.amount.minor, fold(&row.text));
                rows.entry(key).or_default().push(row);
            }
        }
        Ok(Self(rows))
    }

    /// Takes the row that waits for this one, if there is one.
    pub(super) fn take(
        &mut self,
        account: AccountId,
        row: &Row,
        amount: Money,
    ) -> Option<StatementRow> {
        if self.0.is_empty() {
            return None;
        }
        let key = (account, row.date, amount.minor, fold(&row_text(row)));
        self.0.get_mut(&key)?.pop()
    }
}
