//! How a statement looks: what the bank has, what the ledger has, what is missing; then the rows.

use chrono::Datelike as _;
use domain::Money;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::update::missing;
use super::{Row, State, Statement};
use crate::app::{Context, Paper};
use crate::i18n::text;
use crate::present;
use crate::widgets::pane;
use crate::widgets::table::{self, Cell, Column};
use crate::widgets::text::{fit, left, right, width};

/// From this width on there is a column for the category.
const WITH_CATEGORY: u16 = 60;
/// The widest list, so that a row can be followed with the eyes.
const WIDEST: u16 = 110;
/// The widest head, so that its amounts stay near their names.
const HEAD: u16 = 60;
/// Lines of the head.
const HEAD_LINES: u16 = 6;

impl State {
    /// Rows of the list on one screen.
    pub(super) fn lines(cx: &Context<'_>) -> u16 {
        cx.size.1.saturating_sub(HEAD_LINES + 1)
    }

    pub(super) fn draw(&self, paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>) {
        let Some(statement) = &self.statement else {
            pane::sentence(paper, area, &cx.text("say-no-statement"), cx);
            return;
        };
        let rows = [Constraint::Length(HEAD_LINES), Constraint::Fill(1)];
        let area = Rect {
            width: area.width.min(WIDEST),
            ..area
        };
        let [head, body] = Layout::vertical(rows).areas(area);
        let head = Rect {
            x: head.x + 1,
            width: head.width.saturating_sub(2).min(HEAD),
            ..head
        };
        pane::lines(paper, head, self.head(statement, head.width, cx));
        if self.rows().is_empty() {
            let said = if self.found.is_some() {
                "say-nothing-open"
            } else {
                "say-loading"
            };
            pane::sentence(paper, body, &cx.text(said), cx);
            return;
        }
        self.draw_rows(paper, body, cx);
    }

    fn head(&self, statement: &Statement, room: u16, cx: &Context<'_>) -> Vec<Line<'static>> {
        let date = present::date(statement.date);
        let (ticked, count) = self.counts();
        let number = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
        let (n, of) = (number(ticked), number(count));
        let line = |words: &str, amount: Option<Money>, style: Style| {
            let amount = amount.map(|amount| cx.money(amount)).unwrap_or_default();
            let names = room.saturating_sub(width(&amount) + 1);
            Line::from(vec![
                Span::styled(left(&fit(words, names), names + 1), cx.theme.dim),
                Span::styled(right(&amount, width(&amount)), style),
            ])
        };
        let difference = self.difference();
        let agrees = difference.is_some_and(Money::is_zero);
        let style = if agrees { cx.theme.good } else { cx.theme.warn };
        let verdict = match difference {
            Some(_) if agrees => cx.text("say-agrees"),
            Some(difference) => missing(difference, cx),
            None => String::new(),
        };
        let before = self.found.as_ref().map(|found| found.reconciled);
        let ticked = text!(cx.texts, "label-ticked", n = n, of = of);
        vec![
            line(
                &text!(cx.texts, "label-statement", date = date),
                Some(statement.balance),
                cx.theme.accent,
            ),
            line(&cx.text("label-reconciled-before"), before, Style::new()),
            line(&ticked, self.ticked(), Style::new()),
            line(&cx.text("label-difference"), difference, style),
            Line::styled(fit(&verdict, room), style),
        ]
    }

    fn draw_rows(&self, paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>) {
        let narrow = area.width < WITH_CATEGORY;
        let mut columns = vec![
            Column::fixed(String::new()),
            Column::fixed(cx.text("head-date")),
            Column::text(cx.text("head-payee"), 1),
        ];
        if !narrow {
            columns.push(Column::text(cx.text("head-category"), 1));
        }
        columns.push(Column::number(cx.text("head-amount")));
        let row = |at: usize| match self.rows().get(at) {
            Some(row) => table::Row::new(self.cells(row, narrow, cx)),
            None => table::Row::default(),
        };
        table::draw(
            paper,
            area,
            &columns,
            self.cursor,
            self.rows().len(),
            row,
            cx,
        );
    }

    fn cells(&self, row: &Row, narrow: bool, cx: &Context<'_>) -> Vec<Cell> {
        let ticked = self.is_ticked(row);
        let date = present::date(row.date);
        let this_year = row.date.year() == cx.today.year();
        let date = if narrow && this_year {
            date.get(5..).unwrap_or_default().to_owned()
        } else {
            date
        };
        let who = match (row.payee.as_str(), row.memo.as_str()) {
            ("", "") if narrow => &row.category,
            ("", memo) => memo,
            (payee, _) => payee,
        };
        let (sign, style) = if ticked {
            ("[x]", cx.theme.good)
        } else {
            ("[ ]", cx.theme.dim)
        };
        let mut cells = vec![
            Cell::styled(sign, style),
            Cell::styled(date, cx.theme.dim),
            Cell::plain(who),
        ];
        if !narrow {
            cells.push(Cell::plain(row.category.as_str()));
        }
        let style = if row.amount.minor > 0 {
            cx.theme.good
        } else {
            Style::new()
        };
        cells.push(Cell::styled(cx.money(row.amount), style));
        cells
    }
}
