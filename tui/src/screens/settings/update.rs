//! What happens to the settings.

use crossterm::event::Event;
use ratatui::layout::Rect;

use super::{Part, State, keys, passphrase, values};
use crate::app::{Answer, Context, Dialog, Do, Done, Page, Paper, Read, Target};
use crate::config::{Key, Setting};
use crate::i18n::Language;
use crate::keymap::{Action, Scope};
use crate::screens::passphrase::judge;
use crate::screens::transactions::shell_word;
use crate::widgets::form::{FieldError, Form};

const FOUND: &str = "found";

impl State {
    /// How many rows the part has that is seen.
    pub(super) fn rows(&self) -> usize {
        match self.part {
            Part::Values => Key::ALL.len() + 1,
            Part::Keys => keys::actions().len(),
        }
    }

    fn step(&mut self, by: isize, cx: &Context<'_>) {
        let (rows, lines) = (self.rows(), usize::from(Self::lines(cx)));
        let cursor = match self.part {
            Part::Values => &mut self.values,
            Part::Keys => &mut self.keys,
        };
        cursor.step(by, rows);
        cursor.settle(rows, lines);
    }

    fn open(&mut self, cx: &Context<'_>) -> Vec<Do> {
        let form = match (self.part, self.current_key()) {
            (Part::Keys, _) => {
                self.taking = Some(Vec::new());
                return Vec::new();
            }
            (Part::Values, Some(key)) => self.value_form(key, cx),
            (Part::Values, None) => self.passphrase_form(cx),
        };
        vec![Do::Ask(Dialog::Form(form))]
    }

    /// Takes a setting out of the file: the usual one holds again.
    fn reset(&self) -> Vec<Do> {
        let setting = match self.part {
            Part::Values => self.current_key().map(Setting::Value),
            Part::Keys => self.current_action().map(Setting::Keys),
        };
        let reset = setting.map(|setting| Do::Configure(setting, None));
        reset.into_iter().collect()
    }

    fn is_usual(&self) -> bool {
        match self.part {
            Part::Values => self
                .current_key()
                .and_then(|key| self.written(key))
                .is_none(),
            Part::Keys => !self
                .current_action()
                .is_some_and(|action| self.has_own_keys(action)),
        }
    }
}

impl Page for State {
    fn scopes(&self) -> &'static [Scope] {
        if self.taking.is_some() {
            &[]
        } else {
            &[Scope::Settings, Scope::List]
        }
    }

    fn is_typing(&self) -> bool {
        self.taking.is_some()
    }

    fn title(&self, cx: &Context<'_>) -> String {
        cx.text("title-settings")
    }

    fn load(&mut self, cx: &Context<'_>) -> Vec<Do> {
        let mut follows = vec![Do::Read(FOUND, Read::Settings)];
        if self.recovery.is_some() && !std::mem::replace(&mut self.offered, true) {
            follows.push(Do::Ask(Dialog::Form(self.passphrase_form(cx))));
        }
        follows
    }

    fn act(&mut self, action: Action, cx: &Context<'_>) -> Vec<Do> {
        let page = isize::try_from(Self::lines(cx).max(1)).unwrap_or(1);
        match action {
            Action::Down => self.step(1, cx),
            Action::Up => self.step(-1, cx),
            Action::PageDown => self.step(page, cx),
            Action::PageUp => self.step(-page, cx),
            Action::First => self.step(isize::MIN, cx),
            Action::Last => self.step(isize::MAX, cx),
            Action::NextPart | Action::PreviousPart => {
                self.part = match self.part {
                    Part::Values => Part::Keys,
                    Part::Keys => Part::Values,
                };
            }
            Action::Open => return self.open(cx),
            Action::Delete => return self.reset(),
            _ => {}
        }
        Vec::new()
    }

    fn typed(&mut self, event: &Event, cx: &Context<'_>) -> Vec<Do> {
        self.take_key(event, cx)
    }

    fn clicked(&mut self, target: Target, cx: &Context<'_>) -> Vec<Do> {
        self.taking = None;
        let rows = self.rows();
        match target {
            Target::Tab(0) => self.part = Part::Values,
            Target::Tab(_) => self.part = Part::Keys,
            Target::Row(row) => {
                let cursor = match self.part {
                    Part::Values => &mut self.values,
                    Part::Keys => &mut self.keys,
                };
                if cursor.at == row {
                    return self.open(cx);
                }
                cursor.to(row, rows);
            }
            _ => {}
        }
        Vec::new()
    }

    fn answered(&mut self, _slot: &'static str, answer: Answer, _cx: &Context<'_>) -> Vec<Do> {
        if let Answer::Settings(found) = answer {
            self.found = Some(*found);
        }
        Vec::new()
    }

    fn done(&mut self, _done: &Done, _cx: &Context<'_>) -> Vec<Do> {
        if std::mem::take(&mut self.rewrapping) {
            self.recovery = None;
        }
        Vec::new()
    }

    fn check(&mut self, form: &mut Form, cx: &Context<'_>) {
        match (form.name, self.current_key()) {
            (values::FORM, Some(key)) => Self::check_value(key, form, cx),
            (passphrase::FORM, _) => judge(form, cx),
            _ => {}
        }
    }

    fn submitted(&mut self, form: &Form, cx: &Context<'_>) -> Result<Vec<Do>, FieldError> {
        match (form.name, self.current_key()) {
            (passphrase::FORM, _) => self.submit_passphrase(form, cx),
            (_, Some(key)) => {
                let follows = self.submit_value(key, form, cx)?;
                // The language is spoken at once, and remembered with that.
                Ok(follows.into_iter().map(speak).collect())
            }
            _ => Ok(Vec::new()),
        }
    }

    fn why_not(&self, action: Action, _cx: &Context<'_>) -> Option<&'static str> {
        match action {
            Action::Delete if self.is_usual() => Some("why-usual-already"),
            _ => None,
        }
    }

    fn command(&self, cx: &Context<'_>) -> Option<String> {
        match (self.part, self.current_key()) {
            (Part::Keys, _) => Some("luka config path".to_owned()),
            (Part::Values, None) => Some("luka passwd".to_owned()),
            (Part::Values, Some(key)) => {
                let value = self.value(key, cx);
                if value.is_empty() {
                    return Some(format!("luka config get {}", key.as_str()));
                }
                let value = shell_word(&value);
                Some(format!("luka config set {} {value}", key.as_str()))
            }
        }
    }

    fn view(&self, paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>) {
        self.draw(paper, area, cx);
    }
}

fn speak(next: Do) -> Do {
    match next {
        Do::Configure(Setting::Value(Key::Language), Some(word)) => {
            match word.parse::<Language>() {
                Ok(language) => Do::Speak(language),
                Err(_) => Do::Configure(Setting::Value(Key::Language), Some(word)),
            }
        }
        next => next,
    }
}
