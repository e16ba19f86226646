//! How the month looks: panes where there is room, two columns, or one that follows the cursor.

use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};

use super::charts::{draw_worth, rates, worth, worth_title};
use super::lists::{Piece, Rows};
use super::{Found, State, beginning, summary};
use crate::app::{Context, Paper, Target};
use crate::keymap::Action;
use crate::present;
use crate::widgets::chart::{Floor, spark};
use crate::widgets::form::wrapped;
use crate::widgets::text::{right, width};

/// From these columns and rows on there are panes.
const WITH_PANES: (u16, u16) = (110, 34);
/// From this width on there are two columns.
const WITH_COLUMNS: u16 = 72;
/// Columns of the second column.
const SECOND: u16 = 32;
/// The fewest rows of a chart.
const CHART: u16 = 4;
/// The figures that stay in sight where everything is in one column.
const PINNED: usize = 2;
const PINNED_ROWS: u16 = 2;

impl State {
    pub(super) fn draw(&self, paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>) {
        let Some(found) = &self.found else {
            let said = wrapped(&cx.text("say-loading"), area.width, cx.theme.dim);
            let pieces: Vec<Piece> = said.map(Piece::plain).collect();
            return self.draw_pieces(paper, area, pieces);
        };
        if cx.facts.currency.is_some() && cx.facts.transactions == 0 {
            return beginning::draw(paper, area, cx);
        }
        let rows = [Constraint::Length(1), Constraint::Fill(1)];
        let [head, body] = Layout::vertical(rows).areas(area);
        let panes = area.width >= WITH_PANES.0 && area.height >= WITH_PANES.1;
        let against = summary::against(found, cx);
        let against = if panes { "" } else { against.as_str() };
        draw_head(paper, head, found, against, cx);
        if panes {
            self.draw_panes(paper, body, found, cx);
        } else if area.width >= WITH_COLUMNS {
            self.draw_columns(paper, body, found, cx);
        } else {
            self.draw_one(paper, body, found, cx);
        }
    }

