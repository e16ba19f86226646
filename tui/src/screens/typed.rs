//! How days and amounts that are typed into forms are understood, said below their fields.

use chrono::Datelike as _;
use domain::amount::parse_amount;
use domain::date::parse_date;
use domain::{Currency, NaiveDate};

use crate::app::{Context, Trouble};
use crate::present;
use crate::widgets::form::{FieldError, Form};

/// Says below a field which amount is meant: `= $9.980`.
pub(crate) fn note_amount(
    form: &mut Form,
    name: &str,
    currency: Option<Currency>,
    cx: &Context<'_>,
) {
    let Some((field, currency)) = form.field_mut(name).zip(currency) else {
        return;
    };
    let typed = field.text().trim().to_owned();
    (field.note, field.error) = match parse_amount(&typed, currency) {
        _ if typed.is_empty() => (None, None),
        Ok(money) if field.prefilled || money.digits() == typed => (None, None),
        Ok(money) => (Some(format!("= {}", cx.style.write(money))), None),
        Err(error) => (None, Some(told(&Trouble::of(&error, cx.texts)))),
    };
}

/// Says below a field which day is meant.
pub(crate) fn note_day(form: &mut Form, name: &str, cx: &Context<'_>) {
    let Some(field) = form.field_mut(name) else {
        return;
    };
    let typed = field.text().trim().to_owned();
    (field.note, field.error) = match parse_date(&typed, cx.today) {
        _ if typed.is_empty() => (None, None),
        Ok(day) => (Some(day_words(day, cx)), None),
        Err(error) => (None, Some(told(&Trouble::of(&error, cx.texts)))),
    };
}

/// Says below a field that nothing can be chosen with what is typed.
pub(crate) fn note_choice(form: &mut Form, name: &str, known: bool, cx: &Context<'_>) {
    if let Some(field) = form.field_mut(name) {
        let offers = field.seen().next().is_some();
        field.note = (!known && !offers).then(|| cx.text("say-choose"));
    }
}

/// The day in a field; none when it is empty.
pub(crate) fn day(
    form: &Form,
    name: &'static str,
    cx: &Context<'_>,
) -> Result<Option<NaiveDate>, FieldError> {
    let Some(typed) = form.filled(name) else {
        return Ok(None);
    };
    let day = parse_date(&typed, cx.today).map_err(|error| FieldError {
        field: name.into(),
        message: told(&Trouble::of(&error, cx.texts)),
    })?;
    Ok(Some(day))
}

/// What is in a field that must not be empty.
pub(crate) fn needed(
    form: &Form,
    name: &'static str,
    cx: &Context<'_>,
) -> Result<String, FieldError> {
    form.filled(name).ok_or_else(|| FieldError {
        field: name.into(),
        message: cx.text("error-needed"),
    })
}

/// The first field that says that something is wrong with it.
pub(crate) fn sound(form: &Form) -> Result<(), FieldError> {
    let wrong = form.fields.iter().find_map(|field| {
        let message = field.error.clone()?;
        Some(FieldError {
            field: field.name.clone(),
            message,
        })
    });
    wrong.map_or(Ok(()), Err)
}

/// What went wrong and what to do, in one line.
pub(crate) fn told(trouble: &Trouble) -> String {
    match &trouble.hint {
        Some(hint) => format!("{}; {hint}", trouble.message),
        None => trouble.message.clone(),
    }
}

/// `Saturday, 2026-11-21`
fn day_words(day: NaiveDate, cx: &Context<'_>) -> String {
    const DAYS: [&str; 7] = [
        "word-monday",
        "word-tuesday",
        "word-wednesday",
        "word-thursday",
        "word-friday",
        "word-saturday",
        "word-sunday",
    ];
    let number = usize::try_from(day.weekday().num_days_from_monday()).unwrap_or(0);
    let name = DAYS.get(number).map(|id| cx.text(id)).unwrap_or_default();
    format!("{name}, {}", present::date(day))
}
