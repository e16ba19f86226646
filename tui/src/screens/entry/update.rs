//! What happens to the form.

use crossterm::event::Event;
use domain::Status;
use ratatui::layout::{Constraint, Layout, Rect};

use super::fields::{AMOUNT, PAYEE};
use super::{Found, Kind, Purpose, State, Template, Wish};
use crate::app::{Answer, Context, Do, Done, Page, Paper, Read, Target, Trouble};
use crate::keymap::{Action, Scope};
use crate::widgets::form::{Choice, Outcome};
use crate::widgets::text::fit;

const PAYEES: &str = "payees";
const SIMILAR: &str = "similar";
const TRANSACTION: &str = "transaction";

/// The widest form, in columns.
const WIDEST: u16 = 80;

impl State {
    fn after(&mut self, cx: &Context<'_>) -> Vec<Do> {
        self.check_fields(cx);
        self.look_for_similar()
    }

    /// Once the payee is chosen, its last transaction fills in the rest.
    fn look_for_similar(&mut self) -> Vec<Do> {
        let payee = self.form.text(PAYEE);
        let left = self.form.focused() != Some(PAYEE);
        if self.purpose != Purpose::New || !left || payee.is_empty() || payee == self.similar_to {
            return Vec::new();
        }
        self.similar_to.clone_from(&payee);
        vec![Do::Read(SIMILAR, Read::Entry(Wish::Similar(payee)))]
    }

    /// Fills in what the person has not touched.
    fn fill_in(&mut self, template: &Template, cx: &Context<'_>) {
        if template.kind != self.kind || !template.splits.is_empty() {
            return;
        }
        let filled = [
            (AMOUNT, &template.amount),
            (super::fields::CATEGORY, &template.to),
            (super::fields::ACCOUNT, &template.account),
        ];
        for (name, text) in filled {
            if let Some(field) = self.form.field_mut(name)
                && (field.prefilled || field.text().is_empty())
            {
                field.fill(text);
                field.prefilled = true;
            }
        }
        self.check_fields(cx);
    }

    fn save(&mut self, cx: &Context<'_>) -> Vec<Do> {
        match self.change(cx) {
            Ok(change) => {
                self.form.sending = true;
                self.form.trouble = None;
                vec![Do::Change(change)]
            }
            Err(error) => {
                self.form.refuse(error);
                Vec::new()
            }
        }
    }
}

impl Page for State {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Entry, Scope::Form]
    }

    fn is_typing(&self) -> bool {
        true
    }

    fn title(&self, cx: &Context<'_>) -> String {
        if self.ready {
            self.form.title.clone()
        } else {
            cx.text("title-add")
        }
    }

    fn load(&mut self, _cx: &Context<'_>) -> Vec<Do> {
        if self.form.sending {
            return Vec::new();
        }
        let mut follows = vec![Do::Read(PAYEES, Read::Entry(Wish::Payees))];
        if let (false, Purpose::Again(id) | Purpose::Edit(id)) = (self.ready, self.purpose) {
            follows.push(Do::Read(TRANSACTION, Read::Entry(Wish::Transaction(id))));
        }
        follows
    }

    fn act(&mut self, action: Action, cx: &Context<'_>) -> Vec<Do> {
        if self.form.sending {
            return Vec::new();
        }
        if action == Action::AddSplit && self.kind == Kind::Everyday {
            let name = self.add_split("", "", cx);
            self.form.focus_on(&name);
            return self.after(cx);
        }
        match self.form.act(action) {
            Outcome::Submitted => {
                self.check_fields(cx);
                self.save(cx)
            }
            Outcome::Cancelled => vec![Do::Back],
            Outcome::Stayed => self.after(cx),
            Outcome::Ignored => Vec::new(),
        }
    }

    fn typed(&mut self, event: &Event, cx: &Context<'_>) -> Vec<Do> {
        if !self.form.sending && self.form.typed(event) {
            self.check_fields(cx);
        }
        Vec::new()
    }

    fn clicked(&mut self, target: Target, cx: &Context<'_>) -> Vec<Do> {
        self.form.clicked(target);
        self.after(cx)
    }

    fn unsaved(&self, cx: &Context<'_>) -> Option<String> {
        self.form.unsaved(cx)
    }

    fn learned(&mut self, cx: &Context<'_>) -> Vec<Do> {
        if self.ready && !self.form.sending {
            self.offer_choices(cx);
            self.fill_account(cx);
            self.check_fields(cx);
        }
        Vec::new()
    }

    fn answered(&mut self, _slot: &'static str, answer: Answer, cx: &Context<'_>) -> Vec<Do> {
        let Answer::Entry(found) = answer else {
            return Vec::new();
        };
        match *found {
            Found::Payees(names) => {
                let choices = names.into_iter().map(|value| Choice {
                    value,
                    note: String::new(),
                });
                self.payees = choices.collect();
                if let Some(field) = self.form.field_mut(PAYEE) {
                    field.offer(self.payees.clone());
                }
                self.check_fields(cx);
            }
            Found::Similar(Some(template)) => self.fill_in(&template, cx),
            Found::Similar(None) => {}
            Found::Transaction(mut template) => {
                if !self.is_edit() {
                    // How sure the first one was says nothing of the second.
                    template.status = Status::default();
                }
                self.lay_out(&template, cx);
            }
        }
        Vec::new()
    }

    fn done(&mut self, _done: &Done, _cx: &Context<'_>) -> Vec<Do> {
        vec![Do::Back]
    }

    fn refused(
        &mut self,
        _slot: &'static str,
        trouble: Trouble,
        _cx: &Context<'_>,
    ) -> Option<Trouble> {
        self.form.fail(trouble);
        None
    }

    fn command(&self, cx: &Context<'_>) -> Option<String> {
        self.command_line(cx).filter(|_| self.ready)
    }

    fn view(&self, paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>) {
        let area = area.centered_horizontally(Constraint::Length(WIDEST.min(area.width)));
        let rows = [
            Constraint::Length(1),
            Constraint::Fill(1),
            Constraint::Length(1),
        ];
        let [_, body, foot] = Layout::vertical(rows).areas(area);
        self.form.view(paper, body, cx);
        let command = self.command(cx).filter(|_| area.height > 16);
        if let Some(command) = command {
            let command = fit(&format!("$ {}", cx.veil(&command)), foot.width);
            let line = ratatui::text::Line::styled(command, cx.theme.dim);
            paper.frame.render_widget(line, foot);
        }
    }
}
