//! `luka report cashflow`

use ops::report::{CashFlow, CashFlowMonth, Sheet};
use serde_json::json;

use super::Desk;
use super::page::{Fields, Line, Page, Part, code, date, digits, month};
use crate::cli::args::report::ReportScope;
use crate::cli::error::{Failure, OrExplain as _};
use crate::cli::output::{Cell, Column};

pub(super) fn run(desk: &Desk<'_>, args: &ReportScope) -> Result<(), Failure> {
    let scope = desk.scope(args)?;
    let report = desk
        .book
        .report_cashflow(&scope)
        .or_explain(&desk.session.texts)?;
    desk.write(Page {
        name: "months",
        head: vec![("from", date(report.from)), ("to", date(report.to))],
        columns: vec![
            Column::fixed("month", desk.text("head-month")),
            Column::number("in", desk.text("head-in")),
            Column::number("out", desk.text("head-out")),
            Column::number("net", desk.text("head-net")),
            Column::number("other", desk.text("head-other")),
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

fn part(desk: &Desk<'_>, sheet: &Sheet<CashFlow>) -> Part {
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
        .map(|row| desk.bar(desk.month(row.month), row.net));
    let total: serde_json::Map<_, _> = amounts(&body.total)
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect();
    Part {
        currency: sheet.currency,
        lines: lines.collect(),
        fields: vec![("total", json!(total))],
        totals: vec![cells(Cell::text(desk.text("word-total")), &body.total)],
        chart: Some((desk.text("head-net"), bars.collect())),
    }
}

fn amounts(row: &CashFlowMonth) -> Fields {
    vec![
        ("in", digits(row.inflow)),
        ("out", digits(row.outflow)),
        ("net", digits(row.net)),
        ("other", digits(row.other)),
    ]
}

fn cells(first: Cell, row: &CashFlowMonth) -> Vec<Cell> {
    vec![
        first,
        Cell::Money(row.inflow),
        Cell::Money(row.outflow),
        Cell::Money(row.net),
        Cell::Money(row.other),
        Cell::text(row.net.currency.code.as_str()),
    ]
}
