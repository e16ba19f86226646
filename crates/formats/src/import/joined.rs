//! Several statements of one account in a file (a day each, pages, months glued together) are one
//! account: the opening balance of the earliest, the closing balance of the latest. Between the two
//! balances of one statement its rows must lead from the one to the other.

use std::collections::HashMap;

use domain::Decimal;

use super::error::Warning;
use super::statement::{Row, Statement, StatementAccount};

/// Joins the accounts of a statement that are the same, and moves the rows to what remains.
pub(super) fn join_accounts(statement: &mut Statement) {
    let mut joined: Vec<StatementAccount> = Vec::new();
    let mut places = HashMap::new();
    let mut moved: Vec<usize> = Vec::new();
    for account in statement.accounts.drain(..) {
        let key = (account.id.clone(), account.kind.clone(), account.currency);
        let at = *places.entry(key).or_insert(joined.len());
        moved.push(at);
        match joined.get_mut(at) {
            Some(known) => join(known, &account),
            None => joined.push(account),
        }
    }
    statement.accounts = joined;
    for row in &mut statement.rows {
        let at = row.account.and_then(|at| usize::try_from(at).ok());
        let at = at.and_then(|at| moved.get(at).copied());
        row.account = at.and_then(|at| u32::try_from(at).ok());
    }
}

fn join(known: &mut StatementAccount, account: &StatementAccount) {
    if account.closing_date < known.closing_date {
        known.opening = account.opening.or(known.opening);
        return;
    }
    known.opening = known.opening.or(account.opening);
    if account.closing.is_some() {
        known.closing = account.closing;
        known.closing_date = account.closing_date;
    }
}

/// The warning when opening balance and rows don't make the closing balance.
pub(super) fn closing_mismatch<'r>(
    opening: Decimal,
    mut rows: impl Iterator<Item = &'r Row>,
    closing: Decimal,
) -> Option<Warning> {
    let expected = rows.try_fold(opening, |sum, row| sum.checked_add(row.amount))?;
    (expected != closing).then(|| Warning::ClosingMismatch {
        expected,
        found: closing,
        difference: closing - expected,
    })
}
