//! The charts of the month: the net worth, what came in and what was spent.

use domain::{Money, NaiveDate};
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::{Flow, Found};
use crate::app::{Context, Paper};
use crate::i18n::text;
use crate::present;
use crate::widgets::chart::{Columns, Series, Trace};
use crate::widgets::text::{right, width};

/// The net worth in words, and its points.
pub(super) fn worth(found: &Found, cx: &Context<'_>) -> (String, Vec<i64>) {
    let last = found.worth.last();
    let last = last.map(|(_, worth)| cx.money(*worth)).unwrap_or_default();
    let values = found.worth.iter().map(|(_, worth)| worth.minor);
    (last, values.collect())
}

/// Of which day the prices are, where there is more than one currency.
pub(super) fn rates(found: &Found, cx: &Context<'_>) -> Option<String> {
    let (day, _) = found.worth.last().filter(|_| cx.facts.known.len() > 1)?;
    Some(text!(cx.texts, "say-rates-of", day = present::date(*day)))
}

/// The net worth on a line of its own.
pub(super) fn worth_title(found: &Found, room: u16, cx: &Context<'_>) -> Line<'static> {
    let head = cx.text("head-net-worth");
    let amount = right(&worth(found, cx).0, room.saturating_sub(width(&head)));
    Line::from(vec![Span::styled(head, cx.theme.accent), Span::raw(amount)])
}

/// The line of the net worth.
pub(super) fn draw_worth(paper: &mut Paper<'_, '_>, area: Rect, found: &Found, cx: &Context<'_>) {
    let values = worth(found, cx).1;
    let amounts = found.worth.iter().map(|(_, worth)| *worth);
    let least = amounts.clone().min_by_key(|worth| worth.minor);
    let most = amounts.max_by_key(|worth| worth.minor);
    let written = |worth: Option<Money>| worth.map(|worth| cx.money(worth));
    let day = |point: Option<&(NaiveDate, _)>| {
        point.map(|(day, _)| present::month(*day, cx.texts.language()))
    };
    let trace = Trace {
        values: &values,
        ends: (
            written(most).unwrap_or_default(),
            written(least).unwrap_or_default(),
        ),
        span: (
            day(found.worth.first()).unwrap_or_default(),
            day(found.worth.last()).unwrap_or_default(),
        ),
        style: cx.theme.series[2],
    };
    trace.draw(paper, area, cx);
}

/// What came in and what was spent, month by month.
pub(super) fn draw_flows(paper: &mut Paper<'_, '_>, area: Rect, found: &Found, cx: &Context<'_>) {
    let series = |place: usize, head, of: fn(&Flow) -> Money| Series {
        name: cx.text(head),
        values: found.flows.iter().map(|flow| of(flow).minor).collect(),
        style: cx.theme.series.get(place).copied().unwrap_or_default(),
    };
    let both = [
        series(0, "head-income", |flow| flow.income),
        series(1, "head-expense", |flow| flow.expense),
    ];
    let language = cx.texts.language();
    let months = found.flows.iter();
    let labels: Vec<String> = months
        .map(|flow| present::month(flow.month, language))
        .collect();
    let amounts = found.flows.iter();
    let most = amounts
        .flat_map(|flow| [flow.income, flow.expense])
        .max_by_key(|amount| amount.minor);
    let note = most.map(|most| {
        let amount = cx.money(most);
        text!(cx.texts, "say-up-to", amount = amount)
    });
    let columns = Columns {
        series: &both,
        labels: &labels,
        current: labels.len().checked_sub(1),
        note: note.unwrap_or_default(),
    };
    columns.draw(paper, area, cx);
}
