//! What happens to the list.

use crossterm::event::Event;
use domain::Status;
use ops::transaction::{BulkEdit, Order, Selection, Setting};

use super::filter::join_terms;
use super::window::PAGE;
use super::{Anchor, Sorting, State, Wish};
use crate::app::{Answer, Change, Context, Dialog, Do, Done, Page, Paper, Read, Target, Trouble};
use crate::keymap::{Action, Scope};
use crate::screens::{Screen, entry, reconcile};
use crate::widgets::form::{FieldError, Form};

/// Rows are asked for under this name.
const ROWS: &str = "rows";
/// Their number under this one.
const COUNT: &str = "count";

impl State {
    fn order(&self) -> Order {
        match self.sorting {
            Sorting::Newest => Order::NewestFirst,
            Sorting::Oldest => Order::OldestFirst,
        }
    }

    fn ask(&self, anchor: Anchor) -> Do {
        let wish = Wish {
            query: self.query.clone(),
            order: self.order(),
            anchor,
            limit: PAGE,
            // Between rows that a filter leaves out a balance would jump.
            account: self.account.clone().filter(|_| self.terms.is_empty()),
        };
        Do::Read(ROWS, Read::Rows(wish))
    }

    fn ask_from(&mut self, anchor: Anchor) -> Vec<Do> {
        let anchor = self.list.ask(anchor);
        vec![self.ask(anchor)]
    }

    /// Asks for rows that will soon be seen.
    fn follow(&mut self) -> Vec<Do> {
        self.list
            .more()
            .map(|anchor| self.ask(anchor))
            .into_iter()
            .collect()
    }

    /// Counts what matches, once the first rows are seen; when all are here, nobody is asked.
    fn count_rows(&mut self) -> Option<Do> {
        if self.list.is_at_start() && self.list.is_at_end() {
            self.count = Some(self.list.rows.len() as u64);
            return None;
        }
        Some(Do::Read(COUNT, Read::Count(self.query.clone())))
    }

    fn step(&mut self, by: isize) -> Vec<Do> {
        self.list.cursor.step(by, self.list.rows.len());
        self.follow()
    }

    /// Reads the filter anew and asks for its first rows.
    pub(super) fn refilter(&mut self, cx: &Context<'_>) -> Vec<Do> {
        let trouble = self.read_terms(cx).err();
        let failed = trouble.is_some();
        if let Some(typing) = &mut self.typing {
            typing.trouble = trouble;
        }
        if failed {
            return Vec::new();
        }
        self.count = None;
        self.marks.clear();
        self.all_marked = false;
        let mut follows = vec![Do::Forget(COUNT)];
        follows.extend(self.ask_from(Anchor::Start));
        follows
    }

    fn mark(&mut self) -> Vec<Do> {
        if let Some(id) = self.current().map(|row| row.id)
            && !self.marks.insert(id)
        {
            self.marks.remove(&id);
        }
        self.step(1)
    }

    fn mark_all(&mut self) {
        let any = self.all_marked || !self.marks.is_empty();
        self.marks.clear();
        self.all_marked = !any;
    }

    /// What an action is about: all that match but for those unmarked, those that are marked, or the
    /// current row.
    pub(super) fn selection(&self) -> Option<Selection> {
        let mut ids: Vec<_> = self.marks.iter().copied().collect();
        ids.sort_unstable();
        if self.all_marked {
            return Some(Selection::AllBut(self.query.clone(), ids));
        }
        if ids.is_empty() {
            return self.current().map(|row| Selection::These(vec![row.id]));
        }
        Some(Selection::These(ids))
    }

    /// The status after the current row's, for all that are meant.
    fn next_status(&self) -> Vec<Do> {
        let Some((row, selection)) = self.current().zip(self.selection()) else {
            return Vec::new();
        };
        let status = match row.status {
            Status::Unmarked => Status::Pending,
            Status::Pending => Status::Cleared,
            Status::Cleared => Status::Unmarked,
        };
        let request = BulkEdit {
            selection,
            settings: vec![Setting::Status(status)],
        };
        vec![Do::Change(Change::Bulk(Box::new(request)))]
    }

