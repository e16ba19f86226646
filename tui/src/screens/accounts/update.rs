//! What happens to the tree of accounts.

use ratatui::layout::Rect;

use super::{MONTHS, State, Wish};
use crate::app::{Answer, Context, Dialog, Do, Page, Paper, Read, Target};
use crate::keymap::{Action, Scope};
use crate::screens::transactions::shell_word;
use crate::screens::tree::{self, Tree};
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
        if self.tree.act(action, Tree::lines(cx)) {
            return Vec::new();
        }
        match action {
            Action::Open => self.open(),
            Action::New => vec![Do::Ask(Dialog::Form(self.new_form(cx)))],
            Action::Reconcile => self.reconcile(),
            _ => match self.subject() {
                Some(subject) => subject.act(action, cx),
                None => Vec::new(),
            },
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
            self.tree.plant(rows, Tree::lines(cx));
        }
        Vec::new()
    }

    fn check(&mut self, form: &mut Form, cx: &Context<'_>) {
        tree::check(form, cx);
        Self::check_new(form, cx);
    }

    fn submitted(&mut self, form: &Form, cx: &Context<'_>) -> Result<Vec<Do>, FieldError> {
        let subject = self.subject();
        if let Some(follows) = self.tree.submitted(form, subject.as_ref(), cx)? {
            return Ok(follows);
        }
        self.submit_new(form, cx)
    }

    fn account(&self) -> Option<&str> {
        let current = self.current()?;
        let takes = current.account.kind.is_holding() && !current.account.closed;
        Some(current.path.as_str()).filter(|_| takes)
    }

    fn why_not(&self, action: Action, cx: &Context<'_>) -> Option<&'static str> {
        let subject = self.subject();
        let head = "why-choose-account";
        self.tree.why_not(action, subject.as_ref(), head, cx)
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
