//! How choosing a file looks: the folder as a list, the first lines of a file beside it.

use ratatui::layout::{Constraint, Layout, Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::State;
use super::browser::{FileKind, size_words};
use super::view::{PANE, WITH_PANE, WITH_WORDS, draw_lines, indented, veiled};
use crate::app::{Context, Paper};
use crate::i18n::text;
use crate::present;
use crate::widgets::pane;
use crate::widgets::table::{self, Cell, Column, Row};
use crate::widgets::text::{fit, width};

impl State {
    pub(super) fn draw_files(&self, paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>) {
        let rows = [Constraint::Length(1), Constraint::Fill(1)];
        let [head, body] = Layout::vertical(rows).areas(area);
        self.draw_place(paper, head, cx);
        let list = if area.width >= WITH_PANE {
            let columns = [Constraint::Fill(1), Constraint::Length(PANE)];
            let [list, preview] = Layout::horizontal(columns).areas(body);
            self.draw_head(paper, preview, cx);
            list
        } else {
            body
        };
        let browser = &self.browser;
        if browser.found.is_empty() {
            let said = match &browser.folder {
                None => "say-loading",
                Some(folder) if folder.entries.is_empty() => "say-empty-folder",
                Some(_) => "say-no-matches",
            };
            draw_lines(paper, indented(list), [(cx.text(said), cx.theme.dim)]);
            return;
        }
        let wide = list.width >= WITH_WORDS;
        let mut columns = vec![Column::text(cx.text("head-file"), 1)];
        if wide {
            columns.push(Column::number(cx.text("head-size")));
        }
        columns.push(Column::fixed(cx.text("head-date")));
        let row = |at: usize| {
            let Some(entry) = browser.row(at) else {
                return Row::default();
            };
            let (name, style) = match entry.kind {
                FileKind::Folder => (format!("{}/", entry.name), cx.theme.accent),
                FileKind::Plausible => (entry.name.clone(), Style::new()),
                FileKind::Other => (entry.name.clone(), cx.theme.dim),
            };
            let mut cells = vec![Cell::styled(name, style)];
            if wide {
                let size = match entry.kind {
                    FileKind::Folder => String::new(),
                    _ => size_words(entry.size),
                };
                cells.push(Cell::styled(size, cx.theme.dim));
            }
            let day = entry.modified.map(present::date);
            cells.push(Cell::styled(day.unwrap_or_default(), cx.theme.dim));
            Row::new(cells)
        };
        let found = browser.found.len();
        table::draw(paper, list, &columns, browser.cursor, found, row, cx);
    }

    /// Where one is, and what is typed.
    fn draw_place(&self, paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>) {
        let browser = &self.browser;
        let typed = browser.input.value();
        if browser.typing {
            let (shown, style) = if typed.is_empty() {
                (cx.text("ask-file"), cx.theme.dim)
            } else {
                (typed.to_owned(), cx.theme.field)
            };
            let line = Line::from(vec![
                Span::styled("/", cx.theme.accent),
                Span::styled(fit(&shown, area.width.saturating_sub(1)), style),
            ]);
            paper.frame.render_widget(line, area);
            let at = u16::try_from(browser.input.visual_cursor()).unwrap_or(0) + 1;
            let column = area.x + at.min(area.width.saturating_sub(1));
            paper
                .frame
                .set_cursor_position(Position::new(column, area.y));
            return;
        }
        let path = browser.folder.as_ref();
        let path = path.map(|folder| folder.path.display().to_string());
        let mut path = path.unwrap_or_default();
        if !typed.is_empty() {
            path = format!("{path}  /{typed}");
        }
        let more = browser.folder.as_ref().map_or(0, |folder| folder.more);
        if more > 0 {
            let n = i64::try_from(more).unwrap_or(i64::MAX);
            path = format!("{path}  {}", text!(cx.texts, "say-more-files", n = n));
        }
        let n = i64::try_from(self.waiting).unwrap_or(i64::MAX);
        let waiting = (n > 0).then(|| text!(cx.texts, "say-waiting", n = n));
        let signs = [self.undone_words(cx), waiting];
        for sign in signs.into_iter().flatten() {
            path = format!("{path}  {sign}");
        }
        if let Some(reading) = &self.reading {
            let name = reading.file_name().unwrap_or_default().to_string_lossy();
            path = text!(cx.texts, "say-reading", file = name.into_owned());
        }
        let line = Line::styled(
            format!(" {}", fit_end(&path, area.width - 1, cx)),
            cx.theme.dim,
        );
        paper.frame.render_widget(line, area);
    }

    /// The first lines of the file under the cursor.
    fn draw_head(&self, paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>) {
        let current = self.browser.current();
        let title = current.map_or_else(String::new, |entry| entry.name.clone());
        let inner = pane::pane(paper, area, &fit(&title, area.width.saturating_sub(6)), cx);
        let path = self.browser.current_path();
        let head = self.browser.head.as_ref();
        let Some((_, lines)) = head.filter(|(of, _)| Some(of) == path.as_ref()) else {
            return;
        };
        for (line, at) in lines.iter().zip(inner.y..inner.bottom()) {
            let place = Rect::new(inner.x, at, inner.width, 1);
            let line = Line::styled(fit(&veiled(line, cx), inner.width), cx.theme.dim);
            paper.frame.render_widget(line, place);
        }
    }
}

/// Keeps the end of a path, which says most.
fn fit_end(path: &str, room: u16, cx: &Context<'_>) -> String {
    let over = usize::from(width(path).saturating_sub(room));
    if over == 0 {
        return path.to_owned();
    }
    let busy = cx.theme.glyphs.busy;
    let cut = path.chars().skip(over + usize::from(width(busy)));
    format!("{busy}{}", cut.collect::<String>())
}
