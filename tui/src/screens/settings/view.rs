//! How the settings look: the two parts as tabs, a list, and what the current row is for.

use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::{Part, State, keys, values};
use crate::app::{Context, Paper, Target};
use crate::i18n::text;
use crate::widgets::form::wrapped;
use crate::widgets::pane;
use crate::widgets::table::{self, Cell, Column, Row};
use crate::widgets::text::width;

/// From this width on the explanation stands beside the list.
const WITH_PANE: u16 = 110;
/// Columns of the explanation there, and its lines below the list elsewhere.
const PANE: u16 = 46;
const BELOW: u16 = 6;
/// From this width on the keys are listed with the places where they work.
const WITH_PLACES: u16 = 60;

impl State {
    /// Lines that the list has.
    pub(super) fn lines(cx: &Context<'_>) -> u16 {
        let below = if cx.size.0 < WITH_PANE { BELOW } else { 0 };
        cx.size.1.saturating_sub(3 + below)
    }

    pub(super) fn draw(&self, paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>) {
        let rows = [
            Constraint::Length(1),
            Constraint::Length(1),
            Constraint::Fill(1),
        ];
        let [tabs, _, body] = Layout::vertical(rows).areas(area);
        self.draw_tabs(paper, tabs, cx);
        let (list, about) = if area.width >= WITH_PANE {
            let columns = [Constraint::Fill(1), Constraint::Length(PANE)];
            let [list, about] = Layout::horizontal(columns).areas(body);
            (list, about)
        } else {
            let rows = [Constraint::Fill(1), Constraint::Length(BELOW)];
            let [list, about] = Layout::vertical(rows).areas(body);
            (list, about)
        };
        match self.part {
            Part::Values => self.draw_values(paper, list, cx),
            Part::Keys => self.draw_keys(paper, list, cx),
        }
        self.draw_about(paper, about, cx);
    }

    fn draw_tabs(&self, paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>) {
        let tabs = [
            (Part::Values, "title-settings-values"),
            (Part::Keys, "title-settings-keys"),
        ];
        let (mut spans, mut column) = (Vec::new(), area.x);
        for (at, (part, title)) in tabs.into_iter().enumerate() {
            let chosen = part == self.part;
            let words = if chosen {
                format!("[{}]", cx.text(title))
            } else {
                format!(" {} ", cx.text(title))
            };
            let wide = width(&words);
            let place = Rect::new(column, area.y, wide, 1).intersection(area);
            paper.target(place, Target::Tab(at));
            column += wide + 1;
            let style = if chosen {
                cx.theme.accent
            } else {
                cx.theme.dim
            };
            spans.push(Span::styled(words, style));
            spans.push(Span::raw(" "));
        }
        paper.frame.render_widget(Line::from(spans), area);
    }

    fn draw_values(&self, paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>) {
        let columns = [
            Column::text(cx.text("head-setting"), 3),
            Column::text(cx.text("head-value"), 2),
            Column::fixed(String::new()),
        ];
        let row = |at: usize| {
            let Some(key) = values::ORDER.get(at).copied() else {
                let change = cx.theme.glyphs.dot.repeat(8);
                return Row::new(vec![
                    Cell::plain(cx.text("label-passphrase")),
                    Cell::styled(change, cx.theme.dim),
                    Cell::default(),
                ]);
            };
            let own = self.written(key).is_some();
            let (style, mark) = match (own, area.width < WITH_PLACES) {
                (true, true) => (cx.theme.accent, cx.theme.glyphs.mark.to_owned()),
                (true, false) => (cx.theme.accent, cx.text("word-own")),
                (false, true) => (Style::new(), String::new()),
                (false, false) => (Style::new(), cx.text("word-usual")),
            };
            Row::new(vec![
                Cell::plain(cx.text(values::label(key))),
                Cell::styled(self.value_words(key, cx), style),
                Cell::styled(mark, cx.theme.dim),
            ])
        };
        table::draw(paper, area, &columns, self.values, self.rows(), row, cx);
    }

