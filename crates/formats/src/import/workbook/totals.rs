//! The totals that a statement states about itself: what went out, what came in, the balance
//! before and after. They stand beside their words or below them, above or under the table.

use domain::Decimal;

use super::grid::{Cell, GridRow};
use crate::import::csv::normalise;
use crate::import::error::Warning;
use crate::import::joined::closing_mismatch;
use crate::import::number::Mark;
use crate::import::statement::{Row, Statement, StatementAccount};

/// What a total is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Total {
    Out,
    In,
    Opening,
    Closing,
}

#[rustfmt::skip]
const WORDS: &[(&str, Total)] = &[
    ("total cargos", Total::Out), ("total giros", Total::Out), ("total de cargos", Total::Out),
    ("total cargos del periodo", Total::Out), ("cargos totales", Total::Out),
    ("total debits", Total::Out), ("total withdrawals", Total::Out),
    ("total abonos", Total::In), ("total depositos", Total::In), ("total de abonos", Total::In),
    ("total abonos del periodo", Total::In), ("abonos totales", Total::In),
    ("total credits", Total::In), ("total deposits", Total::In),
    ("saldo inicial", Total::Opening), ("saldo anterior", Total::Opening),
    ("opening balance", Total::Opening), ("saldo final", Total::Closing),
    ("closing balance", Total::Closing), ("nuevo saldo", Total::Closing),
    ("beginning balance", Total::Opening), ("previous balance", Total::Opening),
    ("ending balance", Total::Closing), ("new balance", Total::Closing),
    ("alter kontostand", Total::Opening), ("neuer kontostand", Total::Closing),
    ("ancien solde", Total::Opening), ("nouveau solde", Total::Closing),
    ("total depositos y abonos", Total::In), ("total cheques y cargos", Total::Out),
];

/// Compares the totals with the rows, and gives the account its balances.
pub(super) fn check(statement: &mut Statement, lines: &[&GridRow], mark: Mark) {
    let found = find(lines, mark);
    let sum = |keep: fn(&&Row) -> bool| {
        let rows = statement
            .rows
            .iter()
            .filter(|row| !row.pending)
            .filter(keep);
        rows.fold(Decimal::ZERO, |sum, row| sum.saturating_add(row.amount))
            .abs()
    };
    let out = sum(|row| row.amount.is_sign_negative());
    let money_in = sum(|row| row.amount.is_sign_positive());
    let mut warnings = Vec::new();
    for (total, label, stated) in &found {
        let expected = match total {
            Total::Out => out,
            Total::In => money_in,
            Total::Opening | Total::Closing => continue,
        };
        if stated.abs() != expected {
            warnings.push(Warning::TotalMismatch {
                label: label.clone(),
                expected,
                found: stated.abs(),
                difference: stated.abs().saturating_sub(expected),
            });
        }
    }
    let of = |wanted: Total| {
        let mut all = found.iter().filter(|(total, ..)| *total == wanted);
        all.next().map(|(.., amount)| *amount)
    };
    let (opening, closing) = (of(Total::Opening), of(Total::Closing));
    if let (Some(opening), Some(closing)) = (opening, closing) {
        let booked = statement.rows.iter().filter(|row| !row.pending);
        warnings.extend(closing_mismatch(opening, booked, closing));
    }
    statement.warnings.append(&mut warnings);
    if opening.is_some() && statement.accounts.is_empty() {
        statement.accounts.push(StatementAccount::default());
    }
    if let [account] = statement.accounts.as_mut_slice() {
        account.opening = opening;
        account.closing = account.closing.or(closing);
    }
}

fn find(lines: &[&GridRow], mark: Mark) -> Vec<(Total, String, Decimal)> {
    let mut found: Vec<(Total, String, Decimal)> = Vec::new();
    for (at, row) in lines.iter().enumerate() {
        for (column, cell) in &row.cells {
            let words = cell.words();
            let (label, inside) = words.split_once(':').unwrap_or((words, ""));
            let Some(total) = total(label) else { continue };
            let inside = Cell::text(inside).and_then(|cell| cell.value(mark));
            let beside = || {
                let mut right = row.cells.iter().filter(|(other, _)| other > column);
                right.next().and_then(|(_, cell)| cell.value(mark))
            };
            let below = || {
                let next = lines
                    .get(at + 1)
                    .filter(|next| next.number <= row.number + 2)?;
                next.cell(*column)?.value(mark)
            };
            let amount = inside.or_else(beside).or_else(below);
            if let Some(amount) = amount.filter(|_| found.iter().all(|(known, ..)| *known != total))
            {
                found.push((total, label.trim().chars().take(60).collect(), amount));
            }
        }
    }
    found
}

fn total(label: &str) -> Option<Total> {
    if label.is_empty() || label.len() > 60 {
        return None;
    }
    let label = normalise(label);
    let (_, total) = WORDS.iter().find(|(words, _)| *words == label)?;
    Some(*total)
}
