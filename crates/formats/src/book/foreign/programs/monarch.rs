//! Monarch: signed amounts, categories without their groups, an owner for shared households.

use std::collections::HashSet;

use super::super::BookHints;
use super::deals::Deals;
use super::mint::other;
use super::{Cells, Deal, Mark, Part, Read, Sheet, Status, each, said, tags};

pub(super) fn read(sheet: &Sheet<'_>, hints: &BookHints<'_>) -> Read {
    let column = |name: &str| sheet.column(&[name]);
    let (date, amount, account) = (column("date"), column("amount"), column("account"));
    let (payee, original) = (column("merchant"), column("original statement"));
    let (category, notes) = (column("category"), column("notes"));
    let (labels, owner) = (column("tags"), column("owner"));
    let names = sheet.rows.iter().map(|row| row.cell(account).to_owned());
    let names: HashSet<String> = names.collect();
    let cells = Cells::new(sheet, date, &[amount], hints)?;
    let deals = each(&cells, Deals::new(hints), |row, deals| {
        let (amount, code) = cells.amount(row.cell(amount))?;
        let bank = said(row.cell(original)).filter(|text| text != row.cell(payee));
        let bank = bank.map(|text| ("bank-text".to_owned(), text));
        let owner = said(row.cell(owner)).map(|name| ("owner".to_owned(), name));
        deals.list.push(Deal {
            line: row.line,
            date: cells.date(row.cell(date))?,
            account: row.cell(account).to_owned(),
            currency: code.unwrap_or_default(),
            payee: row.cell(payee).to_owned(),
            memo: row.cell(notes).to_owned(),
            tags: tags(row.cell(labels)),
            metadata: bank.into_iter().chain(owner).collect(),
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
