//! Reports that go from month to month, or from year to year when they are long.

use chrono::Datelike as _;
use domain::{Money, NaiveDate};

use super::{Desk, sum};
use crate::cli::error::{Failure, OrExplain as _};
use crate::present;
use crate::screens::reports::{Behind, Chart, Found, Line};

/// The amounts of one month.
struct Point {
    month: NaiveDate,
    cells: Vec<Money>,
}

/// What becomes of the months of a year.
#[derive(Clone, Copy)]
enum Fold {
    /// What happened in them is added up.
    Sum,
    /// What there was at the end of the last one counts.
    Last,
}

pub(super) fn monthly(desk: &Desk<'_>) -> Result<Found, Failure> {
    let report = desk.book.report_monthly(&desk.scope());
    let sheets = report.or_explain(desk.texts)?.sheets;
    let columns = [
        ("head-income", 2),
        ("head-expense", 3),
        ("head-saving", 1),
        ("head-net", 4),
    ];
    let found = desk.found(desk.about(), &columns, Chart::Columns(&[0, 1]));
    Ok(desk.fill(found, &sheets, |body| {
        let cells =
            |row: &ops::report::MonthTotals| vec![row.income, row.expense, row.saving, row.net];
        let points = body.months.iter().map(|row| Point {
            month: row.month,
            cells: cells(row),
        });
        let mut lines = desk.lines(points, Fold::Sum, None);
        lines.push(desk.total(cells(&body.total)));
        lines
    }))
}

pub(super) fn cashflow(desk: &Desk<'_>) -> Result<Found, Failure> {
    let report = desk.book.report_cashflow(&desk.scope());
    let sheets = report.or_explain(desk.texts)?.sheets;
    let columns = [
        ("head-in", 2),
        ("head-out", 3),
        ("head-net", 4),
        ("head-other", 1),
    ];
    let found = desk.found(desk.about(), &columns, Chart::Columns(&[0, 1]));
    Ok(desk.fill(found, &sheets, |body| {
        let cells =
            |row: &ops::report::CashFlowMonth| vec![row.inflow, row.outflow, row.net, row.other];
        let points = body.months.iter().map(|row| Point {
            month: row.month,
            cells: cells(row),
        });
        let mut lines = desk.lines(points, Fold::Sum, None);
        lines.push(desk.total(cells(&body.total)));
        lines
    }))
}

pub(super) fn networth(desk: &Desk<'_>) -> Result<Found, Failure> {
    let report = desk.book.report_networth(&desk.scope());
    let sheets = report.or_explain(desk.texts)?.sheets;
    let columns = [
        ("head-assets", 2),
        ("head-liabilities", 1),
        ("head-net-worth", 3),
    ];
    let found = desk.found(desk.about(), &columns, Chart::Line(2));
    Ok(desk.fill(found, &sheets, |body| {
        let points = body.iter().map(|point| Point {
            month: point.month,
            cells: vec![point.assets, point.liabilities, point.net_worth],
        });
        desk.lines(points, Fold::Last, None)
    }))
}

pub(super) fn trend(desk: &Desk<'_>) -> Result<Found, Failure> {
    let found = desk.found(desk.about(), &[("head-total", 1)], Chart::Columns(&[0]));
    let category = match &desk.wish.category {
        Some(category) => Some(category.clone()),
        None => desk.largest_category()?,
    };
    let Some(category) = category else {
        return Ok(found);
    };
    let report = desk.book.report_trend(&category, &desk.scope());
    let report = report.or_explain(desk.texts)?;
    let found = Found {
        subject: Some(report.category.clone()),
        ..found
    };
    let term = format!("cat:{}", report.category);
    Ok(desk.fill(found, &report.sheets, |body| {
        let points = body.months.iter().map(|row| Point {
            month: row.month,
            cells: vec![row.total],
        });
        let mut lines = desk.lines(points, Fold::Sum, Some(&term));
        let mut total = sum(desk.text("word-total"), vec![body.total]);
        total.behind = Some(desk.rows(term.clone()));
        lines.push(total);
        lines.push(sum(desk.text("word-average-month"), vec![body.average]));
        lines
    }))
}

impl Desk<'_> {
    /// What the lines of a series are about.
    const fn about(&self) -> &'static str {
        if self.wish.by_year {
            "head-year"
        } else {
            "head-month"
        }
    }

    /// The sum of a series; behind it is everything in these days.
    fn total(&self, cells: Vec<Money>) -> Line {
        let days = self.wish.term.as_ref();
        Line {
            behind: days.map(|days| Behind::Rows(vec![format!("date:{days}")])),
            ..sum(self.text("word-total"), cells)
        }
    }

    /// The category of expense that took most.
    fn largest_category(&self) -> Result<Option<String>, Failure> {
        let report = self.book.report_income(&self.scope());
        let sheets = report.or_explain(self.texts)?.sheets;
        let statements = sheets.iter().map(|sheet| &sheet.body);
        let mut lines = statements.flat_map(|body| body.expense.iter().chain(&body.income));
        Ok(lines.next().map(|line| line.name.clone()))
    }

    /// A line for each month or year; `term` limits what is behind it.
    fn lines(
        &self,
        points: impl Iterator<Item = Point>,
        fold: Fold,
        term: Option<&str>,
    ) -> Vec<Line> {
        let term = term.map(str::to_owned);
        let line = |name: String, days: String, cells: Vec<Money>| Line {
            name,
            cells,
            behind: Some(Behind::Rows(
                term.iter()
                    .cloned()
                    .chain([format!("date:{days}")])
                    .collect(),
            )),
            ..Line::default()
        };
        if self.wish.by_year {
            let years = by_year(points, fold).into_iter();
            let line = |(year, cells): (i32, _)| line(year.to_string(), year.to_string(), cells);
            return years.map(line).collect();
        }
        let language = self.texts.language();
        points
            .map(|point| {
                let days = point.month.format("%Y-%m").to_string();
                line(present::month(point.month, language), days, point.cells)
            })
            .collect()
    }
}

fn by_year(points: impl Iterator<Item = Point>, fold: Fold) -> Vec<(i32, Vec<Money>)> {
    let mut years: Vec<(i32, Vec<Money>)> = Vec::new();
    for point in points {
        match (years.last_mut(), fold) {
            (Some((year, cells)), Fold::Last) if *year == point.month.year() => {
                *cells = point.cells;
            }
            (Some((year, cells)), Fold::Sum) if *year == point.month.year() => {
                for (sum, cell) in cells.iter_mut().zip(point.cells) {
                    *sum = sum.checked_add(cell).unwrap_or(*sum);
                }
            }
            _ => years.push((point.month.year(), point.cells)),
        }
    }
    years
}
