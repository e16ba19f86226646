//! How single values are read, where a wrong one can be told without the ledger.

use std::str::FromStr;
use std::time::Duration;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use domain::budget::Every;
use domain::schedule::Plain;
use domain::{AccountKind, Status};

use crate::i18n::Language;

/// `KEY=VALUE`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct KeyValue {
    pub(crate) key: String,
    pub(crate) value: String,
}

/// Why a value was refused; `explain_usage` says it in the person's language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum ValueError {
    #[error("not KEY=VALUE")]
    NotAPair,
    #[error("an option, not a value")]
    Option,
    #[error("not a span of time")]
    Duration,
    #[error("not a number of rows")]
    Limit,
}

/// A number of rows; `all` and 0 are none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Limit(pub(crate) Option<u64>);

impl FromStr for Limit {
    type Err = ValueError;

    fn from_str(text: &str) -> Result<Self, ValueError> {
        match text.trim() {
            "all" => Ok(Self(None)),
            digits => {
                let number: u64 = digits.parse().map_err(|_| ValueError::Limit)?;
                Ok(Self((number > 0).then_some(number)))
            }
        }
    }
}

impl FromStr for KeyValue {
    type Err = ValueError;

    fn from_str(text: &str) -> Result<Self, ValueError> {
        let (key, value) = text.split_once('=').ok_or(ValueError::NotAPair)?;
        let key = key.trim();
        if key.is_empty() {
            return Err(ValueError::NotAPair);
        }
        Ok(Self {
            key: key.to_owned(),
            value: value.trim().to_owned(),
        })
    }
}

/// A text that may begin with one dash (`-3`, `-4.5k`); with two it is a mistyped option.
pub(crate) fn signed(text: &str) -> Result<String, ValueError> {
    if text.starts_with("--") {
        Err(ValueError::Option)
    } else {
        Ok(text.to_owned())
    }
}

/// `8h`, `30m`, `2d`, `1h30m`, `90s`; more than nothing.
pub(crate) fn duration(text: &str) -> Result<Duration, ValueError> {
    let mut total = 0u64;
    let mut rest = text.trim();
    while !rest.is_empty() {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let (number, unit) = rest.split_at(digits);
        let seconds = match unit.bytes().next() {
            Some(b's') => 1,
            Some(b'm') => 60,
            Some(b'h') => 60 * 60,
            Some(b'd') => 24 * 60 * 60,
            _ => return Err(ValueError::Duration),
        };
        let number: u64 = number.parse().map_err(|_| ValueError::Duration)?;
        let part = number.checked_mul(seconds).ok_or(ValueError::Duration)?;
        total = total.checked_add(part).ok_or(ValueError::Duration)?;
        rest = &unit[1..];
    }
    if total == 0 {
        return Err(ValueError::Duration);
    }
    Ok(Duration::from_secs(total))
}

/// The kinds of accounts that hold value.
pub(crate) fn account_kind() -> impl TypedValueParser<Value = AccountKind> {
    kinds(|kind| !kind.is_category())
}

/// The kinds of categories.
pub(crate) fn category_kind() -> impl TypedValueParser<Value = AccountKind> {
    kinds(AccountKind::is_category)
}

fn kinds(wanted: fn(AccountKind) -> bool) -> impl TypedValueParser<Value = AccountKind> {
    let words = AccountKind::ALL
        .into_iter()
        .filter(move |kind| wanted(*kind));
    PossibleValuesParser::new(words.map(AccountKind::as_str))
        .try_map(|word| word.parse::<AccountKind>())
}

/// The statuses of a transaction.
pub(crate) fn status() -> impl TypedValueParser<Value = Status> {
    PossibleValuesParser::new(Status::ALL.iter().map(|status| status.as_str()))
        .map(|word| Status::from_word(&word).unwrap_or_default())
}

/// The languages.
pub(crate) fn language() -> impl TypedValueParser<Value = Language> {
    PossibleValuesParser::new(Language::ALL.map(Language::as_str))
        .try_map(|word| word.parse::<Language>())
}

/// How long the periods of a budget are.
pub(crate) fn every() -> impl TypedValueParser<Value = Every> {
    PossibleValuesParser::new(Every::ALL.map(Every::as_str))
        .map(|word| Every::from_word(&word).unwrap_or(Every::Month))
}

/// How often a schedule is due.
pub(crate) fn plain() -> impl TypedValueParser<Value = Plain> {
    PossibleValuesParser::new(Plain::ALL.map(|(_, word)| word)).map(|word| {
        let found = Plain::ALL.into_iter().find(|(_, known)| *known == word);
        found.map_or(Plain::Month, |(plain, _)| plain)
    })
}
