//! How the list looks: columns by the room there is, and the details beside them.

use ratatui::layout::{Constraint, Layout, Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::details::{lines, status_sign};
use super::filter::{join_terms, placeholder};
use super::{Row, State};
use crate::app::{Context, Paper};
use crate::i18n::text;
use crate::present;
use crate::widgets::form::wrapped;
use crate::widgets::pane;
use crate::widgets::table::{self, Cell, Column};
use crate::widgets::text::{fit, right, width};

/// From this width on there is a column for the category, for the account, for the status in full,
/// for the details.
const WITH_CATEGORY: u16 = 60;
const WITH_ACCOUNT: u16 = 80;
const WITH_STATUS: u16 = 100;
const WITH_DETAILS: u16 = 120;
/// Columns of the details beside the list.
const DETAILS: u16 = 44;
/// Rows of the details below the list, where there is no room beside it.
const DETAILS_BELOW: u16 = 8;

impl State {
    /// Lines that the list itself has.
    pub(super) fn lines(&self, cx: &Context<'_>) -> u16 {
        let below = self.details && cx.size.0 < WITH_DETAILS;
        let spent = 2 + if below { DETAILS_BELOW } else { 0 };
        cx.size.1.saturating_sub(spent)
    }

    pub(super) fn draw(&self, paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>) {
        let typing = u16::from(self.typing.is_some());
        let rows = [
            Constraint::Length(1),
            Constraint::Length(typing),
            Constraint::Fill(1),
        ];
        let [head, offer, body] = Layout::vertical(rows).areas(area);
        self.draw_head(paper, head, cx);
        self.draw_typing(paper, offer, cx);
        if self.list.rows.is_empty() {
            self.draw_nothing(paper, body, cx);
            return;
        }
        let wide = area.width >= WITH_DETAILS;
        let body = if wide {
            let columns = [Constraint::Fill(1), Constraint::Length(DETAILS)];
            let [list, details] = Layout::horizontal(columns).areas(body);
            self.draw_details(paper, details, cx);
            list
        } else if self.details {
            let rows = [Constraint::Fill(1), Constraint::Length(DETAILS_BELOW)];
            let [list, details] = Layout::vertical(rows).areas(body);
            self.draw_details(paper, details, cx);
            list
        } else {
            body
        };
        let columns = self.columns(body.width, cx);
        let list = &self.list;
        let row = |at: usize| match list.rows.get(at) {
            Some(row) => table::Row {
                cells: self.cells(row, body.width, cx),
                marked: self.is_marked(row.id),
            },
            None => table::Row::default(),
        };
        table::draw(paper, body, &columns, list.cursor, list.rows.len(), row, cx);
    }

    /// The filter, how many rows there are, how many are marked.
    fn draw_head(&self, paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>) {
        let mut signs = Vec::new();
        let marked = match (self.all_marked, self.marks.len()) {
            (true, unmarked) => self.count.unwrap_or(0).saturating_sub(unmarked as u64),
            (false, marks) => marks as u64,
        };
        if marked > 0 {
            let n = i64::try_from(marked).unwrap_or(i64::MAX);
            signs.push(text!(cx.texts, "say-marked", n = n));
        }
        if let Some(count) = self.count {
            let n = i64::try_from(count).unwrap_or(i64::MAX);
            signs.push(text!(cx.texts, "say-rows", n = n));
        }
        let signs = signs.join(&format!(" {} ", cx.theme.glyphs.between));
        let room = area.width.saturating_sub(width(&signs) + 1);
        let (left, style) = match &self.typing {
            Some(typing) if typing.input.value().is_empty() => {
                (placeholder(cx.texts), cx.theme.dim)
            }
            Some(typing) => (typing.input.value().to_owned(), cx.theme.field),
            None if self.terms.is_empty() => (String::new(), Style::new()),
            None => (join_terms(&self.terms), cx.theme.accent),
        };
        let prompt = if self.typing.is_some() || !self.terms.is_empty() {
            "/"
        } else {
            " "
        };
        let left = fit(&left, room.saturating_sub(1));
        let gap = area.width.saturating_sub(1 + width(&left));
        let line = Line::from(vec![
            Span::styled(prompt, cx.theme.accent),
            Span::styled(left, style),
            Span::styled(right(&signs, gap), cx.theme.dim),
        ]);
        paper.frame.render_widget(line, area);
        if let Some(typing) = &self.typing {
            let at = u16::try_from(typing.input.visual_cursor()).unwrap_or(0) + 1;
            let column = area.x + at.min(area.width.saturating_sub(1));
            paper
                .frame
                .set_cursor_position(Position::new(column, area.y));
        }
    }

    /// What is offered for the filter, or what is wrong with it, over the first rows.
    fn draw_typing(&self, paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>) {
        let Some(typing) = &self.typing else {
            return;
        };
        if area.height == 0 {
            return;
        }
        let line = if typing.offered.is_empty() {
            typing
                .trouble
                .as_ref()
                .map(|trouble| Line::styled(fit(trouble, area.width), cx.theme.warn))
        } else {
            let offered = typing
                .offered
                .join(&format!(" {} ", cx.theme.glyphs.between));
            let told = format!("tab {} {offered}", cx.theme.glyphs.arrow);
            Some(Line::styled(fit(&told, area.width), cx.theme.dim))
        };
        if let Some(line) = line {
            paper.frame.render_widget(line, area);
        }
    }

    fn draw_nothing(&self, paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>) {
        let said = if !self.list.loaded {
            "say-loading"
        } else if self.all_terms().is_empty() {
            "say-no-transactions"
        } else {
            "say-no-matches"
        };
        let lines = wrapped(&cx.text(said), area.width.saturating_sub(4), cx.theme.dim);
        for (line, at) in lines.zip(area.y + 1..area.bottom()) {
            let place = Rect::new(area.x + 2, at, area.width.saturating_sub(2), 1);
            paper.frame.render_widget(line, place);
        }
    }

    fn draw_details(&self, paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>) {
        let inner = pane::pane(paper, area, &cx.text("title-details"), cx);
        let Some(row) = self.current() else {
            return;
        };
        let lines = lines(row, cx);
        let lines = lines
            .iter()
            .flat_map(|line| wrapped(line, inner.width, Style::new()));
        for (line, at) in lines.zip(inner.y..inner.bottom()) {
            paper
                .frame
                .render_widget(line, Rect::new(inner.x, at, inner.width, 1));
        }
    }

    fn shows_balance(&self) -> bool {
        self.account.is_some() && self.terms.is_empty()
    }

    fn columns(&self, room: u16, cx: &Context<'_>) -> Vec<Column> {
        let status = match room {
            WITH_STATUS.. => "head-status",
            _ => "head-status-short",
        };
        let mut columns = vec![
            Column::fixed(cx.text("head-date")),
            Column::fixed(cx.text(status)),
            Column::text(cx.text("head-payee"), 3),
        ];
        if room >= WITH_CATEGORY {
            columns.push(Column::names(cx.text("head-category"), 3));
        }
        if room >= WITH_ACCOUNT && self.account.is_none() {
            columns.push(Column::names(cx.text("head-account"), 2));
        }
        columns.push(Column::number(cx.text("head-amount")));
        if self.shows_balance() && room >= WITH_CATEGORY {
            columns.push(Column::number(cx.text("head-balance")));
        }
        columns
    }

    fn cells(&self, row: &Row, room: u16, cx: &Context<'_>) -> Vec<Cell> {
        let narrow = room < WITH_CATEGORY;
        let date = present::date(row.date);
        let date =
            if narrow && row.date.format("%Y").to_string() == cx.today.format("%Y").to_string() {
                date.get(5..).unwrap_or_default().to_owned()
            } else {
                date
            };
        let who = match (row.payee.as_str(), row.memo.as_str()) {
            ("", "") if narrow => &row.category,
            ("", memo) => memo,
            (payee, _) => payee,
        };
        let mut cells = vec![
            Cell::styled(date, cx.theme.dim),
            Cell::styled(status_sign(row, cx.theme.glyphs), cx.theme.accent),
            Cell::plain(who),
        ];
        if !narrow {
            cells.push(Cell::styled(row.category.as_str(), Style::new()));
        }
        if room >= WITH_ACCOUNT && self.account.is_none() {
            cells.push(Cell::styled(row.account.as_str(), cx.theme.dim));
        }
        cells.push(match row.amount {
            Some(amount) if amount.minor > 0 => Cell::styled(cx.money(amount), cx.theme.good),
            Some(amount) => Cell::plain(cx.money(amount)),
            None => Cell::plain(""),
        });
        if self.shows_balance() && !narrow {
            let balance = row.balance.map(|balance| cx.money(balance));
            cells.push(Cell::styled(balance.unwrap_or_default(), cx.theme.dim));
        }
        cells
    }
}
