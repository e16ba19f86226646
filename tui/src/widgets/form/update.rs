//! Moving in a form, typing into it.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use tui_input::Input;
use tui_input::backend::crossterm::EventHandler as _;

use super::field::LONGEST;
use super::{Field, Form, Value};
use crate::app::Target;
use crate::keymap::Action;

/// What an action in a form led to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Something inside of the form moved or changed.
    Stayed,
    /// It is to be saved.
    Submitted,
    /// It is to be given up.
    Cancelled,
    /// It means nothing to a form.
    Ignored,
}

impl Form {
    /// Does an action.
    pub(crate) fn act(&mut self, action: Action) -> Outcome {
        match action {
            Action::PreviousField => self.leave(-1),
            Action::Open if self.focus + 1 >= self.fields.len() => {
                self.take_choice();
                return Outcome::Submitted;
            }
            Action::NextField | Action::Open => self.leave(1),
            Action::Save => {
                self.take_choice();
                return Outcome::Submitted;
            }
            Action::Cancel | Action::Back => return Outcome::Cancelled,
            Action::NextChoice => self.choose(1),
            Action::PreviousChoice => self.choose(-1),
            _ => return Outcome::Ignored,
        }
        Outcome::Stayed
    }

    /// Takes a key or a paste; true when something changed.
    pub(crate) fn typed(&mut self, event: &Event) -> bool {
        let Some(field) = self.fields.get_mut(self.focus) else {
            return false;
        };
        let changed = match event {
            Event::Paste(text) => field.paste(text),
            Event::Key(key) => field.key(*key),
            _ => false,
        };
        if changed {
            self.touched = true;
            field.error = None;
            field.search();
            self.trouble = None;
        }
        changed
    }

    /// Takes a click.
    pub(crate) fn clicked(&mut self, target: Target) {
        match target {
            Target::Field(at) if at < self.fields.len() => {
                self.take_choice();
                self.focus = at;
            }
            Target::Choice(place) => {
                if let Some(Field {
                    value: Value::Pick { at, .. },
                    ..
                }) = self.fields.get_mut(self.focus)
                {
                    *at = Some(place);
                }
                self.leave(1);
            }
            _ => {}
        }
    }

    fn take_choice(&mut self) {
        if let Some(field) = self.fields.get_mut(self.focus)
            && field.take_choice()
        {
            field.prefilled = false;
        }
    }

    fn leave(&mut self, by: isize) {
        self.take_choice();
        let fields = self.fields.len();
        if fields > 0 {
            let step = usize::try_from(by.rem_euclid(isize::try_from(fields).unwrap_or(1)));
            self.focus = (self.focus + step.unwrap_or(0)) % fields;
        }
    }

    fn choose(&mut self, by: isize) {
        let Some(field) = self.fields.get_mut(self.focus) else {
            return;
        };
        match &mut field.value {
            Value::Pick { found, at, .. } if !found.is_empty() => {
                let last = found.len() - 1;
                *at = match *at {
                    None if by > 0 => Some(0),
                    None => Some(last),
                    // Above the first is what was typed.
                    Some(now) => now.checked_add_signed(by).map(|at| at.min(last)),
                };
            }
            Value::OneOf { options, at } => {
                *at = around(*at, by, options.len());
                self.touched = true;
            }
            // Where there is nothing to choose, the arrows go to the next field.
            _ => self.leave(by),
        }
    }
}

impl Field {
    fn key(&mut self, key: KeyEvent) -> bool {
        let printed = key.modifiers.difference(KeyModifiers::SHIFT).is_empty();
        match &mut self.value {
            Value::Secret(secret) => match key.code {
                KeyCode::Char(letter) if printed => secret.push(letter),
                KeyCode::Backspace => secret.pop(),
                KeyCode::Char('u') if key.modifiers == KeyModifiers::CONTROL => secret.clear(),
                _ => return false,
            },
            Value::OneOf { options, at } => match key.code {
                KeyCode::Left => *at = around(*at, -1, options.len()),
                KeyCode::Right | KeyCode::Char(' ') => *at = around(*at, 1, options.len()),
                _ => return false,
            },
            Value::Text(input) | Value::Pick { input, .. } => {
                let letter = printed && matches!(key.code, KeyCode::Char(_));
                if letter && input.value().chars().count() >= LONGEST && !self.prefilled {
                    return false;
                }
                if std::mem::take(&mut self.prefilled) && replaces(key, printed) {
                    *input = Input::default();
                }
                self.entered = true;
                return input.handle_event(&Event::Key(key)).is_some();
            }
        }
        true
    }

    fn paste(&mut self, text: &str) -> bool {
        let mut letters = text.chars().filter(|letter| !letter.is_control());
        match &mut self.value {
            Value::Secret(secret) => letters.for_each(|letter| secret.push(letter)),
            Value::OneOf { .. } => return false,
            Value::Text(input) | Value::Pick { input, .. } => {
                if std::mem::take(&mut self.prefilled) {
                    *input = Input::default();
                }
                let (old, cursor) = (input.value(), input.cursor());
                let room = LONGEST.saturating_sub(old.chars().count());
                let before = old.chars().take(cursor);
                let pasted: String = letters.by_ref().take(room).collect();
                let moved = cursor + pasted.chars().count();
                let value = before.chain(pasted.chars()).chain(old.chars().skip(cursor));
                *input = Input::new(value.collect()).with_cursor(moved);
                self.entered = true;
            }
        }
        true
    }
}

/// The place before or after one among so many; the ends meet.
fn around(at: usize, by: isize, of: usize) -> usize {
    match by {
        ..0 => at.checked_sub(1).unwrap_or(of.saturating_sub(1)),
        _ if at + 1 < of => at + 1,
        _ => 0,
    }
}

/// A letter, and what deletes, replace what was filled in; arrows go into it.
fn replaces(key: KeyEvent, printed: bool) -> bool {
    match key.code {
        KeyCode::Char(_) => printed,
        KeyCode::Backspace | KeyCode::Delete => true,
        _ => false,
    }
}
