//! How the month looks: panes where there is room, two columns, or one that follows the cursor.

use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};

use super::lists::{Piece, Rows};
use super::{Found, State, summary};
use crate::app::{Context, Paper, Target};
use crate::keymap::{Action, Scope};
use crate::present;
use crate::widgets::chart::{Trace, sparkline};
use crate::widgets::form::wrapped;
use crate::widgets::pane;
use crate::widgets::text::{right, width};

/// From these columns and rows on there are panes.
const WITH_PANES: (u16, u16) = (110, 34);
/// From this width on there are two columns.
const WITH_COLUMNS: u16 = 72;
/// Columns of the second column.
const SECOND: u16 = 32;
/// The fewest rows of a chart.
const CHART: u16 = 4;

impl State {
    pub(super) fn draw(&self, paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>) {
        let Some(found) = &self.found else {
            let said = wrapped(&cx.text("say-loading"), area.width, cx.theme.dim);
            let pieces: Vec<Piece> = said.map(Piece::plain).collect();
            return self.draw_pieces(paper, area, pieces);
        };
        if cx.facts.currency.is_some() && cx.facts.transactions == 0 {
            return draw_beginning(paper, area, cx);
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

    fn rows<'f>(&self, found: &'f Found, room: u16) -> Rows<'f> {
        Rows {
            found,
            current: self.at,
            room,
        }
    }

    /// Everything below each other, around the cursor.
    fn draw_one(&self, paper: &mut Paper<'_, '_>, area: Rect, found: &Found, cx: &Context<'_>) {
        let rows = self.rows(found, area.width);
        let mut pieces: Vec<Piece> = summary::lines(found, area.width, cx)
            .into_iter()
            .map(Piece::plain)
            .collect();
        let (worth, values) = worth(found, cx);
        let head = format!("  {} ", cx.text("head-net-worth"));
        let room = usize::from(area.width.saturating_sub(width(&head) + width(&worth) + 1));
        let last = values.len().saturating_sub(room);
        let line = sparkline(values.get(last..).unwrap_or_default(), cx.theme.glyphs);
        pieces.push(Piece::plain(Line::from(vec![
            Span::styled(head, cx.theme.accent),
            Span::raw(format!("{worth} ")),
            Span::styled(line, cx.theme.series[2]),
        ])));
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
        let goals = rows.goals(cx);
        if !goals.is_empty() {
            pieces.push(Piece::plain(""));
            pieces.push(titled("title-goals", rest.width, cx));
            pieces.extend(goals);
        }
        self.draw_pieces(paper, rest, pieces);
    }

    /// A box for each thing.
    fn draw_panes(&self, paper: &mut Paper<'_, '_>, area: Rect, found: &Found, cx: &Context<'_>) {
        let halves = [Constraint::Fill(11), Constraint::Fill(9)];
        let [left, right] = Layout::horizontal(halves).areas(area);
        let summary = summary::lines(found, left.width.saturating_sub(4), cx);
        let held = found.balances.len().min(usize::from(area.height) / 3);
        let goals = (found.goals.len() * 2).min(usize::from(area.height) / 3);
        let boxed = |lines: usize| u16::try_from(lines + 2).unwrap_or(2);
        let rows = [
            Constraint::Length(boxed(summary.len())),
            Constraint::Fill(1),
        ];
        let [figures, spent] = Layout::vertical(rows).areas(left);
        let rows = [
            Constraint::Length(boxed(held)),
            Constraint::Length(if goals > 0 { boxed(goals) } else { 0 }),
            Constraint::Fill(1),
        ];
        let [balances, aims, line] = Layout::vertical(rows).areas(right);
        let inner = pane::pane(paper, figures, &summary::against(found, cx), cx);
        self.draw_pieces(
            paper,
            inner,
            summary.into_iter().map(Piece::plain).collect(),
        );
        let inner = pane::pane(paper, spent, &cx.text("head-spending"), cx);
        self.draw_pieces(paper, inner, self.rows(found, inner.width).spent(cx));
        let inner = pane::pane(paper, balances, &cx.text("head-balances"), cx);
        self.draw_pieces(paper, inner, self.rows(found, inner.width).balances(cx));
        if goals > 0 {
            let inner = pane::pane(paper, aims, &cx.text("title-goals"), cx);
            self.draw_pieces(paper, inner, self.rows(found, inner.width).goals(cx));
        }
        let title = format!("{}: {}", cx.text("head-net-worth"), worth(found, cx).0);
        let inner = pane::pane(paper, line, &title, cx);
        draw_worth(paper, inner, found, cx);
    }

