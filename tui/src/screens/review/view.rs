//! How the queue looks: what waits, and below (or beside) it why.

use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::{Item, State};
use crate::app::{Context, Paper};
use crate::i18n::text;
use crate::present;
use crate::present::waiting;
use crate::widgets::form::wrapped;
use crate::widgets::pane;
use crate::widgets::table::{self, Cell, Column, Row};
use crate::widgets::text::{right, width};

/// From this width on the reason stands beside the list.
const WITH_PANE: u16 = 120;
const PANE: u16 = 48;
/// The lines below the list, the rule above them among them.
const BELOW: u16 = 5;
/// From this width on there are columns for the day, and for the account.
const WITH_DAYS: u16 = 60;
const WITH_ACCOUNTS: u16 = 76;

impl State {
    /// Rows of the list on one screen.
    pub(super) fn lines(cx: &Context<'_>) -> u16 {
        let below = if cx.size.0 >= WITH_PANE { 0 } else { BELOW };
        cx.size.1.saturating_sub(2 + below)
    }

    pub(super) fn draw(&self, paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>) {
        let (list, why) = if area.width >= WITH_PANE {
            let columns = [Constraint::Fill(1), Constraint::Length(PANE)];
            let [list, why] = Layout::horizontal(columns).areas(area);
            (list, why)
        } else {
            let rows = [Constraint::Fill(1), Constraint::Length(BELOW)];
            let [list, why] = Layout::vertical(rows).areas(area);
            (list, why)
        };
        let rows = [Constraint::Length(1), Constraint::Fill(1)];
        let [head, body] = Layout::vertical(rows).areas(list);
        self.draw_head(paper, head, cx);
        if self.seen.is_empty() {
            let said = if self.loaded {
                "say-nothing-waits"
            } else {
                "say-loading"
            };
            pane::sentence(paper, body, &cx.text(said), cx);
            return;
        }
        self.draw_rows(paper, body, cx);
        self.draw_why(paper, why, cx);
    }

    /// The kinds that wait, the one that is seen marked; how many in all.
    fn draw_head(&self, paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>) {
        let name = match self.kind {
            Some(kind) => cx.text(waiting::word(kind)),
            None => cx.text("word-all-kinds"),
        };
        let seen = u64::try_from(self.seen.len()).unwrap_or(u64::MAX);
        let all = match self.kind {
            Some(_) => seen,
            None => self.found.total.max(seen),
        };
        let n = i64::try_from(all).unwrap_or(i64::MAX);
        let count = text!(cx.texts, "say-waiting-count", n = n);
        let gap = area.width.saturating_sub(1 + width(&name));
        let line = Line::from(vec![
            Span::raw(" "),
            Span::styled(name, cx.theme.accent),
            Span::styled(right(&count, gap), cx.theme.dim),
        ]);
        paper.frame.render_widget(line, area);
    }

    fn draw_rows(&self, paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>) {
        let (days, accounts) = (area.width >= WITH_DAYS, area.width >= WITH_ACCOUNTS);
        let mut columns = Vec::new();
        if self.kind.is_none() {
            columns.push(Column::fixed(cx.text("head-waits-for")));
        }
        if days {
            columns.push(Column::fixed(cx.text("head-date")));
        }
        columns.push(Column::text(cx.text("head-text"), 2));
        if accounts {
            columns.push(Column::text(cx.text("head-account"), 1));
        }
        columns.push(Column::number(cx.text("head-amount")));
        let row = |at: usize| match self.row(at) {
            Some(item) => self.cells(item, days, accounts, cx),
            None => Row::default(),
        };
        table::draw(paper, area, &columns, self.cursor, self.seen.len(), row, cx);
    }

    fn cells(&self, item: &Item, days: bool, accounts: bool, cx: &Context<'_>) -> Row {
        let mut cells = Vec::new();
        if self.kind.is_none() {
            let style = if item.sure {
                cx.theme.dim
            } else {
                cx.theme.warn
            };
            cells.push(Cell::styled(cx.text(waiting::word(item.kind)), style));
        }
        if days {
            let day = item.date.map(present::date).unwrap_or_default();
            cells.push(Cell::styled(day, cx.theme.dim));
        }
        let text = if item.text.is_empty() {
            &item.why
        } else {
            &item.text
        };
        cells.push(Cell::plain(cx.veil(text)));
        if accounts {
            cells.push(Cell::styled(item.account.as_str(), cx.theme.dim));
        }
        let amount = item.amount.map(|amount| cx.money(amount));
        cells.push(Cell::plain(amount.unwrap_or_default()));
        Row::new(cells)
    }

    fn draw_why(&self, paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>) {
        let inner = pane::pane(paper, area, &cx.text("head-why"), cx);
        let Some(item) = self.current() else { return };
        let mut lines: Vec<Line<'_>> = Vec::new();
        let said = [
            (cx.veil(&item.why), Style::new()),
            (item.file.clone(), cx.theme.dim),
            (cx.veil(&item.text), cx.theme.dim),
        ];
        for (said, style) in said.into_iter().filter(|(said, _)| !said.is_empty()) {
            lines.extend(wrapped(&said, inner.width, style));
        }
        for (line, at) in lines.into_iter().zip(inner.y..inner.bottom()) {
            let place = Rect::new(inner.x, at, inner.width, 1);
            paper.frame.render_widget(line, place);
        }
    }
}
