//! `luka report balance-sheet`

use domain::Money;
use ops::report::{BalanceSheet, Sheet};
use serde_json::{Value, json};

use super::income::line;
use super::page::{Line, Page, Part, code, date, digits};
use super::{Desk, kind_word};
use crate::cli::args::report::BalanceSheetReport;
use crate::cli::error::{Failure, OrExplain as _};
use crate::cli::output::{Cell, Column, Format};

pub(super) fn run(desk: &Desk<'_>, args: &BalanceSheetReport) -> Result<(), Failure> {
    let scope = desk.scope_until(args)?;
    let report = desk
        .book
        .report_balance_sheet(&scope)
        .or_explain(&desk.session.texts)?;
    let translated = desk.session.format()? == Format::Table;
    desk.write(Page {
        name: "lines",
        head: vec![("date", date(report.date))],
        columns: vec![
            Column::fixed("kind", desk.text("head-kind")),
            Column::text("account", desk.text("head-account")),
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

fn part(desk: &Desk<'_>, sheet: &Sheet<BalanceSheet>, translated: bool) -> Part {
    let body = &sheet.body;
    let all = body
        .assets
        .iter()
        .chain(&body.liabilities)
        .chain(&body.equity);
    let mut lines: Vec<Line> = all
        .map(|row| line(desk, row, "account", translated))
        .collect();
    let made = [
        ("retained", "word-retained", body.retained),
        ("exchange", "word-exchange", body.exchange),
    ];
    for (key, id, total) in made {
        if !total.is_zero() {
            lines.push(computed(desk, (key, id), total, translated));
        }
    }
    let named = [
        ("word-total-assets", body.total_assets),
        ("word-total-liabilities", body.total_liabilities),
        ("head-net-worth", body.net_worth),
    ];
    let totals = json!({
        "assets": digits(body.total_assets),
        "liabilities": digits(body.total_liabilities),
        "net_worth": digits(body.net_worth),
        "retained": digits(body.retained),
        "exchange": digits(body.exchange),
    });
    Part {
        currency: sheet.currency,
        lines,
        fields: vec![("totals", totals)],
        totals: named
            .into_iter()
            .map(|(id, total)| {
                let word = Cell::text(desk.text("word-total"));
                vec![
                    word,
                    Cell::text(desk.text(id)),
                    Cell::Money(total),
                    Cell::Empty,
                ]
            })
            .collect(),
        chart: None,
    }
}

/// A row of equity that no account has: retained earnings, exchange.
fn computed(
    desk: &Desk<'_>,
    (key, id): (&'static str, &str),
    total: Money,
    translated: bool,
) -> Line {
    let equity = domain::AccountKind::Equity;
    let (kind, name) = if translated {
        (kind_word(equity, &desk.session.texts), desk.text(id))
    } else {
        (equity.as_str().to_owned(), String::new())
    };
    Line {
        fields: vec![
            ("kind", Value::from(equity.as_str())),
            ("account", Value::Null),
            ("computed", Value::from(key)),
            ("total", digits(total)),
            ("currency", code(total.currency)),
        ],
        cells: vec![
            Cell::text(kind),
            Cell::text(if translated { name } else { key.to_owned() }),
            Cell::Money(total),
            Cell::text(total.currency.code.as_str()),
        ],
    }
}
