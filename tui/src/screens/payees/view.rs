//! How the list of payees looks.

use ratatui::layout::{Constraint, Layout, Position, Rect};
use ratatui::text::{Line, Span};

use super::{Payee, Sorting, State};
use crate::app::{Context, Paper};
use crate::i18n::text;
use crate::present;
use crate::screens::flow;
use crate::widgets::pane;
use crate::widgets::table::{self, Cell, Column};
use crate::widgets::text::{fit, right, width};

/// From this width on there are columns for the use and the last day, for the months, and for the
/// other names. Narrower, the one column beside the names is that of the order.
const WITH_USE: u16 = 60;
const WITH_MONTHS: u16 = 76;
const WITH_ALIASES: u16 = 100;
/// The widest list, so that a row can be followed with the eyes.
const WIDEST: u16 = 130;

/// What stands beside a name.
#[derive(Clone, Copy)]
enum Beside {
    Aliases,
    Trend,
    Month,
    Use,
    Day,
}

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
        let beside = self.beside(body.width);
        let mut columns = vec![Column::text(cx.text("head-payee"), 3)];
        columns.extend(beside.iter().map(|one| self.column(*one, cx)));
        let row = |at: usize| match self.row(at) {
            Some(payee) => table::Row::new(self.cells(payee, &beside, cx)),
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
            Sorting::Month => "word-by-month",
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

    /// What there is room for beside the names.
    fn beside(&self, room: u16) -> Vec<Beside> {
        if room < WITH_USE {
            return vec![match self.sorting {
                Sorting::Name | Sorting::Month => Beside::Month,
                Sorting::Use => Beside::Use,
                Sorting::Day => Beside::Day,
            }];
        }
        let mut beside = Vec::new();
        if room >= WITH_ALIASES {
            beside.push(Beside::Aliases);
        }
        if room >= WITH_MONTHS {
            beside.push(Beside::Trend);
        }
        beside.extend([Beside::Month, Beside::Use, Beside::Day]);
        beside
    }

    fn column(&self, of: Beside, cx: &Context<'_>) -> Column {
        match of {
            Beside::Aliases => Column::text(cx.text("head-aliases"), 2),
            Beside::Trend => Column::fixed(cx.text("head-months")),
            Beside::Month => {
                let language = cx.texts.language();
                let month = self.months.this();
                let name = month.map(|month| present::month(month, language));
                Column::number(name.unwrap_or_default())
            }
            Beside::Use => Column::number(cx.text("head-transactions")),
            Beside::Day => Column::fixed(cx.text("head-last-day")),
        }
    }

    fn cells(&self, payee: &Payee, beside: &[Beside], cx: &Context<'_>) -> Vec<Cell> {
        let flows = self.months.of(payee.id);
        let used = self.use_of(payee);
        let busy = || Cell::styled(cx.theme.glyphs.busy, cx.theme.dim);
        let cell = |of: &Beside| match of {
            Beside::Aliases => Cell::styled(payee.aliases.join(", "), cx.theme.dim),
            Beside::Trend => Cell::styled(flow::trend(&flows, cx), cx.theme.series[0]),
            Beside::Month if !self.months.knows_this() => busy(),
            Beside::Month => Cell::plain(flow::amount(&flows, 0, cx)),
            Beside::Use => match used {
                Some(used) => Cell::plain(cx.style.number(used.transactions.into())),
                None => busy(),
            },
            Beside::Day => {
                let last = used.and_then(|used| used.last).map(present::date);
                Cell::styled(last.unwrap_or_default(), cx.theme.dim)
            }
        };
        let name = Cell::plain(payee.name.as_str());
        std::iter::once(name)
            .chain(beside.iter().map(cell))
            .collect()
    }
}
