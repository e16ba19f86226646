//! `luka report categories`

use domain::AccountKind;
use ops::report::{Categories, CategoryTotal, Sheet};
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
        .report_categories(&scope)
        .or_explain(&desk.session.texts)?;
    let indent = desk.session.format()? == Format::Table;
    desk.write(Page {
        name: "categories",
        head: vec![("from", date(report.from)), ("to", date(report.to))],
        columns: vec![
            Column::text("category", desk.text("head-category")),
            Column::fixed("kind", desk.text("head-kind")),
            Column::number("total", desk.text("head-total")),
            Column::number("with_children", desk.text("head-with-children")),
            Column::csv_only("currency"),
        ],
        unconverted: report.sheets.unconverted.clone(),
        parts: report
            .sheets
            .iter()
            .map(|sheet| part(desk, sheet, indent))
            .collect(),
    })
}

fn part(desk: &Desk<'_>, sheet: &Sheet<Categories>, indent: bool) -> Part {
    let body = &sheet.body;
    let lines = body.categories.iter().map(|row| Line {
        fields: vec![
            ("category", Value::from(row.category.as_str())),
            ("kind", Value::from(row.kind.as_str())),
            ("total", digits(row.total)),
            ("with_children", digits(row.with_children)),
            ("depth", Value::from(row.depth)),
            ("currency", code(sheet.currency)),
        ],
        cells: cells(desk, row, indent),
    });
    let spent = |row: &&CategoryTotal| row.depth == 0 && row.kind == AccountKind::Expense;
    let top = body.categories.iter().filter(spent);
    let bars = top.map(|row| desk.bar(row.category.clone(), row.with_children));
    let kinds: serde_json::Map<_, _> = body
        .kinds
        .iter()
        .map(|(kind, total)| (kind.as_str().to_owned(), digits(*total)))
        .collect();
    let totals = body.kinds.iter().filter(|(_, total)| !total.is_zero());
    Part {
        currency: sheet.currency,
        lines: lines.collect(),
        fields: vec![("totals", json!(kinds))],
        totals: totals
            .map(|(kind, total)| {
                let kind = kind_word(*kind, &desk.session.texts);
                vec![
                    Cell::text(desk.text("word-total")),
                    Cell::text(kind),
                    Cell::Money(*total),
                    Cell::Money(*total),
                    Cell::Empty,
                ]
            })
            .collect(),
        chart: Some((desk.text("head-expense"), bars.collect())),
    }
}

/// On a screen a category stands inside the one around it, and its last name is enough.
fn cells(desk: &Desk<'_>, row: &CategoryTotal, indent: bool) -> Vec<Cell> {
    let own = row.category.rsplit(':').next().unwrap_or(&row.category);
    let (name, kind) = if indent {
        let name = format!("{}{own}", "  ".repeat(row.depth));
        (name, kind_word(row.kind, &desk.session.texts))
    } else {
        (row.category.clone(), row.kind.as_str().to_owned())
    };
    vec![
        Cell::text(name),
        Cell::text(kind),
        Cell::Money(row.total),
        Cell::Money(row.with_children),
        Cell::text(row.total.currency.code.as_str()),
    ]
}
