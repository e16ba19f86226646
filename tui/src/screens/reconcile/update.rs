//! What happens while a statement is ticked off.

use ops::transaction::Reconcile;
use ratatui::layout::Rect;

use super::{MOST, State, Wish};
use crate::app::{
    Answer, Change, Context, Dialog, Do, Done, Notice, Page, Paper, Read, Target, Trouble,
};
use crate::i18n::text;
use crate::keymap::{Action, Scope};
use crate::present;
use crate::screens::transactions::shell_word;
use crate::widgets::form::{FieldError, Form};

const OPEN: &str = "open";

impl State {
    fn ask_rows(&self) -> Vec<Do> {
        let wish = self.statement.as_ref().map(|statement| Wish {
            account: self.account.clone(),
            date: statement.date,
            limit: MOST,
        });
        let read = wish.map(|wish| Do::Read(OPEN, Read::Reconcile(wish)));
        read.into_iter().collect()
    }

    fn ask_statement(&mut self, cx: &Context<'_>) -> Vec<Do> {
        self.asked = true;
        vec![Do::Ask(Dialog::Form(self.form(cx)))]
    }

    fn tick(&mut self, page: u16) {
        if let Some(id) = self.rows().get(self.cursor.at).map(|row| row.id)
            && !self.ticks.insert(id)
        {
            self.ticks.remove(&id);
        }
        let rows = self.rows().len();
        self.cursor.act(Action::Down, rows, page);
    }

    fn tick_all(&mut self) {
        let (ticked, count) = self.counts();
        self.ticks.clear();
        self.all = ticked < count;
    }

    /// Marks what is ticked when nothing is missing; else says how much is.
    fn finish(&mut self, cx: &Context<'_>) -> Vec<Do> {
        let (Some(statement), Some(difference)) = (&self.statement, self.difference()) else {
            return Vec::new();
        };
        if !difference.is_zero() {
            return vec![Do::Say(Notice::Plain(missing(difference, cx)))];
        }
        if self.counts().0 == 0 {
            return vec![Do::Say(Notice::Plain(cx.text("say-nothing-ticked")))];
        }
        let request = Reconcile {
            account: self.account.clone(),
            date: statement.date,
            balance: statement.balance.digits(),
            ticked: self.choice(),
        };
        self.finishing = true;
        vec![Do::Change(Change::Reconcile(Box::new(request)))]
    }
}

/// How much is missing, and on which side.
pub(super) fn missing(difference: domain::Money, cx: &Context<'_>) -> String {
    let (id, size) = if difference.minor < 0 {
        (
            "say-statement-less",
            difference.checked_neg().unwrap_or(difference),
        )
    } else {
        ("say-statement-more", difference)
    };
    text!(cx.texts, id, amount = cx.money(size))
}

impl Page for State {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Reconcile, Scope::List]
    }

    fn title(&self, cx: &Context<'_>) -> String {
        let title = cx.text("title-reconcile");
        format!("{title}: {}", self.account)
    }

    fn load(&mut self, cx: &Context<'_>) -> Vec<Do> {
        if self.asked {
            return self.ask_rows();
        }
        self.ask_statement(cx)
    }

    fn act(&mut self, action: Action, cx: &Context<'_>) -> Vec<Do> {
        let (rows, page) = (self.rows().len(), Self::lines(cx));
        if self.cursor.act(action, rows, page) {
            return Vec::new();
        }
        match action {
            Action::Mark => self.tick(page),
            Action::MarkAll => self.tick_all(),
            Action::Save if self.statement.is_none() => return self.ask_statement(cx),
            Action::Save => return self.finish(cx),
            Action::Edit => return self.ask_statement(cx),
            _ => {}
        }
        Vec::new()
    }

    fn clicked(&mut self, target: Target, cx: &Context<'_>) -> Vec<Do> {
        if let Target::Row(row) = target {
            self.cursor.to(row, self.rows().len());
            let at = self.cursor;
            self.tick(Self::lines(cx));
            self.cursor = at;
        }
        Vec::new()
    }

    fn answered(&mut self, _slot: &'static str, answer: Answer, cx: &Context<'_>) -> Vec<Do> {
        if let Answer::Reconcile(found) = answer {
            let before = self.rows().get(self.cursor.at).map(|row| row.id);
            self.found = Some(*found);
            let rows = self.rows();
            let kept = before.and_then(|id| rows.iter().position(|row| row.id == id));
            let count = rows.len();
            self.cursor.at = kept.unwrap_or(self.cursor.at);
            self.cursor.settle(count, usize::from(Self::lines(cx)));
        }
        Vec::new()
    }

    fn done(&mut self, _done: &Done, _cx: &Context<'_>) -> Vec<Do> {
        // Taking a change back or doing it again is no reason to leave.
        if std::mem::take(&mut self.finishing) {
            vec![Do::Back]
        } else {
            Vec::new()
        }
    }

    fn refused(
        &mut self,
        slot: &'static str,
        trouble: Trouble,
        _cx: &Context<'_>,
    ) -> Option<Trouble> {
        self.finishing = false;
        if slot == OPEN {
            self.statement = None;
        }
        Some(trouble)
    }

    fn check(&mut self, form: &mut Form, cx: &Context<'_>) {
        self.check_form(form, cx);
    }

    fn submitted(&mut self, form: &Form, cx: &Context<'_>) -> Result<Vec<Do>, FieldError> {
        self.statement = self.read_form(form, cx)?;
        Ok(self.ask_rows())
    }

    fn account(&self) -> Option<&str> {
        Some(&self.account)
    }

    fn why_not(&self, action: Action, _cx: &Context<'_>) -> Option<&'static str> {
        match action {
            Action::Mark | Action::MarkAll if self.rows().is_empty() => Some("why-no-rows"),
            Action::Save if self.finishing => Some("why-busy"),
            _ => None,
        }
    }

    fn command(&self, _cx: &Context<'_>) -> Option<String> {
        let statement = self.statement.as_ref()?;
        Some(format!(
            "luka reconcile {} --date {} --balance {}",
            shell_word(&self.account),
            present::date(statement.date),
            statement.balance.digits()
        ))
    }

    fn view(&self, paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>) {
        self.draw(paper, area, cx);
    }
}
