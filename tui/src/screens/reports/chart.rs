//! The chart above the lines of a report that goes through time.

use ratatui::layout::Rect;

use super::{Chart, Entry, Found, Rank, Sheet, State};
use crate::app::{Context, Paper};
use crate::i18n::text;
use crate::widgets::chart::{Columns, Series, Trace};

impl State {
    /// The chart of the currency under the cursor.
    pub(super) fn draw_chart(
        &self,
        paper: &mut Paper<'_, '_>,
        area: Rect,
        found: &Found,
        cx: &Context<'_>,
    ) {
        let (sheet, line) = match self.entry() {
            Some(Entry::Line(sheet, line)) => (sheet, Some(line)),
            Some(Entry::Currency(sheet)) => (sheet, None),
            None => (0, None),
        };
        let Some(sheet) = found.sheets.get(sheet) else {
            return;
        };
        match found.chart {
            Chart::Bars => {}
            Chart::Columns(columns) => draw_columns(paper, area, found, sheet, columns, line, cx),
            Chart::Line(column) => draw_line(paper, area, sheet, column, cx),
        }
    }
}

/// Columns, and how high the highest is.
fn draw_columns(
    paper: &mut Paper<'_, '_>,
    area: Rect,
    found: &Found,
    sheet: &Sheet,
    columns: &[usize],
    current: Option<usize>,
    cx: &Context<'_>,
) {
    let rows = || sheet.lines.iter().filter(|line| line.rank == Rank::Row);
    let amounts = |column: usize| rows().filter_map(move |line| line.cells.get(column));
    let mut series = Vec::new();
    for (place, column) in columns.iter().enumerate() {
        let style = cx.theme.series.get(place).copied().unwrap_or_default();
        let head = found
            .columns
            .get(*column)
            .map(|column| cx.text(column.head));
        series.push(Series {
            name: head.unwrap_or_default(),
            values: amounts(*column).map(|cell| cell.minor).collect(),
            style,
        });
    }
    let most = columns.iter().flat_map(|column| amounts(*column));
    let most = most.max_by_key(|cell| cell.minor).map(|most| {
        let amount = cx.money(*most);
        text!(cx.texts, "say-up-to", amount = amount)
    });
    let labels: Vec<String> = rows().map(|line| line.name.clone()).collect();
    let chart = Columns {
        series: &series,
        labels: &labels,
        current,
        note: most.unwrap_or_default(),
    };
    chart.draw(paper, indented(area), cx);
}

fn draw_line(
    paper: &mut Paper<'_, '_>,
    area: Rect,
    sheet: &Sheet,
    column: usize,
    cx: &Context<'_>,
) {
    let cells = || sheet.lines.iter().filter_map(|line| line.cells.get(column));
    let values: Vec<i64> = cells().map(|cell| cell.minor).collect();
    let least = cells().min_by_key(|cell| cell.minor);
    let most = cells().max_by_key(|cell| cell.minor);
    let written = |cell: Option<&domain::Money>| cell.map(|cell| cx.money(*cell));
    let named = |line: Option<&super::Line>| line.map(|line| line.name.clone());
    let trace = Trace {
        values: &values,
        ends: (
            written(most).unwrap_or_default(),
            written(least).unwrap_or_default(),
        ),
        span: (
            named(sheet.lines.first()).unwrap_or_default(),
            named(sheet.lines.last()).unwrap_or_default(),
        ),
        style: cx.theme.series[2],
    };
    trace.draw(paper, indented(area), cx);
}

/// Below the names of the table, not below its cursor.
fn indented(area: Rect) -> Rect {
    Rect {
        x: area.x + 2,
        width: area.width.saturating_sub(2),
        ..area
    }
}
