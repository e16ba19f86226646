//! Query terms, dates and periods.

use domain::date::DateError;
use domain::period::PeriodError;
use domain::query::{PREFIXES, QueryError};

use super::{Explain, Failure, Kind, did_you_mean};
use crate::i18n::{Texts, text};

impl Explain for DateError {
    fn explain(&self, texts: &Texts) -> Failure {
        match self {
            Self::Impossible(day) => {
                let message = text!(texts, "error-impossible-date", day = day.clone());
                Failure::new(Kind::BadInput, message)
            }
            Self::Unknown(typed) => {
                let message = text!(texts, "error-date", text = typed.clone());
                Failure::new(Kind::BadInput, message).hint(texts.get("hint-date"))
            }
        }
    }
}

impl Explain for PeriodError {
    fn explain(&self, texts: &Texts) -> Failure {
        match self {
            Self::Unknown(typed) => {
                let message = text!(texts, "error-period", text = typed.clone());
                Failure::new(Kind::BadInput, message).hint(texts.get("hint-period"))
            }
            Self::Backwards { from, to } => {
                let (from, to) = (from.to_string(), to.to_string());
                let message = text!(texts, "error-backwards", from = from, to = to);
                Failure::new(Kind::BadInput, message).hint(texts.get("hint-backwards"))
            }
        }
    }
}

impl Explain for QueryError {
    fn explain(&self, texts: &Texts) -> Failure {
        let (message, hint) = match self {
            Self::Blank => (
                texts.get("error-query-blank"),
                texts.get("hint-query-blank"),
            ),
            Self::UnknownPrefix(prefix) => {
                let message = text!(texts, "error-query-prefix", prefix = prefix.clone());
                let near = domain::text::suggest(prefix, PREFIXES);
                let near: Vec<String> = near.into_iter().map(|word| format!("{word}:")).collect();
                let known = PREFIXES.map(|prefix| format!("{prefix}:")).join(" ");
                let hint = did_you_mean(texts, &near)
                    .unwrap_or_else(|| text!(texts, "hint-query-prefix", known = known));
                (message, hint)
            }
            Self::Empty(prefix) => (
                text!(texts, "error-query-empty", prefix = prefix.clone()),
                texts.get("hint-query-empty"),
            ),
            Self::Status(word) => (
                text!(texts, "error-query-status", text = word.clone()),
                texts.get("hint-query-status"),
            ),
            Self::Source(word) => (
                text!(texts, "error-query-source", text = word.clone()),
                texts.get("hint-query-source"),
            ),
            Self::Currency(word) => (
                text!(texts, "error-currency-code", text = word.clone()),
                texts.get("hint-currency-code"),
            ),
            Self::Amount(error) => return error.explain(texts),
            Self::Period(error) => return error.explain(texts),
        };
        Failure::new(Kind::BadInput, message).hint(hint)
    }
}
