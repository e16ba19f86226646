//! How the tree of accounts looks: names, a line of the last months, balances; details when wide.

use domain::Money;
use ops::account::{AccountPast, Held};
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use super::State;
use crate::app::{Context, Paper};
use crate::i18n::text;
use crate::screens::tree::{self, WITH_MONTHS, head_of};
use crate::widgets::chart::{Floor, spark};
use crate::widgets::form::wrapped;
use crate::widgets::pane;
use crate::widgets::table::{Cell, Column};

impl State {
    pub(super) fn draw(&self, paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>) {
        let (list, details) = self.tree.rooms(area);
        if let Some(details) = details {
            self.draw_details(paper, details, cx);
        }
        let columns = |room: u16| {
            let mut columns = vec![Column::text(cx.text("head-account"), 1)];
            if room >= WITH_MONTHS {
                columns.push(Column::fixed(cx.text("head-months")));
            }
            columns.push(Column::number(cx.text("head-balance")));
            columns
        };
        let cells = |row: usize, room: u16| self.cells(row, room, cx);
        let empty = "say-no-accounts";
        self.tree.draw(paper, list, empty, columns, cells, cx);
    }

    fn cells(&self, row: usize, room: u16, cx: &Context<'_>) -> Vec<Cell> {
        let node = self.tree.row(row);
        let account = node.and_then(|node| self.accounts.get(node.at?));
        let closed = account.map(|one| one.account.closed);
        let held = self.held(row);
        let mut cells = vec![self.tree.name_cell(row, closed, cx)];
        if room >= WITH_MONTHS {
            let drawn = held.as_ref().map(|held| line_of(held, cx));
            cells.push(Cell::styled(drawn.unwrap_or_default(), cx.theme.series[0]));
        }
        cells.push(match held.map(|held| held.balance) {
            Some(balance) if balance.minor < 0 => Cell::styled(cx.money(balance), cx.theme.bad),
            Some(balance) if account.is_none() => Cell::styled(cx.money(balance), cx.theme.accent),
            Some(balance) => Cell::plain(cx.money(balance)),
            None => Cell::plain(""),
        });
        cells
    }

    fn draw_details(&self, paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>) {
        let inner = pane::pane(paper, area, &cx.text("title-details"), cx);
        let Some(node) = self.tree.current() else {
            return;
        };
        let mut lines: Vec<Line<'static>> = Vec::new();
        match self.current() {
            Some(account) => lines.extend(self.about(account, inner.width, cx)),
            None => lines.push(Line::styled(cx.text(head_of(node.kind)), cx.theme.accent)),
        }
        if let Some(held) = self.held(self.tree.cursor.at) {
            lines.push(Line::raw(""));
            let months = self.months.iter().copied().zip(held.ends);
            lines.extend(tree::months_drawn(months, inner.width, cx));
        }
        pane::lines(paper, inner, lines);
    }

    /// What there is to say about an account.
    fn about(&self, account: &AccountPast, room: u16, cx: &Context<'_>) -> Vec<Line<'static>> {
        let named = cx
            .facts
            .accounts
            .iter()
            .find(|one| one.path == account.path);
        let mut words: Vec<String> = named
            .map(|named| crate::screens::entry::kind_words(named, cx.texts))
            .into_iter()
            .collect();
        words.extend(account.account.currency.map(|code| code.to_string()));
        if account.account.closed {
            words.push(cx.text("word-closed"));
        }
        let between = format!(" {} ", cx.theme.glyphs.between);
        let n = account.postings;
        let mut lines: Vec<Line<'static>> = wrapped(&account.path, room, cx.theme.accent).collect();
        lines.extend(wrapped(&words.join(&between), room, Style::new()));
        lines.push(Line::styled(
            text!(cx.texts, "say-postings", n = n),
            cx.theme.dim,
        ));
        let own = account.own.balance;
        let whole = account.whole.as_ref().map(|held| held.balance);
        let has_more = self.accounts.iter().any(|other| {
            let below = other.path.strip_prefix(&account.path);
            below.is_some_and(|rest| rest.starts_with(':'))
        });
        if has_more && whole != Some(own) {
            let own = text!(cx.texts, "say-own-balance", amount = cx.money(own));
            lines.extend(wrapped(&own, room, Style::new()));
        }
        lines
    }
}

/// The ends of the last months in one letter each.
fn line_of(held: &Held, cx: &Context<'_>) -> String {
    let values = held.ends.iter().map(|end: &Money| end.minor);
    spark(values, Floor::Least, cx.theme.glyphs)
}
