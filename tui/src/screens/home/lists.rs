//! The lists of the month: categories as bars, accounts, goals as gauges.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::{Found, GoalLine, Named};
use crate::app::Context;
use crate::i18n::text;
use crate::widgets::chart;
use crate::widgets::text::{fit, fit_name, left, right, width};

/// A line, and which row of the screen it belongs to.
pub(super) struct Piece {
    pub(super) item: Option<usize>,
    pub(super) line: Line<'static>,
}

impl Piece {
    pub(super) fn plain(line: impl Into<Line<'static>>) -> Self {
        Self {
            item: None,
            line: line.into(),
        }
    }
}

/// Columns for the cursor.
const EDGE: u16 = 2;
/// The shortest bar that says anything.
const SHORTEST: u16 = 5;
/// The longest bar that still belongs to its row.
const LONGEST: u16 = 56;

/// The rows of a list and where the cursor is.
pub(super) struct Rows<'a> {
    pub(super) found: &'a Found,
    pub(super) current: usize,
    pub(super) room: u16,
}

impl Rows<'_> {
    /// What was spent on each category.
    pub(super) fn spent(&self, cx: &Context<'_>) -> Vec<Piece> {
        let spent = &self.found.spent;
        if spent.is_empty() {
            let said = format!("  {}", cx.text("say-nothing-spent"));
            return vec![Piece::plain(Line::styled(said, cx.theme.dim))];
        }
        let whole = self.found.this.expense;
        let share = |one: &Named| {
            let same = one.amount.currency == whole.currency;
            let part = chart::per_mille(one.amount.minor, whole.minor).filter(|_| same);
            part.map(chart::percent).unwrap_or_default()
        };
        let amounts = widest(spent.iter().map(|one| cx.money(one.amount)));
        let shares = widest(spent.iter().map(share));
        let names = widest(spent.iter().map(|one| one.name.clone()));
        let rest = self.room.saturating_sub(EDGE + amounts + shares + 3);
        let names = if rest > names + SHORTEST {
            names
        } else {
            // A long name gives way to a bar, but not by more than a quarter.
            names.min(rest * 3 / 4)
        };
        let bars = rest.saturating_sub(names + 1).min(LONGEST);
        let main = spent
            .iter()
            .filter(|one| one.amount.currency == whole.currency);
        let largest = main.map(|one| one.amount.minor.unsigned_abs()).max();
        let rows = spent.iter().enumerate().map(|(at, one)| {
            let bar = if bars >= SHORTEST && one.amount.currency == whole.currency {
                let largest = largest.unwrap_or(0);
                chart::bar(one.amount.minor, largest, bars, cx.theme.glyphs)
            } else {
                String::new()
            };
            let spans = vec![
                Span::raw(left(&fit_name(&one.name, names), names)),
                Span::raw(format!(" {}", right(&cx.money(one.amount), amounts))),
                Span::styled(format!(" {} ", right(&share(one), shares)), cx.theme.dim),
                Span::styled(bar, cx.theme.series[0]),
            ];
            self.row(at, spans, cx)
        });
        rows.collect()
    }

    /// What each account holds.
    pub(super) fn balances(&self, cx: &Context<'_>) -> Vec<Piece> {
        let (held, before) = (&self.found.balances, self.found.spent.len());
        let amounts = widest(held.iter().map(|one| cx.money(one.amount)));
        let names = self.room.saturating_sub(EDGE + amounts + 1);
        let names = names.min(LONGEST);
        let rows = held.iter().enumerate().map(|(at, one)| {
            let style = if one.amount.minor < 0 {
                cx.theme.bad
            } else {
                Style::new()
            };
            let spans = vec![
                Span::raw(left(&fit_name(&one.name, names), names)),
                Span::styled(format!(" {}", right(&cx.money(one.amount), amounts)), style),
            ];
            self.row(before + at, spans, cx)
        });
        rows.collect()
    }

    /// How far each goal is: its name and its share, below that a gauge and the amounts.
    pub(super) fn goals(&self, cx: &Context<'_>) -> Vec<Piece> {
        let before = self.found.spent.len() + self.found.balances.len();
        let goals = self.found.goals.iter().enumerate();
        goals
            .flat_map(|(at, goal)| self.goal(before + at, goal, cx))
            .collect()
    }

    fn goal(&self, at: usize, goal: &GoalLine, cx: &Context<'_>) -> [Piece; 2] {
        let room = self.room.saturating_sub(EDGE).min(LONGEST);
        let share = chart::percent(goal.per_mille);
        let name = room.saturating_sub(width(&share) + 1);
        let (current, target) = (cx.money(goal.current), cx.money(goal.target));
        let amounts = text!(cx.texts, "say-of", part = current, whole = target);
        let bar = room.saturating_sub(width(&amounts) + 1);
        let (full, empty) = chart::gauge(goal.per_mille, bar, cx.theme.glyphs);
        let gauge = format!("{full}{empty}");
        let head = vec![
            Span::raw(left(&fit(&goal.name, name), name)),
            Span::raw(format!(" {share}")),
        ];
        let foot = Line::from(vec![
            Span::raw("  "),
            Span::styled(gauge, cx.theme.series[2]),
            Span::styled(format!(" {amounts}"), cx.theme.dim),
        ]);
        let foot = Piece {
            item: Some(at),
            line: foot,
        };
        [self.row(at, head, cx), foot]
    }

    fn row(&self, at: usize, spans: Vec<Span<'static>>, cx: &Context<'_>) -> Piece {
        let current = at == self.current;
        let cursor = if current { cx.theme.glyphs.cursor } else { " " };
        let mut all = vec![Span::styled(format!("{cursor} "), cx.theme.accent)];
        all.extend(spans);
        let mut line = Line::from(all);
        if current {
            let missing = usize::from(self.room).saturating_sub(line.width());
            line.push_span(" ".repeat(missing));
            line = line.patch_style(cx.theme.selected);
        }
        Piece {
            item: Some(at),
            line,
        }
    }
}

fn widest(texts: impl Iterator<Item = String>) -> u16 {
    texts.map(|text| width(&text)).max().unwrap_or(0)
}
