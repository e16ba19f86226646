//! `luka report networth`

use ops::report::{NetWorth, Sheet};

use super::Desk;
use super::page::{Line, Page, Part, code, date, digits, month};
use crate::cli::args::report::ReportScope;
use crate::cli::error::{Failure, OrExplain as _};
use crate::cli::output::{Cell, Column};

pub(super) fn run(desk: &Desk<'_>, args: &ReportScope) -> Result<(), Failure> {
    let scope = desk.scope(args)?;
    let report = desk
        .book
        .report_networth(&scope)
        .or_explain(&desk.session.texts)?;
    desk.write(Page {
        name: "months",
        head: vec![("from", date(report.from)), ("to", date(report.to))],
        columns: vec![
            Column::fixed("month", desk.text("head-month")),
            Column::number("assets", desk.text("head-assets")),
            Column::number("liabilities", desk.text("head-liabilities")),
            Column::number("net_worth", desk.text("head-net-worth")),
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

fn part(desk: &Desk<'_>, sheet: &Sheet<NetWorth>) -> Part {
    let lines = sheet.body.iter().map(|point| Line {
        fields: vec![
            ("month", month(point.month)),
            ("date", date(point.date)),
            ("assets", digits(point.assets)),
            ("liabilities", digits(point.liabilities)),
            ("net_worth", digits(point.net_worth)),
            ("currency", code(sheet.currency)),
        ],
        cells: vec![
            Cell::Month(point.month),
            Cell::Money(point.assets),
            Cell::Money(point.liabilities),
            Cell::Money(point.net_worth),
            Cell::text(sheet.currency.code.as_str()),
        ],
    });
    let bars = sheet
        .body
        .iter()
        .map(|point| desk.bar(desk.month(point.month), point.net_worth));
    Part {
        currency: sheet.currency,
        lines: lines.collect(),
        fields: Vec::new(),
        totals: Vec::new(),
        chart: Some((desk.text("head-net-worth"), bars.collect())),
    }
}
