//! The passphrase: when the program begins, and after it was locked. Who forgot it opens the ledger
//! by the recovery code, and is asked for a new one.

#[cfg(test)]
mod tests;

use crossterm::event::Event;
use ops::session::Passphrase;
use ratatui::layout::{Constraint, Rect};

use crate::app::{Context, Do, Opening, Page, Paper, Target, Trouble};
use crate::i18n::Texts;
use crate::keymap::{Action, Scope};
use crate::widgets::form::{Field, Form, Outcome};
use crate::widgets::pane;

const PASSPHRASE: &str = "passphrase";

const CODE: &str = "code";

/// What is typed.
#[derive(Debug)]
pub(crate) struct State {
    form: Form,
}

impl State {
    /// An empty field for the passphrase.
    pub(crate) fn new(texts: &Texts) -> Self {
        let field = Field::secret(PASSPHRASE, texts.get("label-passphrase"));
        Self::with(field, "say-unlock", texts)
    }

    /// An empty field for the recovery code.
    fn by_code(texts: &Texts) -> Self {
        let field = Field::code(CODE, texts.get("label-recovery-code"));
        Self::with(field, "say-unlock-code", texts)
    }

    fn with(field: Field, intro: &str, texts: &Texts) -> Self {
        let mut form = Form::new("unlock", texts.get("title-unlock"), vec![field]);
        form.intro = vec![texts.get(intro), String::new()];
        Self { form }
    }

    /// What opens the ledger, when something was typed.
    fn opening(&mut self) -> Option<Opening> {
        if let Some(code) = self.form.take_secret(CODE) {
            return Some(Opening::RecoveryCode(code));
        }
        let mut typed = self.form.take_secret(PASSPHRASE)?;
        let passphrase = Passphrase::new(std::mem::take(&mut typed));
        Some(Opening::Passphrase(passphrase))
    }
}

impl Page for State {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Unlock, Scope::Form]
    }

    fn is_typing(&self) -> bool {
        true
    }

    fn title(&self, cx: &Context<'_>) -> String {
        cx.text("title-unlock")
    }

    fn load(&mut self, _cx: &Context<'_>) -> Vec<Do> {
        Vec::new()
    }

    fn act(&mut self, action: Action, cx: &Context<'_>) -> Vec<Do> {
        if self.form.sending {
            return Vec::new();
        }
        if action == Action::OtherSecret {
            *self = if self.form.field(CODE).is_some() {
                Self::new(cx.texts)
            } else {
                Self::by_code(cx.texts)
            };
            return Vec::new();
        }
        match self.form.act(action) {
            Outcome::Submitted => {
                let opening = self.opening();
                self.form.sending = opening.is_some();
                self.form.trouble = None;
                opening.map(Do::Open).into_iter().collect()
            }
            // There is nothing to go back to.
            Outcome::Cancelled => vec![Do::Act(Action::Quit)],
            Outcome::Stayed | Outcome::Ignored => Vec::new(),
        }
    }

    fn typed(&mut self, event: &Event, _cx: &Context<'_>) -> Vec<Do> {
        if !self.form.sending {
            self.form.typed(event);
        }
        Vec::new()
    }

    fn clicked(&mut self, target: Target, _cx: &Context<'_>) -> Vec<Do> {
        self.form.clicked(target);
        Vec::new()
    }

    fn refused(
        &mut self,
        _slot: &'static str,
        mut trouble: Trouble,
        cx: &Context<'_>,
    ) -> Option<Trouble> {
        if trouble.message == cx.text("error-wrong-passphrase") {
            trouble.hint = Some(cx.text("hint-unlock-code"));
        }
        self.form.sending = false;
        self.form.trouble = Some(trouble);
        None
    }

    fn view(&self, paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>) {
        let place = area.centered(
            Constraint::Length(64.min(area.width)),
            Constraint::Length(12.min(area.height)),
        );
        let inner = pane::pane(paper, place, &self.form.title, cx);
        self.form.view(paper, inner, cx);
    }
}
