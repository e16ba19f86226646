//! Amounts without signs beside a running balance: the balance gives the sign of each.
//!
//! The dates say in which direction the balance runs. Only when it follows on every row are the
//! signs taken; the row before which no balance is known is reported.

use domain::Decimal;

use super::rows::Found;
use crate::import::error::{RowError, RowProblem};
use crate::import::statement::Row;

/// Whether the newest row comes first, when the dates say so.
pub(super) fn newest_first(rows: &[Row]) -> Option<bool> {
    let pairs = || rows.iter().zip(rows.iter().skip(1));
    let rises = pairs().any(|(one, next)| next.date > one.date);
    let falls = pairs().any(|(one, next)| next.date < one.date);
    (rises != falls).then_some(falls)
}

/// Gives each amount the sign of the change of the balance. True when all signs are known now.
pub(super) fn sign_by_balance(found: &mut Found) -> bool {
    let plain = |row: &Row| row.balance.is_some() && !row.amount.is_sign_negative() && !row.pending;
    if found.rows.len() < 3 || !found.rows.iter().all(plain) {
        return false;
    }
    let ways = match newest_first(&found.rows) {
        Some(way) => vec![way],
        None => vec![false, true],
    };
    let mut fits = ways.into_iter().filter_map(|way| changes(&found.rows, way));
    let (Some(changes), None) = (fits.next(), fits.next()) else {
        return false;
    };
    if changes
        .iter()
        .flatten()
        .all(|change| !change.is_sign_negative())
    {
        return true;
    }
    let mut changes = changes.into_iter();
    let rows = std::mem::take(&mut found.rows);
    for mut row in rows {
        if let Some(change) = changes.next().flatten() {
            row.amount = change;
            found.rows.push(row);
        } else {
            let text = row.amount.to_string();
            let error = RowError::new(row.line, None, &text, RowProblem::BadSign);
            found.errors.push(error);
        }
    }
    true
}

/// By how much the balance changes on each row, if that is always by its amount; the oldest row
/// has no balance before it.
fn changes(rows: &[Row], newest_first: bool) -> Option<Vec<Option<Decimal>>> {
    let change = |at: usize| {
        let before = if newest_first {
            rows.get(at + 1)
        } else {
            rows.get(at.checked_sub(1)?)
        };
        Some(rows[at].balance? - before?.balance?)
    };
    let changes: Vec<Option<Decimal>> = (0..rows.len()).map(change).collect();
    let fits = |(row, change): (&Row, &Option<Decimal>)| {
        change.is_none_or(|change| change.abs() == row.amount)
    };
    rows.iter().zip(&changes).all(fits).then_some(changes)
}
