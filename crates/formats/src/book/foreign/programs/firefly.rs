//! Firefly III: each row says from where to where; the rows of a group are one transaction.

use domain::{AccountKind, Decimal};

use super::super::BookHints;
use super::deals::Deals;
use super::{Cells, Deal, Mark, Other, Part, Read, Sheet, Status, each, said, tags};

/// The kind of an account of one's own; none for the other ends of payments.
fn kind(word: &str) -> Option<AccountKind> {
    match word.trim().to_lowercase().as_str() {
        "asset account" | "default account" | "asset" => Some(AccountKind::Asset),
        "loan" | "debt" | "mortgage" | "liability credit account" | "liability" => {
            Some(AccountKind::Liability)
        }
        _ => None,
    }
}

pub(super) fn read(sheet: &Sheet<'_>, hints: &BookHints<'_>) -> Read {
    let column = |name: &str| sheet.column(&[name]);
    let (date, amount, abroad) = (column("date"), column("amount"), column("foreign_amount"));
    let (currency, other_currency) = (column("currency_code"), column("foreign_currency_code"));
    let (group, title, what) = (
        column("group_id"),
        column("group_title"),
        column("description"),
    );
    let source = (column("source_name"), column("source_type"));
    let destination = (column("destination_name"), column("destination_type"));
    let (category, notes, labels) = (column("category"), column("notes"), column("tags"));
    let reconciled = column("reconciled");
    let extra = ["budget", "bill", "type"].map(|name| (name, column(name)));
    let cells = Cells::new(sheet, date, &[amount, abroad], hints)?;
    let mut last_group = String::new();
    let deals = each(&cells, Deals::new(hints), |row, deals| {
        let (from, to) = (row.cell(source.0), row.cell(destination.0));
        let (from_kind, to_kind) = (kind(row.cell(source.1)), kind(row.cell(destination.1)));
        for (name, kind) in [(from, from_kind), (to, to_kind)] {
            deals.kinds.extend(kind.map(|kind| (name.to_owned(), kind)));
        }
        let (amount, _) = cells.amount(row.cell(amount))?;
        let (foreign, _) = cells.amount(row.cell(abroad))?;
        let (amount, foreign) = (amount.abs(), foreign.abs());
        let code = row.cell(currency).to_owned();
        let other_code = said(row.cell(other_currency)).filter(|other| *other != code);
        let out = from_kind.is_some();
        let (own, away) = if out { (from, to) } else { (to, from) };
        let signed = if out { -amount } else { amount };
        let transfer = from_kind.is_some() && to_kind.is_some();
        let ends = [row.cell(source.1), row.cell(destination.1)];
        let opening = ends
            .iter()
            .any(|word| word.to_lowercase().contains("initial balance"));
        let other = if transfer {
            Other::Account(away.to_owned())
        } else if opening {
            Other::Equity("Initial balance".to_owned())
        } else if ends
            .iter()
            .any(|word| word.to_lowercase().contains("reconciliation"))
        {
            Other::Equity("Reconciliation".to_owned())
        } else {
            let kind = if out {
                AccountKind::Expense
            } else {
                AccountKind::Income
            };
            match said(row.cell(category)) {
                Some(name) => Other::Category(vec![name], Some(kind)),
                None => Other::Nothing,
            }
        };
        let crossing = other_code
            .clone()
            .filter(|_| transfer && foreign > Decimal::ZERO);
        let part = Part {
            amount: signed,
            other,
            memo: row.cell(what).to_owned(),
            there: crossing.map(|code| (if out { foreign } else { -foreign }, code)),
        };
        let id = row.cell(group).to_owned();
        let joins = |deal: &&mut Deal| deal.account == own && deal.currency == code;
        if !id.is_empty()
            && id == last_group
            && let Some(deal) = deals.list.last_mut().filter(joins)
        {
            deal.parts.push(part);
            if let Some(title) = said(row.cell(title)) {
                deal.memo = title;
            }
            return Ok(());
        }
        let day = cells.date(row.cell(date))?;
        last_group = id;
        let mut metadata: Vec<(String, String)> = Vec::new();
        for (name, column) in &extra {
            let value = said(row.cell(*column)).filter(|_| *name != "type");
            metadata.extend(value.map(|value| ((*name).to_owned(), value)));
        }
        if let Some(code) = other_code.filter(|_| !transfer && foreign > Decimal::ZERO) {
            metadata.push(("foreign-amount".to_owned(), format!("{foreign} {code}")));
        }
        metadata.extend(said(row.cell(notes)).map(|notes| ("notes".to_owned(), notes)));
        let checked = matches!(row.cell(reconciled), "1" | "true");
        deals.list.push(Deal {
            line: row.line,
            date: day,
            account: own.to_owned(),
            currency: code,
            payee: if transfer || opening {
                String::new()
            } else {
                away.to_owned()
            },
            memo: String::new(),
            tags: tags(row.cell(labels)),
            metadata,
            status: if checked {
                Status::Cleared
            } else {
                Status::Unmarked
            },
            mark: if checked {
                Mark::Reconciled
            } else {
                Mark::None
            },
            parts: vec![part],
        });
        Ok(())
    });
    Ok(deals.finish())
}
