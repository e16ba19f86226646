//! Typed cells: each format writes them in its own way.

use std::borrow::Cow;

use chrono::{DateTime, SecondsFormat, Utc};
use domain::{Decimal, Money, NaiveDate};

use crate::present::{self, MoneyStyle};

/// One value of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Cell {
    /// Nothing.
    Empty,
    /// Any text.
    Text(String),
    /// An amount: as people write it in a table, the bare decimal in CSV.
    Money(Money),
    /// A day.
    Date(NaiveDate),
    /// A month: `2025-03` in CSV.
    Month(NaiveDate),
    /// A moment: where the person is in a table, RFC 3339 in UTC in CSV.
    Moment(DateTime<Utc>),
    /// A number.
    Count(i64),
    /// A length in bytes: rounded in a table, exact in CSV.
    Bytes(u64),
    /// A number that is no amount of money, or whose currency nobody knows.
    Number(Decimal),
}

impl Cell {
    /// A text, or nothing for an empty one.
    pub(crate) fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() {
            Self::Empty
        } else {
            Self::Text(text)
        }
    }

    /// Whether it is red on a screen that has colours.
    pub(super) const fn is_negative(&self) -> bool {
        matches!(self, Self::Money(money) if money.minor < 0)
    }

    /// As a person reads it; never with a character that would steer the terminal.
    pub(super) fn shown(&self, style: &MoneyStyle, language: crate::i18n::Language) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => present::harmless(text).into_owned(),
            Self::Money(money) => style.write(*money),
            Self::Date(day) => present::date(*day),
            Self::Month(day) => present::month(*day, language),
            Self::Moment(at) => present::moment(*at),
            Self::Count(n) => n.to_string(),
            Self::Bytes(n) => present::bytes(*n, language),
            Self::Number(n) => style.number(*n),
        }
    }

    /// As a program reads it.
    pub(super) fn plain(&self) -> Cow<'_, str> {
        match self {
            Self::Empty => Cow::Borrowed(""),
            Self::Text(text) => Cow::Borrowed(text),
            Self::Money(money) => Cow::Owned(money.digits()),
            Self::Date(day) => Cow::Owned(present::date(*day)),
            Self::Month(day) => Cow::Owned(day.format("%Y-%m").to_string()),
            Self::Moment(at) => Cow::Owned(at.to_rfc3339_opts(SecondsFormat::Secs, true)),
            Self::Count(n) => Cow::Owned(n.to_string()),
            Self::Bytes(n) => Cow::Owned(n.to_string()),
            Self::Number(n) => Cow::Owned(n.to_string()),
        }
    }
}

/// One column of a list or report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Column {
    /// Its name in CSV, never translated.
    pub(crate) key: &'static str,
    /// Its head in a table; `None` for a column that only CSV has.
    pub(crate) head: Option<String>,
    /// Where its cells stand.
    pub(crate) align: Align,
}

/// Where the cells of a column stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Align {
    /// Texts and dates; the longest texts are shortened when the screen is too narrow.
    Left,
    /// Ids and days, which are never shortened.
    Fixed,
    /// Numbers, which are never shortened.
    Right,
}

impl Column {
    /// A column of texts or dates.
    pub(crate) fn text(key: &'static str, head: impl Into<String>) -> Self {
        Self {
            key,
            head: Some(head.into()),
            align: Align::Left,
        }
    }

    /// A column of ids or days, which are worth nothing when cut.
    pub(crate) fn fixed(key: &'static str, head: impl Into<String>) -> Self {
        Self {
            key,
            head: Some(head.into()),
            align: Align::Fixed,
        }
    }

    /// A column of money or numbers.
    pub(crate) fn number(key: &'static str, head: impl Into<String>) -> Self {
        Self {
            key,
            head: Some(head.into()),
            align: Align::Right,
        }
    }

    /// A column that only CSV has, such as the currency of the amount beside it.
    pub(crate) const fn csv_only(key: &'static str) -> Self {
        Self {
            key,
            head: None,
            align: Align::Left,
        }
    }
}
