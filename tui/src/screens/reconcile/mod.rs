//! One account against a bank's statement: the rows up to its day that were not reconciled yet are
//! ticked off until nothing is missing; then all that are ticked are marked at once.

mod forms;
mod update;
mod view;

#[cfg(test)]
mod tests;

use std::collections::HashSet;

use domain::id::TransactionId;
use domain::{Money, NaiveDate};
use ops::transaction::Ticked;

use crate::widgets::cursor::Cursor;

/// Rows that are listed at most; more are summed up.
const MOST: usize = 2000;

/// A question of this screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Wish {
    /// The account.
    pub(crate) account: String,
    /// The last day of the statement.
    pub(crate) date: NaiveDate,
    /// At most so many rows.
    pub(crate) limit: usize,
}

/// A row that the statement may have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    /// Its transaction.
    pub(crate) id: TransactionId,
    /// Its day.
    pub(crate) date: NaiveDate,
    /// With whom.
    pub(crate) payee: String,
    /// A note.
    pub(crate) memo: String,
    /// What for.
    pub(crate) category: String,
    /// What flowed into the account.
    pub(crate) amount: Money,
}

/// Its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    /// The sum of what was reconciled before.
    pub(crate) reconciled: Money,
    /// The sum of what was not.
    pub(crate) open: Money,
    /// How many transactions were not.
    pub(crate) count: u64,
    /// The newest of them.
    pub(crate) rows: Vec<Row>,
}

/// What the bank says.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Statement {
    date: NaiveDate,
    balance: Money,
}

/// What it knows.
#[derive(Debug)]
pub(crate) struct State {
    account: String,
    statement: Option<Statement>,
    /// True once the statement was asked for.
    asked: bool,
    found: Option<Found>,
    /// The rows that are ticked, or when `all` those that are not.
    ticks: HashSet<TransactionId>,
    all: bool,
    cursor: Cursor,
    /// True while what is ticked is being saved.
    finishing: bool,
}

impl State {
    /// A statement of an account.
    pub(crate) fn new(account: &str) -> Self {
        Self {
            account: account.to_owned(),
            statement: None,
            asked: false,
            found: None,
            ticks: HashSet::new(),
            all: false,
            cursor: Cursor::default(),
            finishing: false,
        }
    }

    fn rows(&self) -> &[Row] {
        self.found.as_ref().map_or(&[], |found| &found.rows)
    }

    fn is_ticked(&self, row: &Row) -> bool {
        self.all != self.ticks.contains(&row.id)
    }

    /// The sum of what is ticked.
    fn ticked(&self) -> Option<Money> {
        let found = self.found.as_ref()?;
        let listed = found.rows.iter().filter(|row| self.ticks.contains(&row.id));
        let zero = Money::zero(found.open.currency);
        let sum = listed
            .map(|row| row.amount)
            .try_fold(zero, |sum, amount| sum.checked_add(amount).ok())?;
        if self.all {
            found.open.checked_sub(sum).ok()
        } else {
            Some(sum)
        }
    }

    /// What the ledger has for the statement.
    fn ours(&self) -> Option<Money> {
        let reconciled = self.found.as_ref()?.reconciled;
        reconciled.checked_add(self.ticked()?).ok()
    }

    /// What the statement has more than that.
    fn difference(&self) -> Option<Money> {
        self.statement
            .as_ref()?
            .balance
            .checked_sub(self.ours()?)
            .ok()
    }

    /// How many are ticked, and of how many.
    fn counts(&self) -> (u64, u64) {
        let count = self.found.as_ref().map_or(0, |found| found.count);
        let listed = self
            .rows()
            .iter()
            .filter(|row| self.ticks.contains(&row.id))
            .count() as u64;
        let ticked = if self.all {
            count.saturating_sub(listed)
        } else {
            listed
        };
        (ticked, count)
    }

    /// The ticks as the ledger takes them; rows that are gone are left out.
    fn choice(&self) -> Ticked {
        let rows = self
            .rows()
            .iter()
            .filter(|row| self.ticks.contains(&row.id));
        let ids: Vec<TransactionId> = rows.map(|row| row.id).collect();
        match (self.all, ids.is_empty()) {
            (true, true) => Ticked::All,
            (true, false) => Ticked::AllBut(ids),
            (false, _) => Ticked::These(ids),
        }
    }
}
