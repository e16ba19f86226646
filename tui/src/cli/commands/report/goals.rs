//! `luka report goals`

use ops::report::GoalProgress;
use serde_json::{Value, json};

use super::Desk;
use super::page::{Line, date, money};
use crate::cli::error::{Failure, OrExplain as _};
use crate::cli::output::{Cell, Column, Format, Shape};

pub(super) fn run(desk: &Desk<'_>) -> Result<(), Failure> {
    let texts = &desk.session.texts;
    let report = desk.book.report_goals().or_explain(texts)?;
    let shape = Shape {
        name: "goals",
        head: vec![("date", date(report.date))],
        columns: columns(desk),
    };
    // A chart of each goal stands in its row, on a terminal.
    let drawn = desk.session.format()? == Format::Table && desk.session.screen().width.is_some();
    let mut listing = desk.session.listing(shape, desk.style.clone())?;
    for goal in &report.goals {
        listing.row(&line(goal, drawn)).or_explain(texts)?;
    }
    listing.finish(&[]).or_explain(texts)?;
    if report.goals.is_empty() && desk.session.format()? == Format::Table {
        desk.session.say(&texts.get("say-nothing-to-report"));
    }
    Ok(())
}

fn columns(desk: &Desk<'_>) -> Vec<Column> {
    vec![
        Column::text("name", desk.text("head-goal")),
        Column::text("percent", desk.text("head-progress")),
        Column::number("current", desk.text("head-saved")),
        Column::number("target", desk.text("head-target")),
        Column::number("remaining", desk.text("head-missing")),
        Column::fixed("target_date", desk.text("head-until")),
        Column::number("per_month", desk.text("head-per-month")),
        Column::csv_only("currency"),
        Column::csv_only("priority"),
        Column::csv_only("active"),
    ]
}

fn line(row: &GoalProgress, drawn: bool) -> Line {
    let goal = &row.goal;
    let percent = percent(row.per_mille);
    let progress = if drawn {
        format!("{percent:>5} % {}", gauge(row.per_mille))
    } else {
        percent.clone()
    };
    let per_month = row.pace.map(|pace| pace.per_month);
    Line {
        fields: vec![
            ("name", Value::from(goal.name.as_str())),
            ("target", money(goal.target)),
            ("current", money(row.current)),
            ("target_date", goal.target_date.map_or(Value::Null, date)),
            ("priority", Value::from(goal.priority)),
            ("active", Value::from(goal.active)),
            ("remaining", money(row.remaining)),
            ("percent", Value::from(percent)),
            ("per_month", per_month.map_or(Value::Null, money)),
            ("months_left", json!(row.pace.map(|pace| pace.months_left))),
            ("last_contribution", row.last.map_or(Value::Null, date)),
        ],
        cells: vec![
            Cell::text(goal.name.as_str()),
            Cell::text(progress),
            Cell::Money(row.current),
            Cell::Money(goal.target),
            Cell::Money(row.remaining),
            goal.target_date.map_or(Cell::Empty, Cell::Date),
            per_month.map_or(Cell::Empty, Cell::Money),
            Cell::text(goal.target.currency.code.as_str()),
            Cell::Count(i64::from(goal.priority)),
            Cell::text(goal.active.to_string()),
        ],
    }
}

/// `33.3` of 333 thousandths.
pub(in crate::cli::commands) fn percent(per_mille: i64) -> String {
    let sign = if per_mille < 0 { "-" } else { "" };
    let size = per_mille.unsigned_abs();
    format!("{sign}{}.{}", size / 10, size % 10)
}

const GAUGE: usize = 10;

/// Ten marks, full ones for what is there.
pub(in crate::cli::commands) fn gauge(per_mille: i64) -> String {
    let full = usize::try_from(per_mille.clamp(0, 1000)).unwrap_or(0) * GAUGE / 1000;
    format!("{}{}", "█".repeat(full), "░".repeat(GAUGE - full))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousandths_as_per_cent_and_as_a_gauge() {
        assert_eq!(
            [percent(0), percent(333), percent(1000), percent(-5)],
            ["0.0", "33.3", "100.0", "-0.5"]
        );
        assert_eq!(gauge(999).matches('█').count(), 9);
        assert_eq!(gauge(2500), "█".repeat(10));
        assert_eq!(gauge(-10), "░".repeat(10));
    }
}