    fn remove(&self) -> Vec<Do> {
        let removal = self.selection().map(Change::Remove);
        removal.map(Do::Change).into_iter().collect()
    }

    fn reconcile(&self) -> Vec<Do> {
        let screen = self.account.as_deref().map(|account| {
            let state = reconcile::State::new(account);
            Do::Push(Box::new(Screen::Reconcile(Box::new(state))))
        });
        screen.into_iter().collect()
    }

    fn entry(&self, again: bool) -> Vec<Do> {
        let Some(row) = self.current() else {
            return Vec::new();
        };
        let state = if again {
            entry::State::again(row.id)
        } else {
            entry::State::editing(row.id)
        };
        vec![Do::Push(Box::new(Screen::Entry(Box::new(state))))]
    }
}

impl Page for State {
    fn scopes(&self) -> &'static [Scope] {
        if self.typing.is_some() {
            &[Scope::Line]
        } else {
            &[Scope::Transactions, Scope::List]
        }
    }

    fn is_typing(&self) -> bool {
        self.typing.is_some()
    }

    fn title(&self, cx: &Context<'_>) -> String {
        match (&self.account, self.fixed.as_slice()) {
            (Some(account), _) => account.clone(),
            (None, []) => cx.text("title-transactions"),
            (None, terms) => join_terms(terms),
        }
    }

    fn account(&self) -> Option<&str> {
        self.account.as_deref()
    }

    fn load(&mut self, cx: &Context<'_>) -> Vec<Do> {
        if self.read_terms(cx).is_err() || cx.facts.currency.is_none() {
            // `learned` asks again once the ledger's currency is known.
            return Vec::new();
        }
        let anchor = self.list.refresh();
        vec![Do::Forget(COUNT), self.ask(anchor)]
    }

    fn learned(&mut self, cx: &Context<'_>) -> Vec<Do> {
        if self.list.loaded {
            Vec::new()
        } else {
            self.load(cx)
        }
    }

    fn back(&mut self) -> bool {
        if self.all_marked || !self.marks.is_empty() {
            self.all_marked = false;
            self.marks.clear();
            return true;
        }
        if self.terms.is_empty() {
            return false;
        }
        self.terms.clear();
        self.list = super::window::List::default();
        true
    }

    fn act(&mut self, action: Action, cx: &Context<'_>) -> Vec<Do> {
        if self.typing.is_some() {
            return self.act_typing(action, cx);
        }
        let page = isize::try_from(cx.size.1.saturating_sub(3).max(1)).unwrap_or(1);
        match action {
            Action::Down => self.step(1),
            Action::Up => self.step(-1),
            Action::PageDown => self.step(page),
            Action::PageUp => self.step(-page),
            Action::First if self.list.is_at_start() => self.step(isize::MIN),
            Action::First => self.ask_from(Anchor::Start),
            Action::Last if self.list.is_at_end() => self.step(isize::MAX),
            Action::Last => self.ask_from(Anchor::End),
            Action::Filter => {
                self.begin_typing();
                Vec::new()
            }
            Action::ClearFilter => {
                self.terms.clear();
                self.refilter(cx)
            }
            Action::Sort => {
                self.sorting = match self.sorting {
                    Sorting::Newest => Sorting::Oldest,
                    Sorting::Oldest => Sorting::Newest,
                };
                self.ask_from(Anchor::Start)
            }
            Action::Mark => self.mark(),
            Action::MarkAll => {
                self.mark_all();
                Vec::new()
            }
            Action::Bulk => {
                self.chosen = self.selection();
                vec![Do::Ask(Dialog::Form(self.bulk_form(cx)))]
            }
            Action::NextStatus => self.next_status(),
            Action::Delete => self.remove(),
            Action::Edit => self.entry(false),
            Action::Duplicate => self.entry(true),
            Action::Details => {
                self.details = !self.details;
                Vec::new()
            }
            Action::Open => vec![Do::Ask(Dialog::Message(self.details_message(cx)))],
            Action::Reconcile => self.reconcile(),
            _ => Vec::new(),
        }
    }

    fn typed(&mut self, event: &Event, cx: &Context<'_>) -> Vec<Do> {
        self.type_filter(event, cx)
    }

    fn clicked(&mut self, target: Target, cx: &Context<'_>) -> Vec<Do> {
        let Target::Row(row) = target else {
            return Vec::new();
        };
        self.dragged = Some(row);
        if self.list.cursor.at == row {
            return self.act(Action::Open, cx);
        }
        self.list.cursor.to(row, self.list.rows.len());
        self.follow()
    }

    /// Marks the rows between where the button went down and here.
    fn dragged(&mut self, row: usize, _cx: &Context<'_>) -> Vec<Do> {
        let from = self.dragged.unwrap_or(row);
        if from == row && self.marks.is_empty() {
            // A hand that trembles marks nothing.
            return Vec::new();
        }
        let rows = from.min(row)..=from.max(row);
        self.all_marked = false;
        self.marks = rows
            .filter_map(|at| self.list.rows.get(at))
            .map(|row| row.id)
            .collect();
        self.list.cursor.to(row, self.list.rows.len());
        self.follow()
    }

    fn answered(&mut self, _slot: &'static str, answer: Answer, cx: &Context<'_>) -> Vec<Do> {
        match answer {
            Answer::Rows(window) => {
                let fresh = window.is_fresh();
                self.list.take(window);
                let lines = usize::from(self.lines(cx));
                self.list.cursor.settle(self.list.rows.len(), lines);
                let mut follows = self.follow();
                if fresh {
                    follows.extend(self.count_rows());
                }
                follows
            }
            Answer::Count(count) => {
                self.count = Some(count);
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    fn refused(
        &mut self,
        slot: &'static str,
        trouble: Trouble,
        _cx: &Context<'_>,
    ) -> Option<Trouble> {
        if slot == ROWS {
            self.list.forget_asked();
        }
        match &mut self.typing {
            // A name that is still being typed is no mistake yet, but it is said.
            Some(typing) => {
                typing.trouble = Some(trouble.message);
                None
            }
            None => Some(trouble),
        }
    }

    fn done(&mut self, done: &Done, _cx: &Context<'_>) -> Vec<Do> {
        self.marks.clear();
        self.all_marked = false;
        if let Some(id) = done.transaction {
            self.list.find(id);
        }
        Vec::new()
    }

    fn check(&mut self, form: &mut Form, cx: &Context<'_>) {
        self.check_bulk(form, cx);
    }

    fn submitted(&mut self, form: &Form, cx: &Context<'_>) -> Result<Vec<Do>, FieldError> {
        self.submit_bulk(form, cx)
    }

    fn why_not(&self, action: Action, _cx: &Context<'_>) -> Option<&'static str> {
        let about_a_row = matches!(
            action,
            Action::Edit
                | Action::Duplicate
                | Action::Delete
                | Action::Open
                | Action::Details
                | Action::Bulk
                | Action::Mark
                | Action::MarkAll
                | Action::NextStatus
        );
        match action {
            _ if self.typing.is_some() => None,
            _ if about_a_row && self.list.rows.is_empty() => Some("why-no-rows"),
            Action::ClearFilter if self.terms.is_empty() => Some("why-no-filter"),
            Action::Reconcile if self.account.is_none() => Some("why-no-account"),
            _ => None,
        }
    }

    fn command(&self, _cx: &Context<'_>) -> Option<String> {
        let terms = self.all_terms();
        if terms.is_empty() {
            let id = self.current()?.id;
            return Some(format!("luka show {id}"));
        }
        let words = terms.iter().map(|term| shell_word(term));
        Some(format!("luka list {}", words.collect::<Vec<_>>().join(" ")))
    }

    fn view(&self, paper: &mut Paper<'_, '_>, area: ratatui::layout::Rect, cx: &Context<'_>) {
        self.draw(paper, area, cx);
    }
}

/// A word as a shell takes it.
pub(crate) fn shell_word(word: &str) -> String {
    let plain = |letter: char| letter.is_alphanumeric() || ":._-/=+,%@".contains(letter);
    if !word.is_empty() && word.chars().all(plain) {
        return word.to_owned();
    }
    format!("'{}'", word.replace('\'', r"'\''"))
}
