//! Names that lead nowhere, or to several things.

use domain::account::{AccountKindError, NameError, Wanted};
use domain::id::IdPrefixError;
use domain::label::{LabelError, MAX_NAME};

use super::{Explain, Failure, Kind, did_you_mean};
use crate::i18n::{Texts, text};

impl Explain for NameError {
    fn explain(&self, texts: &Texts) -> Failure {
        match self {
            Self::Unknown {
                typed,
                wanted,
                near,
            } => {
                let (id, list) = match wanted {
                    Wanted::Account => ("error-no-account", "hint-list-accounts"),
                    Wanted::Category => ("error-no-category", "hint-list-categories"),
                    Wanted::Either => ("error-no-account-or-category", "hint-list-accounts"),
                };
                let message = text!(texts, id, name = typed.clone());
                let hint = did_you_mean(texts, near).unwrap_or_else(|| texts.get(list));
                Failure::new(Kind::NotFound, message).hint(hint)
            }
            Self::Ambiguous { typed, candidates } => {
                let message = text!(texts, "error-ambiguous-name", name = typed.clone());
                Failure::new(Kind::Conflict, message).maybe_hint(did_you_mean(texts, candidates))
            }
        }
    }
}

impl Explain for AccountKindError {
    fn explain(&self, texts: &Texts) -> Failure {
        let message = text!(texts, "error-account-kind", text = self.0.clone());
        Failure::new(Kind::BadInput, message).hint(texts.get("hint-account-kind"))
    }
}

impl Explain for LabelError {
    fn explain(&self, texts: &Texts) -> Failure {
        let message = match self {
            Self::Empty => texts.get("error-name-empty"),
            Self::TooLong => text!(texts, "error-name-too-long", most = MAX_NAME.to_string()),
            Self::Forbidden(c) if c.is_control() => texts.get("error-name-control"),
            Self::Forbidden(c) => text!(texts, "error-name-mark", mark = c.to_string()),
        };
        Failure::new(Kind::BadInput, message)
    }
}

impl Explain for IdPrefixError {
    fn explain(&self, texts: &Texts) -> Failure {
        Failure::new(Kind::BadInput, texts.get("error-id")).hint(texts.get("hint-id"))
    }
}
