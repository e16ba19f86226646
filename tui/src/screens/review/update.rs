//! What happens to the queue.

use ops::review::{Answer as Verdict, ItemKind};
use ratatui::layout::Rect;

use super::{Item, State, Wanted};
use crate::app::{Answer, Change, Context, Dialog, Do, Page, Paper, Read, Target};
use crate::keymap::{Action, Scope};
use crate::widgets::form::{FieldError, Form};

const QUEUE: &str = "queue";
const YES: Verdict = Verdict::Accept { category: None };

impl State {
    /// Answers the row under the cursor.
    pub(super) fn answer(&self, verdict: Verdict) -> Vec<Do> {
        let item = self.current();
        let answers = item.map(|item| vec![(item.id.clone(), verdict)]);
        answers.map(send).into_iter().collect()
    }

    /// A yes; where a category is missing it is asked for.
    fn accept(&self, cx: &Context<'_>) -> Vec<Do> {
        match self.current() {
            Some(item) if item.kind == ItemKind::Category && item.likely.is_none() => {
                vec![Do::Ask(Dialog::Form(Self::category_form(item, cx)))]
            }
            Some(_) => self.answer(YES),
            None => Vec::new(),
        }
    }

    fn accept_sure(&self) -> Vec<Do> {
        let sure = self.found.items.iter().filter(|item| item.sure);
        let answers: Vec<_> = sure.map(|item| (item.id.clone(), YES)).collect();
        if answers.is_empty() {
            return Vec::new();
        }
        vec![send(answers)]
    }

    fn categorize(&self, cx: &Context<'_>) -> Vec<Do> {
        let item = self.current().filter(|item| item.takes_category());
        let form = item.map(|item| Self::category_form(item, cx));
        form.map(|form| Do::Ask(Dialog::Form(form)))
            .into_iter()
            .collect()
    }
}

fn send(answers: Vec<(String, Verdict)>) -> Do {
    Do::Change(Change::Review(Wanted { answers }))
}

impl Page for State {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Review, Scope::List]
    }

    fn title(&self, cx: &Context<'_>) -> String {
        cx.text("title-review")
    }

    fn load(&mut self, _cx: &Context<'_>) -> Vec<Do> {
        vec![Do::Read(QUEUE, Read::Review)]
    }

    fn act(&mut self, action: Action, cx: &Context<'_>) -> Vec<Do> {
        let page = Self::lines(cx);
        if self.cursor.act(action, self.seen.len(), page) {
            return Vec::new();
        }
        match action {
            Action::Accept | Action::Open => return self.accept(cx),
            Action::AcceptSure => return self.accept_sure(),
            Action::Delete => return self.answer(Verdict::Reject),
            Action::Edit => return self.categorize(cx),
            Action::NextPart => self.next_kind(false, page),
            Action::PreviousPart => self.next_kind(true, page),
            _ => {}
        }
        Vec::new()
    }

    fn clicked(&mut self, target: Target, _cx: &Context<'_>) -> Vec<Do> {
        if let Target::Row(row) = target {
            self.cursor.to(row, self.seen.len());
        }
        Vec::new()
    }

    fn answered(&mut self, _slot: &'static str, answer: Answer, cx: &Context<'_>) -> Vec<Do> {
        if let Answer::Review(found) = answer {
            self.found = *found;
            self.loaded = true;
            // When the last of a kind is answered, the others are seen.
            let kind = self.kind.filter(|kind| self.kinds().contains(kind));
            self.see(kind, Self::lines(cx));
        }
        Vec::new()
    }

    fn check(&mut self, form: &mut Form, cx: &Context<'_>) {
        Self::check_form(form, cx);
    }

    fn submitted(&mut self, form: &Form, cx: &Context<'_>) -> Result<Vec<Do>, FieldError> {
        self.submit(form, cx)
    }

    fn why_not(&self, action: Action, _cx: &Context<'_>) -> Option<&'static str> {
        let current = self.current();
        let about_one = matches!(
            action,
            Action::Accept | Action::Open | Action::Delete | Action::Edit
        );
        match action {
            _ if about_one && current.is_none() => Some("why-nothing-waits"),
            Action::Edit if !current.is_some_and(Item::takes_category) => Some("why-no-category"),
            Action::Delete if current.is_some_and(|item| item.kind == ItemKind::Category) => {
                Some("why-nothing-proposed")
            }
            Action::AcceptSure if !self.found.items.iter().any(|item| item.sure) => {
                Some("why-nothing-suggested")
            }
            _ => None,
        }
    }

    fn command(&self, _cx: &Context<'_>) -> Option<String> {
        Some(match self.current() {
            Some(item) => format!("luka review accept {}", item.id),
            None => "luka review".to_owned(),
        })
    }

    fn view(&self, paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>) {
        self.draw(paper, area, cx);
    }
}