    /// The lines around the cursor, or the first ones when it is elsewhere.
    fn draw_pieces(&self, paper: &mut Paper<'_, '_>, area: Rect, pieces: Vec<Piece>) {
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

/// The net worth in words, and its points.
fn worth(found: &Found, cx: &Context<'_>) -> (String, Vec<i64>) {
    let last = found.worth.last();
    let last = last.map(|(_, worth)| cx.money(*worth)).unwrap_or_default();
    let values = found.worth.iter().map(|(_, worth)| worth.minor);
    (last, values.collect())
}

fn worth_title(found: &Found, room: u16, cx: &Context<'_>) -> Line<'static> {
    let head = cx.text("head-net-worth");
    let amount = right(&worth(found, cx).0, room.saturating_sub(width(&head)));
    Line::from(vec![Span::styled(head, cx.theme.accent), Span::raw(amount)])
}

fn draw_worth(paper: &mut Paper<'_, '_>, area: Rect, found: &Found, cx: &Context<'_>) {
    let values = worth(found, cx).1;
    let amounts = found.worth.iter().map(|(_, worth)| *worth);
    let least = amounts.clone().min_by_key(|worth| worth.minor);
    let most = amounts.max_by_key(|worth| worth.minor);
    let written = |worth: Option<domain::Money>| worth.map(|worth| cx.money(worth));
    let day = |point: Option<&(domain::NaiveDate, _)>| {
        point.map(|(day, _)| present::month(*day, cx.texts.language()))
    };
    let trace = Trace {
        values: &values,
        ends: (
            written(most).unwrap_or_default(),
            written(least).unwrap_or_default(),
        ),
        span: (
            day(found.worth.first()).unwrap_or_default(),
            day(found.worth.last()).unwrap_or_default(),
        ),
        style: cx.theme.series[2],
    };
    trace.draw(paper, area, cx);
}

/// What to do with a ledger in which there is nothing yet.
fn draw_beginning(paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>) {
    let said = wrapped(
        &cx.text("say-empty-ledger"),
        area.width.saturating_sub(4),
        cx.theme.dim,
    );
    let mut line = area.y + 1;
    for text in said {
        let place = Rect::new(area.x + 2, line, area.width.saturating_sub(2), 1);
        paper.frame.render_widget(text, place.intersection(area));
        line += 1;
    }
    let steps = [
        (Action::Add, "say-first-entry"),
        (Action::GoAccounts, "say-first-accounts"),
        (Action::GoImport, "say-first-import"),
        (Action::Help, "say-first-help"),
    ];
    for (action, words) in steps {
        line += 1;
        let place = Rect::new(area.x, line, area.width, 1).intersection(area);
        let mut bound = cx.keymap.of(Scope::Everywhere);
        let keys = bound.find(|bound| bound.entry.action == action);
        let key = keys.and_then(|bound| {
            bound
                .keys
                .iter()
                .map(ToString::to_string)
                .min_by_key(|key| key.chars().all(|c| c.is_ascii_digit()))
        });
        let drawn = Line::from(vec![
            Span::styled(right(&key.unwrap_or_default(), 6), cx.theme.accent),
            Span::raw(format!("  {}", cx.text(words))),
        ]);
        paper.target(place, Target::Action(action));
        paper.frame.render_widget(drawn, place);
    }
}
