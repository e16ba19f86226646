//! Receipts: no table, but a day, a total and who was paid. One row comes of them, or none.

use domain::Decimal;

use super::lines::{Kind, Line};
use crate::import::csv::normalise;
use crate::import::date::{DateOrder, Parts};
use crate::import::error::ReadError;
use crate::import::layout::{Layout, Signs};
use crate::import::number::{Figure, Mark, NumberEvidence};
use crate::import::statement::{Format, Row, Statement};
use crate::import::{DateOrder as Order, Hints};

/// Beginnings of the line with the total, the surest first.
#[rustfmt::skip]
const TOTALS: &[&[&str]] = &[
    &["total a pagar", "monto a pagar", "importe a pagar", "a pagar", "total due", "amount due",
      "grand total", "total to pay", "zu zahlen", "gesamtbetrag", "total ttc", "net a payer",
      "net pay"],
    &["total", "monto total", "importe total", "summe", "totale", "totaal"],
    &["monto", "importe", "amount", "betrag", "montant"],
];

/// Words of lines that name no merchant.
#[rustfmt::skip]
const NO_NAMES: &[&str] = &[
    "boleta", "factura", "recibo", "ticket", "receipt", "invoice", "rechnung", "rut", "fecha",
    "date", "datum", "copia", "cliente", "page", "pagina",
];

/// Reads a receipt; nothing when it states no total.
pub(super) fn read(
    lines: &[Line],
    format: Format,
    hints: &Hints<'_>,
) -> Result<Option<Statement>, ReadError> {
    let Some((at, figure)) = total(lines) else {
        return Ok(None);
    };
    let Some((written, parts)) = first_date(lines) else {
        return Ok(None);
    };
    let mark = mark(lines, &figure, hints)?;
    let Some(amount) = Figure::read(&figure).and_then(|figure| figure.value(mark)) else {
        return Ok(None);
    };
    let Some(date) = day(&written, &parts, hints)? else {
        return Ok(None);
    };
    if amount <= Decimal::ZERO {
        return Ok(None);
    }
    let line = u32::try_from(at + 1).unwrap_or(u32::MAX);
    let mut row = Row::new(line, date, -amount);
    row.payee = merchant(lines).map(Into::into);
    row.extra_mut().page = lines.get(at).map(|line| line.page);
    Ok(Some(Statement {
        format,
        layout: Layout {
            decimal: Some(mark.as_char()),
            signs: Some(Signs::Inverted),
            ..Layout::default()
        },
        accounts: Vec::new(),
        rows: vec![row],
        errors: Vec::new(),
        warnings: Vec::new(),
    }))
}

/// The line of the total and its amount: of lines equally sure the last.
fn total(lines: &[Line]) -> Option<(usize, String)> {
    for phrases in TOTALS {
        let found = lines.iter().enumerate().rev().find_map(|(at, line)| {
            let text = line.text();
            let amount = last_amount(&text)?;
            let label = normalise(&text[..text.len() - amount.len()]);
            let says = |phrase: &&str| {
                label
                    .strip_prefix(*phrase)
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
            };
            phrases.iter().any(says).then(|| (at, amount.to_owned()))
        });
        if found.is_some() {
            return found;
        }
    }
    None
}

/// The amount that a text ends with.
fn last_amount(text: &str) -> Option<&str> {
    let start = text.rfind(' ').map_or(0, |at| at + 1);
    let last = &text[start..];
    Figure::read(last).map(|_| last)
}

/// The first date of the document.
fn first_date(lines: &[Line]) -> Option<(String, Parts)> {
    for line in lines {
        let text = line.text();
        let words: Vec<&str> = text.split(' ').collect();
        for at in 0..words.len() {
            for count in [3, 1] {
                let Some(part) = words.get(at..at + count) else {
                    continue;
                };
                let part = part.join(" ");
                let dated = part.starts_with(|c: char| c.is_ascii_alphanumeric());
                let parts = Parts::split(&part).filter(|parts| dated && !parts.is_yearless());
                let whole = count == 1 || !part.contains(['/', ':']);
                if let Some(parts) = parts.filter(|parts| whole && !parts.is_compact()) {
                    return Some((part, parts));
                }
            }
        }
    }
    None
}

/// The day; a question when both readings are in the calendar and not in the future.
fn day(
    written: &str,
    parts: &Parts,
    hints: &Hints<'_>,
) -> Result<Option<chrono::NaiveDate>, ReadError> {
    let profile = hints.profile.and_then(|profile| profile.date_order);
    let read = |order| parts.date(order, hints.today, 0);
    if let Some(order) = hints.date_order.or(profile) {
        return Ok(read(order));
    }
    if let Some(date) = read(DateOrder::Ymd) {
        return Ok(Some(date));
    }
    let past = |order: Order| read(order).filter(|day| *day <= hints.today);
    match (past(DateOrder::Dmy), past(DateOrder::Mdy)) {
        (Some(first), Some(second)) if first != second && !parts.has_points() => {
            Err(ReadError::AmbiguousDates {
                example: written.to_owned(),
                readings: [first, second],
            })
        }
        (first, second) => Ok(first.or(second)),
    }
}

/// The decimal mark, by all amounts of the receipt.
fn mark(lines: &[Line], total: &str, hints: &Hints<'_>) -> Result<Mark, ReadError> {
    let profile = hints.profile.and_then(|profile| profile.decimal);
    if let Some(mark) = hints.decimal.or(profile).and_then(Mark::from_char) {
        return Ok(mark);
    }
    let exponent = hints.currency.map(|currency| currency.exponent);
    let mut evidence = NumberEvidence::default();
    evidence.count(total);
    if let Ok((mark, _)) = evidence.decide(exponent) {
        return Ok(mark);
    }
    for line in lines {
        if let Some(amount) = last_amount(&line.text()).filter(|amount| !amount.contains(':')) {
            evidence.count(amount);
        }
    }
    let decided = evidence.decide(exponent);
    decided
        .map(|(mark, _)| mark)
        .map_err(|open| ReadError::AmbiguousNumbers {
            example: open.example.into(),
            readings: open.readings,
        })
}

/// The first line that names somebody.
fn merchant(lines: &[Line]) -> Option<String> {
    let telling = lines.iter().filter(|line| line.page == 1).map(|line| {
        let texts = line.pieces.iter().filter(|piece| piece.kind == Kind::Text);
        texts
            .map(|piece| piece.text.as_str())
            .next()
            .unwrap_or_default()
    });
    let mut telling = telling.filter(|text| {
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        let folded = normalise(text);
        let first = folded.split(' ').next().unwrap_or_default();
        letters >= 3 && !NO_NAMES.contains(&first)
    });
    telling.next().map(|text| text.chars().take(80).collect())
}
