//! `luka report monthly`

use chrono::Datelike as _;
use domain::Period;
use ops::report::{MonthTotals, Monthly, Sheet};
use serde_json::{Value, json};

use super::Desk;
use super::page::{Fields, Line, Page, Part, code, date, digits, month};
use crate::cli::args::report::MonthlyReport;
use crate::cli::error::{Failure, OrExplain as _};
use crate::cli::output::{Cell, Column};

pub(super) fn run(desk: &Desk<'_>, args: &MonthlyReport) -> Result<(), Failure> {
    let mut scope = desk.scope(&args.scope)?;
    if let Some(year) = args.year {
        scope.period = Some(Period::year(year));
    }
    let report = desk
        .book
        .report_monthly(&scope)
        .or_explain(&desk.session.texts)?;
    desk.write(Page {
        name: "months",
        head: vec![
            ("year", Value::from(report.from.year())),
            ("from", date(report.from)),
            ("to", date(report.to)),
        ],
        columns: vec![
            Column::fixed("month", desk.text("head-month")),
            Column::number("income", desk.text("head-income")),
            Column::number("expense", desk.text("head-expense")),
            Column::number("saving", desk.text("head-saving")),
            Column::number("net", desk.text("head-net")),
            Column::csv_only("currency"),
        ],
        unconverted: report.sheets.unconverted.clone(),
        parts: report
            .sheets
            .iter()
            .map(|sheet| part(desk, sheet))
            .collect(),
    })
}

fn part(desk: &Desk<'_>, sheet: &Sheet<Monthly>) -> Part {
    let body = &sheet.body;
    let lines = body.months.iter().map(|row| {
        let mut fields = vec![("month", month(row.month))];
        fields.extend(amounts(row));
        fields.push(("currency", code(sheet.currency)));
        let cells = cells(Cell::Month(row.month), row);
        Line { fields, cells }
    });
    let bars = body
        .months
        .iter()
        .map(|row| desk.bar(desk.month(row.month), row.expense));
    let total: serde_json::Map<_, _> = amounts(&body.total)
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect();
    Part {
        currency: sheet.currency,
        lines: lines.collect(),
        fields: vec![("total", json!(total))],
        totals: vec![cells(Cell::text(desk.text("word-total")), &body.total)],
        chart: Some((desk.text("head-expense"), bars.collect())),
    }
}

fn amounts(row: &MonthTotals) -> Fields {
    vec![
        ("income", digits(row.income)),
        ("expense", digits(row.expense)),
        ("saving", digits(row.saving)),
        ("net", digits(row.net)),
    ]
}

fn cells(first: Cell, row: &MonthTotals) -> Vec<Cell> {
    vec![
        first,
        Cell::Money(row.income),
        Cell::Money(row.expense),
        Cell::Money(row.saving),
        Cell::Money(row.net),
        Cell::text(row.net.currency.code.as_str()),
    ]
}
