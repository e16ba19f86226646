//! The filter while it is typed: it narrows the list with every letter, completes names, and brings
//! earlier filters back.

use crossterm::event::{Event, KeyCode};
use tui_input::Input;
use tui_input::backend::crossterm::EventHandler as _;

use super::filter::join_terms;
use super::{State, Typing, split_terms};
use crate::app::{Context, Do};
use crate::keymap::Action;

/// Filters that are remembered.
const EARLIER: usize = 50;
/// The longest filter, in characters.
const LONGEST: usize = 500;

impl State {
    pub(super) fn begin_typing(&mut self) {
        self.typing = Some(Typing {
            input: Input::new(join_terms(&self.terms)),
            before: self.terms.clone(),
            recalled: None,
            offered: Vec::new(),
            trouble: None,
        });
    }

    pub(super) fn end_typing(&mut self, keep: bool, cx: &Context<'_>) -> Vec<Do> {
        // What can't be understood stays open, with what is wrong about it: thrown away, it would
        // silently mean everything.
        if keep
            && self
                .typing
                .as_ref()
                .is_some_and(|typing| typing.trouble.is_some())
        {
            return Vec::new();
        }
        let Some(typing) = self.typing.take() else {
            return Vec::new();
        };
        if keep {
            let line = typing.input.value().trim().to_owned();
            self.earlier.retain(|known| *known != line);
            if !line.is_empty() {
                self.earlier.insert(0, line);
                self.earlier.truncate(EARLIER);
            }
            return Vec::new();
        }
        if self.terms == typing.before {
            return Vec::new();
        }
        self.terms = typing.before;
        self.refilter(cx)
    }

    pub(super) fn retype(&mut self, cx: &Context<'_>) -> Vec<Do> {
        let Some(typing) = &mut self.typing else {
            return Vec::new();
        };
        Self::offer(typing, cx);
        let terms = split_terms(typing.input.value());
        if terms == self.terms {
            return Vec::new();
        }
        self.terms = terms;
        self.refilter(cx)
    }

    fn recall(&mut self, by: isize, cx: &Context<'_>) -> Vec<Do> {
        if let Some(typing) = &mut self.typing {
            let last = self.earlier.len().checked_sub(1);
            typing.recalled = match (typing.recalled, last) {
                (None, Some(_)) if by > 0 => Some(0),
                (Some(at), Some(last)) => at.checked_add_signed(by).map(|at| at.min(last)),
                _ => None,
            };
            let line = typing.recalled.and_then(|at| self.earlier.get(at));
            typing.input = Input::new(line.cloned().unwrap_or_default());
        }
        self.retype(cx)
    }

    /// The action of a filter line that is being typed.
    pub(super) fn act_typing(&mut self, action: Action, cx: &Context<'_>) -> Vec<Do> {
        match action {
            Action::Open | Action::Save => self.end_typing(true, cx),
            Action::Cancel => self.end_typing(false, cx),
            Action::NextField => {
                if let Some(typing) = &mut self.typing {
                    Self::complete(typing);
                }
                self.retype(cx)
            }
            Action::PreviousChoice => self.recall(1, cx),
            Action::NextChoice => self.recall(-1, cx),
            _ => Vec::new(),
        }
    }

    /// Takes typing.
    pub(super) fn type_filter(&mut self, event: &Event, cx: &Context<'_>) -> Vec<Do> {
        let Some(typing) = &mut self.typing else {
            return Vec::new();
        };
        match event {
            Event::Paste(text) => {
                let pasted = text.chars().filter(|letter| !letter.is_control());
                let line: String = typing
                    .input
                    .value()
                    .chars()
                    .chain(pasted)
                    .take(LONGEST)
                    .collect();
                typing.input = Input::new(line);
            }
            Event::Key(key)
                if key.code == KeyCode::Backspace && typing.input.value().is_empty() =>
            {
                return self.end_typing(false, cx);
            }
            event => {
                typing.input.handle_event(event);
            }
        }
        self.retype(cx)
    }
}
