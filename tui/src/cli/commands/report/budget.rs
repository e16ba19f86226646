//! `luka report budget`

use domain::Money;
use ops::report::{BudgetLine, Sheet};
use serde_json::{Value, json};

use super::Desk;
use super::page::{Line, Page, Part, code, date, digits};
use crate::cli::args::report::ReportScope;
use crate::cli::error::{Failure, OrExplain as _};
use crate::cli::output::{Cell, Column};

pub(super) fn run(desk: &Desk<'_>, args: &ReportScope) -> Result<(), Failure> {
    let scope = desk.scope(args)?;
    let report = desk.book.report_budget(&scope);
    let report = report.or_explain(&desk.session.texts)?;
    desk.write(Page {
        name: "budgets",
        head: vec![("from", date(report.from)), ("to", date(report.to))],
        columns: vec![
            Column::text("category", desk.text("head-category")),
            Column::fixed("from", desk.text("head-from")),
            Column::fixed("to", desk.text("head-until")),
            Column::number("budgeted", desk.text("head-budgeted")),
            Column::number("carried", desk.text("head-carried")),
            Column::number("actual", desk.text("head-actual")),
            Column::number("left", desk.text("head-left")),
            Column::csv_only("currency"),
            Column::csv_only("every"),
        ],
        unconverted: report.sheets.unconverted.clone(),
        parts: report
            .sheets
            .iter()
            .map(|sheet| part(desk, sheet))
            .collect(),
    })
}

fn part(desk: &Desk<'_>, sheet: &Sheet<Vec<BudgetLine>>) -> Part {
    let share = |line: &BudgetLine| {
        let had = i128::from(line.budgeted.minor) + i128::from(line.carried.minor);
        let spent = i128::from(line.actual.minor) * 1000;
        (had > 0).then(|| i64::try_from(spent / had).unwrap_or(i64::MAX))
    };
    let lines = sheet.body.iter().map(|line| Line {
        fields: vec![
            ("id", Value::from(line.budget.id.to_string())),
            ("category", Value::from(line.category.as_str())),
            ("kind", Value::from(line.kind.as_str())),
            ("every", Value::from(line.budget.cycle.every.as_str())),
            ("from", date(line.from)),
            ("to", date(line.to)),
            ("budgeted", digits(line.budgeted)),
            ("carried", digits(line.carried)),
            ("actual", digits(line.actual)),
            ("left", digits(line.left)),
            ("percent", json!(share(line).map(super::percent))),
            ("currency", code(sheet.currency)),
        ],
        cells: cells(line),
    });
    let bars = sheet.body.iter();
    let bars = bars.map(|line| desk.bar(line.category.clone(), line.actual));
    Part {
        currency: sheet.currency,
        lines: lines.collect(),
        fields: Vec::new(),
        totals: Vec::new(),
        chart: Some((desk.text("head-actual"), bars.collect())),
    }
}

fn cells(line: &BudgetLine) -> Vec<Cell> {
    let figure = |amount: Money| Cell::Money(amount);
    vec![
        Cell::text(line.category.as_str()),
        Cell::Date(line.from),
        Cell::Date(line.to),
        figure(line.budgeted),
        figure(line.carried),
        figure(line.actual),
        figure(line.left),
        Cell::text(line.actual.currency.code.as_str()),
        Cell::text(line.budget.cycle.every.as_str()),
    ]
}
