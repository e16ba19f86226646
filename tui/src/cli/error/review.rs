//! Answers to the review queue that were refused.

use ops::review::ReviewError;

use super::{Explain, Failure, Kind};
use crate::i18n::{Texts, text};

impl Explain for ReviewError {
    fn explain(&self, texts: &Texts) -> Failure {
        let listed = |failure: Failure| failure.hint(texts.get("hint-review-list"));
        match self {
            Self::Import(error) => error.explain(texts),
            Self::Entry(error) => error.explain(texts),
            Self::Lookup(error) => error.explain(texts),
            Self::Store(error) => error.explain(texts),
            Self::NothingWaits(id) => {
                let message = text!(texts, "error-nothing-waits", id = id.clone());
                listed(Failure::new(Kind::NotFound, message))
            }
            Self::Decided(id) => {
                let message = text!(texts, "error-decided", id = id.clone());
                Failure::new(Kind::Conflict, message).hint(texts.get("hint-decided"))
            }
            Self::NothingProposed(id) => {
                let message = text!(texts, "error-nothing-proposed", id = id.clone());
                Failure::new(Kind::BadInput, message).hint(texts.get("hint-nothing-proposed"))
            }
            Self::NothingToReject(id) => {
                let message = text!(texts, "error-nothing-to-reject", id = id.clone());
                listed(Failure::new(Kind::BadInput, message))
            }
            Self::CandidateGone(id) => {
                let message = text!(texts, "error-candidate-gone", id = id.clone());
                Failure::new(Kind::Conflict, message).hint(texts.get("hint-candidate-gone"))
            }
            Self::NoPair(id) => {
                let message = text!(texts, "error-no-pair", id = id.clone());
                Failure::new(Kind::BadInput, message)
            }
            Self::OtherAmount { row, transaction } => {
                let message = text!(
                    texts,
                    "error-other-amount",
                    row = row.clone(),
                    transaction = transaction.clone()
                );
                Failure::new(Kind::BadInput, message).hint(texts.get("hint-other-amount"))
            }
            Self::NoCategory(id) => {
                let message = text!(texts, "error-takes-no-category", id = id.clone());
                Failure::new(Kind::BadInput, message)
            }
        }
    }
}
