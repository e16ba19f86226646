//! Sentences to be read: the details of a row, a recovery code, what a command would be.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::{Context, Paper};
use crate::keymap::Action;
use crate::widgets::cursor::Cursor;
use crate::widgets::form::wrapped;

/// A title and paragraphs.
#[derive(Debug)]
pub(crate) struct Message {
    /// What is written above.
    pub(crate) title: String,
    /// The paragraphs; some of them wiped when the message is closed.
    pub(crate) lines: Vec<zeroize::Zeroizing<String>>,
    /// How far it is scrolled.
    pub(crate) cursor: Cursor,
    /// Whether it is about work that can be cancelled.
    pub(crate) job: bool,
}

impl Message {
    /// A message.
    pub(crate) fn new(title: String, lines: Vec<String>) -> Self {
        Self {
            title,
            lines: lines.into_iter().map(Into::into).collect(),
            cursor: Cursor::default(),
            job: false,
        }
    }

    /// Lines that it takes on so many columns.
    pub(super) fn height(&self, room: u16) -> u16 {
        let lines = self
            .lines
            .iter()
            .map(|line| wrapped(line, room, Style::new()).count())
            .sum::<usize>();
        u16::try_from(lines).unwrap_or(u16::MAX)
    }

    /// Scrolls; false for an action that means nothing here.
    pub(crate) fn act(&mut self, action: Action) -> bool {
        let last = self.lines.len();
        match action {
            Action::Down | Action::NextChoice => self.cursor.step(1, last),
            Action::Up | Action::PreviousChoice => self.cursor.step(-1, last),
            Action::PageDown => self.cursor.step(10, last),
            Action::PageUp => self.cursor.step(-10, last),
            _ => return false,
        }
        true
    }

    pub(super) fn view(&self, paper: &mut Paper<'_, '_>, area: Rect, _cx: &Context<'_>) {
        let lines = self
            .lines
            .iter()
            .skip(self.cursor.at)
            .flat_map(|line| wrapped(line, area.width, Style::new()));
        for (line, at) in lines.zip(area.y..area.bottom()) {
            let place = Rect::new(area.x, at, area.width, 1);
            paper.frame.render_widget(line, place);
        }
    }
}
