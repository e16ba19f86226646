//! What happens to the list of payees.

use crossterm::event::Event;
use ratatui::layout::Rect;

use super::{Found, Payee, Sorting, State, Wanted, Wish};
use crate::app::{Answer, Change, Context, Dialog, Do, Page, Paper, Read, Target};
use crate::keymap::{Action, Scope};
use crate::screens::Screen;
use crate::screens::transactions::{self, shell_word};
use crate::widgets::form::{FieldError, Form};

const NAMES: &str = "names";
const MONTH: &str = "month";
const USES: &str = "uses";
/// In a ledger with more transactions than these, uses are counted once and not after each change.
const COUNTED_AGAIN: u64 = 100_000;

impl State {
    fn open(&self) -> Vec<Do> {
        let rows = self.current().map(|payee| {
            let state = transactions::State::matching(vec![format!("payee:{}", payee.name)]);
            Do::Push(Box::new(Screen::Transactions(Box::new(state))))
        });
        rows.into_iter().collect()
    }

    fn ask(&self, form: impl FnOnce(&Payee) -> Form) -> Vec<Do> {
        let form = self.current().map(form);
        form.map(|form| Do::Ask(Dialog::Form(form)))
            .into_iter()
            .collect()
    }

    fn remove(&self) -> Vec<Do> {
        let wanted = self.current().map(|payee| Wanted::Remove {
            name: payee.name.clone(),
        });
        let change = wanted.map(|wanted| Do::Change(Change::Payees(wanted)));
        change.into_iter().collect()
    }
}

impl Page for State {
    fn scopes(&self) -> &'static [Scope] {
        if self.typing {
            &[Scope::Form]
        } else {
            &[Scope::Payees, Scope::List]
        }
    }

    fn is_typing(&self) -> bool {
        self.typing
    }

    fn title(&self, cx: &Context<'_>) -> String {
        cx.text("title-payees")
    }

    fn load(&mut self, cx: &Context<'_>) -> Vec<Do> {
        let mut follows = vec![Do::Read(NAMES, Read::Payees(Wish::Names))];
        let month = self.months.begin(cx.today, cx.facts.currency);
        follows.extend(month.map(|month| Do::Read(MONTH, Read::Payees(Wish::Month(month)))));
        if self.uses.is_none() || cx.facts.transactions <= COUNTED_AGAIN {
            self.counting.clear();
            follows.push(Do::Read(USES, Read::Payees(Wish::Uses(None))));
        }
        follows
    }

    fn act(&mut self, action: Action, cx: &Context<'_>) -> Vec<Do> {
        let page = Self::lines(cx);
        if self.typing {
            self.act_typing(action, page);
            return Vec::new();
        }
        if self.cursor.act(action, self.seen.len(), page) {
            return Vec::new();
        }
        match action {
            Action::Open => return self.open(),
            Action::Filter => self.typing = true,
            Action::ClearFilter => self.clear(page),
            Action::Sort => {
                self.sorting = match self.sorting {
                    Sorting::Name => Sorting::Use,
                    Sorting::Use => Sorting::Day,
                    Sorting::Day => Sorting::Month,
                    Sorting::Month => Sorting::Name,
                };
                self.relist(page);
            }
            Action::New => return vec![Do::Ask(Dialog::Form(Self::new_form(cx)))],
            Action::Rename => return self.ask(|payee| Self::rename_form(payee, cx)),
            Action::Edit => return self.ask(|payee| Self::edit_form(payee, cx)),
            Action::Merge => return self.ask(|payee| self.merge_form(payee, cx)),
            Action::Delete => return self.remove(),
            _ => {}
        }
        Vec::new()
    }

    fn typed(&mut self, event: &Event, cx: &Context<'_>) -> Vec<Do> {
        self.narrow_by(event, Self::lines(cx));
        Vec::new()
    }

    fn clicked(&mut self, target: Target, _cx: &Context<'_>) -> Vec<Do> {
        let Target::Row(row) = target else {
            return Vec::new();
        };
        if self.cursor.at == row {
            return self.open();
        }
        self.cursor.to(row, self.seen.len());
        Vec::new()
    }

    fn back(&mut self) -> bool {
        self.widen()
    }

    fn answered(&mut self, _slot: &'static str, answer: Answer, cx: &Context<'_>) -> Vec<Do> {
        let Answer::Payees(found) = answer else {
            return Vec::new();
        };
        match *found {
            Found::Names(payees) => {
                self.payees = payees;
                self.loaded = true;
            }
            Found::Month(month, flows) => {
                let before = self.months.take(month, flows);
                let next = before.map(|month| Do::Read(MONTH, Read::Payees(Wish::Month(month))));
                if self.sorting == Sorting::Month {
                    self.arrange(Self::lines(cx));
                }
                return next.into_iter().collect();
            }
            Found::Uses(uses, next) => {
                for (payee, more) in uses {
                    self.counting.entry(payee).or_default().add(more);
                }
                if next.is_some() {
                    return vec![Do::Read(USES, Read::Payees(Wish::Uses(next)))];
                }
                self.uses = Some(std::mem::take(&mut self.counting));
            }
        }
        // The one that is sought comes with the names, and is on its place with the uses.
        let sought = self.sought.clone();
        self.arrange(Self::lines(cx));
        let is_here = self.current().map(|payee| &payee.name) == sought.as_ref();
        self.sought = sought.filter(|_| !is_here);
        Vec::new()
    }

    fn check(&mut self, form: &mut Form, cx: &Context<'_>) {
        self.check_form(form, cx);
    }

    fn submitted(&mut self, form: &Form, cx: &Context<'_>) -> Result<Vec<Do>, FieldError> {
        self.submit(form, cx)
    }

    fn why_not(&self, action: Action, _cx: &Context<'_>) -> Option<&'static str> {
        let about_one = matches!(
            action,
            Action::Open | Action::Rename | Action::Edit | Action::Merge | Action::Delete
        );
        match action {
            _ if self.typing => None,
            _ if about_one && self.seen.is_empty() => Some("why-no-rows"),
            Action::Merge if self.payees.len() < 2 => Some("why-nothing-to-merge"),
            Action::ClearFilter if self.narrow.value().is_empty() => Some("why-no-filter"),
            _ => None,
        }
    }

    fn command(&self, _cx: &Context<'_>) -> Option<String> {
        let term = self.current().map(|payee| format!("payee:{}", payee.name));
        Some(match term {
            Some(term) => format!("luka list {}", shell_word(&term)),
            None => "luka payee list".to_owned(),
        })
    }

    fn view(&self, paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>) {
        self.draw(paper, area, cx);
    }
}
