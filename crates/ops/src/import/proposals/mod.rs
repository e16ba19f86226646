//! What is proposed about rows that no earlier file brought, and never decided silently.
//!
//! Before anything is written: `entries` finds the entry that a row may be the bank's word for,
//! `redated` the announced row that it may be under another day, `late` the rows that an earlier
//! file of the same days did not have. After the rows are booked `transfers` pairs those that may be
//! the two sides of one movement. Each transaction is proposed once.

mod entries;
mod late;
mod redated;
mod transfers;

use chrono::{Days, NaiveDate};
use domain::Period;
use domain::id::{AccountId, TransactionId};
use domain::statement::{Reason, Verdict};
use formats::import::Statement;
use store::{StoreError, View};

use super::accounts::Targets;
use super::judge::{Judgement, row_amount, span};
use super::{HandEntries, RowVerdict};

pub(crate) use transfers::{Booked, propose_transfers};

/// Why a row is remarkable, and the transaction that this is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Why.
    pub reason: Reason,
    /// The transaction, when there is one.
    pub candidate: Option<TransactionId>,
}

/// What a row and a posting must share to be compared: the account and the amount in minor units.
type Key = (AccountId, i64);

/// The rows of a statement that no earlier file brought.
struct New<'a> {
    statement: &'a Statement,
    targets: &'a Targets,
    positions: &'a [usize],
}

impl New<'_> {
    fn key(&self, position: usize) -> Option<(NaiveDate, Key)> {
        let row = self.statement.rows.get(position)?;
        let target = self.targets.of(row)?;
        let (amount, _) = row_amount(self.statement, row, target).ok()?;
        Some((row.date, (target.account.id, amount.minor)))
    }

    /// The days of the rows, and so many more on both sides.
    fn days(&self, before: u64, after: u64) -> Option<Period> {
        let rows = self
            .positions
            .iter()
            .filter_map(|at| self.statement.rows.get(*at));
        let days = span(rows.map(|row| row.date))?;
        Some(Period {
            from: days
                .from
                .and_then(|day| day.checked_sub_days(Days::new(before))),
            to: days
                .to
                .and_then(|day| day.checked_add_days(Days::new(after))),
        })
    }

    /// The accounts and amounts of the rows, sorted, each once.
    fn keys(&self) -> Vec<Key> {
        let keys = self.positions.iter().filter_map(|at| self.key(*at));
        let mut keys: Vec<Key> = keys.map(|(_, key)| key).collect();
        keys.sort_unstable();
        keys.dedup();
        keys
    }
}

/// The accounts of sorted keys.
fn accounts(keys: &[Key]) -> Vec<AccountId> {
    let mut accounts: Vec<AccountId> = keys.iter().map(|(account, _)| *account).collect();
    accounts.dedup();
    accounts
}

/// Looks for what the new rows of a statement may be, and changes their verdicts.
pub(super) fn propose(
    view: View<'_>,
    statement: &Statement,
    targets: &Targets,
    choice: HandEntries,
    judgement: &mut Judgement,
) -> Result<(), StoreError> {
    if choice != HandEntries::New {
        let positions = still_new(judgement);
        let new = New {
            statement,
            targets,
            positions: &positions,
        };
        let found = redated::find(view, &new, judgement)?;
        settle(judgement, found, choice);
        let positions = still_new(judgement);
        let new = New {
            statement,
            targets,
            positions: &positions,
        };
        let found = entries::find(view, &new)?;
        settle(judgement, found, choice);
    }
    let positions = still_new(judgement);
    let new = New {
        statement,
        targets,
        positions: &positions,
    };
    for position in late::find(view, &new)? {
        judgement.findings.insert(
            position,
            Finding {
                reason: Reason::Late,
                candidate: None,
            },
        );
    }
    Ok(())
}

fn still_new(judgement: &Judgement) -> Vec<usize> {
    let verdicts = judgement.verdicts.iter().enumerate();
    let new = verdicts.filter(|(_, verdict)| **verdict == RowVerdict::Taken(Verdict::New));
    new.map(|(position, _)| position).collect()
}

/// Rows that may be known already are not booked until that is decided.
fn settle(judgement: &mut Judgement, found: Vec<(usize, Finding)>, choice: HandEntries) {
    for (position, finding) in found {
        judgement.findings.insert(position, finding);
        if let Some(verdict) = judgement.verdicts.get_mut(position) {
            *verdict = RowVerdict::Taken(match choice {
                HandEntries::Merge => Verdict::Matched,
                HandEntries::Review | HandEntries::New => Verdict::Review,
            });
        }
    }
}
