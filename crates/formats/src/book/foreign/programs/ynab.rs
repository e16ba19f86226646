//! The register of YNAB, the old program's and the new one's.

use domain::{AccountKind, Decimal};

use super::super::BookHints;
use super::deals::{Deals, state};
use super::{Cells, Deal, Other, Part, Read, Sheet, SheetRow, Wrong, each, said};

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

/// The columns that are read.
struct Columns {
    date: Option<usize>,
    outflow: Option<usize>,
    inflow: Option<usize>,
    account: Option<usize>,
    payee: Option<usize>,
    memo: Option<usize>,
    group: Option<usize>,
    category: Option<usize>,
    flag: Option<usize>,
    cleared: Option<usize>,
    check: Option<usize>,
}

impl Columns {
    fn of(sheet: &Sheet<'_>) -> Self {
        let column = |names: &[&str]| sheet.column(names);
        Self {
            date: column(&["date"]),
            outflow: column(&["outflow"]),
            inflow: column(&["inflow"]),
            account: column(&["account"]),
            payee: column(&["payee"]),
            memo: column(&["memo"]),
            group: column(&["category group", "master category"]),
            category: column(&["sub category", "category"]),
            flag: column(&["flag"]),
            cleared: column(&["cleared"]),
            check: column(&["check number"]),
        }
    }
}

pub(super) fn read(sheet: &Sheet<'_>, hints: &BookHints<'_>) -> Read {
    let columns = Columns::of(sheet);
    let cells = Cells::new(
        sheet,
        columns.date,
        &[columns.outflow, columns.inflow],
        hints,
    )?;
    // The number of the next part of the split that is being read.
    let mut next = 0;
    let mut deals = each(&cells, Deals::new(hints), |row, deals| {
        let (number, of, _) = split(row.cell(columns.memo)).unwrap_or_default();
        let mut deal = deal(&cells, row, &columns)?;
        let joins = |known: &&mut Deal| known.date == deal.date && known.account == deal.account;
        let before = deals.list.last_mut().filter(joins);
        if let Some(before) = before.filter(|_| number > 1 && number == next) {
            before.parts.append(&mut deal.parts);
            next = if number < of { number + 1 } else { 0 };
            return Ok(());
        }
        next = if number == 1 && of > 1 { 2 } else { 0 };
        deals.list.push(deal);
        Ok(())
    });
    // A row without an amount says nothing.
    let says = |deal: &Deal| {
        deal.parts.len() > 1 || deal.parts.iter().any(|part| part.amount != Decimal::ZERO)
    };
    deals.list.retain(says);
    Ok(deals.finish())
}

/// What one row says.
fn deal(cells: &Cells<'_, '_>, row: &SheetRow<'_>, columns: &Columns) -> Result<Deal, Wrong> {
    let (out, code) = cells.amount(row.cell(columns.outflow))?;
    let (into, _) = cells.amount(row.cell(columns.inflow))?;
    let note = row.cell(columns.memo);
    let (number, _, text) = split(note).unwrap_or((0, 0, note));
    let payee = row.cell(columns.payee);
    let nobody = payee.starts_with(TRANSFER) && number == 0;
    let (status, mark) = state(row.cell(columns.cleared));
    let check = said(row.cell(columns.check));
    let check = check.map(|number| ("check-number".to_owned(), number));
    Ok(Deal {
        line: row.line,
        date: cells.date(row.cell(columns.date))?,
        account: row.cell(columns.account).to_owned(),
        currency: code.unwrap_or_default(),
        payee: if nobody {
            String::new()
        } else {
            payee.to_owned()
        },
        memo: String::new(),
        tags: said(row.cell(columns.flag)).into_iter().collect(),
        metadata: check.into_iter().collect(),
        status,
        mark,
        parts: vec![Part {
            amount: into - out,
            other: other(payee, row.cell(columns.group), row.cell(columns.category)),
            memo: text.to_owned(),
            there: None,
        }],
    })
}
