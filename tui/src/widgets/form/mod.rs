//! Forms: fields with labels, of which one is typed into.
//!
//! A form knows what is typed, not what it means; its screen checks it while it is typed and says
//! what is wrong at the field where it is wrong. Long texts are refused as they are typed or pasted.

mod field;
mod secret;
mod update;
mod view;

#[cfg(test)]
mod tests;

use domain::text::fold;
use zeroize::Zeroizing;

use crate::app::{Context, Trouble};

pub(crate) use field::{Choice, Field, Name, Take, Value};
pub(crate) use secret::SecretInput;
pub(crate) use update::Outcome;
pub(crate) use view::wrapped;

/// What is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FieldError {
    /// The field's name.
    pub(crate) field: Name,
    /// A sentence.
    pub(crate) message: String,
}

/// Fields that are filled in and then saved together.
#[derive(Debug)]
pub(crate) struct Form {
    /// Tells the forms of one screen apart.
    pub(crate) name: &'static str,
    /// What is written above it.
    pub(crate) title: String,
    /// A few sentences before the fields.
    pub(crate) intro: Vec<String>,
    /// What saving would do, line by line, below the fields.
    pub(crate) preview: Vec<String>,
    /// The fields, in order.
    pub(crate) fields: Vec<Field>,
    /// The one that is typed into.
    pub(crate) focus: usize,
    /// Why saving failed.
    pub(crate) trouble: Option<Trouble>,
    /// True while it is being saved.
    pub(crate) sending: bool,
    /// True once a person typed or chose something.
    touched: bool,
}

impl Form {
    /// An empty form.
    pub(crate) fn new(name: &'static str, title: String, fields: Vec<Field>) -> Self {
        Self {
            name,
            title,
            intro: Vec::new(),
            preview: Vec::new(),
            fields,
            focus: 0,
            trouble: None,
            sending: false,
            touched: false,
        }
    }

    /// What would be lost by leaving it.
    pub(crate) fn unsaved(&self, cx: &Context<'_>) -> Option<String> {
        (self.touched && !self.sending).then(|| cx.text("say-form-unsaved"))
    }

    /// A field by its name.
    pub(crate) fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// A field by its name.
    pub(crate) fn field_mut(&mut self, name: &str) -> Option<&mut Field> {
        self.fields.iter_mut().find(|field| field.name == name)
    }

    /// What is in a field, without blanks around it; empty when there is no such field.
    pub(crate) fn text(&self, name: &str) -> String {
        self.field(name)
            .map(|field| field.text().trim().to_owned())
            .unwrap_or_default()
    }

    /// The same, or nothing when it is empty.
    pub(crate) fn filled(&self, name: &str) -> Option<String> {
        Some(self.text(name)).filter(|text| !text.is_empty())
    }

    /// Takes a secret out of its field; nothing when it is empty.
    pub(crate) fn take_secret(&mut self, name: &str) -> Option<Zeroizing<String>> {
        match &mut self.field_mut(name)?.value {
            Value::Secret(secret) if secret.len() > 0 => Some(secret.take()),
            _ => None,
        }
    }

    /// Puts a text into a field, as if it had been typed.
    pub(crate) fn fill(&mut self, name: &str, text: &str) {
        if let Some(field) = self.field_mut(name) {
            field.fill(text);
        }
    }

    /// Moves to a field.
    pub(crate) fn focus_on(&mut self, name: &str) {
        if let Some(at) = self.fields.iter().position(|field| field.name == name) {
            self.focus = at;
        }
    }

    /// Shows what is wrong at its field, and moves there.
    pub(crate) fn refuse(&mut self, error: FieldError) {
        self.focus_on(&error.field);
        if let Some(field) = self.field_mut(&error.field) {
            field.error = Some(error.message);
        }
        self.sending = false;
    }

    /// Shows why saving failed, and moves to the field that it is about: the one with the words that
    /// the message quotes.
    pub(crate) fn fail(&mut self, trouble: Trouble) {
        self.sending = false;
        let quoted: Vec<String> = trouble
            .message
            .split('`')
            .skip(1)
            .step_by(2)
            .map(fold)
            .collect();
        let is_it = |field: &Field| {
            let text = fold(field.text().trim());
            let named = |quoted: &String| *quoted == text || quoted.ends_with(&format!(":{text}"));
            !text.is_empty() && quoted.iter().any(named)
        };
        if let Some(at) = self.fields.iter().position(is_it) {
            self.focus = at;
        }
        self.trouble = Some(trouble);
    }

    /// The name of the field that is typed into.
    pub(crate) fn focused(&self) -> Option<&str> {
        self.fields.get(self.focus).map(|field| &*field.name)
    }
}
