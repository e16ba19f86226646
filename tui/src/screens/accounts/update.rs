//! What happens to the tree of accounts.

use domain::account::Wanted as Half;
use ops::account::EditAccount;
use ratatui::layout::Rect;

use super::{MONTHS, State, Wish};
use crate::app::{Answer, Change, Context, Dialog, Do, Page, Paper, Read, Target};
use crate::keymap::{Action, Scope};
use crate::screens::transactions::shell_word;
use crate::screens::tree::{self, Wanted};
use crate::screens::{Screen, reconcile, transactions};
use crate::widgets::form::{FieldError, Form};

const ALL: &str = "all";

impl State {
    fn open(&self) -> Vec<Do> {
        let Some(account) = self.current() else {
            return vec![Do::Act(Action::Fold)];
        };
        let register = transactions::State::of_account(&account.path);
        vec![Do::Push(Box::new(Screen::Transactions(Box::new(register))))]
    }

    fn reconcile(&self) -> Vec<Do> {
        let screen = self.current().map(|account| {
            let state = reconcile::State::new(&account.path);
            Do::Push(Box::new(Screen::Reconcile(Box::new(state))))
        });
        screen.into_iter().collect()
    }

    fn ask(&self, form: impl FnOnce(&tree::Subject) -> Form) -> Vec<Do> {
        let form = self.subject().map(|subject| form(&subject));
        form.map(|form| Do::Ask(Dialog::Form(form)))
            .into_iter()
            .collect()
    }

    /// Closes what is open, opens what is closed.
    fn close(&self) -> Vec<Do> {
        let wanted = self.current().map(|account| Wanted::Edit {
            half: Half::Account,
            name: account.path.clone(),
            edit: EditAccount {
                closed: Some(!account.account.closed),
                ..EditAccount::default()
            },
        });
        change(wanted)
    }

    fn remove(&self) -> Vec<Do> {
        let wanted = self.current().map(|account| Wanted::Remove {
            half: Half::Account,
            name: account.path.clone(),
        });
        change(wanted)
    }
}

fn change(wanted: Option<Wanted>) -> Vec<Do> {
    let change = wanted.map(|wanted| Do::Change(Change::Tree(wanted)));
    change.into_iter().collect()
}

impl Page for State {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Accounts, Scope::List]
    }

    fn title(&self, cx: &Context<'_>) -> String {
        cx.text("title-accounts")
    }

    fn load(&mut self, _cx: &Context<'_>) -> Vec<Do> {
        vec![Do::Read(ALL, Read::Accounts(Wish { months: MONTHS }))]
    }

    fn act(&mut self, action: Action, cx: &Context<'_>) -> Vec<Do> {
        if self.tree.act(action, Self::lines(cx)) {
            return Vec::new();
        }
        match action {
            Action::Open => self.open(),
            Action::New => vec![Do::Ask(Dialog::Form(self.new_form(cx)))],
            Action::Rename => self.ask(|subject| tree::rename_form(subject, cx)),
            Action::Merge => self.ask(|subject| tree::merge_form(subject, cx)),
            Action::Close => self.close(),
            Action::Delete => self.remove(),
            Action::Reconcile => self.reconcile(),
            _ => Vec::new(),
        }
    }

    fn clicked(&mut self, target: Target, _cx: &Context<'_>) -> Vec<Do> {
        if self.tree.clicked(target) {
            return self.open();
        }
        Vec::new()
    }

    fn answered(&mut self, _slot: &'static str, answer: Answer, cx: &Context<'_>) -> Vec<Do> {
        if let Answer::Accounts(past) = answer {
            (self.months, self.accounts) = (past.months, past.all);
            let rows = self.accounts.iter();
            let rows = rows.map(|one| (one.account.kind, one.path.as_str()));
            self.tree.plant(rows, Self::lines(cx));
        }
        Vec::new()
    }

    fn check(&mut self, form: &mut Form, cx: &Context<'_>) {
        tree::check(form, cx);
        Self::check_new(form, cx);
    }

    fn submitted(&mut self, form: &Form, cx: &Context<'_>) -> Result<Vec<Do>, FieldError> {
        if let Some(subject) = self.subject()
            && let Some((wanted, path)) = tree::submit(form, &subject, cx)?
        {
            self.tree.seek(path);
            return Ok(vec![Do::Change(Change::Tree(wanted))]);
        }
        self.submit_new(form, cx)
    }

    fn account(&self) -> Option<&str> {
        let current = self.current()?;
        let takes = current.account.kind.is_holding() && !current.account.closed;
        Some(current.path.as_str()).filter(|_| takes)
    }

    fn why_not(&self, action: Action, cx: &Context<'_>) -> Option<&'static str> {
        let about_one = matches!(
            action,
            Action::Rename | Action::Merge | Action::Close | Action::Delete | Action::Reconcile
        );
        if about_one || matches!(action, Action::Open | Action::Fold) {
            let Some(node) = self.tree.current() else {
                return Some("why-no-rows");
            };
            if about_one && node.at.is_none() {
                return Some("why-choose-account");
            }
        }
        let subject = self.subject()?;
        let closed = self.current().is_some_and(|one| one.account.closed);
        match action {
            Action::Merge if !subject.has_partner(cx) => Some("why-nothing-to-merge"),
            Action::Reconcile if closed => Some("why-account-closed"),
            _ => None,
        }
    }

    fn command(&self, _cx: &Context<'_>) -> Option<String> {
        Some(match self.current() {
            Some(account) => format!("luka report register {}", shell_word(&account.path)),
            None => "luka account list".to_owned(),
        })
    }

    fn view(&self, paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>) {
        self.draw(paper, area, cx);
    }
}
