//! One field of a form.

use std::borrow::Cow;

use domain::text::fold;
use tui_input::Input;

use super::SecretInput;
use crate::app::Context;
use crate::widgets::fuzzy;

/// The longest text that a field takes, in characters: as long as a memo may be.
pub(super) const LONGEST: usize = 500;
/// How many choices are shown below a field.
pub(super) const CHOICES: usize = 6;

/// The name of a field; made up for one of a row of fields that can grow.
pub(crate) type Name = Cow<'static, str>;

/// One of the texts that a field offers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Choice {
    /// What is put into the field.
    pub(crate) value: String,
    /// What is said beside it.
    pub(crate) note: String,
}

/// Which choice is taken when nobody chose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Take {
    /// The best: only what is in the list makes sense.
    Best,
    /// The first that begins with what is typed; else the text stands as it is.
    Completion,
}

/// What a field holds.
#[derive(Debug)]
pub(crate) enum Value {
    /// A line of text.
    Text(Input),
    /// A passphrase, shown as dots and wiped.
    Secret(SecretInput),
    /// A line of text that is completed from a list.
    Pick {
        /// What is typed.
        input: Input,
        /// What is offered.
        choices: Vec<Choice>,
        /// The places of those that match.
        found: Vec<usize>,
        /// Which of the found is chosen; none before an arrow key is pressed.
        at: Option<usize>,
        /// Which choice Enter takes without an arrow key.
        take: Take,
    },
    /// One of a few.
    OneOf {
        /// Each with its words.
        options: Vec<(&'static str, String)>,
        /// The one that is chosen.
        at: usize,
    },
}

/// A field: its name, its label, what is in it.
#[derive(Debug)]
pub(crate) struct Field {
    /// Its name, for the screen.
    pub(crate) name: Name,
    /// Its label, in the person's language.
    pub(crate) label: String,
    /// What is in it.
    pub(crate) value: Value,
    /// What is wrong with it.
    pub(crate) error: Option<String>,
    /// How it is understood: `= $9.980`, `Saturday 21 November`.
    pub(crate) note: Option<String>,
    /// True while it holds what was filled in for the person: typing replaces it.
    pub(crate) prefilled: bool,
    /// Whether it holds an amount, which is hidden with the others.
    amount: bool,
    /// True once a person went into its text.
    pub(super) entered: bool,
}

impl Field {
    fn new(name: Name, label: String, value: Value) -> Self {
        Self {
            name,
            label,
            value,
            error: None,
            note: None,
            prefilled: false,
            amount: false,
            entered: false,
        }
    }

    /// An amount. While amounts are hidden, what was filled in is shown once a key goes into it.
    pub(crate) fn amount(name: impl Into<Name>, label: String) -> Self {
        Self {
            amount: true,
            ..Self::text_line(name, label)
        }
    }

    /// True for an amount that nobody typed, while amounts are hidden.
    pub(super) fn is_veiled(&self, cx: &Context<'_>) -> bool {
        cx.hidden && self.amount && !self.entered && !self.text().is_empty()
    }

    /// A line of text.
    pub(crate) fn text_line(name: impl Into<Name>, label: String) -> Self {
        Self::new(name.into(), label, Value::Text(Input::default()))
    }

    /// A passphrase.
    pub(crate) fn secret(name: impl Into<Name>, label: String) -> Self {
        Self::new(name.into(), label, Value::Secret(SecretInput::default()))
    }

    /// A recovery code: wiped like a passphrase, but seen while it is typed.
    pub(crate) fn code(name: impl Into<Name>, label: String) -> Self {
        Self::new(name.into(), label, Value::Secret(SecretInput::visible()))
    }

    /// A text from a list.
    pub(crate) fn pick(
        name: impl Into<Name>,
        label: String,
        choices: Vec<Choice>,
        take: Take,
    ) -> Self {
        let mut field = Self::new(
            name.into(),
            label,
            Value::Pick {
                input: Input::default(),
                choices,
                found: Vec::new(),
                at: None,
                take,
            },
        );
        field.search();
        field
    }

