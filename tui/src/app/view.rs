//! Drawing the whole: the top line, the screen, the bottom line, and a dialog over them.

use ratatui::Frame;
use ratatui::layout::{Alignment, Constraint, Layout, Rect};
use ratatui::widgets::{Paragraph, Wrap};

use super::{Model, Paper, Target, bar};

/// The least columns and rows on which anything can be shown.
const LEAST: (u16, u16) = (40, 12);

impl Model {
    /// Draws everything, and returns what lies where for the mouse.
    pub(crate) fn view(&self, frame: &mut Frame<'_>) -> Vec<(Rect, Target)> {
        let mut targets = Vec::new();
        let (area, cx) = (frame.area(), self.context());
        if area.width < LEAST.0 || area.height < LEAST.1 {
            let plea = Paragraph::new(cx.text("say-too-small"))
                .alignment(Alignment::Center)
                .wrap(Wrap { trim: true });
            frame.render_widget(plea, area);
            return targets;
        }
        let rows = [
            Constraint::Length(1),
            Constraint::Fill(1),
            Constraint::Length(1),
        ];
        let [top, body, bottom] = Layout::vertical(rows).areas(area);
        let mut paper = Paper {
            frame,
            targets: &mut targets,
        };
        bar::top(self, &mut paper, top, &cx);
        self.stack.top().page().view(&mut paper, body, &cx);
        if let Some(dialog) = &self.dialog {
            dialog.view(&mut paper, body, &cx);
        }
        bar::bottom(self, &mut paper, bottom, &self.scopes(), &cx);
        if !cx.theme.glyphs.unicode {
            // What was cut ends in a mark that a terminal without Unicode doesn't have.
            let cells = &mut frame.buffer_mut().content;
            for cell in cells.iter_mut().filter(|cell| cell.symbol() == "…") {
                cell.set_symbol("~");
            }
        }
        targets
    }
}
