//! Schedules and recurrences that were refused.

use domain::schedule::RecurrenceError;
use ops::schedule::{MAX_RUN, ScheduleError};

use super::{Explain, Failure, Kind};
use crate::i18n::{Texts, text};

impl Explain for RecurrenceError {
    fn explain(&self, texts: &Texts) -> Failure {
        let message = match self {
            Self::NoFrequency => texts.get("error-rrule-frequency"),
            Self::Part(part) => text!(texts, "error-rrule-part", part = part.clone()),
            Self::Twice(part) => text!(texts, "error-rrule-twice", part = part.clone()),
            Self::Value { part, value } => text!(
                texts,
                "error-rrule-value",
                part = part.clone(),
                value = value.clone()
            ),
            Self::Combination(parts) => text!(texts, "error-rrule-combination", parts = *parts),
        };
        Failure::new(Kind::BadInput, message).hint(texts.get("hint-rrule"))
    }
}

impl Explain for ScheduleError {
    fn explain(&self, texts: &Texts) -> Failure {
        let bad = |id: &str, hint: &str| {
            Failure::new(Kind::BadInput, texts.get(id)).hint(texts.get(hint))
        };
        match self {
            Self::Entry(error) => error.explain(texts),
            Self::Store(error) => error.explain(texts),
            Self::Never => bad("error-never", "hint-never"),
            Self::EndTwice => bad("error-end-twice", "hint-end-twice"),
            Self::NotPositive => bad("error-zero-amount", "hint-zero-amount"),
            Self::Instalments(n) => {
                let message = text!(texts, "error-instalments", n = i64::from(*n));
                Failure::new(Kind::BadInput, message).hint(texts.get("hint-instalments"))
            }
            Self::Begun { passed } => {
                let message = text!(texts, "error-begun", n = i64::from(*passed));
                Failure::new(Kind::Conflict, message).hint(texts.get("hint-begun"))
            }
            Self::Currencies { from, to } => {
                let (one, other) = (from.as_str().to_owned(), to.as_str().to_owned());
                let message = text!(texts, "error-schedule-currencies", one = one, other = other);
                Failure::new(Kind::BadInput, message).hint(texts.get("hint-schedule-currencies"))
            }
            Self::Over => Failure::new(Kind::NotFound, texts.get("error-schedule-over"))
                .hint(texts.get("hint-schedule-over")),
            Self::TooMany => {
                let message = text!(texts, "error-too-many-due", most = MAX_RUN.to_string());
                Failure::new(Kind::BadInput, message).hint(texts.get("hint-too-many-due"))
            }
            Self::MemoTooLong => {
                let most = domain::transaction::MAX_MEMO.to_string();
                let message = text!(texts, "error-memo-too-long", most = most);
                Failure::new(Kind::BadInput, message)
            }
        }
    }
}
