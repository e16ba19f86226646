//! The month on a wide screen: a box for each thing.

use ratatui::layout::{Constraint, Layout, Rect};

use super::charts::{draw_flows, draw_worth, rates, worth};
use super::lists::Piece;
use super::{Found, State, summary};
use crate::app::{Context, Paper};
use crate::widgets::pane;

/// Rows of a chart in a box of its own.
const CHART: u16 = 14;
/// The fewest rows of the box below which there is a chart.
const LIST: u16 = 12;

impl State {
    pub(super) fn draw_panes(
        &self,
        paper: &mut Paper<'_, '_>,
        area: Rect,
        found: &Found,
        cx: &Context<'_>,
    ) {
        let halves = [Constraint::Fill(11), Constraint::Fill(9)];
        let [left, right] = Layout::horizontal(halves).areas(area);
        self.draw_spending(paper, left, found, cx);
        self.draw_holdings(paper, right, found, cx);
    }

    /// The figures, the categories, and the months if there is room.
    fn draw_spending(
        &self,
        paper: &mut Paper<'_, '_>,
        area: Rect,
        found: &Found,
        cx: &Context<'_>,
    ) {
        let summary = summary::lines(found, area.width.saturating_sub(4), cx);
        let figures = boxed(summary.len());
        let wanted = boxed(found.spent.len()).max(LIST);
        let spare = area.height.saturating_sub(figures + LIST);
        let chart = if spare >= CHART {
            area.height.saturating_sub(figures + wanted).max(CHART)
        } else {
            0
        };
        let rows = [
            Constraint::Length(figures),
            Constraint::Fill(1),
            Constraint::Length(chart),
        ];
        let [figures, spent, months] = Layout::vertical(rows).areas(area);
        let inner = pane::pane(paper, figures, &summary::against(found, cx), cx);
        let summary = summary.into_iter().map(Piece::plain);
        self.draw_pieces(paper, inner, summary.collect());
        let inner = pane::pane(paper, spent, &cx.text("head-spending"), cx);
        self.draw_pieces(paper, inner, self.rows(found, inner.width).spent(cx));
        if chart > 0 {
            let inner = pane::pane(paper, months, &cx.text("head-last-months"), cx);
            draw_flows(paper, inner, found, cx);
        }
    }

    /// The accounts, the goals, and what they come to over time.
    fn draw_holdings(
        &self,
        paper: &mut Paper<'_, '_>,
        area: Rect,
        found: &Found,
        cx: &Context<'_>,
    ) {
        let most = usize::from(area.height) / 3;
        let goals = (found.goals.len() * 2).min(most);
        let rows = [
            Constraint::Length(boxed(found.balances.len().min(most))),
            Constraint::Length(if goals > 0 { boxed(goals) } else { 0 }),
            Constraint::Fill(1),
        ];
        let [balances, aims, line] = Layout::vertical(rows).areas(area);
        let inner = pane::pane(paper, balances, &cx.text("head-balances"), cx);
        self.draw_pieces(paper, inner, self.rows(found, inner.width).balances(cx));
        if goals > 0 {
            let inner = pane::pane(paper, aims, &cx.text("title-goals"), cx);
            self.draw_pieces(paper, inner, self.rows(found, inner.width).goals(cx));
        }
        let mut title = format!("{}: {}", cx.text("head-net-worth"), worth(found, cx).0);
        if let Some(said) = rates(found, cx) {
            title = format!("{title} {} {said}", cx.theme.glyphs.between);
        }
        let inner = pane::pane(paper, line, &title, cx);
        draw_worth(paper, inner, found, cx);
    }
}

/// Rows of a box around some lines.
fn boxed(lines: usize) -> u16 {
    u16::try_from(lines + 2).unwrap_or(2)
}
