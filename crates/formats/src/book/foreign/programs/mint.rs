//! Mint: amounts without a sign, and a word for debit or credit. A category that is the name of an
//! account is a transfer; one called so, without telling where to, goes by an account of its own.

use std::collections::HashSet;

use super::super::BookHints;
use super::deals::Deals;
use super::{Cells, Deal, Mark, Other, Part, Read, Sheet, Status, Wrong, each, said, tags};
use crate::book::foreign::BookProblem;

/// Categories of money that only moves between accounts.
pub(super) const MOVES: [&str; 5] = [
    "transfer",
    "credit card payment",
    "transfer for cash spending",
    "transfers",
    "balance adjustments",
];

/// The other side, by the name of a category.
pub(super) fn other(category: &str, accounts: &HashSet<String>, transfers: &str) -> Other {
    if accounts.contains(category) {
        return Other::Account(category.to_owned());
    }
    match said(category) {
        None => Other::Nothing,
        Some(name) if name.eq_ignore_ascii_case("uncategorized") => Other::Nothing,
        Some(name) if MOVES.contains(&name.to_lowercase().as_str()) => {
            Other::Equity(transfers.to_owned())
        }
        Some(name) => Other::Category(vec![name], None),
    }
}

pub(super) fn read(sheet: &Sheet<'_>, hints: &BookHints<'_>) -> Read {
    let column = |name: &str| sheet.column(&[name]);
    let (date, amount, side) = (column("date"), column("amount"), column("transaction type"));
    let (account, category) = (column("account name"), column("category"));
    let (payee, original) = (column("description"), column("original description"));
    let (labels, notes) = (column("labels"), column("notes"));
    let names = sheet.rows.iter().map(|row| row.cell(account).to_owned());
    let names: HashSet<String> = names.collect();
    let cells = Cells::new(sheet, date, &[amount], hints)?;
    let deals = each(&cells, Deals::new(hints), |row, deals| {
        let (amount, code) = cells.amount(row.cell(amount))?;
        let word = row.cell(side).to_lowercase();
        let amount = match word.as_str() {
            "debit" => -amount,
            "credit" => amount,
            _ => return Err(Wrong(row.cell(side).to_owned(), BookProblem::BadAmount)),
        };
        let bank = said(row.cell(original)).filter(|text| text != row.cell(payee));
        deals.list.push(Deal {
            line: row.line,
            date: cells.date(row.cell(date))?,
            account: row.cell(account).to_owned(),
            currency: code.unwrap_or_default(),
            payee: row.cell(payee).to_owned(),
            memo: row.cell(notes).to_owned(),
            tags: tags(row.cell(labels)),
            metadata: bank
                .map(|text| ("bank-text".to_owned(), text))
                .into_iter()
                .collect(),
            status: Status::Cleared,
            mark: Mark::Cleared,
            parts: vec![Part {
                amount,
                other: other(row.cell(category), &names, hints.transfers),
                memo: String::new(),
                there: None,
            }],
        });
        Ok(())
    });
    Ok(deals.finish())
}
