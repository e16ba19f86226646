//! Narrowing the list by a few letters.

use crossterm::event::{Event, KeyCode};
use tui_input::Input;
use tui_input::backend::crossterm::EventHandler as _;

use super::State;
use crate::keymap::Action;

impl State {
    /// Lists anew, the first under the cursor.
    pub(super) fn relist(&mut self, page: u16) {
        self.seen.clear();
        self.cursor.to(0, 1);
        self.arrange(page);
    }

    pub(super) fn clear(&mut self, page: u16) {
        self.typing = false;
        self.narrow = Input::default();
        self.arrange(page);
    }

    pub(super) fn act_typing(&mut self, action: Action, page: u16) {
        let rows = self.seen.len();
        match action {
            Action::Open | Action::Save => self.typing = false,
            Action::Cancel => self.clear(page),
            Action::NextChoice => {
                self.cursor.act(Action::Down, rows, page);
            }
            Action::PreviousChoice => {
                self.cursor.act(Action::Up, rows, page);
            }
            _ => {}
        }
    }

    /// Takes a letter, or a paste.
    pub(super) fn narrow_by(&mut self, event: &Event, page: u16) {
        match event {
            Event::Paste(text) => {
                let pasted = text.chars().filter(|letter| !letter.is_control());
                let line: String = self
                    .narrow
                    .value()
                    .chars()
                    .chain(pasted)
                    .take(100)
                    .collect();
                self.narrow = Input::new(line);
            }
            Event::Key(key) if key.code == KeyCode::Backspace && self.narrow.value().is_empty() => {
                self.typing = false;
            }
            event => {
                self.narrow.handle_event(event);
            }
        }
        self.relist(page);
    }

    /// Shows all again; false when all are shown already.
    pub(super) fn widen(&mut self) -> bool {
        let narrowed = !self.narrow.value().is_empty();
        if narrowed {
            self.narrow = Input::default();
        }
        narrowed
    }
}
