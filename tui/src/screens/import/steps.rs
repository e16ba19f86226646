//! From step to step: opening folders and files, looking at a file, accepting its rows.

use std::path::PathBuf;

use super::browser::FileKind;
use super::plan::Review;
use super::reading::how_read_message;
use super::{Found, Kept, Plan, Question, State, Step, Wanted, Wish};
use crate::app::{Change, Context, Dialog, Do, Read};
use crate::i18n::text;
use crate::keymap::Action;
use crate::screens::{Screen, transactions};
use crate::widgets::form::Form;

pub(super) const FOLDER: &str = "folder";
pub(super) const HEAD: &str = "head";
pub(super) const PLAN: &str = "plan";
pub(super) const WAITING: &str = "waiting";
pub(super) const BATCH: &str = "batch";

/// A question of this screen.
pub(super) fn read(slot: &'static str, wish: Wish) -> Do {
    Do::Read(slot, Read::Import(wish))
}

impl State {
    /// Asks for the first lines of the file under the cursor, where they are seen.
    pub(super) fn follow(&self, cx: &Context<'_>) -> Vec<Do> {
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

    pub(super) fn step(&mut self, by: isize, cx: &Context<'_>) -> Vec<Do> {
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
    pub(super) fn open(&mut self, cx: &Context<'_>) -> Vec<Do> {
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
    pub(super) fn begin(&mut self, path: PathBuf) -> Vec<Do> {
        self.browser.typing = false;
        let kept = self.kept.iter().find(|kept| kept.review.plan.path == path);
        self.options = kept.map(|kept| kept.options.clone()).unwrap_or_default();
        self.asking = None;
        self.table = None;
        self.named.clear();
        self.targets.clear();
        self.look(path)
    }

    /// Goes back to the files. What was decided about this one is kept until it is opened again.
    pub(super) fn set_aside(&mut self) {
        let Step::Rows(review) = std::mem::take(&mut self.step) else {
            return;
        };
        if !review.decisions.is_empty() && !review.sending {
            let options = self.options.clone();
            self.kept.push(Kept { options, review });
        }
    }

    /// What was decided and not imported: in the file that is open, and in those set aside.
    pub(super) fn undone_words(&self, cx: &Context<'_>) -> Option<String> {
        let open = match &self.step {
            Step::Rows(review) if !review.sending => Some(review),
            _ => None,
        };
        let aside = self.kept.iter().map(|kept| &kept.review);
        let undone = aside.chain(open).filter(|one| !one.decisions.is_empty());
        let (mut files, mut decisions) = (Vec::new(), 0);
        for review in undone {
            files.push(review.plan.file.as_str());
            decisions += review.decisions.len();
        }
        let n = i64::try_from(decisions).unwrap_or(i64::MAX);
        let names = files.join(", ");
        (n > 0).then(|| text!(cx.texts, "say-decisions-kept", n = n, files = names))
    }

    /// Looks at a file with the options that are set.
    pub(super) fn look(&mut self, path: PathBuf) -> Vec<Do> {
        self.reading = Some(path.clone());
        vec![read(PLAN, Wish::Plan(path, Box::new(self.options.clone())))]
    }

    /// The form of how the file is read: its columns while these are what is open.
    pub(super) fn edit_form(&self, cx: &Context<'_>) -> Form {
        match (&self.step, &self.table) {
            (Step::Files, Some(table)) => self.columns_form(table, cx),
            _ => self.options_form(None, cx),
        }
    }

    /// The file that the options are about.
    pub(super) fn file(&self) -> Option<PathBuf> {
        match &self.step {
            Step::Rows(review) => Some(review.plan.path.clone()),
            _ => self.asking.clone(),
        }
    }

    pub(super) fn accept(&mut self) -> Vec<Do> {
        let Step::Rows(review) = &mut self.step else {
            return Vec::new();
        };
        if std::mem::replace(&mut review.sending, true) {
            return Vec::new();
        }
        vec![Do::Change(Change::Import(review.wanted()))]
    }

    pub(super) fn begin_typing(&mut self) {
        if matches!(self.step, Step::Files) {
            self.browser.typing = true;
        }
    }

    pub(super) fn act_typing(&mut self, action: Action, cx: &Context<'_>) -> Vec<Do> {
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

    pub(super) fn take(&mut self, found: Found, cx: &Context<'_>) -> Vec<Do> {
        match found {
            Found::Folder(folder) => {
                self.browser.enter(folder);
                return self.step(0, cx);
            }
            Found::Head(path, lines) => self.browser.head = Some((path, lines)),
            Found::Waiting(n) => self.waiting = n,
            Found::Plan(mut plan) => {
                let save = plan.save.take();
                self.options.save_as = None;
                (self.reading, self.asking) = (None, None);
                self.named.clone_from(&plan.named);
                self.profiles.clone_from(&plan.profiles);
                self.targets.clone_from(&plan.targets);
                match &mut self.step {
                    Step::Rows(review) if review.plan.path == plan.path => review.renew(*plan),
                    step => *step = Step::Rows(taken_up(&mut self.kept, *plan)),
                }
                self.saving = save.as_ref().map(|profile| profile.name.clone());
                let save = save.map(|profile| Do::Change(Change::Import(Wanted::Save(profile))));
                return save.into_iter().collect();
            }
            Found::Book(plan) => return self.show_book(*plan, cx),
            Found::Question(path, question) => {
                self.reading = None;
                self.asking = Some(path);
                match &question {
                    Question::Accounts(named) => self.named.clone_from(named),
                    Question::Columns(table) => {
                        let form = self.columns_form(table, cx);
                        self.table = Some(table.clone());
                        return vec![Do::Ask(Dialog::Form(form))];
                    }
                    Question::Dates(..) | Question::Numbers(..) | Question::Signs(_) => {}
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

    pub(super) fn details(&self, cx: &Context<'_>) -> Vec<Do> {
        match &self.step {
            Step::Rows(review) => {
                vec![Do::Ask(Dialog::Message(how_read_message(&review.plan, cx)))]
            }
            _ => Vec::new(),
        }
    }
}

/// The rows of a file with what was decided about them before it was left for another.
fn taken_up(kept: &mut Vec<Kept>, plan: Plan) -> Box<Review> {
    let mut before = kept.iter();
    let Some(at) = before.position(|kept| kept.review.plan.path == plan.path) else {
        return Box::new(Review::new(plan));
    };
    let mut review = kept.remove(at).review;
    review.renew(plan);
    review
}
