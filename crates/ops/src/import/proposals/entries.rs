//! Rows that look like an entry which no bank row confirms: the same amount, on a near day. The
//! nearest day wins, and each entry is matched once.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::Period;
use domain::id::TransactionId;
use domain::statement::Reason;
use store::{StoreError, View};

use super::{Finding, Key, New, accounts};

/// How far the day of an entry may lie from the bank's.
const NEAR_DAYS: u64 = 4;

/// Finds the entry that each row may be.
pub(super) fn find(view: View<'_>, new: &New<'_>) -> Result<Vec<(usize, Finding)>, StoreError> {
    let Some(days) = new.days(NEAR_DAYS, NEAR_DAYS) else {
        return Ok(Vec::new());
    };
    let mut entries = entries(view, new, days)?;
    let mut found = Vec::new();
    for position in new.positions {
        let Some((day, key)) = new.key(*position) else {
            continue;
        };
        let Some(near) = entries.get_mut(&key) else {
            continue;
        };
        let far = |entry: &(NaiveDate, TransactionId)| (entry.0 - day).num_days().unsigned_abs();
        let nearest = (0..near.len()).filter(|at| far(&near[*at]) <= NEAR_DAYS);
        if let Some(at) = nearest.min_by_key(|at| far(&near[*at])) {
            let (_, transaction) = near.swap_remove(at);
            let finding = Finding {
                reason: Reason::Entry,
                candidate: Some(transaction),
            };
            found.push((*position, finding));
        }
    }
    Ok(found)
}

/// The entries that have the account and amount of some new row.
fn entries(
    view: View<'_>,
    new: &New<'_>,
    days: Period,
) -> Result<HashMap<Key, Vec<(NaiveDate, TransactionId)>>, StoreError> {
    let wanted = new.keys();
    let mut entries: HashMap<Key, Vec<(NaiveDate, TransactionId)>> = HashMap::new();
    for account in accounts(&wanted) {
        view.visit_unconfirmed(account, days, |day, minor, transaction| {
            let key = (account, minor);
            if wanted.binary_search(&key).is_ok() {
                entries.entry(key).or_default().push((day, transaction));
            }
        })?;
    }
    Ok(entries)
}
