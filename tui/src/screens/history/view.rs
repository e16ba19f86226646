//! How the history looks: one line for each operation, what it was about, whether it still holds.

use chrono::Datelike as _;
use ops::history::Standing;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;

use super::details::what;
use super::{Entry, State};
use crate::app::{Context, Paper};
use crate::i18n::text;
use crate::present;
use crate::widgets::form::wrapped;
use crate::widgets::pane;
use crate::widgets::table::{self, Cell, Column, Row};

/// From this width on the details stand beside the list.
pub(super) const WITH_DETAILS: u16 = 120;
const DETAILS: u16 = 50;
/// From this width on there is the whole moment, and a column for the number of changes.
const WITH_CHANGES: u16 = 64;
/// From this width on there is the day of a transaction, too.
const WITH_DAYS: u16 = 100;

impl State {
    /// Lines that the list has.
    pub(super) fn lines(cx: &Context<'_>) -> u16 {
        cx.size.1.saturating_sub(1)
    }

    /// What is to be said about an operation that doesn't simply stand.
    pub(super) fn standing_words(entry: &Entry, cx: &Context<'_>) -> Option<String> {
        match entry.standing {
            Standing::TakenBack => Some(cx.text("word-taken-back")),
            _ => None,
        }
    }

    pub(super) fn draw(&self, paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>) {
        let list = if area.width >= WITH_DETAILS {
            let columns = [Constraint::Fill(1), Constraint::Length(DETAILS)];
            let [list, details] = Layout::horizontal(columns).areas(area);
            self.draw_details(paper, details, cx);
            list
        } else {
            area
        };
        if self.entries.is_empty() {
            let said = if self.loaded {
                "say-no-history"
            } else {
                "say-loading"
            };
            let lines = wrapped(&cx.text(said), list.width.saturating_sub(4), cx.theme.dim);
            for (line, at) in lines.zip(list.y + 1..list.bottom()) {
                let place = Rect::new(list.x + 2, at, list.width.saturating_sub(2), 1);
                paper.frame.render_widget(line, place);
            }
            return;
        }
        let wide = list.width >= WITH_CHANGES;
        let mut columns = vec![
            Column::fixed(cx.text("head-when")),
            Column::fixed(String::new()),
        ];
        if wide {
            columns.push(Column::fixed(cx.text("head-what")));
        }
        columns.push(Column::text(cx.text("head-about"), 1));
        columns.push(Column::number(cx.text("head-amount")));
        if wide {
            columns.push(Column::number(cx.text("head-changed")));
        }
        let row = |at: usize| match self.entries.get(at) {
            Some(entry) => Self::row(entry, wide, cx),
            None => Row::default(),
        };
        let entries = self.entries.len();
        table::draw(paper, list, &columns, self.cursor, entries, row, cx);
    }

    fn row(entry: &Entry, wide: bool, cx: &Context<'_>) -> Row {
        let gone = entry.standing == Standing::TakenBack;
        let style = if gone { cx.theme.dim } else { Style::new() };
        let day = entry.at.date_naive();
        let when = match wide {
            true => entry.at.format("%Y-%m-%d %H:%M"),
            false if day == cx.today => entry.at.format("%H:%M"),
            false if day.year() == cx.today.year() => entry.at.format("%m-%d"),
            false => entry.at.format("%Y-%m-%d"),
        };
        let glyphs = cx.theme.glyphs;
        let sign = match entry.standing {
            Standing::TakenBack => glyphs.undone,
            Standing::Move => glyphs.arrow,
            Standing::Stands(_) | Standing::Ground => " ",
        };
        let mut about = entry.about.name.clone();
        if entry.about.more {
            about.push(' ');
            about.push_str(glyphs.busy);
        }
        if let Some(day) = entry.about.day.filter(|_| cx.size.0 >= WITH_DAYS) {
            about = format!("{} {} {about}", present::date(day), glyphs.between);
        }
        if gone && wide {
            about = format!("{about} ({})", cx.text("word-taken-back"));
        }
        let mut cells = vec![
            Cell::styled(when.to_string(), cx.theme.dim),
            Cell::styled(sign, cx.theme.warn),
        ];
        if wide {
            cells.push(Cell::styled(what(entry, cx), style));
        } else if about.is_empty() {
            about = what(entry, cx);
        } else {
            about = format!("{} {} {about}", what(entry, cx), glyphs.between);
        }
        cells.push(Cell::styled(about, style));
        let amount = entry.about.amount.map(|amount| cx.money(amount));
        cells.push(Cell::styled(amount.unwrap_or_default(), style));
        if wide {
            cells.push(Cell::styled(
                cx.style.number(entry.changes.into()),
                cx.theme.dim,
            ));
        }
        Row::new(cells)
    }

    fn draw_details(&self, paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>) {
        let inner = pane::pane(paper, area, &cx.text("title-details"), cx);
        let mut lines = self.detail_lines(cx);
        if let Some(Standing::Stands(steps)) = self.current().map(|entry| entry.standing) {
            let n = i64::from(steps);
            lines.insert(2, (text!(cx.texts, "say-steps", n = n), cx.theme.dim));
        }
        let lines = lines
            .into_iter()
            .flat_map(|(line, style)| wrapped(&line, inner.width, style));
        for (line, at) in lines.zip(inner.y..inner.bottom()) {
            let place = Rect::new(inner.x, at, inner.width, 1);
            paper.frame.render_widget(line, place);
        }
    }
}
