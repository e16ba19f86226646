//! What happens to the tree of categories.

use ratatui::layout::Rect;

use super::{MONTHS, State, Wish};
use crate::app::{Answer, Context, Dialog, Do, Page, Paper, Read, Target};
use crate::keymap::{Action, Scope};
use crate::screens::Screen;
use crate::screens::transactions::{self, shell_word};
use crate::screens::tree::{self, Tree};
use crate::widgets::form::{FieldError, Form};

const ALL: &str = "all";

impl State {
    fn ask_all(&self, cx: &Context<'_>) -> Vec<Do> {
        let wish = Wish {
            until: self.until(cx),
            months: MONTHS,
        };
        vec![Do::Read(ALL, Read::Categories(wish))]
    }

    /// The terms of the rows behind a category; of one month when an earlier one is looked at.
    fn terms(&self, cx: &Context<'_>) -> Option<Vec<String>> {
        let mut terms = vec![format!("cat:{}", self.current()?.path)];
        if self.back > 0 {
            terms.push(format!("date:{}", self.until(cx).format("%Y-%m")));
        }
        Some(terms)
    }

    fn open(&self, cx: &Context<'_>) -> Vec<Do> {
        let Some(terms) = self.terms(cx) else {
            return vec![Do::Act(Action::Fold)];
        };
        let rows = transactions::State::matching(terms);
        vec![Do::Push(Box::new(Screen::Transactions(Box::new(rows))))]
    }
}

impl Page for State {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Categories, Scope::List]
    }

    fn title(&self, cx: &Context<'_>) -> String {
        cx.text("title-categories")
    }

    fn load(&mut self, cx: &Context<'_>) -> Vec<Do> {
        self.ask_all(cx)
    }

    fn act(&mut self, action: Action, cx: &Context<'_>) -> Vec<Do> {
        if self.tree.act(action, Tree::lines(cx)) {
            return Vec::new();
        }
        match action {
            Action::Open => self.open(cx),
            Action::New => vec![Do::Ask(Dialog::Form(self.new_form(cx)))],
            Action::PreviousPeriod => {
                self.back += 1;
                self.ask_all(cx)
            }
            Action::NextPeriod => {
                self.back = self.back.saturating_sub(1);
                self.ask_all(cx)
            }
            _ => match self.subject() {
                Some(subject) => subject.act(action, cx),
                None => Vec::new(),
            },
        }
    }

    fn clicked(&mut self, target: Target, cx: &Context<'_>) -> Vec<Do> {
        if self.tree.clicked(target) {
            return self.open(cx);
        }
        Vec::new()
    }

    fn answered(&mut self, _slot: &'static str, answer: Answer, cx: &Context<'_>) -> Vec<Do> {
        if let Answer::Categories(past) = answer {
            (self.months, self.categories) = (past.months, past.all);
            let rows = self.categories.iter();
            let rows = rows.map(|one| (one.account.kind, one.path.as_str()));
            self.tree.plant(rows, Tree::lines(cx));
        }
        Vec::new()
    }

    fn check(&mut self, form: &mut Form, cx: &Context<'_>) {
        tree::check(form, cx);
    }

    fn submitted(&mut self, form: &Form, cx: &Context<'_>) -> Result<Vec<Do>, FieldError> {
        let subject = self.subject();
        if let Some(follows) = self.tree.submitted(form, subject.as_ref(), cx)? {
            return Ok(follows);
        }
        self.submit_new(form, cx)
    }

    fn why_not(&self, action: Action, cx: &Context<'_>) -> Option<&'static str> {
        if action == Action::NextPeriod && self.back == 0 {
            return Some("why-latest-month");
        }
        let subject = self.subject();
        let head = "why-choose-category";
        self.tree.why_not(action, subject.as_ref(), head, cx)
    }

    fn command(&self, cx: &Context<'_>) -> Option<String> {
        let Some(terms) = self.terms(cx) else {
            let month = self.until(cx).format("%Y-%m");
            return Some(format!("luka report categories --period {month}"));
        };
        let words = terms.iter().map(|term| shell_word(term));
        Some(format!("luka list {}", words.collect::<Vec<_>>().join(" ")))
    }

    fn view(&self, paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>) {
        self.draw(paper, area, cx);
    }
}
