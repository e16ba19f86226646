//! The register of YNAB, the old program's and the new one's.

use domain::{AccountKind, Decimal};

use super::super::BookHints;
use super::deals::{Deals, state};
use super::{Cells, Deal, Other, Part, Read, Sheet, each, said};

/// What a transfer's payee begins with.
const TRANSFER: &str = "Transfer : ";
const OPENING: &str = "Starting Balance";

/// `Split (1/2) bread`: the number, of how many, and the rest.
fn split(memo: &str) -> Option<(u32, u32, &str)> {
    let inside = memo
        .trim_start()
        .strip_prefix("Split (")
        .or_else(|| memo.trim_start().strip_prefix('('));
    let (numbers, rest) = inside?.split_once(')')?;
    let (one, of) = numbers.trim_start_matches("Split ").split_once('/')?;
    Some((
        one.trim().parse().ok()?,
        of.trim().parse().ok()?,
        rest.trim(),
    ))
}

fn other(payee: &str, group: &str, category: &str) -> Other {
    if let Some(account) = payee.strip_prefix(TRANSFER) {
        return Other::Account(account.trim().to_owned());
    }
    let income = matches!(group, "Inflow" | "Income");
    if payee == OPENING && (income || category.is_empty()) {
        return Other::Equity(OPENING.to_owned());
    }
    if income {
        return Other::Category(vec![category.to_owned()], Some(AccountKind::Income));
    }
    let path: Vec<String> = [group, category].into_iter().filter_map(said).collect();
    if path.is_empty() {
        return Other::Nothing;
    }
    Other::Category(path, Some(AccountKind::Expense))
}

pub(super) fn read(sheet: &Sheet<'_>, hints: &BookHints<'_>) -> Read {
    let column = |names: &[&str]| sheet.column(names);
    let (date, outflow, inflow) = (column(&["date"]), column(&["outflow"]), column(&["inflow"]));
    let (account, payee, memo) = (column(&["account"]), column(&["payee"]), column(&["memo"]));
    let old = column(&["sub category"]);
    let group = column(&["category group", "master category"]);
    let category = old.or_else(|| column(&["category"]));
    let (flag, cleared, check) = (
        column(&["flag"]),
        column(&["cleared"]),
        column(&["check number"]),
    );
    let cells = Cells::new(sheet, date, &[outflow, inflow], hints)?;
    // The number of the next part of the split that is being read.
    let mut next = 0;
    let deals = each(&cells, Deals::new(hints), |row, deals| {
        let day = cells.date(row.cell(date))?;
        let ((out, code), (into, _)) = (
            cells.amount(row.cell(outflow))?,
            cells.amount(row.cell(inflow))?,
        );
        let note = row.cell(memo);
        let (number, of, text) = split(note).unwrap_or((0, 0, note));
        let who = row.cell(payee);
        let part = Part {
            amount: into - out,
            other: other(who, row.cell(group), row.cell(category)),
            memo: text.to_owned(),
            there: None,
        };
        let joins = |deal: &&mut Deal| deal.date == day && deal.account == row.cell(account);
        if number > 1
            && number == next
            && let Some(deal) = deals.list.last_mut().filter(joins)
        {
            deal.parts.push(part);
            next = if number < of { number + 1 } else { 0 };
            return Ok(());
        }
        next = if number == 1 && of > 1 { 2 } else { 0 };
        let (status, mark) = state(row.cell(cleared));
        let transfer = who.starts_with(TRANSFER);
        let metadata = said(row.cell(check)).map(|number| ("check-number".to_owned(), number));
        deals.list.push(Deal {
            line: row.line,
            date: day,
            account: row.cell(account).to_owned(),
            currency: code.unwrap_or_default(),
            payee: if transfer && number == 0 {
                String::new()
            } else {
                who.to_owned()
            },
            memo: String::new(),
            tags: said(row.cell(flag)).into_iter().collect(),
            metadata: metadata.into_iter().collect(),
            status,
            mark,
            parts: vec![part],
        });
        Ok(())
    });
    let mut deals = deals;
    // A row without an amount says nothing.
    deals.list.retain(|deal| {
        deal.parts.len() > 1 || deal.parts.iter().any(|part| part.amount != Decimal::ZERO)
    });
    Ok(deals.finish())
}
