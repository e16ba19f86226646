//! Reports about categories: what each took, and the income statement.

use domain::{AccountKind, Money};
use ops::report::{CategoryTotal, IncomeStatement, Line as Named};

use super::{Desk, kind_head, largest, sum};
use crate::cli::error::{Failure, OrExplain as _};
use crate::screens::reports::{Chart, Found, Line};
use crate::widgets::chart::per_mille;

pub(super) fn categories(desk: &Desk<'_>) -> Result<Found, Failure> {
    let report = desk.book.report_categories(&desk.scope());
    let sheets = report.or_explain(desk.texts)?.sheets;
    let found = desk.found("head-category", &[("head-total", 1)], Chart::Bars);
    Ok(desk.fill(found, &sheets, |body| {
        let mut lines = Vec::new();
        // What is spent is what one looks for first.
        let kinds = [
            AccountKind::Expense,
            AccountKind::Saving,
            AccountKind::Income,
        ];
        for kind in kinds {
            let rows = || body.categories.iter().filter(|row| row.kind == kind);
            let total = body.kinds.iter().find(|(known, _)| *known == kind);
            let Some((_, total)) = total.filter(|_| rows().next().is_some()) else {
                continue;
            };
            let scale = largest(rows().map(|row| row.with_children));
            lines.push(sum(desk.text(kind_head(kind)), vec![*total]));
            lines.extend(rows().map(|row| category(desk, row, *total, scale)));
        }
        lines
    }))
}

/// A category with all inside of it, which is what a query for it finds.
fn category(desk: &Desk<'_>, row: &CategoryTotal, whole: Money, scale: Option<u64>) -> Line {
    let name = row.category.rsplit(':').next().unwrap_or_default();
    Line {
        name: name.to_owned(),
        depth: row.depth + 1,
        cells: vec![row.with_children],
        share: per_mille(row.with_children.minor, whole.minor),
        scale,
        behind: Some(desk.rows(format!("cat:{}", row.category))),
        ..Line::default()
    }
}

pub(super) fn income(desk: &Desk<'_>) -> Result<Found, Failure> {
    let report = desk.book.report_income(&desk.scope());
    let sheets = report.or_explain(desk.texts)?.sheets;
    let found = desk.found("head-category", &[("head-total", 1)], Chart::Bars);
    Ok(desk.fill(found, &sheets, |body| statement(desk, body)))
}

fn statement(desk: &Desk<'_>, body: &IncomeStatement) -> Vec<Line> {
    let kinds = [
        (AccountKind::Income, &body.income, body.total_income),
        (AccountKind::Expense, &body.expense, body.total_expense),
        (AccountKind::Saving, &body.saving, body.total_saving),
    ];
    let scale = largest(
        kinds
            .iter()
            .flat_map(|(_, rows, _)| rows.iter().map(|row| row.total)),
    );
    let mut lines = Vec::new();
    for (kind, rows, total) in kinds {
        if rows.is_empty() {
            continue;
        }
        lines.push(sum(desk.text(kind_head(kind)), vec![total]));
        let line = |row: &Named| Line {
            name: row.name.clone(),
            depth: 1,
            cells: vec![row.total],
            share: per_mille(row.total.minor, total.minor),
            scale,
            behind: Some(desk.rows(format!("cat:{}", row.name))),
            ..Line::default()
        };
        lines.extend(rows.iter().map(line));
    }
    if !lines.is_empty() {
        lines.push(sum(desk.text("head-net"), vec![body.net]));
    }
    lines
}