    /// One of a few.
    pub(crate) fn one_of(
        name: impl Into<Name>,
        label: String,
        options: Vec<(&'static str, String)>,
    ) -> Self {
        Self::new(name.into(), label, Value::OneOf { options, at: 0 })
    }

    /// Fills it in beforehand; what is typed later replaces it.
    #[must_use]
    pub(crate) fn with(mut self, text: &str) -> Self {
        self.fill(text);
        self.prefilled = !text.is_empty();
        self
    }

    /// What is in it. Nothing of a secret.
    pub(crate) fn text(&self) -> &str {
        match &self.value {
            Value::Text(input) | Value::Pick { input, .. } => input.value(),
            Value::Secret(_) => "",
            Value::OneOf { options, at } => options.get(*at).map_or("", |(value, _)| value),
        }
    }

    /// Puts a text into it.
    pub(crate) fn fill(&mut self, text: &str) {
        self.error = None;
        match &mut self.value {
            Value::Text(input) | Value::Pick { input, .. } => {
                // What comes from the ledger is taken whole, so that saving it changes nothing.
                *input = Input::new(text.to_owned());
            }
            Value::Secret(secret) => secret.clear(),
            Value::OneOf { options, at } => {
                *at = options
                    .iter()
                    .position(|(value, _)| *value == text)
                    .unwrap_or(*at);
            }
        }
        self.search();
    }

    /// Offers other choices.
    pub(crate) fn offer(&mut self, offered: Vec<Choice>) {
        let chosen = self.chosen().map(|choice| choice.value.clone());
        if let Value::Pick { choices, .. } = &mut self.value {
            *choices = offered;
        }
        self.search();
        let place = self
            .seen()
            .find(|(_, choice)| Some(&choice.value) == chosen.as_ref())
            .map(|(place, _)| place);
        if let (Some(place), Value::Pick { at, .. }) = (place, &mut self.value) {
            *at = Some(place);
        }
    }

    /// The choice that would be taken now.
    fn chosen(&self) -> Option<&Choice> {
        match &self.value {
            Value::Pick {
                choices, found, at, ..
            } => at
                .and_then(|at| found.get(at))
                .and_then(|at| choices.get(*at)),
            _ => None,
        }
    }

    /// The choices that are seen, with their places among all.
    pub(crate) fn seen(&self) -> impl Iterator<Item = (usize, &Choice)> {
        let (found, choices): (&[usize], &[Choice]) = match &self.value {
            Value::Pick { found, choices, .. } => (found, choices),
            _ => (&[], &[]),
        };
        found
            .iter()
            .enumerate()
            .filter_map(|(place, at)| choices.get(*at).map(|choice| (place, choice)))
    }

    /// Looks for the choices that match what is typed, and chooses one beforehand.
    pub(super) fn search(&mut self) {
        let untouched = self.prefilled;
        if let Value::Pick {
            input,
            choices,
            found,
            at,
            take,
        } = &mut self.value
        {
            // What was filled in is not what one looks for.
            let typed = if untouched { "" } else { input.value() };
            let names = choices.iter().map(|choice| choice.value.as_str());
            *found = fuzzy::find(typed, names, CHOICES);
            let best = found.first().and_then(|best| choices.get(*best));
            let taken = best.is_some_and(|best| match take {
                Take::Best => true,
                Take::Completion => fold(&best.value).starts_with(&fold(typed)),
            });
            *at = (taken && !typed.is_empty()).then_some(0);
        }
    }

    /// Puts the chosen choice into the field; false when none is chosen.
    pub(super) fn take_choice(&mut self) -> bool {
        let Some(chosen) = self.chosen().map(|choice| choice.value.clone()) else {
            return false;
        };
        if let Value::Pick { input, at, .. } = &mut self.value {
            *input = Input::new(chosen);
            *at = None;
        }
        self.error = None;
        true
    }
}
