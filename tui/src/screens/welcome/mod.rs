//! No ledger yet: what one needs to know, and the few choices that make one.

#[cfg(test)]
mod tests;

use crossterm::event::Event;
use domain::Currency;
use domain::currency::{iso_currencies, iso_currency};
use ops::StarterLanguage;
use ops::demo::DEFAULT_TRANSACTIONS;
use ops::session::Passphrase;
use ratatui::layout::{Constraint, Rect};

use crate::app::{Context, Do, Opening, Page, Paper, Target, Trouble};
use crate::i18n::Texts;
use crate::keymap::{Action, Scope};
use crate::screens::accounts::built_in;
use crate::screens::passphrase::{self, AGAIN, PASSPHRASE};
use crate::widgets::form::{Field, FieldError, Form, Outcome, Take};
use crate::widgets::pane;

const LANGUAGE: &str = "language";
const CURRENCY: &str = "currency";
const CATEGORIES: &str = "categories";

/// The currencies that are offered first.
const OFFERED: [&str; 12] = [
    "CLP", "USD", "EUR", "ARS", "MXN", "COP", "PEN", "UYU", "BRL", "GBP", "CLF", "JPY",
];

/// A ledger that is to be made.
#[derive(Debug)]
pub(crate) struct NewLedger {
    /// Its main currency.
    pub(crate) currency: Currency,
    /// Its passphrase.
    pub(crate) passphrase: Passphrase,
    /// Categories to begin with.
    pub(crate) starter: Option<StarterLanguage>,
}

/// What is typed.
#[derive(Debug)]
pub(crate) struct State {
    form: Form,
}

impl State {
    /// The form, with the most likely answers filled in.
    pub(crate) fn new(texts: &Texts, currency: &str) -> Self {
        let all: Vec<Currency> = iso_currencies().collect();
        let first = OFFERED.iter().filter_map(|code| {
            let mut all = all.iter();
            all.find(|one| one.code.as_str() == *code).copied()
        });
        let rest = all.iter().copied();
        let rest = rest.filter(|one| !OFFERED.contains(&one.code.as_str()));
        let currencies = first.chain(rest).map(built_in);
        let languages = vec![("es", "Español".to_owned()), ("en", "English".to_owned())];
        let starters = vec![
            (texts.language().as_str(), texts.get("word-starter")),
            ("none", texts.get("word-no-starter")),
        ];
        let fields = vec![
            Field::one_of(LANGUAGE, texts.get("label-language"), languages)
                .with(texts.language().as_str()),
            Field::pick(
                CURRENCY,
                texts.get("head-currency"),
                currencies.collect(),
                Take::Completion,
            )
            .with(currency),
            Field::secret(PASSPHRASE, texts.get("label-passphrase")),
            Field::secret(AGAIN, texts.get("label-passphrase-again")),
            Field::one_of(CATEGORIES, texts.get("title-categories"), starters),
        ];
        let mut form = Form::new("welcome", texts.get("title-welcome"), fields);
        form.intro = vec![texts.get("say-welcome"), String::new()];
        form.focus_on(PASSPHRASE);
        Self { form }
    }

    /// The same form in another language; what was typed is typed again.
    pub(crate) fn translate(&mut self, texts: &Texts) {
        let (currency, focus) = (self.form.text(CURRENCY), self.form.focus);
        *self = Self::new(texts, &currency);
        self.form.focus = focus;
    }

    fn submit(&mut self, cx: &Context<'_>) -> Result<Do, FieldError> {
        let wrong = |field: &'static str, id: &str| FieldError {
            field: field.into(),
            message: cx.text(id),
        };
        let currency = self.form.text(CURRENCY).to_uppercase();
        let currency = currency
            .parse()
            .ok()
            .and_then(iso_currency)
            .ok_or_else(|| wrong(CURRENCY, "say-currency-unknown"))?;
        let passphrase = passphrase::chosen(&self.form, cx)?;
        let starter = match self.form.text(CATEGORIES).as_str() {
            "es" => Some(StarterLanguage::Spanish),
            "en" => Some(StarterLanguage::English),
            _ => None,
        };
        self.form.take_secret(AGAIN);
        self.form.take_secret(PASSPHRASE);
        self.form.sending = true;
        self.form.preview = vec![cx.text("say-making-ledger")];
        Ok(Do::Open(Opening::New(Box::new(NewLedger {
            currency,
            passphrase,
            starter,
        }))))
    }
}

impl Page for State {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Welcome, Scope::Form]
    }

    fn is_typing(&self) -> bool {
        true
    }

    fn title(&self, cx: &Context<'_>) -> String {
        cx.text("title-welcome")
    }

    fn load(&mut self, _cx: &Context<'_>) -> Vec<Do> {
        Vec::new()
    }

    fn unsaved(&self, cx: &Context<'_>) -> Option<String> {
        self.form.unsaved(cx)
    }

    fn act(&mut self, action: Action, cx: &Context<'_>) -> Vec<Do> {
        if self.form.sending {
            return Vec::new();
        }
        if action == Action::LookAround {
            self.form.sending = true;
            self.form.preview = vec![cx.text("say-making-ledger")];
            return vec![Do::Open(Opening::Demo {
                transactions: DEFAULT_TRANSACTIONS,
                seed: 1,
            })];
        }
        match self.form.act(action) {
            Outcome::Submitted => match self.submit(cx) {
                Ok(next) => vec![next],
                Err(error) => {
                    self.form.refuse(error);
                    Vec::new()
                }
            },
            Outcome::Cancelled => vec![Do::Act(Action::Quit)],
            Outcome::Stayed | Outcome::Ignored => self.relanguage(cx),
        }
    }

    fn typed(&mut self, event: &Event, cx: &Context<'_>) -> Vec<Do> {
        if self.form.sending {
            return Vec::new();
        }
        self.form.typed(event);
        passphrase::judge(&mut self.form, cx);
        self.relanguage(cx)
    }

    fn clicked(&mut self, target: Target, _cx: &Context<'_>) -> Vec<Do> {
        self.form.clicked(target);
        Vec::new()
    }

    fn refused(
        &mut self,
        _slot: &'static str,
        trouble: Trouble,
        _cx: &Context<'_>,
    ) -> Option<Trouble> {
        self.form.preview.clear();
        self.form.fail(trouble);
        None
    }

    fn view(&self, paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>) {
        let place = area.centered(
            Constraint::Length(72.min(area.width)),
            Constraint::Length(20.min(area.height)),
        );
        let inner = pane::pane(paper, place, &self.form.title, cx);
        self.form.view(paper, inner, cx);
    }
}

impl State {
    /// Another language begins the form anew in it.
    fn relanguage(&mut self, cx: &Context<'_>) -> Vec<Do> {
        let chosen = self.form.text(LANGUAGE);
        if chosen == cx.texts.language().as_str() {
            return Vec::new();
        }
        chosen.parse().map(Do::Speak).into_iter().collect()
    }
}
