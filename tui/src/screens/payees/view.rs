//! How the list of payees looks.

use ratatui::layout::{Constraint, Layout, Position, Rect};
use ratatui::text::{Line, Span};

use super::{Payee, Sorting, State};
use crate::app::{Context, Paper};
use crate::i18n::text;
use crate::present;
use crate::widgets::pane;
use crate::widgets::table::{self, Cell, Column};
use crate::widgets::text::{fit, right, width};

/// From this width on there is a column for the last day, and one for the other names.
const WITH_DAY: u16 = 52;
const WITH_ALIASES: u16 = 76;
/// The widest list, so that a row can be followed with the eyes.
const WIDEST: u16 = 110;

impl State {
    /// Rows of the list on one screen.
    pub(super) fn lines(cx: &Context<'_>) -> u16 {
        cx.size.1.saturating_sub(2)
    }

    pub(super) fn draw(&self, paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>) {
        let rows = [Constraint::Length(1), Constraint::Fill(1)];
        let area = Rect {
            width: area.width.min(WIDEST),
            ..area
        };
        let [head, body] = Layout::vertical(rows).areas(area);
        self.draw_head(paper, head, cx);
        if self.seen.is_empty() {
            let said = match (self.loaded, self.payees.is_empty()) {
                (false, _) => "say-loading",
                (true, true) => "say-no-payees",
                (true, false) => "say-no-matches",
            };
            pane::sentence(paper, body, &cx.text(said), cx);
            return;
        }
        let mut columns = vec![Column::text(cx.text("head-payee"), 3)];
        if body.width >= WITH_ALIASES {
            columns.push(Column::text(cx.text("head-aliases"), 2));
        }
        columns.push(Column::number(cx.text("head-transactions")));
        if body.width >= WITH_DAY {
            columns.push(Column::fixed(cx.text("head-last-day")));
        }
        let row = |at: usize| match self.row(at) {
            Some(payee) => table::Row::new(self.cells(payee, body.width, cx)),
            None => table::Row::default(),
        };
        table::draw(paper, body, &columns, self.cursor, self.seen.len(), row, cx);
    }

    /// What the list is narrowed to, how many there are, in which order.
    fn draw_head(&self, paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>) {
        let narrow = self.narrow.value();
        let order = cx.text(match self.sorting {
            _ if !narrow.trim().is_empty() => "word-by-match",
            Sorting::Name => "word-by-name",
            Sorting::Use => "word-by-use",
            Sorting::Day => "word-by-day",
        });
        let n = i64::try_from(self.seen.len()).unwrap_or(i64::MAX);
        let between = cx.theme.glyphs.between;
        let signs = format!("{} {between} {order}", text!(cx.texts, "say-payees", n = n));
        let room = area.width.saturating_sub(width(&signs) + 2);
        let (typed, style) = match (self.typing, narrow) {
            (true, "") => (cx.text("ask-payee"), cx.theme.dim),
            (true, typed) => (typed.to_owned(), cx.theme.field),
            (false, typed) => (typed.to_owned(), cx.theme.accent),
        };
        let prompt = if self.typing || !narrow.is_empty() {
            "/"
        } else {
            " "
        };
        let typed = fit(&typed, room);
        let gap = area.width.saturating_sub(1 + width(&typed));
        let line = Line::from(vec![
            Span::styled(prompt, cx.theme.accent),
            Span::styled(typed, style),
            Span::styled(right(&signs, gap), cx.theme.dim),
        ]);
        paper.frame.render_widget(line, area);
        if self.typing {
            let at = u16::try_from(self.narrow.visual_cursor()).unwrap_or(0) + 1;
            let column = area.x + at.min(area.width.saturating_sub(1));
            let place = Position::new(column, area.y);
            paper.frame.set_cursor_position(place);
        }
    }

    fn cells(&self, payee: &Payee, room: u16, cx: &Context<'_>) -> Vec<Cell> {
        let mut cells = vec![Cell::plain(payee.name.as_str())];
        if room >= WITH_ALIASES {
            cells.push(Cell::styled(payee.aliases.join(", "), cx.theme.dim));
        }
        let used = self.use_of(payee);
        let busy = cx.theme.glyphs.busy;
        let count = used.map(|used| cx.style.number(used.transactions.into()));
        cells.push(match count {
            Some(count) => Cell::plain(count),
            None => Cell::styled(busy, cx.theme.dim),
        });
        if room >= WITH_DAY {
            let last = used.and_then(|used| used.last).map(present::date);
            cells.push(Cell::styled(last.unwrap_or_default(), cx.theme.dim));
        }
        cells
    }
}
