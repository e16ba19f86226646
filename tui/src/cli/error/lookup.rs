//! What was named by name or id and not found, or found twice.

use ops::LookupError;
use ops::history::Kind as Entity;

use super::{Explain, Failure, Kind, did_you_mean};
use crate::i18n::{Texts, text};

impl Explain for LookupError {
    fn explain(&self, texts: &Texts) -> Failure {
        match self {
            Self::Name(error) => error.explain(texts),
            Self::Store(error) => error.explain(texts),
            Self::BadId { kind, source, .. } => Failure {
                kind: Kind::NotFound,
                ..source.explain(texts).maybe_hint(plan_hint(*kind, texts))
            },
            Self::Closed(name) => {
                let message = text!(texts, "error-account-closed", name = name.clone());
                Failure::new(Kind::Conflict, message).hint(texts.get("hint-account-closed"))
            }
            Self::Unknown { typed, near, .. } => {
                let message = text!(texts, "error-nothing-named", name = typed.clone());
                Failure::new(Kind::NotFound, message).maybe_hint(did_you_mean(texts, near))
            }
            Self::NoSuchId { kind, typed } => {
                let message = text!(texts, "error-no-such-id", id = typed.clone());
                Failure::new(Kind::NotFound, message)
                    .hint(texts.get("hint-id"))
                    .maybe_hint(plan_hint(*kind, texts))
            }
            Self::AmbiguousId { typed, candidates } => {
                let message = text!(texts, "error-ambiguous-id", id = typed.clone());
                Failure::new(Kind::Conflict, message).maybe_hint(did_you_mean(texts, candidates))
            }
        }
    }
}

/// Where the ids of plans are shown.
fn plan_hint(kind: Entity, texts: &Texts) -> Option<String> {
    let command = match kind {
        Entity::Budget => "luka budget list",
        Entity::Schedule => "luka schedule list",
        Entity::Rule => "luka rule list",
        _ => return None,
    };
    Some(text!(texts, "hint-plan-id", command = command))
}
