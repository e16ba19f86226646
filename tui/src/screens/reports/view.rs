//! How the reports look: tabs, the period, the chart, the table.

use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};

use super::table::Layout as Division;
use super::{Chart, Found, State, Tab};
use crate::app::{Context, Paper, Target};
use crate::i18n::text;
use crate::keymap::Action;
use crate::widgets::form::wrapped;
use crate::widgets::text::{fit, right, width};

/// Rows of a chart: at least, at most, and how many the table must have besides.
const CHART: (u16, u16) = (6, 22);
const TABLE: u16 = 6;
/// From this width on it is said of which day prices are.
const WITH_RATES: u16 = 100;

impl State {
    pub(super) fn draw(&self, paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>) {
        let rows = [
            Constraint::Length(1),
            Constraint::Length(1),
            Constraint::Fill(1),
        ];
        let [tabs, period, body] = Layout::vertical(rows).areas(area);
        self.draw_tabs(paper, tabs, cx);
        self.draw_period(paper, period, cx);
        match self.shown() {
            Some(found) if found.entries().is_empty() => {
                draw_said(paper, body, &cx.text("say-nothing-to-report"), cx);
            }
            Some(found) => self.draw_report(paper, body, found, cx),
            None => draw_said(paper, body, &cx.text("say-loading"), cx),
        }
    }

    fn draw_report(&self, paper: &mut Paper<'_, '_>, area: Rect, found: &Found, cx: &Context<'_>) {
        let mut body = area;
        if !found.unconverted.is_empty() {
            let currencies = found.unconverted.join(", ");
            let said = text!(cx.texts, "say-unconverted", currencies = currencies);
            for line in wrapped(&said, area.width, cx.theme.warn) {
                let place = Rect { height: 1, ..body };
                paper.frame.render_widget(line, place.intersection(area));
                body.y += 1;
                body.height = body.height.saturating_sub(1);
            }
        }
        let division = Division::of(found, body.width, cx);
        let foot = if division.leaves_out(found) { 2 } else { 0 };
        let lines = u16::try_from(found.entries().len() + 1).unwrap_or(u16::MAX);
        let room = body.height.saturating_sub(foot);
        let wanted = room.saturating_sub(lines.saturating_add(1));
        let chart = match found.chart {
            Chart::Bars => 0,
            _ if room < CHART.0 + TABLE => 0,
            _ => wanted.clamp(CHART.0, CHART.1),
        };
        let rows = [
            Constraint::Length(chart),
            Constraint::Fill(1),
            Constraint::Length(foot),
        ];
        let [above, table, below] = Layout::vertical(rows).areas(body);
        if chart > 0 {
            self.draw_chart(paper, above, found, cx);
        }
        self.draw_table(paper, table, found, &division, cx);
        let rest = self.rest_of_line(found, &division, below.width.saturating_sub(2), cx);
        for (said, y) in rest.into_iter().zip(below.y..below.bottom()) {
            let line = Line::styled(format!("  {said}"), cx.theme.dim);
            let place = Rect::new(below.x, y, below.width, 1);
            paper.frame.render_widget(line, place);
        }
    }

    /// As many tabs around the current one as fit.
    fn draw_tabs(&self, paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>) {
        let names: Vec<String> = Tab::ALL.iter().map(|tab| cx.text(tab.title())).collect();
        let wide = |at: usize| names.get(at).map_or(0, |name| width(name) + 2);
        let current = self.tab.place();
        let (mut first, mut last) = (current, current);
        let mut used = wide(current) + 4;
        loop {
            let (before, after) = (first.checked_sub(1), last + 1);
            let before = before.filter(|at| used + wide(*at) <= area.width);
            let after =
                Some(after).filter(|at| *at < names.len() && used + wide(*at) <= area.width);
            // The nearer side first, so that both neighbours are seen.
            match (before, after) {
                (Some(at), after) if after.is_none() || current - at <= last + 1 - current => {
                    used += wide(at);
                    first = at;
                }
                (_, Some(at)) => {
                    used += wide(at);
                    last = at;
                }
                _ => break,
            }
        }
        let mut arrows = cx.theme.glyphs.either.chars();
        let (back, on) = (arrows.next().unwrap_or('<'), arrows.next().unwrap_or('>'));
        let mut tabs = Vec::new();
        if let Some(before) = first.checked_sub(1) {
            tabs.push((format!("{back} "), before, cx.theme.accent));
        }
        for (at, name) in names.iter().enumerate().take(last + 1).skip(first) {
            tabs.push(if at == current {
                (format!("[{name}]"), at, cx.theme.selected)
            } else {
                (format!(" {name} "), at, cx.theme.dim)
            });
        }
        if last + 1 < names.len() {
            tabs.push((format!(" {on}"), last + 1, cx.theme.accent));
        }
        let mut x = area.x;
        for (text, at, style) in tabs {
            let place = Rect::new(x, area.y, width(&text), 1).intersection(area);
            paper.target(place, Target::Tab(at));
            x += width(&text);
            paper.frame.render_widget(Span::styled(text, style), place);
        }
    }

    /// The period between the arrows that turn it, what a trend is about, how long the period is.
    fn draw_period(&self, paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>) {
        let mut arrows = cx.theme.glyphs.either.chars();
        let (earlier, later) = (arrows.next().unwrap_or('<'), arrows.next().unwrap_or('>'));
        let period = self.period_in_words(cx);
        let wide = width(&period);
        let mut told = vec![self.unit_in_words(cx)];
        if self.waiting {
            told.insert(0, cx.theme.glyphs.busy.to_owned());
        }
        if let Some(main) = cx.facts.currency.filter(|_| self.converted) {
            told.push(text!(cx.texts, "say-all-in", code = main.code.to_string()));
            if matches!(self.tab, Tab::NetWorth) && area.width >= WITH_RATES {
                told.push(cx.text("say-rates-of-ends"));
            }
        }
        let subject = self.shown().and_then(|found| found.subject.clone());
        let subject = subject
            .filter(|_| self.tab == Tab::Trend)
            .unwrap_or_default();
        let told = told.join(&format!(" {} ", cx.theme.glyphs.between));
        let room = area.width.saturating_sub(wide + 6);
        let subject = fit(&subject, room.saturating_sub(width(&told) + 2));
        let rest = room.saturating_sub(width(&subject) + 1);
        let line = Line::from(vec![
            Span::styled(format!(" {earlier} {period} {later} "), cx.theme.accent),
            Span::raw(subject),
            Span::styled(right(&told, rest), cx.theme.dim),
        ]);
        let [before, after] = [area.x, area.x + wide + 3].map(|x| Rect::new(x, area.y, 3, 1));
        paper.target(
            before.intersection(area),
            Target::Action(Action::PreviousPeriod),
        );
        paper.target(after.intersection(area), Target::Action(Action::NextPeriod));
        paper.frame.render_widget(line, area);
    }
}

fn draw_said(paper: &mut Paper<'_, '_>, area: Rect, said: &str, cx: &Context<'_>) {
    let lines = wrapped(said, area.width.saturating_sub(4), cx.theme.dim);
    for (line, y) in lines.zip(area.y + 1..area.bottom()) {
        let place = Rect::new(area.x + 2, y, area.width.saturating_sub(2), 1);
        paper.frame.render_widget(line, place);
    }
}
