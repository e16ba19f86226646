//! `luka report payees`

use ops::report::{PayeeTotal, Payees, Sheet};
use serde_json::Value;

use super::Desk;
use super::page::{Line, Page, Part, code, date, digits};
use crate::cli::args::report::PayeesReport;
use crate::cli::error::{Failure, OrExplain as _};
use crate::cli::output::{Cell, Column, Format};

pub(super) fn run(desk: &Desk<'_>, args: &PayeesReport) -> Result<(), Failure> {
    let scope = desk.scope(&args.scope)?;
    let report = desk
        .book
        .report_payees(&scope)
        .or_explain(&desk.session.texts)?;
    let nobody = match desk.session.format()? {
        Format::Table => desk.text("word-no-payee"),
        _ => String::new(),
    };
    let most = args
        .limit
        .and_then(|limit| usize::try_from(limit).ok())
        .unwrap_or(usize::MAX);
    let part = |sheet: &Sheet<Payees>| Part {
        currency: sheet.currency,
        lines: sheet
            .body
            .payees
            .iter()
            .take(most)
            .map(|row| line(row, &nobody))
            .collect(),
        fields: vec![
            ("total", digits(sheet.body.total)),
            ("payees_total", Value::from(sheet.body.payees.len())),
        ],
        totals: vec![vec![
            Cell::text(desk.text("word-total")),
            Cell::Money(sheet.body.total),
            Cell::Empty,
            Cell::Empty,
        ]],
        chart: None,
    };
    desk.write(Page {
        name: "payees",
        head: vec![("from", date(report.from)), ("to", date(report.to))],
        columns: vec![
            Column::text("payee", desk.text("head-payee")),
            Column::number("total", desk.text("head-spent")),
            Column::number("transactions", desk.text("head-transactions")),
            Column::csv_only("currency"),
        ],
        unconverted: report.sheets.unconverted.clone(),
        parts: report.sheets.iter().map(part).collect(),
    })
}

fn line(row: &PayeeTotal, nobody: &str) -> Line {
    Line {
        fields: vec![
            ("payee", Value::from(row.payee.as_deref())),
            ("total", digits(row.total)),
            ("transactions", Value::from(row.transactions)),
            ("currency", code(row.total.currency)),
        ],
        cells: vec![
            Cell::text(row.payee.as_deref().unwrap_or(nobody)),
            Cell::Money(row.total),
            Cell::Count(row.transactions),
            Cell::text(row.total.currency.code.as_str()),
        ],
    }
}
