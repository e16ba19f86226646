//! What happens while a file is chosen, looked at and imported.

use crossterm::event::Event;
use ratatui::layout::Rect;
use tui_input::Input;
use tui_input::backend::crossterm::EventHandler as _;

use super::book::BOOK;
use super::columns::COLUMNS;
use super::plan::Group;
use super::steps::{BATCH, FOLDER, HEAD, PLAN, WAITING, read};
use super::{Outcome, State, Step, Wish};
use crate::app::{Answer, Context, Dialog, Do, Done, Page, Paper, Target, Trouble};
use crate::keymap::{Action, Scope};
use crate::screens::Screen;
use crate::widgets::form::{FieldError, Form};

/// The longest text that narrows the list, in characters: as long as paths are.
const LONGEST: usize = 1_000;

impl Page for State {
    fn scopes(&self) -> &'static [Scope] {
        if self.is_typing() {
            &[Scope::Form]
        } else {
            &[Scope::Import, Scope::List]
        }
    }

    fn is_typing(&self) -> bool {
        matches!(self.step, Step::Files) && self.browser.typing
    }

    fn title(&self, cx: &Context<'_>) -> String {
        match &self.step {
            Step::Files => cx.text("title-import"),
            Step::Rows(review) => review.plan.file.clone(),
            Step::Done(outcome) => outcome.file.clone(),
        }
    }

    fn load(&mut self, _cx: &Context<'_>) -> Vec<Do> {
        match &self.step {
            Step::Files => {
                let here = self.browser.folder.as_ref();
                let here = here.map(|folder| folder.path.clone());
                vec![
                    read(FOLDER, Wish::Folder(here)),
                    read(WAITING, Wish::Waiting),
                ]
            }
            // What is known of its rows may have changed, by an undo for instance.
            Step::Rows(review) if !review.sending => {
                let path = review.plan.path.clone();
                self.look(path)
            }
            Step::Rows(_) | Step::Done(_) => Vec::new(),
        }
    }

    fn back(&mut self) -> bool {
        match self.step {
            Step::Files if self.browser.input.value().is_empty() => false,
            Step::Files => {
                self.browser.widen();
                true
            }
            Step::Rows(_) | Step::Done(_) => {
                self.set_aside();
                true
            }
        }
    }

    fn unsaved(&self, cx: &Context<'_>) -> Option<String> {
        self.undone_words(cx)
    }

    fn act(&mut self, action: Action, cx: &Context<'_>) -> Vec<Do> {
        if self.is_typing() {
            return self.act_typing(action, cx);
        }
        let page = isize::try_from(self.lines(cx).max(1)).unwrap_or(1);
        match action {
            Action::Down => return self.step(1, cx),
            Action::Up => return self.step(-1, cx),
            Action::PageDown => return self.step(page, cx),
            Action::PageUp => return self.step(-page, cx),
            Action::First => return self.step(isize::MIN, cx),
            Action::Last => return self.step(isize::MAX, cx),
            Action::Open => return self.open(cx),
            Action::Details => return self.details(cx),
            Action::Accept => return self.accept(),
            Action::Filter => self.begin_typing(),
            Action::Parent => {
                let parent = self.browser.parent().map(std::path::Path::to_owned);
                self.browser.widen();
                let parent = parent.map(|parent| read(FOLDER, Wish::Folder(Some(parent))));
                return parent.into_iter().collect();
            }
            Action::Edit => return vec![Do::Ask(Dialog::Form(self.edit_form(cx)))],
            Action::Waiting => {
                return vec![Do::Push(Box::new(Screen::Review(Box::default())))];
            }
            _ => {}
        }
        if let Step::Rows(review) = &mut self.step {
            match action {
                Action::Flip => review.flip(),
                Action::NextPart => review.turn(1),
                Action::PreviousPart => review.turn(Group::ALL.len() - 1),
                _ => {}
            }
        }
        Vec::new()
    }

    fn typed(&mut self, event: &Event, cx: &Context<'_>) -> Vec<Do> {
        match event {
            Event::Paste(text) => {
                let pasted = text.chars().filter(|letter| !letter.is_control());
                let line = self.browser.input.value().chars().chain(pasted);
                self.browser.input = Input::new(line.take(LONGEST).collect());
            }
            event => {
                self.browser.input.handle_event(event);
            }
        }
        self.browser.search();
        self.follow(cx)
    }

    fn clicked(&mut self, target: Target, cx: &Context<'_>) -> Vec<Do> {
        match (target, &mut self.step) {
            (Target::Tab(at), Step::Rows(review)) => {
                if let Some(group) = Group::ALL.get(at) {
                    review.show(*group);
                }
                Vec::new()
            }
            (Target::Row(row), Step::Files) => {
                if self.browser.cursor.at == row {
                    return self.open(cx);
                }
                self.browser.cursor.to(row, self.browser.found.len());
                self.follow(cx)
            }
            (Target::Row(row), Step::Rows(review)) => {
                if review.cursor.at == row {
                    review.flip();
                }
                review.cursor.to(row, review.seen.len());
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    fn answered(&mut self, _slot: &'static str, answer: Answer, cx: &Context<'_>) -> Vec<Do> {
        match answer {
            Answer::Import(found) => self.take(*found, cx),
            _ => Vec::new(),
        }
    }

    fn done(&mut self, _done: &Done, _cx: &Context<'_>) -> Vec<Do> {
        if self.booked() {
            return vec![read(BATCH, Wish::Batch)];
        }
        let Step::Rows(review) = &self.step else {
            return Vec::new();
        };
        if !review.sending {
            // The profile is there from now on; the file is read with it like any other.
            if let Some(name) = self.saving.take() {
                self.options.columns = None;
                self.options.profile = Some(name);
            }
            return Vec::new();
        }
        let outcome = Outcome {
            file: review.plan.file.clone(),
            counts: review.counts(),
            batch: None,
        };
        self.step = Step::Done(outcome);
        vec![read(BATCH, Wish::Batch)]
    }

    fn refused(
        &mut self,
        slot: &'static str,
        trouble: Trouble,
        _cx: &Context<'_>,
    ) -> Option<Trouble> {
        if slot == PLAN {
            self.reading = None;
        }
        if let Step::Rows(review) = &mut self.step {
            review.sending = false;
        }
        self.saving = None;
        self.booking = false;
        // A file that can't be looked at is told when it is opened.
        Some(trouble).filter(|_| slot != HEAD)
    }

    fn check(&mut self, form: &mut Form, cx: &Context<'_>) {
        self.check_columns(form, cx);
    }

    fn submitted(&mut self, form: &Form, cx: &Context<'_>) -> Result<Vec<Do>, FieldError> {
        if form.name == COLUMNS {
            return self.submit_columns(form, cx);
        }
        if form.name == BOOK {
            return Ok(self.submit_book(form));
        }
        let asks_columns = self.asks_columns(form);
        self.options = self.read_options(form, cx)?;
        let file = self.file();
        if asks_columns {
            let asked = file.map(|path| read(PLAN, Wish::Columns(path)));
            return Ok(asked.into_iter().collect());
        }
        Ok(file.map(|path| self.look(path)).unwrap_or_default())
    }

    fn why_not(&self, action: Action, _cx: &Context<'_>) -> Option<&'static str> {
        let files = matches!(self.step, Step::Files);
        let review = match &self.step {
            Step::Rows(review) => Some(review),
            _ => None,
        };
        match action {
            Action::Filter | Action::Parent if !files => Some("why-choosing-files"),
            Action::Open if files && self.browser.current().is_none() => Some("why-no-rows"),
            Action::Edit if review.is_none() && self.asking.is_none() => Some("why-no-file"),
            Action::Flip
            | Action::Accept
            | Action::NextPart
            | Action::PreviousPart
            | Action::Details
                if review.is_none() =>
            {
                Some("why-no-file")
            }
            Action::Flip => {
                let current = review.and_then(|review| review.current());
                let bad = current.is_none_or(|row| row.problem.is_some());
                bad.then_some("why-unreadable")
            }
            Action::Waiting if self.waiting == 0 => Some("why-nothing-waits"),
            Action::Accept => {
                let counts = review.map(|review| review.counts()).unwrap_or_default();
                (counts.new + counts.matched == 0).then_some("why-nothing-sure")
            }
            _ => None,
        }
    }

    fn command(&self, _cx: &Context<'_>) -> Option<String> {
        self.command_line()
    }

    fn view(&self, paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>) {
        self.draw(paper, area, cx);
    }
}
