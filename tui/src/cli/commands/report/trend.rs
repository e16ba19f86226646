//! `luka report trend CATEGORY`

use ops::report::{Sheet, Trend};
use serde_json::Value;

use super::Desk;
use super::page::{Line, Page, Part, code, date, digits, month};
use crate::cli::args::report::TrendReport;
use crate::cli::error::{Failure, OrExplain as _};
use crate::cli::output::{Cell, Column};

pub(super) fn run(desk: &Desk<'_>, args: &TrendReport) -> Result<(), Failure> {
    let scope = desk.scope(&args.scope)?;
    let report = desk
        .book
        .report_trend(&args.category, &scope)
        .or_explain(&desk.session.texts)?;
    desk.write(Page {
        name: "months",
        head: vec![
            ("category", Value::from(report.category.as_str())),
            ("kind", Value::from(report.kind.as_str())),
            ("from", date(report.from)),
            ("to", date(report.to)),
        ],
        columns: vec![
            Column::fixed("month", desk.text("head-month")),
            Column::number("total", report.category.as_str()),
            Column::csv_only("currency"),
        ],
        unconverted: report.sheets.unconverted.clone(),
        parts: report
            .sheets
            .iter()
            .map(|sheet| part(desk, sheet, &report.category))
            .collect(),
    })
}

fn part(desk: &Desk<'_>, sheet: &Sheet<Trend>, category: &str) -> Part {
    let body = &sheet.body;
    let lines = body.months.iter().map(|row| Line {
        fields: vec![
            ("month", month(row.month)),
            ("total", digits(row.total)),
            ("currency", code(sheet.currency)),
        ],
        cells: vec![
            Cell::Month(row.month),
            Cell::Money(row.total),
            Cell::text(sheet.currency.code.as_str()),
        ],
    });
    let bars = body
        .months
        .iter()
        .map(|row| desk.bar(desk.month(row.month), row.total));
    let last = [("word-total", body.total), ("word-average", body.average)];
    Part {
        currency: sheet.currency,
        lines: lines.collect(),
        fields: vec![
            ("total", digits(body.total)),
            ("average", digits(body.average)),
        ],
        totals: last
            .into_iter()
            .map(|(id, amount)| vec![Cell::text(desk.text(id)), Cell::Money(amount), Cell::Empty])
            .collect(),
        chart: Some((category.to_owned(), bars.collect())),
    }
}
