//! A card's statement says what is owed: purchases are positive, and they lead from the balance before
//! to the one after. Where both is so, what is positive is money out.

use domain::Decimal;

use crate::import::Hints;
use crate::import::layout::{Evidence, Signs};
use crate::import::statement::Statement;
use crate::import::workbook::{Grid, GridRow};

/// Words of a card's statement, folded.
#[rustfmt::skip]
const WORDS: &[&str] = &[
    "card statement", "credit card", "minimum payment", "credit limit", "tarjeta de credito",
    "pago minimo", "cupo total", "monto total facturado", "kreditkarte", "carte de credit",
];

/// Turns the amounts around when the words are a card's and the balances agree.
pub(super) fn turn(statement: &mut Statement, grid: &Grid, hints: &Hints<'_>) {
    let said = hints.inverted.is_some() || hints.profile.is_some();
    if said || statement.layout.signs != Some(Signs::AsWritten) || !is_card(grid) {
        return;
    }
    let [account] = statement.accounts.as_mut_slice() else {
        return;
    };
    let (Some(opening), Some(closing)) = (account.opening, account.closing) else {
        return;
    };
    let amounts = statement.rows.iter().map(|row| row.amount);
    let sum = amounts.fold(opening, Decimal::saturating_add);
    let owed = opening >= Decimal::ZERO && closing >= Decimal::ZERO && sum == closing;
    if !owed || statement.rows.is_empty() {
        return;
    }
    for row in &mut statement.rows {
        row.amount = -row.amount;
    }
    account.opening = Some(-opening);
    account.closing = Some(-closing);
    statement.layout.signs = Some(Signs::Inverted);
    statement.layout.evidence.push(Evidence::CardWords);
}

fn is_card(grid: &Grid) -> bool {
    let texts = grid.rows.iter().chain(&grid.aside).flat_map(GridRow::texts);
    let mut texts = texts.map(domain::text::fold);
    texts.any(|text| WORDS.iter().any(|words| text.contains(words)))
}
