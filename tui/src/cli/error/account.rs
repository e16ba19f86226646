//! Accounts and categories that could not be made or changed.

use ops::account::AccountError;

use super::{Explain, Failure, Kind};
use crate::i18n::{Texts, text};

impl Explain for AccountError {
    fn explain(&self, texts: &Texts) -> Failure {
        let conflict = |message: String| Failure::new(Kind::Conflict, message);
        match self {
            Self::Label(error) => error.explain(texts),
            Self::Lookup(error) => error.explain(texts),
            Self::Amount(error) => error.explain(texts),
            Self::Transaction(error) => error.explain(texts),
            Self::Store(error) => error.explain(texts),
            Self::Exists(name) => conflict(text!(texts, "error-exists", name = name.clone())),
            Self::UnknownCurrency(code) => super::currency::unknown(*code, texts),
            Self::Kind {
                name,
                found,
                expected,
            } => {
                let (found, expected) = (found.as_str(), expected.as_str());
                let message = text!(
                    texts,
                    "error-kind-differs",
                    name = name.clone(),
                    found = found,
                    expected = expected
                );
                Failure::new(Kind::BadInput, message).hint(texts.get("hint-kind-differs"))
            }
            Self::Currencies { from, into } => conflict(text!(
                texts,
                "error-merge-currencies",
                from = from.clone(),
                into = into.clone()
            )),
            Self::InUse {
                name,
                postings,
                children,
            } => {
                let below = i64::try_from(*children).unwrap_or(i64::MAX);
                let message = text!(
                    texts,
                    "error-account-in-use",
                    name = name.clone(),
                    postings = *postings,
                    below = below
                );
                conflict(message).hint(texts.get("hint-account-in-use"))
            }
            Self::Planned { name, plans } => {
                let n = i64::try_from(*plans).unwrap_or(i64::MAX);
                conflict(text!(texts, "error-planned", name = name.clone(), n = n))
                    .hint(texts.get("hint-planned"))
            }
            Self::Circle(name) => {
                let message = text!(texts, "error-circle", name = name.clone());
                Failure::new(Kind::BadInput, message).hint(texts.get("hint-circle"))
            }
            Self::NotEmpty(name) => conflict(text!(texts, "error-not-empty", name = name.clone()))
                .hint(texts.get("hint-not-empty")),
        }
    }
}
