//! What happens to the goals.

use ops::goal::EditGoal;
use ops::report::GoalProgress;
use ratatui::layout::Rect;

use super::{State, Wanted, Wish};
use crate::app::{Answer, Change, Context, Dialog, Do, Page, Paper, Read, Target};
use crate::keymap::{Action, Scope};
use crate::screens::transactions::shell_word;
use crate::widgets::form::{FieldError, Form};

const ALL: &str = "all";

impl State {
    fn ask(&self, form: impl FnOnce(&GoalProgress) -> Form) -> Vec<Do> {
        let form = self.current().map(form);
        form.map(|form| Do::Ask(Dialog::Form(form)))
            .into_iter()
            .collect()
    }

    fn change(&self, wanted: impl FnOnce(&GoalProgress) -> Wanted) -> Vec<Do> {
        let change = self.current().map(wanted);
        let change = change.map(|wanted| Do::Change(Change::Goals(wanted)));
        change.into_iter().collect()
    }
}

/// Closes what is open, opens what is closed.
fn turned(progress: &GoalProgress) -> Wanted {
    Wanted::Edit {
        name: progress.goal.name.clone(),
        edit: EditGoal {
            active: Some(!progress.goal.active),
            ..EditGoal::default()
        },
    }
}

fn removed(progress: &GoalProgress) -> Wanted {
    Wanted::Remove {
        name: progress.goal.name.clone(),
    }
}

impl Page for State {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Goals, Scope::List]
    }

    fn title(&self, cx: &Context<'_>) -> String {
        cx.text("title-goals")
    }

    fn load(&mut self, _cx: &Context<'_>) -> Vec<Do> {
        vec![Do::Read(ALL, Read::Goals(Wish::All))]
    }

    fn act(&mut self, action: Action, cx: &Context<'_>) -> Vec<Do> {
        if self.cursor.act(action, self.goals.len(), Self::page(cx)) {
            return Vec::new();
        }
        match action {
            Action::Contribute => self.ask(|goal| Self::contribute_form(goal, cx)),
            Action::New => vec![Do::Ask(Dialog::Form(Self::new_form(cx)))],
            Action::Edit => self.ask(|goal| Self::edit_form(goal, cx)),
            Action::Close => self.change(turned),
            Action::Delete => self.change(removed),
            _ => Vec::new(),
        }
    }

    fn clicked(&mut self, target: Target, _cx: &Context<'_>) -> Vec<Do> {
        let Target::Row(row) = target else {
            return Vec::new();
        };
        if self.cursor.at == row {
            return vec![Do::Act(Action::Contribute)];
        }
        self.cursor.to(row, self.goals.len());
        Vec::new()
    }

    fn answered(&mut self, _slot: &'static str, answer: Answer, cx: &Context<'_>) -> Vec<Do> {
        if let Answer::Goals(found) = answer {
            self.take(*found, Self::page(cx));
        }
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
            Action::Contribute | Action::Edit | Action::Close | Action::Delete
        );
        match (action, self.current()) {
            (_, None) if about_one => Some("why-no-rows"),
            (Action::Contribute, Some(one)) if !one.goal.active => Some("why-goal-closed"),
            _ => None,
        }
    }

    fn command(&self, _cx: &Context<'_>) -> Option<String> {
        let Some(progress) = self.current() else {
            return Some("luka goal list".to_owned());
        };
        let name = shell_word(&progress.goal.name);
        Some(match progress.pace {
            Some(pace) if progress.goal.active => {
                format!("luka goal contribute {name} {}", pace.per_month.digits())
            }
            _ => "luka report goals".to_owned(),
        })
    }

    fn view(&self, paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>) {
        self.draw(paper, area, cx);
    }
}
