//! How the tree of categories looks: names, a year in one line, the month before and the month.

use domain::Money;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use super::State;
use crate::app::{Context, Paper};
use crate::i18n::text;
use crate::present;
use crate::screens::flow;
use crate::screens::tree::{self, WITH_MONTHS, head_of};
use crate::widgets::form::wrapped;
use crate::widgets::pane;
use crate::widgets::table::{Cell, Column};

impl State {
    pub(super) fn draw(&self, paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>) {
        let (list, details) = self.tree.rooms(area);
        if let Some(details) = details {
            self.draw_details(paper, details, cx);
        }
        let columns = |room: u16| self.columns(room, cx);
        let cells = |row: usize, room: u16| self.cells(row, room, cx);
        let empty = "say-no-categories";
        self.tree.draw(paper, list, empty, columns, cells, cx);
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
        let node = self.tree.row(row);
        let category = node.and_then(|node| self.categories.get(node.at?));
        let closed = category.map(|one| one.account.closed);
        let flows = self.flows(row);
        let mut cells = vec![self.tree.name_cell(row, closed, cx)];
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
