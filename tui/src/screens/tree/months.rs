//! A line for each month: its name, a bar, the amount.

use domain::{Money, NaiveDate};
use ratatui::text::{Line, Span};

use crate::app::Context;
use crate::present;
use crate::widgets::chart::bar;
use crate::widgets::text::{left, right, width};

/// Draws amounts of months, all in one currency, in lines of at most `room` columns.
pub(crate) fn months_drawn(
    months: impl Iterator<Item = (NaiveDate, Money)>,
    room: u16,
    cx: &Context<'_>,
) -> Vec<Line<'static>> {
    let language = cx.texts.language();
    let rows: Vec<(String, Money, String)> = months
        .map(|(month, amount)| (present::month(month, language), amount, cx.money(amount)))
        .collect();
    let largest = rows
        .iter()
        .map(|(_, amount, _)| amount.minor.unsigned_abs());
    let largest = largest.max().unwrap_or(0);
    let widest = |of: fn(&(String, Money, String)) -> &str| {
        rows.iter().map(|row| width(of(row))).max().unwrap_or(0)
    };
    let (names, amounts) = (widest(|row| &row.0), widest(|row| &row.2));
    let bars = room.saturating_sub(names + amounts + 2);
    let drawn = rows.iter().map(|(name, amount, written)| {
        let style = if amount.minor < 0 {
            cx.theme.bad
        } else {
            cx.theme.series[0]
        };
        let bar = bar(amount.minor, largest, bars, cx.theme.glyphs);
        Line::from(vec![
            Span::styled(left(name, names), cx.theme.dim),
            Span::raw(" "),
            Span::styled(left(&bar, bars), style),
            Span::raw(" "),
            Span::raw(right(written, amounts)),
        ])
    });
    drawn.collect()
}
