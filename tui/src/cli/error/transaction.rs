//! Entries, bulk settings and statements that were refused, and demo data that could not be made.

use domain::Status;
use domain::text::suggest;
use ops::MissingName;
use ops::demo::DemoError;
use ops::transaction::{EntryError, FIELDS, ReconcileError, SettingError};

use super::{Explain, Failure, Kind, did_you_mean};
use crate::i18n::{Texts, text};
use crate::present::MoneyStyle;

impl Explain for EntryError {
    fn explain(&self, texts: &Texts) -> Failure {
        match self {
            Self::Lookup(error) => error.explain(texts),
            Self::Amount(error) => error.explain(texts),
            Self::Label(error) => error.explain(texts),
            Self::Transaction(error) => error.explain(texts),
            Self::Store(error) => error.explain(texts),
            Self::NoAccount => Failure::new(Kind::NotFound, texts.get("error-no-account-yet"))
                .hint(texts.get("hint-no-account-yet")),
            Self::WhichAccount => Failure::new(Kind::Conflict, texts.get("error-several-accounts"))
                .hint(texts.get("hint-several-accounts")),
            Self::OtherKind { name, kind } => {
                let message = text!(
                    texts,
                    "error-other-kind",
                    name = name.clone(),
                    kind = kind.as_str()
                );
                Failure::new(Kind::Conflict, message).hint(texts.get("hint-other-kind"))
            }
            Self::Reconciled => Failure::new(Kind::Conflict, texts.get("error-reconciled"))
                .hint(texts.get("hint-reconciled")),
            other => amounts(other, texts),
        }
    }
}

/// Amounts and legs that don't fit each other.
fn amounts(error: &EntryError, texts: &Texts) -> Failure {
    let (message, hint) = match error {
        EntryError::SplitsExceed { over } => (
            text!(
                texts,
                "error-splits-exceed",
                over = MoneyStyle::new(texts.language(), None).write(*over)
            ),
            texts.get("hint-splits-exceed"),
        ),
        EntryError::ReceivedMissing { from, to } => (
            text!(
                texts,
                "error-received-missing",
                one = from.as_str().to_owned(),
                other = to.as_str().to_owned()
            ),
            text!(
                texts,
                "hint-received-missing",
                currency = to.as_str().to_owned()
            ),
        ),
        EntryError::ReceivedNeedless(code) => (
            text!(
                texts,
                "error-received-needless",
                currency = code.as_str().to_owned()
            ),
            texts.get("hint-received-needless"),
        ),
        EntryError::SameAccount => (
            texts.get("error-same-account"),
            texts.get("hint-list-accounts"),
        ),
        EntryError::WhichLeg { legs } => {
            let n = i64::try_from(*legs).unwrap_or(i64::MAX);
            (
                text!(texts, "error-which-leg", n = n),
                texts.get("hint-which-leg"),
            )
        }
        EntryError::OtherCurrency { found, expected } => (
            text!(
                texts,
                "error-other-currency",
                found = found.as_str().to_owned(),
                expected = expected.as_str().to_owned()
            ),
            texts.get("hint-other-currency"),
        ),
        _ => (
            texts.get("error-zero-amount"),
            texts.get("hint-zero-amount"),
        ),
    };
    Failure::new(Kind::BadInput, message).hint(hint)
}

impl Explain for SettingError {
    fn explain(&self, texts: &Texts) -> Failure {
        let choice = |values: String| text!(texts, "hint-choice", values = values);
        let (message, hint) = match self {
            Self::NoValue(typed) => (
                text!(texts, "error-setting", text = typed.clone()),
                choice(FIELDS.map(|field| format!("{field}=…")).join(", ")),
            ),
            Self::UnknownField(field) => {
                let near = suggest(field, FIELDS);
                (
                    text!(texts, "error-setting-field", field = field.clone()),
                    did_you_mean(texts, &near).unwrap_or_else(|| choice(FIELDS.join(", "))),
                )
            }
            Self::Status(word) => {
                let words: Vec<&str> = Status::ALL.iter().map(|status| status.as_str()).collect();
                (
                    text!(texts, "error-query-status", text = word.clone()),
                    choice(words.join(", ")),
                )
            }
        };
        Failure::new(Kind::BadInput, message).hint(hint)
    }
}

impl Explain for ReconcileError {
    fn explain(&self, texts: &Texts) -> Failure {
        match self {
            Self::Entry(error) => error.explain(texts),
            Self::Store(error) => error.explain(texts),
            Self::Differs {
                ours,
                theirs,
                difference,
            } => {
                let style = MoneyStyle::new(texts.language(), Some(ours.currency.code));
                let message = text!(
                    texts,
                    "error-differs",
                    ours = style.write(*ours),
                    theirs = style.write(*theirs),
                    difference = style.write(*difference)
                );
                Failure::new(Kind::BadInput, message)
            }
        }
    }
}

impl Explain for DemoError {
    fn explain(&self, texts: &Texts) -> Failure {
        match self {
            Self::Amount(error) => error.explain(texts),
            Self::Store(error) => error.explain(texts),
            Self::Stopped => Failure::new(Kind::Interrupted, texts.get("error-interrupted")),
        }
    }
}

impl Explain for MissingName {
    fn explain(&self, texts: &Texts) -> Failure {
        Failure::new(Kind::Integrity, texts.get("error-contradiction"))
            .hint(texts.get("hint-integrity"))
    }
}
