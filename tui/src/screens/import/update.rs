//! What happens while a file is chosen, looked at and imported.

use std::path::PathBuf;

use crossterm::event::Event;
use ratatui::layout::Rect;
use tui_input::Input;
use tui_input::backend::crossterm::EventHandler as _;

use super::browser::FileKind;
use super::plan::{Group, Review};
use super::reading::how_read_message;
use super::{Found, Options, Outcome, Question, Signs, State, Step, Wish};
use crate::app::{Answer, Change, Context, Dialog, Do, Done, Page, Paper, Read, Target, Trouble};
use crate::keymap::{Action, Scope};
use crate::screens::transactions::shell_word;
use crate::screens::{Screen, transactions};
use crate::widgets::form::{FieldError, Form};

const FOLDER: &str = "folder";
const HEAD: &str = "head";
const PLAN: &str = "plan";
const BATCH: &str = "batch";
/// The longest text that narrows the list, in characters: as long as paths are.
const LONGEST: usize = 1_000;

fn read(slot: &'static str, wish: Wish) -> Do {
    Do::Read(slot, Read::Import(wish))
}

impl State {
    /// Asks for the first lines of the file under the cursor, where they are seen.
    fn follow(&self, cx: &Context<'_>) -> Vec<Do> {
        if !matches!(self.step, Step::Files) || !Self::shows_head(cx) {
            return Vec::new();
        }
        let entry = self.browser.current();
        let is_file = entry.is_some_and(|entry| entry.kind != FileKind::Folder);
        let path = self.browser.current_path().filter(|_| is_file);
        let known = self.browser.head.as_ref().map(|(path, _)| path);
        path.filter(|path| Some(path) != known)
            .map(|path| read(HEAD, Wish::Head(path)))
            .into_iter()
            .collect()
    }

    fn step(&mut self, by: isize, cx: &Context<'_>) -> Vec<Do> {
        let lines = usize::from(self.lines(cx));
        match &mut self.step {
            Step::Files => {
                let rows = self.browser.found.len();
                self.browser.cursor.step(by, rows);
                self.browser.cursor.settle(rows, lines);
            }
            Step::Rows(review) => {
                review.cursor.step(by, review.seen.len());
                review.cursor.settle(review.seen.len(), lines);
            }
            Step::Done(_) => {}
        }
        self.follow(cx)
    }

    /// Opens what is under the cursor: a folder, a file, the rows that were imported.
    fn open(&mut self, cx: &Context<'_>) -> Vec<Do> {
        match &mut self.step {
            Step::Files => {
                let Some(path) = self.browser.current_path() else {
                    return Vec::new();
                };
                let folder = self.browser.current().map(|entry| entry.kind);
                if folder == Some(FileKind::Folder) {
                    self.browser.widen();
                    return vec![read(FOLDER, Wish::Folder(Some(path)))];
                }
                self.begin(path)
            }
            Step::Rows(review) => {
                vec![Do::Ask(Dialog::Message(how_read_message(&review.plan, cx)))]
            }
            Step::Done(outcome) => {
                let Some(batch) = &outcome.batch else {
                    return Vec::new();
                };
                let list = transactions::State::matching(vec![format!("source:import:{batch}")]);
                vec![Do::Push(Box::new(Screen::Transactions(Box::new(list))))]
            }
        }
    }

    /// Begins with a file, about which nothing is said yet.
    fn begin(&mut self, path: PathBuf) -> Vec<Do> {
        self.browser.typing = false;
        self.options = Options::default();
        self.named.clear();
        self.look(path)
    }

    /// Looks at a file with the options that are set.
    fn look(&mut self, path: PathBuf) -> Vec<Do> {
        self.reading = Some(path.clone());
        vec![read(PLAN, Wish::Plan(path, Box::new(self.options.clone())))]
    }

    /// The file that the options are about.
    fn file(&self) -> Option<PathBuf> {
        match &self.step {
            Step::Rows(review) => Some(review.plan.path.clone()),
            _ => self.reading.clone(),
        }
    }

    fn accept(&mut self) -> Vec<Do> {
        let Step::Rows(review) = &mut self.step else {
            return Vec::new();
        };
        if std::mem::replace(&mut review.sending, true) {
            return Vec::new();
        }
        vec![Do::Change(Change::Import(review.wanted()))]
    }

    fn begin_typing(&mut self) {
        if matches!(self.step, Step::Files) {
            self.browser.typing = true;
        }
    }

    fn act_typing(&mut self, action: Action, cx: &Context<'_>) -> Vec<Do> {
        match action {
            Action::Open | Action::Save => match self.browser.typed_path() {
                Some(path) => {
                    self.browser.widen();
                    vec![read(FOLDER, Wish::Folder(Some(path)))]
                }
                None => self.open(cx),
            },
            Action::Cancel => {
                self.browser.widen();
                self.follow(cx)
            }
            Action::NextChoice => self.step(1, cx),
            Action::PreviousChoice => self.step(-1, cx),
            _ => Vec::new(),
        }
    }

