//! The books: double entry, accounts, rollups.

use std::collections::HashMap;

use domain::id::TransactionId;

use super::Finding;
use crate::calendar::{date_of, month_number};
use crate::record::odd;
use crate::{Ledger, StoreError};

/// Sums the weights of each transaction, in one pass in the order of the primary key.
pub(super) fn balance(ledger: &Ledger, finding: &mut Finding) -> Result<(), StoreError> {
    let mut statement = ledger.connection.prepare(
        "SELECT t.id, ifnull(p.cost, p.amount), ifnull(p.cost_currency, p.currency), \
         t.day IS p.day FROM transactions t LEFT JOIN postings p ON p.transaction_id = t.id \
         ORDER BY t.id",
    )?;
    let mut rows = statement.query([])?;
    let mut current: Option<(i64, Open)> = None;
    while let Some(row) = rows.next()? {
        let id: i64 = row.get(0)?;
        if current.as_ref().is_none_or(|(open, _)| *open != id) {
            close(current.take(), finding);
            current = Some((id, Open::default()));
        }
        if let (Some(weight), Some((_, open))) = (row.get::<_, Option<i64>>(1)?, &mut current) {
            open.add(weight, row.get(2)?, row.get(3)?);
        }
    }
    close(current, finding);
    Ok(())
}

/// A transaction being summed.
#[derive(Default)]
struct Open {
    legs: u32,
    on_other_days: u32,
    /// By currency.
    sums: Vec<(i64, i128)>,
}

impl Open {
    fn add(&mut self, weight: i64, currency: i64, same_day: bool) {
        self.legs += 1;
        self.on_other_days += u32::from(!same_day);
        match self.sums.iter_mut().find(|(known, _)| *known == currency) {
            Some((_, sum)) => *sum += i128::from(weight),
            None => self.sums.push((currency, i128::from(weight))),
        }
    }

    fn is_sound(&self) -> bool {
        let balanced = self.sums.iter().all(|(_, sum)| *sum == 0);
        self.legs >= 2 && self.on_other_days == 0 && balanced
    }
}

fn close(transaction: Option<(i64, Open)>, finding: &mut Finding) {
    let Some((id, open)) = transaction else {
        return;
    };
    finding.look();
    if !open.is_sound() {
        finding.complain(|| {
            format!(
                "transaction {} does not balance",
                TransactionId::from_raw(id)
            )
        });
    }
}

/// What constraints can't say: the currency of postings, and the kind of children.
pub(super) fn accounts(ledger: &Ledger, finding: &mut Finding) -> Result<(), StoreError> {
    let mut statement = ledger.connection.prepare(
        "SELECT a.id, (SELECT count(*) FROM rollups r WHERE r.account = a.id \
             AND a.currency IS NOT NULL AND r.currency <> a.currency), \
             a.parent IS NOT NULL AND a.kind IS NOT (SELECT kind FROM accounts WHERE id = a.parent) \
         FROM accounts a",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        finding.look();
        let (id, foreign, odd_kind): (i64, i64, bool) = (row.get(0)?, row.get(1)?, row.get(2)?);
        if foreign > 0 {
            finding.complain(|| format!("account {id} holds another currency than its own"));
        }
        if odd_kind {
            finding.complain(|| format!("account {id} is of another kind than its parent"));
        }
    }
    Ok(())
}

type Key = (i64, i64, i64);

/// Adds up all postings again and compares.
pub(super) fn rollups(ledger: &Ledger, finding: &mut Finding) -> Result<(), StoreError> {
    let mut sums: HashMap<Key, (i128, i64)> = HashMap::new();
    let mut statement = ledger
        .connection
        .prepare("SELECT account, day, currency, amount FROM postings")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let month = date_of(row.get(1)?)
            .map(month_number)
            .ok_or_else(|| odd("a posting has no day"))?;
        let sum = sums.entry((row.get(0)?, month, row.get(2)?)).or_default();
        sum.0 += i128::from(row.get::<_, i64>(3)?);
        sum.1 += 1;
    }
    compare(ledger, sums, finding)?;
    count(ledger, finding)
}

fn compare(
    ledger: &Ledger,
    mut sums: HashMap<Key, (i128, i64)>,
    finding: &mut Finding,
) -> Result<(), StoreError> {
    let mut statement = ledger
        .connection
        .prepare("SELECT account, month, currency, amount, postings FROM rollups")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        finding.look();
        let key = (row.get(0)?, row.get(1)?, row.get(2)?);
        let kept = (i128::from(row.get::<_, i64>(3)?), row.get(4)?);
        if sums.remove(&key) != Some(kept) {
            finding.complain(|| {
                format!(
                    "the rollup of account {} in month {} is wrong",
                    key.0, key.1
                )
            });
        }
    }
    for (account, month, _) in sums.into_keys() {
        finding.complain(|| format!("the rollup of account {account} in month {month} is missing"));
    }
    Ok(())
}

fn count(ledger: &Ledger, finding: &mut Finding) -> Result<(), StoreError> {
    let rows: i64 =
        ledger
            .connection
            .query_row("SELECT count(*) FROM transactions", [], |row| row.get(0))?;
    let kept = ledger.view().remembered("transactions")?;
    finding.look();
    if kept.map_or(0, |kept| kept.parse().unwrap_or(-1)) != rows {
        finding.complain(|| "the kept count of transactions is wrong".to_owned());
    }
    Ok(())
}
