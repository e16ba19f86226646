//! Rows that may be an announced row under another day: the bank wrote it as pending before, its
//! file has that row no longer, and this one has the same amount.

use std::collections::HashMap;

use domain::Period;
use domain::statement::{Reason, StatementRow};
use domain::text::fold;
use store::{StoreError, View};

use super::{Finding, Key, New, accounts};
use crate::import::RowVerdict;
use crate::import::judge::{Judgement, row_amount, row_text};

/// How many days before the booked row it may have been announced, and how many after: a bank
/// announces with the day of the purchase, seldom with one to come.
const BEFORE: u64 = 14;
const AFTER: u64 = 3;

/// Finds the announced row that each new row may be.
pub(super) fn find(
    view: View<'_>,
    new: &New<'_>,
    judgement: &Judgement,
) -> Result<Vec<(usize, Finding)>, StoreError> {
    let Some(days) = new.days(BEFORE, AFTER) else {
        return Ok(Vec::new());
    };
    let mut announced = announced(view, new, judgement, days)?;
    let mut found = Vec::new();
    for position in new.positions {
        let Some((day, key)) = new.key(*position) else {
            continue;
        };
        let Some(rows) = announced.get_mut(&key) else {
            continue;
        };
        let distance = |row: &StatementRow| (day - row.date).num_days();
        let fits = |row: &StatementRow| {
            let days = distance(row);
            let limit = if days < 0 { AFTER } else { BEFORE };
            days.unsigned_abs() <= limit
        };
        let near = (0..rows.len()).filter(|at| fits(&rows[*at]));
        if let Some(at) = near.min_by_key(|at| distance(&rows[*at]).unsigned_abs()) {
            let finding = Finding {
                reason: Reason::Redated,
                candidate: rows.swap_remove(at).transaction,
            };
            found.push((*position, finding));
        }
    }
    Ok(found)
}

/// The announced rows with the account and amount of some new row that the file has no longer.
fn announced(
    view: View<'_>,
    new: &New<'_>,
    judgement: &Judgement,
    days: Period,
) -> Result<HashMap<Key, Vec<StatementRow>>, StoreError> {
    let wanted = new.keys();
    let mut kept = rows_that_came_again(new, judgement);
    let mut announced: HashMap<Key, Vec<StatementRow>> = HashMap::new();
    for account in accounts(&wanted) {
        let mut rows = Vec::new();
        view.visit_pending_rows(account, days, |row| rows.push(row))?;
        for row in rows {
            let key = (account, row.amount.minor);
            let again = kept.get_mut(&(key, row.date, fold(&row.text)));
            match again {
                Some(left @ 1..) => *left -= 1,
                _ if wanted.binary_search(&key).is_ok() => {
                    announced.entry(key).or_default().push(row);
                }
                _ => {}
            }
        }
    }
    Ok(announced)
}

type Known = (Key, chrono::NaiveDate, String);

/// How often the file has each row that was known already.
fn rows_that_came_again(new: &New<'_>, judgement: &Judgement) -> HashMap<Known, u32> {
    let mut again = HashMap::new();
    let rows = new.statement.rows.iter().zip(&judgement.verdicts);
    for (row, _) in rows.filter(|(_, verdict)| **verdict == RowVerdict::Duplicate) {
        let amount = new.targets.of(row).and_then(|target| {
            let (amount, _) = row_amount(new.statement, row, target).ok()?;
            Some((target.account.id, amount.minor))
        });
        if let Some(key) = amount {
            let known = (key, row.date, fold(&row_text(row)));
            *again.entry(known).or_default() += 1;
        }
    }
    again
}
