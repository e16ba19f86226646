//! How the tree of categories looks: names, a year in one line, the month before and the month.

use domain::Money;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::Line;

use super::State;
use crate::app::{Context, Paper};
use crate::i18n::text;
use crate::present;
use crate::screens::flow;
use crate::screens::tree::{self, head_of};
use crate::widgets::form::wrapped;
use crate::widgets::pane;
use crate::widgets::table::{self, Cell, Column};

/// From this width on there are the months before, and the details.
const WITH_MONTHS: u16 = 60;
const WITH_DETAILS: u16 = 110;
/// The widest tree and the narrowest details beside it.
const TREE: u16 = 90;
const DETAILS: u16 = 50;

impl State {
    /// Rows of the tree on one screen.
    pub(super) fn lines(cx: &Context<'_>) -> u16 {
        cx.size.1.saturating_sub(1)
    }

    pub(super) fn draw(&self, paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>) {
        if self.tree.len() == 0 {
            let said = if self.tree.loaded {
                "say-no-categories"
            } else {
                "say-loading"
            };
            pane::sentence(paper, area, &cx.text(said), cx);
            return;
        }
        let list = if area.width >= WITH_DETAILS {
            let tree = TREE.min(area.width.saturating_sub(DETAILS));
            let columns = [Constraint::Length(tree), Constraint::Fill(1)];
            let [list, details] = Layout::horizontal(columns).areas(area);
            self.draw_details(paper, details, cx);
            list
        } else {
            area
        };
        let columns = self.columns(list.width, cx);
        let row = |at: usize| table::Row::new(self.cells(at, list.width, cx));
        table::draw(
            paper,
            list,
            &columns,
            self.tree.cursor,
            self.tree.len(),
            row,
            cx,
        );
    }

    /// The names of the months are the heads.
    fn columns(&self, room: u16, cx: &Context<'_>) -> Vec<Column> {
        let month = |back: usize| {
            let month = self.months.iter().rev().nth(back);
            let name = month.map(|month| present::month(*month, cx.texts.language()));
            Column::number(name.unwrap_or_default())
        };
        let mut columns = vec![Column::text(cx.text("head-category"), 1)];
        if room >= WITH_MONTHS {
            columns.push(Column::fixed(cx.text("head-months")));
            columns.push(month(1));
        }
        columns.push(month(0));
        columns
    }

    fn cells(&self, row: usize, room: u16, cx: &Context<'_>) -> Vec<Cell> {
        let mut name = self.tree.label(row, cx);
        let category = self
            .tree
            .row(row)
            .and_then(|node| self.categories.get(node.at?));
        let closed = category.is_some_and(|one| one.account.closed);
        let style = match (category, closed) {
            (None, _) => cx.theme.accent,
            (Some(_), true) => cx.theme.dim,
            (Some(_), false) => Style::new(),
        };
        if closed {
            name = format!("{name} ({})", cx.text("word-closed"));
        }
        let flows = self.flows(row);
        let mut cells = vec![Cell::styled(name, style)];
        if room >= WITH_MONTHS {
            cells.push(Cell::styled(flow::trend(&flows, cx), cx.theme.series[0]));
            cells.push(Cell::styled(flow::amount(&flows, 1, cx), cx.theme.dim));
        }
        let style = if category.is_none() {
            cx.theme.accent
        } else {
            Style::new()
        };
        cells.push(Cell::styled(flow::amount(&flows, 0, cx), style));
        cells
    }

    fn draw_details(&self, paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>) {
        let inner = pane::pane(paper, area, &cx.text("title-details"), cx);
        let Some(node) = self.tree.current() else {
            return;
        };
        let kind = cx.text(head_of(node.kind));
        let mut lines: Vec<Line<'static>> = Vec::new();
        if let Some(category) = self.current() {
            lines.extend(wrapped(&category.path, inner.width, cx.theme.accent));
            lines.push(Line::raw(kind));
        } else {
            lines.push(Line::styled(kind, cx.theme.accent));
        }
        for line in self.flows(self.tree.cursor.at) {
            if line.iter().all(|month| month.is_zero()) {
                continue;
            }
            lines.push(Line::raw(""));
            let average = average(&line).map(|average| {
                let said = text!(cx.texts, "say-month-average", amount = cx.money(average));
                Line::styled(said, cx.theme.dim)
            });
            let months = self.months.iter().copied().zip(line);
            lines.extend(tree::months_drawn(months, inner.width, cx));
            lines.extend(average);
        }
        pane::lines(paper, inner, lines);
    }
}

/// What a month took in the middle, rounded.
fn average(line: &[Money]) -> Option<Money> {
    let first = line.first()?;
    let months = i64::try_from(line.len()).ok()?;
    let sum = line
        .iter()
        .try_fold(0_i64, |sum, month| sum.checked_add(month.minor))?;
    Some(Money::new(sum.checked_div(months)?, first.currency))
}