    pub(super) fn rows<'f>(&self, found: &'f Found, room: u16) -> Rows<'f> {
        Rows {
            found,
            current: self.at,
            room,
        }
    }

    /// Everything below each other, around the cursor.
    fn draw_one(&self, paper: &mut Paper<'_, '_>, area: Rect, found: &Found, cx: &Context<'_>) {
        let rows = self.rows(found, area.width);
        let mut summary = summary::lines(found, area.width, cx);
        // Income and expenses stay in sight, however far one goes down.
        let rest = summary.split_off(summary.len().min(PINNED));
        let pinned = Layout::vertical([Constraint::Length(PINNED_ROWS), Constraint::Fill(1)]);
        let [top, area] = pinned.areas(area);
        self.draw_pieces(paper, top, summary.into_iter().map(Piece::plain).collect());
        let mut pieces: Vec<Piece> = rest.into_iter().map(Piece::plain).collect();
        let (worth, values) = worth(found, cx);
        let head = format!("  {} ", cx.text("head-net-worth"));
        let room = usize::from(area.width.saturating_sub(width(&head) + width(&worth) + 1));
        let last = values.len().saturating_sub(room);
        let line = spark(
            values.get(last..).unwrap_or_default().iter().copied(),
            Floor::Least,
            cx.theme.glyphs,
        );
        pieces.push(Piece::plain(Line::from(vec![
            Span::styled(head, cx.theme.accent),
            Span::raw(format!("{worth} ")),
            Span::styled(line, cx.theme.series[2]),
        ])));
        if let Some(said) = rates(found, cx) {
            let line = Line::styled(format!("  {said}"), cx.theme.dim);
            pieces.push(Piece::plain(line));
        }
        let parts = [
            ("head-spending", rows.spent(cx)),
            ("head-balances", rows.balances(cx)),
            ("title-goals", rows.goals(cx)),
        ];
        for (head, part) in parts {
            if !part.is_empty() {
                pieces.push(Piece::plain(""));
                pieces.push(titled(head, area.width, cx));
                pieces.extend(part);
            }
        }
        self.draw_pieces(paper, area, pieces);
    }

    /// The figures beside the net worth, below them the categories beside the rest.
    fn draw_columns(&self, paper: &mut Paper<'_, '_>, area: Rect, found: &Found, cx: &Context<'_>) {
        let first = area.width.saturating_sub(SECOND + 2);
        let summary = summary::lines(found, first, cx);
        let height = u16::try_from(summary.len()).unwrap_or(4).max(CHART + 1);
        let rows = [
            Constraint::Length(height),
            Constraint::Length(1),
            Constraint::Fill(1),
        ];
        let [upper, _, lower] = Layout::vertical(rows).areas(area);
        let columns = [
            Constraint::Length(first),
            Constraint::Length(2),
            Constraint::Fill(1),
        ];
        let [figures, _, line] = Layout::horizontal(columns).areas(upper);
        let [spent, _, rest] = Layout::horizontal(columns).areas(lower);
        let summary = summary.into_iter().map(Piece::plain).collect();
        self.draw_pieces(paper, figures, summary);
        let [head, chart] =
            Layout::vertical([Constraint::Length(1), Constraint::Fill(1)]).areas(line);
        let title = worth_title(found, head.width, cx);
        paper.frame.render_widget(title, head);
        draw_worth(paper, chart, found, cx);
        let mut pieces = vec![titled("head-spending", spent.width, cx)];
        pieces.extend(self.rows(found, spent.width).spent(cx));
        self.draw_pieces(paper, spent, pieces);
        let rows = self.rows(found, rest.width);
        let mut pieces = vec![titled("head-balances", rest.width, cx)];
        pieces.extend(rows.balances(cx));
        if let Some(said) = rates(found, cx) {
            let line = Line::styled(format!("  {said}"), cx.theme.dim);
            pieces.push(Piece::plain(line));
        }
        let goals = rows.goals(cx);
        if !goals.is_empty() {
            pieces.push(Piece::plain(""));
            pieces.push(titled("title-goals", rest.width, cx));
            pieces.extend(goals);
        }
        self.draw_pieces(paper, rest, pieces);
    }

    /// The lines around the cursor, or the first ones when it is elsewhere.
    pub(super) fn draw_pieces(&self, paper: &mut Paper<'_, '_>, area: Rect, pieces: Vec<Piece>) {
        let height = usize::from(area.height);
        let here = |piece: &Piece| piece.item == Some(self.at);
        let at = pieces.iter().position(here).unwrap_or(0);
        let most = pieces.len().saturating_sub(height);
        let top = at.saturating_sub(height / 2).min(most);
        for (piece, y) in pieces.into_iter().skip(top).zip(area.y..area.bottom()) {
            let place = Rect::new(area.x, y, area.width, 1);
            if let Some(item) = piece.item {
                paper.target(place, Target::Row(item));
            }
            paper.frame.render_widget(piece.line, place);
        }
    }
}

/// The month between the arrows that turn it, and what it is compared with.
fn draw_head(
    paper: &mut Paper<'_, '_>,
    area: Rect,
    found: &Found,
    against: &str,
    cx: &Context<'_>,
) {
    let month = summary::month(found, cx);
    let mut arrows = cx.theme.glyphs.either.chars();
    let (earlier, later) = (arrows.next().unwrap_or('<'), arrows.next().unwrap_or('>'));
    let wide = width(&month);
    let is_last = found.month >= present::first_of_month(cx.today);
    let line = Line::from(vec![
        Span::styled(format!(" {earlier} "), cx.theme.accent),
        Span::styled(month, cx.theme.accent),
        Span::styled(
            format!(" {later} "),
            if is_last {
                cx.theme.dim
            } else {
                cx.theme.accent
            },
        ),
        Span::styled(
            right(against, area.width.saturating_sub(wide + 6)),
            cx.theme.dim,
        ),
    ]);
    let [before, after] = [area.x, area.x + wide + 3].map(|x| Rect::new(x, area.y, 3, 1));
    paper.target(
        before.intersection(area),
        Target::Action(Action::PreviousPeriod),
    );
    paper.target(after.intersection(area), Target::Action(Action::NextPeriod));
    paper.frame.render_widget(line, area);
}

fn titled(head: &str, room: u16, cx: &Context<'_>) -> Piece {
    let rule = if cx.theme.glyphs.unicode { "─" } else { "-" };
    let head = format!("  {} ", cx.text(head));
    let rest = usize::from(room.saturating_sub(width(&head)));
    Piece::plain(Line::from(vec![
        Span::styled(head, cx.theme.accent),
        Span::styled(rule.repeat(rest), cx.theme.dim),
    ]))
}
