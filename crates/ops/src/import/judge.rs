//! The verdict on each row: known, new, or like an entry made by hand.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};
use domain::id::{AccountId, TransactionId};
use domain::money::MoneyError;
use domain::statement::{Tally, Verdict};
use domain::{Money, Period};
use formats::import::{Row, RowError, RowProblem, Statement};
use store::{StoreError, View};

use super::accounts::{Target, Targets};
use super::{HandEntries, Import, ImportError, RowVerdict};

/// How far the day of an entry by hand may lie from the bank's.
const NEAR_DAYS: u64 = 4;

/// What was decided about a statement.
pub(super) struct Judgement {
    pub(super) verdicts: Vec<RowVerdict>,
    pub(super) refused: Vec<RowError>,
    pub(super) rounded: usize,
    /// The entries by hand that rows were matched with, by the position of the row.
    pub(super) matches: HashMap<usize, TransactionId>,
}

/// Payee and memo in one text: what tells rows of one day and amount apart.
pub(super) fn row_text(row: &Row) -> String {
    match (&row.payee, &row.memo) {
        (Some(payee), Some(memo)) => format!("{payee} {memo}"),
        (Some(text), None) | (None, Some(text)) => text.to_string(),
        (None, None) => String::new(),
    }
}

/// The amount of a row in the account's currency. Investment statements state computed totals
/// with more digits than money has; those are rounded, half to even. Anything else is refused.
pub(super) fn row_amount(
    statement: &Statement,
    row: &Row,
    target: &Target,
) -> Result<(Money, bool), MoneyError> {
    let exact = Money::from_decimal(row.amount, target.currency);
    let investment = statement
        .account_of(row)
        .is_some_and(|account| account.kind.as_deref() == Some("investment"));
    match exact {
        Err(MoneyError::TooPrecise { .. }) if investment => {
            Ok((Money::round(row.amount, target.currency)?, true))
        }
        exact => Ok((exact?, false)),
    }
}

/// Judges all rows of a statement against what the ledger knows for the same accounts and days.
pub(super) fn judge(
    view: View<'_>,
    file: &str,
    statement: &Statement,
    targets: &Targets,
    request: &Import,
) -> Result<Judgement, ImportError> {
    let mut judgement = Judgement {
        verdicts: Vec::with_capacity(statement.rows.len()),
        refused: Vec::new(),
        rounded: 0,
        matches: HashMap::new(),
    };
    let mut tallies = tallies(view, statement, targets)?;
    let mut new: Vec<(usize, AccountId, Money)> = Vec::new();
    for (position, row) in statement.rows.iter().enumerate() {
        let Some(target) = targets.of(row) else {
            continue;
        };
        check_currency(file, row, target)?;
        let Ok((amount, rounded)) = row_amount(statement, row, target) else {
            judgement.refused.push(too_precise(row));
            judgement.verdicts.push(RowVerdict::Bad);
            continue;
        };
        judgement.rounded += usize::from(rounded);
        let tally = tallies.entry(target.account.id).or_default();
        let (text, bank_id) = (row_text(row), row.bank_id.as_deref());
        if tally.take(row.date, amount.minor, &text, bank_id).is_some() {
            judgement.verdicts.push(RowVerdict::Duplicate);
        } else {
            new.push((position, target.account.id, amount));
            judgement.verdicts.push(RowVerdict::Taken(Verdict::New));
        }
    }
    if request.hand_entries != HandEntries::New {
        match_hand_entries(view, statement, &new, request.hand_entries, &mut judgement)?;
    }
    Ok(judgement)
}

fn check_currency(file: &str, row: &Row, target: &Target) -> Result<(), ImportError> {
    match row.currency {
        Some(found) if found != target.currency.code => Err(ImportError::OtherCurrency {
            file: file.to_owned(),
            account: target.path.clone(),
            found,
            expected: target.currency.code,
        }),
        _ => Ok(()),
    }
}

fn too_precise(row: &Row) -> RowError {
    RowError {
        line: row.line,
        column: None,
        text: row.amount.to_string(),
        problem: RowProblem::TooPrecise,
    }
}

/// What is known of each account for the days that the file covers.
fn tallies(
    view: View<'_>,
    statement: &Statement,
    targets: &Targets,
) -> Result<HashMap<AccountId, Tally>, StoreError> {
    let Some(days) = span(statement.rows.iter().map(|row| row.date)) else {
        return Ok(HashMap::new());
    };
    targets
        .all()
        .map(|target| Ok((target.account.id, view.tally(target.account.id, days)?)))
        .collect()
}

fn span(days: impl Iterator<Item = NaiveDate> + Clone) -> Option<Period> {
    Some(Period {
        from: Some(days.clone().min()?),
        to: Some(days.max()?),
    })
}

/// Looks for entries by hand with the same amount on a near day; the nearest day wins, and each
/// entry is matched once.
fn match_hand_entries(
    view: View<'_>,
    statement: &Statement,
    new: &[(usize, AccountId, Money)],
    choice: HandEntries,
    judgement: &mut Judgement,
) -> Result<(), StoreError> {
    let date = |position: &usize| statement.rows.get(*position).map(|row| row.date);
    let Some(days) = span(new.iter().filter_map(|(position, ..)| date(position))) else {
        return Ok(());
    };
    let period = Period {
        from: days
            .from
            .and_then(|day| day.checked_sub_days(Days::new(NEAR_DAYS))),
        to: days
            .to
            .and_then(|day| day.checked_add_days(Days::new(NEAR_DAYS))),
    };
    let mut entries: HashMap<(AccountId, i64), Vec<(NaiveDate, TransactionId)>> = HashMap::new();
    for (_, account, amount) in new {
        entries.entry((*account, amount.minor)).or_default();
    }
    let mut accounts: Vec<AccountId> = new.iter().map(|(_, account, _)| *account).collect();
    accounts.sort_unstable();
    accounts.dedup();
    for account in accounts {
        view.visit_entries_by_hand(account, period, |day, minor, transaction| {
            if let Some(found) = entries.get_mut(&(account, minor)) {
                found.push((day, transaction));
            }
        })?;
    }
    for (position, account, amount) in new {
        let (Some(day), Some(found)) = (date(position), entries.get_mut(&(*account, amount.minor)))
        else {
            continue;
        };
        let far = |entry: &(NaiveDate, TransactionId)| (entry.0 - day).num_days().unsigned_abs();
        let nearest = (0..found.len())
            .filter(|at| far(&found[*at]) <= NEAR_DAYS)
            .min_by_key(|at| far(&found[*at]));
        if let Some(at) = nearest {
            let (_, transaction) = found.swap_remove(at);
            judgement.matches.insert(*position, transaction);
            judgement.verdicts[*position] = RowVerdict::Taken(match choice {
                HandEntries::Merge => Verdict::Matched,
                _ => Verdict::Review,
            });
        }
    }
    Ok(())
}
