//! Drawing a form: a line for each field, what is wrong or understood below it, and the choices.

use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::{Field, Form, Value};
use crate::app::{Context, Paper, Target};
use crate::present;
use crate::widgets::text::{fit, fit_name, left, width};

/// A line of the form, and what a click on it means.
struct Row {
    line: Line<'static>,
    target: Option<Target>,
    /// Where the cursor is on it.
    cursor: Option<u16>,
}

impl Row {
    fn plain(line: impl Into<Line<'static>>) -> Self {
        Self {
            line: line.into(),
            target: None,
            cursor: None,
        }
    }
}

impl Form {
    /// Lines that the form takes at most in so many columns: for the height of a dialog.
    pub(crate) fn height(&self, room: u16) -> u16 {
        let choices = self
            .fields
            .iter()
            .map(|field| field.seen().count())
            .max()
            .unwrap_or(0);
        let lines_of = |text: &str| wrapped(text, room, Style::new()).count();
        let intro: usize = self.intro.iter().map(|said| lines_of(said)).sum();
        let said = self.fields.iter().filter_map(|field| {
            let said = field.error.as_ref().or(field.note.as_ref())?;
            Some(lines_of(said))
        });
        let trouble = self.trouble.as_ref().map_or(0, |trouble| {
            let hint = trouble.hint.as_deref().unwrap_or_default();
            1 + lines_of(&trouble.message) + lines_of(hint)
        });
        let fields = self.fields.len() + said.sum::<usize>() + choices;
        let lines = intro + fields + self.preview.len() + trouble + 2;
        u16::try_from(lines).unwrap_or(u16::MAX)
    }

    /// Draws it.
    pub(crate) fn view(&self, paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>) {
        let labels = self.fields.iter().map(|field| width(&field.label)).max();
        let labels = labels.unwrap_or(0).min(area.width / 2);
        let (mut rows, mut focused) = (Vec::new(), 0);
        for sentence in &self.intro {
            rows.extend(wrapped(sentence, area.width, Style::new()).map(Row::plain));
        }
        for (at, field) in self.fields.iter().enumerate() {
            let has_focus = at == self.focus;
            if has_focus {
                focused = rows.len();
            }
            rows.push(field_row(field, at, has_focus, labels, area.width, cx));
            let open = !field.is_veiled(cx);
            let error = field.error.as_ref().map(|error| (error, cx.theme.bad));
            let note = field.note.as_ref().map(|note| (note, cx.theme.dim));
            if let Some((said, style)) = error.or(note).filter(|_| open) {
                let indent = " ".repeat(usize::from(labels) + 3);
                let room = area.width.saturating_sub(labels + 3);
                rows.extend(wrapped(said, room, style).map(|line| {
                    let mut spans = vec![Span::raw(indent.clone())];
                    spans.extend(line.spans);
                    Row::plain(spans)
                }));
            }
            if has_focus {
                rows.extend(choice_rows(field, labels, area.width, cx));
            }
        }
        if !self.preview.is_empty() {
            rows.push(Row::plain(""));
        }
        for line in &self.preview {
            let line = Line::styled(fit(line, area.width), cx.theme.dim);
            rows.push(Row::plain(line));
        }
        if let Some(trouble) = &self.trouble {
            rows.push(Row::plain(""));
            rows.extend(wrapped(&trouble.message, area.width, cx.theme.bad).map(Row::plain));
            if let Some(hint) = &trouble.hint {
                rows.extend(wrapped(hint, area.width, cx.theme.dim).map(Row::plain));
            }
        }
        draw(paper, area, rows, focused, self.sending);
    }
}

/// Draws the rows that fit, the focused field and what is below it among them.
fn draw(paper: &mut Paper<'_, '_>, area: Rect, rows: Vec<Row>, focused: usize, sending: bool) {
    let height = usize::from(area.height);
    let spare = rows.len().saturating_sub(height);
    let top = focused.saturating_sub(height / 3).min(spare);
    for (line, row) in (area.y..area.bottom()).zip(rows.into_iter().skip(top)) {
        let place = Rect::new(area.x, line, area.width, 1);
        if let Some(target) = row.target {
            paper.target(place, target);
        }
        if let Some(column) = row.cursor.filter(|_| !sending) {
            let column = (area.x + column).min(area.right().saturating_sub(1));
            paper.frame.set_cursor_position(Position::new(column, line));
        }
        paper.frame.render_widget(row.line, place);
    }
}

