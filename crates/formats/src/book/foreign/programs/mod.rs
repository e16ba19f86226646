//! Exports of other programs: tables whose header says whose they are.
//!
//! Each program's reader makes `Deal`s: what one account saw, with its parts. `deals` joins the two
//! sides of transfers and makes a book of them. What the table doesn't tell (the kind of an account,
//! the currency) is left to who imports it.

mod actual;
mod budget;
mod deals;
mod firefly;
mod mint;
mod monarch;
mod ynab;

use domain::Decimal;
use domain::transaction::{Mark, Status};

use self::deals::{Deals, Finished};
use super::trouble::shortened;
use super::{BookFormat, BookHints, BookProblem, ForeignBook, LineError, Place};
use crate::import::{
    DateOrder, DecimalMark, ReadError, Sheet, SheetRow, sheet_amount, sheet_header,
};

/// Tells whose table it is, by the words of its header.
pub(super) fn sniff(head: &str) -> Option<BookFormat> {
    let (names, _) = sheet_header(head);
    let has = |wanted: &[&str]| {
        wanted
            .iter()
            .all(|name| names.iter().any(|known| known == name))
    };
    if has(&["account", "payee", "outflow", "inflow", "cleared"]) {
        return Some(BookFormat::Ynab);
    }
    let groups = has(&["category group/category"]) || has(&["master category"]);
    if has(&["month"]) && groups && (has(&["budgeted"]) || has(&["assigned"])) {
        return Some(BookFormat::YnabBudget);
    }
    if has(&[
        "account", "date", "payee", "notes", "category", "amount", "cleared",
    ]) {
        return Some(BookFormat::Actual);
    }
    if has(&[
        "journal_id",
        "type",
        "amount",
        "source_name",
        "destination_name",
    ]) {
        return Some(BookFormat::Firefly);
    }
    if has(&[
        "date",
        "description",
        "amount",
        "transaction type",
        "category",
        "account name",
    ]) {
        return Some(BookFormat::Mint);
    }
    let monarch = has(&[
        "date",
        "merchant",
        "category",
        "account",
        "original statement",
        "amount",
    ]);
    monarch.then_some(BookFormat::Monarch)
}

/// Reads a table.
pub(super) fn read(
    text: &str,
    format: BookFormat,
    hints: &BookHints<'_>,
) -> Result<ForeignBook, ReadError> {
    let sheet = Sheet::read(text, hints.today);
    if sheet.rows.is_empty() {
        return Err(ReadError::NoTransactions {
            found: "a table without rows",
        });
    }
    let finished = match format {
        BookFormat::YnabBudget => return budget::read(&sheet, hints),
        BookFormat::Actual => actual::read(&sheet, hints),
        BookFormat::Firefly => firefly::read(&sheet, hints),
        BookFormat::Mint => mint::read(&sheet, hints),
        BookFormat::Monarch => monarch::read(&sheet, hints),
        _ => ynab::read(&sheet, hints),
    };
    Ok(finished?.into_book(format))
}

/// How the cells of a table are read.
struct Cells<'s, 'a> {
    sheet: &'s Sheet<'a>,
    order: DateOrder,
    mark: DecimalMark,
}

impl<'s, 'a> Cells<'s, 'a> {
    fn new(
        sheet: &'s Sheet<'a>,
        date: Option<usize>,
        amounts: &[Option<usize>],
        hints: &BookHints<'_>,
    ) -> Result<Self, ReadError> {
        Ok(Self {
            sheet,
            order: sheet.date_order(date, hints.date_order)?,
            mark: sheet.mark(amounts, hints.decimal)?,
        })
    }

    fn date(&self, cell: &str) -> Result<chrono::NaiveDate, Wrong> {
        let date = self.sheet.date(cell, self.order);
        date.ok_or_else(|| Wrong(cell.to_owned(), BookProblem::BadDate))
    }

    /// An amount; nothing in an empty cell.
    fn amount(&self, cell: &str) -> Result<(Decimal, Option<String>), Wrong> {
        let read = sheet_amount(cell, self.mark);
        let (amount, code) = read.ok_or_else(|| Wrong(cell.to_owned(), BookProblem::BadAmount))?;
        Ok((amount, code.map(|code| code.to_string())))
    }
}

/// What is wrong with a cell.
struct Wrong(String, BookProblem);

impl Wrong {
    fn on(self, line: u32) -> LineError {
        let place = Place { file: None, line };
        LineError {
            place,
            text: shortened(&self.0),
            problem: self.1,
        }
    }
}

/// The other side of a part.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Other {
    /// A category by its names; its kind, when the program tells.
    Category(Vec<String>, Option<domain::AccountKind>),
    /// Another account of one's own.
    Account(String),
    /// An equity account: opening balances, transfers whose other side is unknown.
    Equity(String),
    /// Nothing is said.
    Nothing,
}

/// A part of what an account saw.
#[derive(Clone, Debug)]
struct Part {
    /// What flows into the account.
    amount: Decimal,
    other: Other,
    memo: String,
    /// What the other account sees, when that is another currency.
    there: Option<(Decimal, String)>,
}

/// What one account saw.
#[derive(Clone, Debug)]
struct Deal {
    line: u32,
    date: chrono::NaiveDate,
    account: String,
    currency: String,
    payee: String,
    memo: String,
    tags: Vec<String>,
    metadata: Vec<(String, String)>,
    status: Status,
    mark: Mark,
    parts: Vec<Part>,
}

/// A text without the blanks around it, when anything is left.
fn said(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// Tags in one cell.
fn tags(cell: &str) -> Vec<String> {
    cell.split(',').filter_map(said).collect()
}

type Read = Result<Finished, ReadError>;

/// Goes through all rows; what is wrong with one is noted.
fn each(
    cells: &Cells<'_, '_>,
    mut deals: Deals,
    mut row: impl FnMut(&SheetRow<'_>, &mut Deals) -> Result<(), Wrong>,
) -> Deals {
    for one in &cells.sheet.rows {
        if let Err(wrong) = row(one, &mut deals) {
            deals.errors.push(wrong.on(one.line));
        }
    }
    deals
}
