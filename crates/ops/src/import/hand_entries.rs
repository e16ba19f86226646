//! Rows that look like an entry made by hand: the same amount, on a near day, not yet linked with a
//! bank row. The nearest day wins, and each entry is matched once.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};
use domain::Period;
use domain::id::{AccountId, TransactionId};
use domain::statement::Verdict;
use formats::import::Statement;
use store::{StoreError, View};

use super::accounts::Targets;
use super::judge::{Judgement, row_amount, span};
use super::{HandEntries, RowVerdict};

/// How far the day of an entry by hand may lie from the bank's.
const NEAR_DAYS: u64 = 4;

/// The rows of a statement that no earlier file brought.
pub(super) struct New<'a> {
    pub(super) statement: &'a Statement,
    pub(super) targets: &'a Targets,
    pub(super) positions: &'a [usize],
}

/// What an entry must have to be looked at: its account and amount in minor units.
type Key = (AccountId, i64);

impl New<'_> {
    fn key(&self, position: usize) -> Option<(NaiveDate, Key)> {
        let row = self.statement.rows.get(position)?;
        let target = self.targets.of(row)?;
        let (amount, _) = row_amount(self.statement, row, target).ok()?;
        Some((row.date, (target.account.id, amount.minor)))
    }

    /// The days of the rows and those near them.
    fn days(&self) -> Option<Period> {
        let rows = self
            .positions
            .iter()
            .filter_map(|at| self.statement.rows.get(*at));
        let days = span(rows.map(|row| row.date))?;
        Some(Period {
            from: days
                .from
                .and_then(|day| day.checked_sub_days(Days::new(NEAR_DAYS))),
            to: days
                .to
                .and_then(|day| day.checked_add_days(Days::new(NEAR_DAYS))),
        })
    }
}

/// Changes the verdict of each row that looks like an entry made by hand.
pub(super) fn match_hand_entries(
    view: View<'_>,
    new: &New<'_>,
    choice: HandEntries,
    judgement: &mut Judgement,
) -> Result<(), StoreError> {
    let Some(days) = new.days() else {
        return Ok(());
    };
    let mut entries = entries(view, new, days)?;
    for position in new.positions {
        let Some((day, key)) = new.key(*position) else {
            continue;
        };
        let Some(found) = entries.get_mut(&key) else {
            continue;
        };
        let far = |entry: &(NaiveDate, TransactionId)| (entry.0 - day).num_days().unsigned_abs();
        let near = (0..found.len()).filter(|at| far(&found[*at]) <= NEAR_DAYS);
        let Some(nearest) = near.min_by_key(|at| far(&found[*at])) else {
            continue;
        };
        let (_, transaction) = found.swap_remove(nearest);
        judgement.matches.insert(*position, transaction);
        if let Some(verdict) = judgement.verdicts.get_mut(*position) {
            *verdict = RowVerdict::Taken(match choice {
                HandEntries::Merge => Verdict::Matched,
                HandEntries::Review | HandEntries::New => Verdict::Review,
            });
        }
    }
    Ok(())
}

/// The entries by hand that have the account and amount of some new row.
fn entries(
    view: View<'_>,
    new: &New<'_>,
    days: Period,
) -> Result<HashMap<Key, Vec<(NaiveDate, TransactionId)>>, StoreError> {
    let keys = new.positions.iter().filter_map(|at| new.key(*at));
    let mut wanted: Vec<Key> = keys.map(|(_, key)| key).collect();
    wanted.sort_unstable();
    wanted.dedup();
    let mut accounts: Vec<AccountId> = wanted.iter().map(|(account, _)| *account).collect();
    accounts.dedup();
    let mut entries: HashMap<Key, Vec<(NaiveDate, TransactionId)>> = HashMap::new();
    for account in accounts {
        view.visit_entries_by_hand(account, days, |day, minor, transaction| {
            let key = (account, minor);
            if wanted.binary_search(&key).is_ok() {
                entries.entry(key).or_default().push((day, transaction));
            }
        })?;
    }
    Ok(entries)
}
