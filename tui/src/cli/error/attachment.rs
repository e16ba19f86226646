//! Files that were not kept, or not found.

use ops::attachment::AttachmentError;

use super::{Explain, Failure, Kind};
use crate::i18n::{Texts, text};
use crate::present;

impl Explain for AttachmentError {
    fn explain(&self, texts: &Texts) -> Failure {
        match self {
            Self::TooLarge { name, bytes } => {
                let bytes =
                    present::bytes(u64::try_from(*bytes).unwrap_or(u64::MAX), texts.language());
                let most = domain::attachment::MAX_BYTES;
                let most =
                    present::bytes(u64::try_from(most).unwrap_or(u64::MAX), texts.language());
                let message = text!(
                    texts,
                    "error-attachment-large",
                    name = name.clone(),
                    bytes = bytes,
                    most = most
                );
                Failure::new(Kind::BadInput, message).hint(texts.get("hint-attachment-large"))
            }
            Self::Empty(name) => {
                let message = text!(texts, "error-attachment-empty", name = name.clone());
                Failure::new(Kind::BadInput, message)
            }
            Self::NoName => Failure::new(Kind::BadInput, texts.get("error-attachment-name")),
            Self::Known(name) => {
                let message = text!(texts, "error-attachment-known", name = name.clone());
                Failure::new(Kind::Conflict, message)
            }
            Self::Lost(name) => {
                let message = text!(texts, "error-attachment-lost", name = name.clone());
                Failure::new(Kind::Integrity, message).hint(texts.get("hint-attachment-lost"))
            }
            Self::Lookup(error) => error.explain(texts),
            Self::Store(error) => error.explain(texts),
        }
    }
}