fn field_row(
    field: &Field,
    at: usize,
    has_focus: bool,
    labels: u16,
    room: u16,
    cx: &Context<'_>,
) -> Row {
    let (theme, room) = (cx.theme, room.saturating_sub(labels + 4));
    let mark = if has_focus { theme.glyphs.cursor } else { " " };
    let style = match (has_focus, field.prefilled) {
        (true, _) => theme.field,
        (false, true) => theme.dim,
        (false, false) => Style::new(),
    };
    let (shown, cursor) = shown(field, room, cx);
    let label_style = if has_focus { theme.accent } else { theme.dim };
    let mut spans = vec![
        Span::styled(mark, theme.accent),
        Span::styled(left(&field.label, labels), label_style),
        Span::raw("  "),
    ];
    if has_focus {
        spans.push(Span::styled(left(&shown, room), style));
    } else {
        spans.push(Span::styled(shown, style));
    }
    Row {
        line: Line::from(spans),
        target: Some(Target::Field(at)),
        cursor: has_focus.then_some(labels + 3 + cursor),
    }
}

/// What is seen of a field's text, and where the cursor is in it.
fn shown(field: &Field, room: u16, cx: &Context<'_>) -> (String, u16) {
    if field.is_veiled(cx) {
        return (fit(cx.theme.glyphs.hidden, room), 0);
    }
    match &field.value {
        Value::Text(input) | Value::Pick { input, .. } => {
            let scroll = input.visual_scroll(usize::from(room.saturating_sub(1)));
            let seen = skip_columns(input.value(), scroll);
            let cursor = input.visual_cursor().saturating_sub(scroll);
            (fit(seen, room), u16::try_from(cursor).unwrap_or(0))
        }
        Value::Secret(secret) if secret.is_visible() => {
            // The end is what one is typing.
            let over = width(secret.expose()).saturating_sub(room.saturating_sub(1));
            let seen = skip_columns(secret.expose(), usize::from(over));
            (seen.to_owned(), width(seen))
        }
        Value::Secret(secret) => {
            let dots = cx
                .theme
                .glyphs
                .dot
                .repeat(secret.len().min(usize::from(room)));
            let cursor = width(&dots);
            (dots, cursor)
        }
        Value::OneOf { options, at } => {
            let words = options.get(*at).map_or("", |(_, words)| words);
            let arrows = cx.theme.glyphs.either;
            (fit(&format!("{words} {arrows}"), room), 0)
        }
    }
}

fn skip_columns(text: &str, columns: usize) -> &str {
    let mut used = 0;
    for (at, letter) in text.char_indices() {
        if used >= columns {
            return text.get(at..).unwrap_or_default();
        }
        used += unicode_width::UnicodeWidthChar::width(letter).unwrap_or(0);
    }
    ""
}

fn choice_rows(field: &Field, labels: u16, room: u16, cx: &Context<'_>) -> Vec<Row> {
    let chosen = match &field.value {
        Value::Pick { at, .. } => *at,
        _ => None,
    };
    let room = room.saturating_sub(labels + 4);
    let rows = field.seen().map(|(place, choice)| {
        let (mark, style) = if chosen == Some(place) {
            (cx.theme.glyphs.cursor, cx.theme.selected)
        } else {
            (" ", Style::new())
        };
        let note = width(&choice.note).min(room / 2);
        let name = fit_name(&choice.value, room.saturating_sub(note + 1));
        let name = left(&name, room.saturating_sub(note + 1));
        Row {
            line: Line::from(vec![
                Span::raw(" ".repeat(usize::from(labels) + 2)),
                Span::styled(mark, cx.theme.accent),
                Span::styled(name, style),
                Span::styled(format!(" {}", fit(&choice.note, note)), cx.theme.dim),
            ]),
            target: Some(Target::Choice(place)),
            cursor: None,
        }
    });
    rows.collect()
}

/// A sentence in lines of at most `room` columns.
pub(crate) fn wrapped(
    text: &str,
    room: u16,
    style: Style,
) -> impl Iterator<Item = Line<'static>> + use<> {
    let lines = if text.is_empty() {
        vec![String::new()]
    } else {
        present::wrapped(text, usize::from(room.max(1)))
    };
    lines
        .into_iter()
        .map(move |line| Line::from(Span::styled(line, style)))
}
