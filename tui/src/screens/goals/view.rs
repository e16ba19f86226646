//! How goals look: a few lines each, with a gauge.

use domain::{Decimal, Money};
use ops::report::GoalProgress;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::State;
use crate::app::{Context, Paper, Target};
use crate::i18n::text;
use crate::present;
use crate::widgets::chart::gauge;
use crate::widgets::form::wrapped;
use crate::widgets::pane;
use crate::widgets::text::{fit, left, right, width};

/// The widest card, so that a gauge can be taken in at once.
const WIDEST: u16 = 100;
/// From this width on there are details, beside cards of this width.
const WITH_DETAILS: u16 = 120;
const CARDS: u16 = 76;
/// From this width on the amounts stand beside the name.
const WIDE: u16 = 60;
/// Lines of a card with the empty one below it.
const LINES: u16 = 4;
const LINES_NARROW: u16 = 5;

impl State {
    const fn height(columns: u16) -> u16 {
        if columns < WIDE { LINES_NARROW } else { LINES }
    }

    /// Goals on one screen.
    pub(super) fn page(cx: &Context<'_>) -> u16 {
        cx.size.1.saturating_sub(1) / Self::height(cx.size.0)
    }

    pub(super) fn draw(&self, paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>) {
        if self.goals.is_empty() {
            let said = if self.loaded {
                "say-no-goals"
            } else {
                "say-loading"
            };
            pane::sentence(paper, area, &cx.text(said), cx);
            return;
        }
        let area = if area.width >= WITH_DETAILS {
            let columns = [Constraint::Length(CARDS), Constraint::Fill(1)];
            let [cards, details] = Layout::horizontal(columns).areas(area);
            self.draw_details(paper, details, cx);
            cards
        } else {
            area
        };
        let height = Self::height(area.width);
        let page = usize::from(Self::page(cx).max(1));
        let seen = self.cursor.window(self.goals.len(), page);
        let room = area.width.min(WIDEST);
        let tops = (area.y + 1..area.bottom()).step_by(usize::from(height));
        for (at, top) in seen.zip(tops) {
            let card = Rect::new(area.x, top, room, height - 1).intersection(area);
            if let Some(progress) = self.goals.get(at) {
                paper.target(card, Target::Row(at));
                let current = at == self.cursor.at;
                pane::lines(paper, card, card_lines(progress, current, room, cx));
            }
        }
    }

    /// What the goal is about, and what was set aside for it.
    fn draw_details(&self, paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>) {
        let inner = pane::pane(paper, area, &cx.text("title-details"), cx);
        let Some(progress) = self.current() else {
            return;
        };
        let goal = &progress.goal;
        let mut lines: Vec<Line<'static>> =
            wrapped(&goal.name, inner.width, cx.theme.accent).collect();
        if !goal.description.is_empty() {
            lines.extend(wrapped(&goal.description, inner.width, Style::new()));
        }
        let named = |label: &str, value: String| {
            Line::from(vec![
                Span::styled(format!("{}: ", cx.text(label)), cx.theme.dim),
                Span::raw(value),
            ])
        };
        lines.push(named("head-priority", goal.priority.to_string()));
        lines.push(named("head-missing", cx.money(progress.remaining)));
        lines.push(Line::raw(""));
        lines.push(Line::styled(cx.text("title-contributions"), cx.theme.head));
        let own = self.contributions.iter().filter(|one| one.goal == goal.id);
        let own: Vec<_> = own.take(usize::from(inner.height)).collect();
        let widest = own.iter().map(|one| width(&cx.money(one.amount))).max();
        for one in own {
            let amount = right(&cx.money(one.amount), widest.unwrap_or(0));
            let start = format!("{}  {amount}  ", present::date(one.date));
            let memo = fit(&one.memo, inner.width.saturating_sub(width(&start)));
            lines.push(Line::from(vec![
                Span::raw(start),
                Span::styled(memo, cx.theme.dim),
            ]));
        }
        pane::lines(paper, inner, lines);
    }
}

/// The lines of one goal.
fn card_lines(
    progress: &GoalProgress,
    current: bool,
    room: u16,
    cx: &Context<'_>,
) -> Vec<Line<'static>> {
    let (goal, glyphs) = (&progress.goal, cx.theme.glyphs);
    let mark = if current { glyphs.cursor } else { " " };
    let mark = Span::styled(format!("{mark} "), cx.theme.accent);
    let inner = room.saturating_sub(3);
    let amounts = text!(
        cx.texts,
        "say-goal-amounts",
        current = cx.money(progress.current),
        target = cx.money(goal.target)
    );
    let mut name = goal.name.clone();
    if !goal.active {
        name = format!("{name} ({})", cx.text("word-closed"));
    }
    let style = match (current, goal.active) {
        (true, _) => cx.theme.selected,
        (false, true) => cx.theme.accent,
        (false, false) => cx.theme.dim,
    };
    let beside = if room >= WIDE { width(&amounts) } else { 0 };
    let names = inner.saturating_sub(beside + u16::from(beside > 0));
    let mut first = vec![mark, Span::styled(left(&fit(&name, names), names), style)];
    let mut lines = Vec::new();
    if beside > 0 {
        first.push(Span::raw(format!(" {amounts}")));
        lines.push(Line::from(first));
    } else {
        lines.push(Line::from(first));
        lines.push(Line::raw(format!("  {}", fit(&amounts, inner))));
    }
    lines.push(gauge_line(progress, inner, cx));
    let said = fit(&outlook(progress, cx), inner);
    lines.push(Line::styled(format!("  {said}"), cx.theme.dim));
    lines
}

fn gauge_line(progress: &GoalProgress, room: u16, cx: &Context<'_>) -> Line<'static> {
    let percent = cx.style.number(Decimal::new(progress.per_mille, 1));
    let percent = format!("{percent} %");
    let shown = width(&percent).max(width("100.0 %"));
    let (full, empty) = gauge(
        progress.per_mille,
        room.saturating_sub(shown + 1),
        cx.theme.glyphs,
    );
    let style = if progress.remaining.is_zero() {
        cx.theme.good
    } else {
        cx.theme.series[0]
    };
    Line::from(vec![
        Span::raw("  "),
        Span::styled(full, style),
        Span::styled(empty, cx.theme.dim),
        Span::styled(format!(" {}", right(&percent, shown)), Style::new()),
    ])
}

/// What is missing, by when, and what that takes a month.
fn outlook(progress: &GoalProgress, cx: &Context<'_>) -> String {
    if progress.remaining.is_zero() {
        return cx.text("say-goal-reached");
    }
    let date = progress.goal.target_date.map(present::date);
    let missing = |money: Money| cx.money(money);
    let remaining = missing(progress.remaining);
    match (date, progress.pace) {
        (Some(date), Some(pace)) if pace.months_left == 0 => text!(
            cx.texts,
            "say-goal-late",
            remaining = remaining,
            date = date
        ),
        (Some(date), Some(pace)) => text!(
            cx.texts,
            "say-goal-pace",
            amount = missing(pace.per_month),
            date = date
        ),
        _ => text!(cx.texts, "say-goal-missing", remaining = remaining),
    }
}
