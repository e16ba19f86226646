//! The transactions of Actual, of one account or of all. A transfer's payee is the other account.

use std::collections::HashSet;

use domain::Decimal;

use super::super::BookHints;
use super::deals::{Deals, state};
use super::{Cells, Deal, Other, Part, Read, Sheet, SheetRow, Wrong, each, said};

/// The category of opening balances.
const OPENING: &str = "Starting Balances";

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

/// The columns that are read.
struct Columns {
    date: Option<usize>,
    amount: Option<usize>,
    whole: Option<usize>,
    account: Option<usize>,
    payee: Option<usize>,
    notes: Option<usize>,
    group: Option<usize>,
    category: Option<usize>,
    cleared: Option<usize>,
}

impl Columns {
    fn of(sheet: &Sheet<'_>) -> Self {
        let column = |names: &[&str]| sheet.column(names);
        Self {
            date: column(&["date"]),
            amount: column(&["amount"]),
            whole: column(&["split_amount"]),
            account: column(&["account"]),
            payee: column(&["payee"]),
            notes: column(&["notes"]),
            group: column(&["category_group", "category group"]),
            category: column(&["category"]),
            cleared: column(&["cleared"]),
        }
    }

    fn other(&self, row: &SheetRow<'_>, accounts: &HashSet<String>) -> Other {
        let cells = [row.cell(self.group), row.cell(self.category)];
        let path: Vec<String> = cells.into_iter().filter_map(said).collect();
        let payee = row.cell(self.payee);
        if path.last().map(String::as_str) == Some(OPENING)
            || (path.is_empty() && payee == "Starting Balance")
        {
            return Other::Equity(OPENING.to_owned());
        }
        if !path.is_empty() {
            return Other::Category(path, None);
        }
        if accounts.contains(payee) {
            return Other::Account(payee.to_owned());
        }
        Other::Nothing
    }
}

pub(super) fn read(sheet: &Sheet<'_>, hints: &BookHints<'_>) -> Read {
    let columns = Columns::of(sheet);
    let names = sheet
        .rows
        .iter()
        .map(|row| row.cell(columns.account).to_owned());
    let names: HashSet<String> = names.collect();
    let cells = Cells::new(sheet, columns.date, &[columns.amount, columns.whole], hints)?;
    let mut deals = each(&cells, Deals::new(hints), |row, deals| {
        let (is_part, _) = split(row.cell(columns.notes));
        let mut deal = deal(&cells, row, &columns, &names)?;
        let joins = |known: &&mut Deal| known.date == deal.date && known.account == deal.account;
        match deals.list.last_mut().filter(joins) {
            Some(before) if is_part => before.parts.append(&mut deal.parts),
            _ => deals.list.push(deal),
        }
        Ok(())
    });
    let says = |deal: &Deal| deal.parts.iter().any(|part| part.amount != Decimal::ZERO);
    deals.list.retain(says);
    Ok(deals.finish())
}

/// What one row says; the one above the parts of a split has none of its own.
fn deal(
    cells: &Cells<'_, '_>,
    row: &SheetRow<'_>,
    columns: &Columns,
    accounts: &HashSet<String>,
) -> Result<Deal, Wrong> {
    let (amount, code) = cells.amount(row.cell(columns.amount))?;
    let (whole, _) = cells.amount(row.cell(columns.whole))?;
    let (_, text) = split(row.cell(columns.notes));
    let other = columns.other(row, accounts);
    let nobody = matches!(other, Other::Account(_));
    let (status, mark) = state(row.cell(columns.cleared));
    let part = Part {
        amount,
        other,
        memo: text.to_owned(),
        there: None,
    };
    let above = !whole.is_zero();
    Ok(Deal {
        line: row.line,
        date: cells.date(row.cell(columns.date))?,
        account: row.cell(columns.account).to_owned(),
        currency: code.unwrap_or_default(),
        payee: if nobody {
            String::new()
        } else {
            row.cell(columns.payee).to_owned()
        },
        memo: if above {
            text.to_owned()
        } else {
            String::new()
        },
        tags: Vec::new(),
        metadata: Vec::new(),
        status,
        mark,
        parts: if above { Vec::new() } else { vec![part] },
    })
}
