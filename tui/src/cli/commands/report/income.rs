//! `luka report income`: an income statement.

use ops::report::{IncomeStatement, Line as Named, Sheet};
use serde_json::{Value, json};

use super::page::{Line, Page, Part, code, date, digits};
use super::{Desk, kind_word};
use crate::cli::args::report::ReportScope;
use crate::cli::error::{Failure, OrExplain as _};
use crate::cli::output::{Cell, Column, Format};

pub(super) fn run(desk: &Desk<'_>, args: &ReportScope) -> Result<(), Failure> {
    let scope = desk.scope(args)?;
    let report = desk
        .book
        .report_income(&scope)
        .or_explain(&desk.session.texts)?;
    let translated = desk.session.format()? == Format::Table;
    desk.write(Page {
        name: "lines",
        head: vec![("from", date(report.from)), ("to", date(report.to))],
        columns: vec![
            Column::fixed("kind", desk.text("head-kind")),
            Column::text("category", desk.text("head-category")),
            Column::number("total", desk.text("head-total")),
            Column::csv_only("currency"),
        ],
        unconverted: report.sheets.unconverted.clone(),
        parts: report
            .sheets
            .iter()
            .map(|sheet| part(desk, sheet, translated))
            .collect(),
    })
}

fn part(desk: &Desk<'_>, sheet: &Sheet<IncomeStatement>, translated: bool) -> Part {
    let body = &sheet.body;
    let all = body.income.iter().chain(&body.expense).chain(&body.saving);
    let named = [
        ("head-income", body.total_income),
        ("head-expense", body.total_expense),
        ("head-saving", body.total_saving),
        ("head-net", body.net),
    ];
    let totals = json!({
        "income": digits(body.total_income),
        "expense": digits(body.total_expense),
        "saving": digits(body.total_saving),
        "net": digits(body.net),
    });
    Part {
        currency: sheet.currency,
        lines: all
            .map(|row| line(desk, row, "category", translated))
            .collect(),
        fields: vec![("totals", totals)],
        totals: named
            .into_iter()
            .map(|(id, total)| {
                let (word, name) = (desk.text("word-total"), desk.text(id));
                vec![
                    Cell::text(word),
                    Cell::text(name),
                    Cell::Money(total),
                    Cell::Empty,
                ]
            })
            .collect(),
        chart: None,
    }
}

/// A row of a statement: its kind, a name under `key`, and a total.
pub(super) fn line(desk: &Desk<'_>, row: &Named, key: &'static str, translated: bool) -> Line {
    let kind = if translated {
        kind_word(row.kind, &desk.session.texts)
    } else {
        row.kind.as_str().to_owned()
    };
    Line {
        fields: vec![
            ("kind", Value::from(row.kind.as_str())),
            (key, Value::from(row.name.as_str())),
            ("total", digits(row.total)),
            ("currency", code(row.total.currency)),
        ],
        cells: vec![
            Cell::text(kind),
            Cell::text(row.name.as_str()),
            Cell::Money(row.total),
            Cell::text(row.total.currency.code.as_str()),
        ],
    }
}