    fn take(&mut self, found: Found, cx: &Context<'_>) -> Vec<Do> {
        match found {
            Found::Folder(folder) => {
                self.browser.enter(folder);
                return self.step(0, cx);
            }
            Found::Head(path, lines) => self.browser.head = Some((path, lines)),
            Found::Plan(plan) => {
                self.reading = None;
                self.named.clone_from(&plan.named);
                self.profiles.clone_from(&plan.profiles);
                if self.options.accounts.is_empty() {
                    let account = plan.accounts.first().cloned();
                    self.options.accounts =
                        account.map(|account| (None, account)).into_iter().collect();
                }
                match &mut self.step {
                    Step::Rows(review) if review.plan.path == plan.path => review.renew(*plan),
                    step => *step = Step::Rows(Box::new(Review::new(*plan))),
                }
            }
            Found::Question(path, question) => {
                self.reading = Some(path);
                if let Question::Accounts(named) = &question {
                    self.named.clone_from(named);
                }
                let form = self.options_form(Some(&question), cx);
                return vec![Do::Ask(Dialog::Form(form))];
            }
            Found::Batch(batch) => {
                if let Step::Done(outcome) = &mut self.step {
                    outcome.batch = batch;
                }
            }
        }
        Vec::new()
    }

    fn details(&self, cx: &Context<'_>) -> Vec<Do> {
        match &self.step {
            Step::Rows(review) => {
                vec![Do::Ask(Dialog::Message(how_read_message(&review.plan, cx)))]
            }
            _ => Vec::new(),
        }
    }
}

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
                vec![read(FOLDER, Wish::Folder(here))]
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
                self.step = Step::Files;
                true
            }
        }
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
            Action::Edit => return vec![Do::Ask(Dialog::Form(self.options_form(None, cx)))],
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
        let Step::Rows(review) = &self.step else {
            return Vec::new();
        };
        if !review.sending {
            return Vec::new();
        }
        self.step = Step::Done(Outcome {
            file: review.plan.file.clone(),
            counts: review.counts(),
            batch: None,
        });
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
        // A file that can't be looked at is told when it is opened.
        Some(trouble).filter(|_| slot != HEAD)
    }

    fn submitted(&mut self, form: &Form, cx: &Context<'_>) -> Result<Vec<Do>, FieldError> {
        self.options = self.read_options(form, cx)?;
        let file = self.file();
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
            Action::Edit if review.is_none() && self.reading.is_none() => Some("why-no-file"),
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
            Action::Accept => {
                let counts = review.map(|review| review.counts()).unwrap_or_default();
                (counts.new + counts.matched == 0).then_some("why-nothing-sure")
            }
            _ => None,
        }
    }

    fn command(&self, _cx: &Context<'_>) -> Option<String> {
        match &self.step {
            Step::Files => {
                let path = self.browser.current_path()?;
                let path = shell_word(&path.display().to_string());
                Some(format!("luka import --detect {path}"))
            }
            Step::Rows(review) => {
                let path = shell_word(&review.plan.path.display().to_string());
                Some(format!("luka import {path}{}", self.flags()))
            }
            Step::Done(outcome) => {
                let batch = outcome.batch.as_ref()?;
                Some(format!("luka list source:import:{batch}"))
            }
        }
    }

    fn view(&self, paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>) {
        self.draw(paper, area, cx);
    }
}

impl State {
    /// The options as flags of the command line.
    fn flags(&self) -> String {
        use ops::import::{DateOrder, Fees};
        let options = &self.options;
        let mut flags = String::new();
        for (in_file, account) in &options.accounts {
            let value = match in_file {
                Some(in_file) => format!("{in_file}={account}"),
                None => account.clone(),
            };
            flags = format!("{flags} --account {}", shell_word(&value));
        }
        let mut add = |flag: &str| flags.push_str(flag);
        match options.date_order {
            Some(DateOrder::Dmy) => add(" --date-format DMY"),
            Some(DateOrder::Mdy) => add(" --date-format MDY"),
            Some(DateOrder::Ymd) => add(" --date-format YMD"),
            None => {}
        }
        if let Some(mark) = options.decimal {
            add(&format!(" --decimal {mark}"));
        }
        if options.signs == Signs::Inverted {
            add(" --invert");
        }
        match options.fees {
            Some(Fees::Apart) => add(" --fees apart"),
            Some(Fees::Within) => add(" --fees within"),
            None => {}
        }
        match options.matches {
            super::Matches::Review => {}
            super::Matches::Merge => add(" --matches merge"),
            super::Matches::New => add(" --matches new"),
        }
        if let Some(profile) = &options.profile {
            add(&format!(" --profile {}", shell_word(profile)));
        }
        flags
    }
}