    fn draw_keys(&self, paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>) {
        let wide = area.width >= WITH_PLACES;
        let mut columns = vec![
            Column::text(cx.text("head-action"), 3),
            Column::text(cx.text("head-keys"), 2),
        ];
        if wide {
            columns.push(Column::text(cx.text("head-place"), 3));
        }
        columns.push(Column::fixed(String::new()));
        let actions = keys::actions();
        let row = |at: usize| {
            let Some(action) = actions.get(at).copied() else {
                return Row::default();
            };
            let bound = keys::bound(action, cx);
            let own = self.has_own_keys(action);
            let style = if own { cx.theme.accent } else { Style::new() };
            let mut cells = vec![
                Cell::plain(cx.text(bound.words)),
                Cell::styled(bound.keys.join(", "), style),
            ];
            if wide {
                let places = bound.places.iter().map(|place| cx.text(place));
                let places = places.collect::<Vec<_>>().join(", ");
                cells.push(Cell::styled(places, cx.theme.dim));
            }
            let mark = if own {
                cx.text("word-own")
            } else {
                String::new()
            };
            cells.push(Cell::styled(mark, cx.theme.accent));
            Row::new(cells)
        };
        table::draw(paper, area, &columns, self.keys, actions.len(), row, cx);
    }

    fn draw_about(&self, paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>) {
        let title = match (self.part, self.current_key()) {
            (Part::Values, Some(key)) => cx.text(values::label(key)),
            (Part::Values, None) => cx.text("label-passphrase"),
            (Part::Keys, _) => self
                .current_action()
                .map_or_else(String::new, |action| cx.text(keys::bound(action, cx).words)),
        };
        let inner = pane::pane(paper, area, &title, cx);
        let lines = self.about(cx);
        let lines = lines
            .into_iter()
            .flat_map(|(line, style)| wrapped(&line, inner.width, style));
        for (line, at) in lines.zip(inner.y..inner.bottom()) {
            let place = Rect::new(inner.x, at, inner.width, 1);
            paper.frame.render_widget(line, place);
        }
    }

    /// What the current row is for, and how it is written.
    fn about(&self, cx: &Context<'_>) -> Vec<(String, Style)> {
        let plain = |line: String| (line, Style::new());
        let dim = |line: String| (line, cx.theme.dim);
        match (self.part, self.current_key()) {
            (Part::Values, Some(key)) => {
                let mut lines = vec![plain(cx.text(values::purpose(key)))];
                let written = match key.default_value() {
                    Some(usual) if self.written(key).is_some() => {
                        let usual = usual.to_owned();
                        text!(cx.texts, "say-usual", usual = usual)
                    }
                    _ => cx.text(key.values()),
                };
                lines.push(dim(written));
                lines.push(dim(key.as_str().to_owned()));
                if let Some(found) = &self.found {
                    lines.push(dim(found.path.clone()));
                }
                lines
            }
            (Part::Values, None) => vec![plain(cx.text("say-passwd"))],
            (Part::Keys, _) => self.about_keys(cx),
        }
    }

    fn about_keys(&self, cx: &Context<'_>) -> Vec<(String, Style)> {
        let Some(action) = self.current_action() else {
            return Vec::new();
        };
        if let Some(typed) = &self.taking {
            let typed = if typed.is_empty() {
                cx.theme.glyphs.busy.to_owned()
            } else {
                keys::written(typed)
            };
            return vec![
                (
                    format!("{} {typed}", cx.text("say-press-key")),
                    cx.theme.accent,
                ),
                (cx.text("say-press-key-how"), cx.theme.dim),
            ];
        }
        let bound = keys::bound(action, cx);
        let places = bound.places.iter().map(|place| cx.text(place));
        vec![
            (bound.keys.join(", "), cx.theme.accent),
            (places.collect::<Vec<_>>().join(", "), Style::new()),
            (format!("[keys] {} = …", bound.action.name()), cx.theme.dim),
            (cx.text("say-press-enter-key"), cx.theme.dim),
        ]
    }
}
