//! Payees and tags that could not be made or changed.

use ops::label::LabelChangeError;

use super::{Explain, Failure, Kind};
use crate::i18n::{Texts, text};

impl Explain for LabelChangeError {
    fn explain(&self, texts: &Texts) -> Failure {
        match self {
            Self::Label(error) => error.explain(texts),
            Self::Lookup(error) => error.explain(texts),
            Self::Store(error) => error.explain(texts),
            Self::Exists { name, .. } => {
                let message = text!(texts, "error-exists", name = name.clone());
                Failure::new(Kind::Conflict, message).hint(texts.get("hint-exists-merge"))
            }
            Self::InUse { name, uses, .. } => {
                let n = i64::try_from(*uses).unwrap_or(i64::MAX);
                let message = text!(texts, "error-label-in-use", name = name.clone(), n = n);
                Failure::new(Kind::Conflict, message).hint(texts.get("hint-label-in-use"))
            }
            Self::Planned { name, .. } => {
                let message = text!(texts, "error-label-planned", name = name.clone());
                Failure::new(Kind::Conflict, message).hint(texts.get("hint-planned"))
            }
            Self::Itself(_) => Failure::new(Kind::BadInput, texts.get("error-merge-itself")),
        }
    }
}
