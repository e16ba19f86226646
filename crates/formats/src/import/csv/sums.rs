//! Rows that are no movements but repeat a balance or a sum: only arithmetic tells them.
//!
//! Words alone never drop a row with a date and an amount: a shop may be called `Saldo`. A row
//! whose words are those of a balance, or which says less than all others, is left out when the
//! rows around it make exactly its amount. The words of a balance and nothing more, at an end of
//! the file and without proof, are reported. A last line of another shape is no row either.

use domain::Decimal;

use super::lines::{BalanceWords, balance_words};
use crate::import::error::RowProblem;
use crate::import::statement::Row;

/// Rows between an opening and a closing line that must be there to prove both without words.
const ENOUGH: usize = 3;
/// Lines of sums that may stand before the closing line.
const MOST_TURNOVERS: usize = 2;

/// How much a record holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Extent {
    /// Its cells.
    pub(super) cells: u16,
    /// Those that hold something.
    pub(super) filled: u16,
}

/// What becomes of a row that may be none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// It is a balance or a sum.
    LeftOut,
    /// It is told and not booked.
    Reported(RowProblem),
}

/// The rows that are not booked, by their position. `extents` are those of the same rows;
/// `complete` is true when the file ends with the end of a line.
pub(super) fn no_movements(rows: &[Row], extents: &[Extent], complete: bool) -> Vec<(usize, Fate)> {
    let mut fates = framed(rows, extents);
    if fates.is_empty() {
        fates = by_words(rows);
    }
    if let Some(fate) = last_shape(extents, complete)
        && fates.iter().all(|(at, _)| at + 1 != rows.len())
    {
        fates.push((rows.len() - 1, fate));
    }
    fates.sort_by_key(|(at, _)| *at);
    fates
}

/// An opening line first, a closing line last and sums before it, all of which say less than any
/// row between them: the rows make the one from the other.
fn framed(rows: &[Row], extents: &[Extent]) -> Vec<(usize, Fate)> {
    if extents.len() != rows.len() {
        return Vec::new();
    }
    for turnovers in 0..=MOST_TURNOVERS {
        let Some(end) = rows.len().checked_sub(1 + turnovers) else {
            break;
        };
        if end < 1 + ENOUGH {
            break;
        }
        let (between, rest) = (&rows[1..end], &rows[end..]);
        let least = extents[1..end].iter().map(|extent| extent.filled).min();
        let outside = std::iter::once(&extents[0]).chain(&extents[end..]);
        let (Some((closing, sums)), Some(least)) = (rest.split_last(), least) else {
            break;
        };
        let poorer = outside.clone().all(|extent| extent.filled < least);
        if poorer && follows(&rows[0], between, closing) && are_turnovers(sums, between) {
            let outside = std::iter::once(0).chain(end..rows.len());
            return outside.map(|at| (at, Fate::LeftOut)).collect();
        }
    }
    Vec::new()
}

fn sum<'r>(rows: impl IntoIterator<Item = &'r Row>) -> Decimal {
    rows.into_iter().map(|row| row.amount).sum()
}

/// True when the rows make one balance from the other, in either direction.
fn follows(first: &Row, between: &[Row], last: &Row) -> bool {
    let moved = sum(between);
    first.amount + moved == last.amount || last.amount + moved == first.amount
}

/// True when each is the sum of the money in or out of some rows.
fn are_turnovers(sums: &[Row], rows: &[Row]) -> bool {
    let way = |out: bool| {
        sum(rows
            .iter()
            .filter(|row| row.amount.is_sign_negative() == out))
    };
    let (out, money_in) = (way(true).abs(), way(false));
    let known = |row: &Row| [out, money_in].contains(&row.amount.abs());
    sums.iter().all(known)
}

/// The rows with the words of a balance.
fn by_words(rows: &[Row]) -> Vec<(usize, Fate)> {
    let words = |row: &Row| {
        row.payee
            .as_deref()
            .map_or(BalanceWords::None, balance_words)
    };
    let said: Vec<(usize, BalanceWords)> = rows
        .iter()
        .enumerate()
        .map(|(at, row)| (at, words(row)))
        .filter(|(_, words)| *words != BalanceWords::None)
        .collect();
    let lines: Vec<usize> = said.iter().map(|(at, _)| *at).collect();
    let fate = |(at, words): (usize, BalanceWords)| {
        let end = at == 0 || at + 1 == rows.len();
        if is_proven(rows, &lines, at) {
            Some((at, Fate::LeftOut))
        } else if words == BalanceWords::Whole && end && rows.len() > 1 {
            Some((at, Fate::Reported(RowProblem::MaybeBalance)))
        } else {
            None
        }
    };
    said.into_iter().filter_map(fate).collect()
}

/// True when the running balance, or the rows up to the next such line, make this amount.
fn is_proven(rows: &[Row], lines: &[usize], at: usize) -> bool {
    let row = &rows[at];
    let before = at.checked_sub(1).and_then(|before| rows.get(before));
    let after = rows.get(at + 1);
    if let Some(balance) = row.balance {
        let moved = |other: Option<&Row>| {
            let other = other.and_then(|other| other.balance);
            other.is_some_and(|other| other + row.amount == balance)
        };
        return balance == row.amount && !moved(before) && !moved(after);
    }
    let start = |row: &Row| Some(row.balance? - row.amount);
    let beside = [
        before.and_then(|before| before.balance),
        before.and_then(start),
        after.and_then(|after| after.balance),
        after.and_then(start),
    ];
    if beside.contains(&Some(row.amount)) {
        return true;
    }
    // Only the next such lines are looked at, before and after.
    let nearest = lines.iter().position(|line| *line == at);
    let near = nearest.map_or([None, None], |n| {
        [n.checked_sub(1), Some(n + 1)].map(|n| lines.get(n?).copied())
    });
    near.into_iter().flatten().any(|other| {
        let (first, last) = (at.min(other), at.max(other));
        let between = rows.get(first + 1..last).unwrap_or_default();
        !between.is_empty() && follows(&rows[first], between, &rows[last])
    })
}

/// A last line with fewer cells than all the others, which all have the same number.
fn last_shape(extents: &[Extent], complete: bool) -> Option<Fate> {
    let (last, others) = extents.split_last()?;
    let cells = others.first()?.cells;
    let least = others.iter().map(|extent| extent.filled).min()?;
    let other = others.len() >= ENOUGH
        && others.iter().all(|extent| extent.cells == cells)
        && last.cells < cells
        && last.filled < least;
    let footer = complete && last.filled * 2 <= least;
    other.then_some(if footer {
        Fate::LeftOut
    } else {
        Fate::Reported(RowProblem::OtherShape)
    })
}
