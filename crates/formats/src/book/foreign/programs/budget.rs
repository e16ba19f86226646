//! The budget of YNAB: what was assigned to each category in each month.

use chrono::NaiveDate;
use domain::{AccountKind, Decimal};

use super::super::{BookFormat, BookHints, ForeignBook, ForeignBudget, Place};
use super::deals::Deals;
use super::{BookProblem, Cells, ReadError, Sheet, Wrong, said, sheet_amount};
use crate::import::DateOrder;

/// `Jan 2026`, `January 2026`, `2026-01`: its first day.
fn month(text: &str, sheet: &Sheet<'_>) -> Option<NaiveDate> {
    let whole = format!("1 {}", text.trim());
    let named = sheet.date(&whole, DateOrder::Dmy);
    named.or_else(|| sheet.date(&format!("{}-01", text.trim()), DateOrder::Ymd))
}

pub(super) fn read(sheet: &Sheet<'_>, hints: &BookHints<'_>) -> Result<ForeignBook, ReadError> {
    let column = |names: &[&str]| sheet.column(names);
    let (when, assigned) = (column(&["month"]), column(&["budgeted", "assigned"]));
    let group = column(&["category group", "master category"]);
    let category = column(&["sub category"]).or_else(|| column(&["category"]));
    let mark = sheet.mark(&[assigned], hints.decimal)?;
    let cells = Cells {
        sheet,
        order: DateOrder::Dmy,
        mark,
    };
    let mut finished = Deals::new(hints).finish();
    let (mut budgets, mut errors) = (Vec::new(), Vec::new());
    for row in &cells.sheet.rows {
        let path: Vec<String> = [row.cell(group), row.cell(category)]
            .into_iter()
            .filter_map(said)
            .collect();
        let wrong = |cell: &str, problem| Wrong(cell.to_owned(), problem).on(row.line);
        let Some(month) = month(row.cell(when), sheet) else {
            errors.push(wrong(row.cell(when), BookProblem::BadDate));
            continue;
        };
        let Some((amount, code)) = sheet_amount(row.cell(assigned), mark) else {
            errors.push(wrong(row.cell(assigned), BookProblem::BadAmount));
            continue;
        };
        if path.is_empty() || matches!(path.first().map(String::as_str), Some("Inflow" | "Income"))
        {
            continue;
        }
        let account = finished.named("category", path, AccountKind::Expense);
        if amount <= Decimal::ZERO {
            continue;
        }
        let commodity =
            finished.commodity(&code.map_or(String::new(), |code| code.to_string()), amount);
        budgets.push(ForeignBudget {
            place: Place {
                file: None,
                line: row.line,
            },
            month,
            account,
            amount,
            commodity,
        });
    }
    let mut book = finished.into_book(BookFormat::YnabBudget);
    (book.budgets, book.errors) = (budgets, errors);
    Ok(book)
}
