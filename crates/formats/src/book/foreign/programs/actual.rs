//! The transactions of Actual, of one account or of all. A transfer's payee is the other account.

use std::collections::HashSet;

use domain::Decimal;

use super::super::BookHints;
use super::deals::{Deals, state};
use super::{Cells, Deal, Other, Part, Read, Sheet, each, said};

/// `(SPLIT 1 OF 2) bread`, `(SPLIT INTO 2) shop`
fn split(notes: &str) -> (bool, &str) {
    let inside = notes
        .strip_prefix("(SPLIT ")
        .and_then(|rest| rest.split_once(')'));
    match inside {
        Some((words, rest)) => (words.contains(" OF "), rest.trim()),
        None => (false, notes),
    }
}

pub(super) fn read(sheet: &Sheet<'_>, hints: &BookHints<'_>) -> Read {
    let column = |names: &[&str]| sheet.column(names);
    let (date, amount, whole) = (
        column(&["date"]),
        column(&["amount"]),
        column(&["split_amount"]),
    );
    let (account, payee, notes) = (column(&["account"]), column(&["payee"]), column(&["notes"]));
    let (group, category) = (
        column(&["category_group", "category group"]),
        column(&["category"]),
    );
    let cleared = column(&["cleared"]);
    let names = sheet.rows.iter().map(|row| row.cell(account).to_owned());
    let names: HashSet<String> = names.collect();
    let cells = Cells::new(sheet, date, &[amount, whole], hints)?;
    let mut deals = each(&cells, Deals::new(hints), |row, deals| {
        let day = cells.date(row.cell(date))?;
        let (amount, code) = cells.amount(row.cell(amount))?;
        let (parted, _) = cells.amount(row.cell(whole))?;
        let (is_part, text) = split(row.cell(notes));
        let who = row.cell(payee);
        let path: Vec<String> = [row.cell(group), row.cell(category)]
            .into_iter()
            .filter_map(said)
            .collect();
        let other = if path.is_empty() && names.contains(who) {
            Other::Account(who.to_owned())
        } else if path.is_empty() && who == "Starting Balance" || path == ["Starting Balances"] {
            Other::Equity("Starting Balances".to_owned())
        } else if path.is_empty() {
            Other::Nothing
        } else {
            Other::Category(path, None)
        };
        let transfer = matches!(other, Other::Account(_));
        let part = Part {
            amount,
            other,
            memo: text.to_owned(),
            there: None,
        };
        let joins = |deal: &&mut Deal| deal.date == day && deal.account == row.cell(account);
        if is_part && let Some(deal) = deals.list.last_mut().filter(joins) {
            deal.parts.push(part);
            return Ok(());
        }
        let (status, mark) = state(row.cell(cleared));
        deals.list.push(Deal {
            line: row.line,
            date: day,
            account: row.cell(account).to_owned(),
            currency: code.unwrap_or_default(),
            payee: if transfer {
                String::new()
            } else {
                who.to_owned()
            },
            memo: if parted.is_zero() {
                String::new()
            } else {
                text.to_owned()
            },
            tags: Vec::new(),
            metadata: Vec::new(),
            status,
            mark,
            parts: if parted.is_zero() {
                vec![part]
            } else {
                Vec::new()
            },
        });
        Ok(())
    });
    deals
        .list
        .retain(|deal| deal.parts.iter().any(|part| part.amount != Decimal::ZERO));
    Ok(deals.finish())
}
