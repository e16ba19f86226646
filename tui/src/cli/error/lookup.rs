//! What was named by name or id and not found, or found twice.

use ops::LookupError;

use super::{Explain, Failure, Kind, did_you_mean};
use crate::i18n::{Texts, text};

impl Explain for LookupError {
    fn explain(&self, texts: &Texts) -> Failure {
        match self {
            Self::Name(error) => error.explain(texts),
            Self::Store(error) => error.explain(texts),
            Self::BadId { source, .. } => Failure {
                kind: Kind::NotFound,
                ..source.explain(texts)
            },
            Self::Closed(name) => {
                let message = text!(texts, "error-account-closed", name = name.clone());
                Failure::new(Kind::Conflict, message).hint(texts.get("hint-account-closed"))
            }
            Self::Unknown { typed, near, .. } => {
                let message = text!(texts, "error-nothing-named", name = typed.clone());
                Failure::new(Kind::NotFound, message).maybe_hint(did_you_mean(texts, near))
            }
            Self::NoSuchId { typed, .. } => {
                let message = text!(texts, "error-no-such-id", id = typed.clone());
                Failure::new(Kind::NotFound, message).hint(texts.get("hint-id"))
            }
            Self::AmbiguousId { typed, candidates } => {
                let message = text!(texts, "error-ambiguous-id", id = typed.clone());
                Failure::new(Kind::Conflict, message).maybe_hint(did_you_mean(texts, candidates))
            }
        }
    }
}
