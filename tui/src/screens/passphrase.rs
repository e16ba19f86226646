//! A new passphrase in a form: typed twice, judged while it is typed.

use ops::session::Passphrase;

use crate::app::Context;
use crate::i18n::text;
use crate::strength::{LEAST_CHARACTERS, Strength, strength};
use crate::widgets::form::{Field, FieldError, Form, Value};

/// The field of the passphrase.
pub(super) const PASSPHRASE: &str = "passphrase";
/// The field in which it is typed once more.
pub(super) const AGAIN: &str = "again";

/// What is typed into a secret field.
pub(super) fn secret<'f>(form: &'f Form, name: &str) -> Option<&'f str> {
    match &form.field(name)?.value {
        Value::Secret(secret) => Some(secret.expose()),
        _ => None,
    }
}

/// Says at the field what the passphrase is worth as far as it is typed.
pub(super) fn judge(form: &mut Form, cx: &Context<'_>) {
    let typed = secret(form, PASSPHRASE).filter(|typed| !typed.is_empty());
    let note = typed.map(|typed| match strength(typed) {
        Strength::TooShort => too_short(cx),
        Strength::Weak => cx.text("say-weak-passphrase"),
        Strength::Good => cx.text("say-good-passphrase"),
    });
    let same = secret(form, PASSPHRASE) == secret(form, AGAIN);
    if let Some(field) = form.field_mut(PASSPHRASE) {
        field.note = note;
    }
    if let Some(field) = form.field_mut(AGAIN) {
        let typed = !is_empty(field);
        field.note = (typed && same).then(|| cx.text("say-passphrases-same"));
    }
}

fn is_empty(field: &Field) -> bool {
    matches!(&field.value, Value::Secret(secret) if secret.len() == 0)
}

/// The passphrase, when it is long enough and was typed the same way twice.
pub(super) fn chosen(form: &Form, cx: &Context<'_>) -> Result<Passphrase, FieldError> {
    let wrong = |field: &'static str, message| FieldError {
        field: field.into(),
        message,
    };
    let (first, second) = (secret(form, PASSPHRASE), secret(form, AGAIN));
    let Some(first) = first.filter(|typed| !typed.is_empty()) else {
        return Err(wrong(PASSPHRASE, cx.text("error-needed")));
    };
    if strength(first) == Strength::TooShort {
        return Err(wrong(PASSPHRASE, too_short(cx)));
    }
    if Some(first) != second {
        return Err(wrong(AGAIN, cx.text("say-passphrases-differ")));
    }
    Ok(Passphrase::new(first.to_owned()))
}

fn too_short(cx: &Context<'_>) -> String {
    let least = LEAST_CHARACTERS.to_string();
    text!(cx.texts, "say-too-short", least = least)
}
