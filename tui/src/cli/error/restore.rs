//! JSON exports that could not be brought back, and exports that could not be written.

use ops::export::{ExportError, WriteError};
use ops::restore::{ReadBookError, RestoreError};
use ops::session::StoreError;

use super::system::reason;
use super::{Explain, Failure, Kind};
use crate::i18n::{Texts, text};

impl Explain for ExportError {
    fn explain(&self, texts: &Texts) -> Failure {
        match self {
            Self::Write(error) => error.explain(texts),
            Self::Lookup(error) => error.explain(texts),
            Self::Store(error) => error.explain(texts),
        }
    }
}

impl Explain for WriteError {
    fn explain(&self, texts: &Texts) -> Failure {
        match self {
            Self::Io(error) => error.explain(texts),
            Self::Csv(error) => match error.kind() {
                csv::ErrorKind::Io(error) => error.explain(texts),
                _ => Failure::new(Kind::Failed, texts.get("error-export")),
            },
            Self::Json(error) => match error.io_error_kind() {
                Some(kind) => std::io::Error::from(kind).explain(texts),
                None => Failure::new(Kind::Failed, texts.get("error-export")),
            },
            Self::MixedCurrencies(_) => {
                Failure::new(Kind::BadInput, texts.get("error-export-currencies"))
                    .hint(texts.get("hint-export-other"))
            }
            Self::Money(error) => error.explain(texts),
            Self::Missing(_) | Self::UnknownCurrency(_) | Self::SameName(_) => {
                Failure::new(Kind::Integrity, texts.get("error-contradiction"))
                    .hint(texts.get("hint-doctor"))
            }
            Self::OutOfOrder => Failure::new(Kind::Failed, texts.get("error-export")),
        }
    }
}

impl Explain for RestoreError {
    fn explain(&self, texts: &Texts) -> Failure {
        match self {
            Self::NotEmpty => Failure::new(Kind::Conflict, texts.get("error-not-as-made"))
                .hint(texts.get("hint-not-as-made")),
            Self::Document(ReadBookError::Sink(error)) | Self::Store(error) => {
                refused(error, texts)
            }
            Self::Document(error) => document(error, texts),
        }
    }
}

/// A document whose entries contradict each other is no trouble of the ledger.
fn refused(error: &StoreError, texts: &Texts) -> Failure {
    match error {
        StoreError::Constraint(_) => {
            Failure::new(Kind::BadInput, texts.get("error-document-contradicts"))
                .hint(texts.get("hint-document"))
        }
        error => error.explain(texts),
    }
}

fn document(error: &ReadBookError<StoreError>, texts: &Texts) -> Failure {
    let message = match error {
        ReadBookError::Json(error) => match error.io_error_kind() {
            Some(kind) => {
                let reason = reason(&std::io::Error::from(kind));
                let message = text!(texts, "error-document-unread", reason = reason);
                return Failure::new(Kind::Failed, message);
            }
            None => text!(texts, "error-document-json", problem = error.to_string()),
        },
        ReadBookError::Kind => texts.get("error-document-kind"),
        ReadBookError::Version(version) => {
            let version = version.to_string();
            let message = text!(texts, "error-document-version", version = version);
            return Failure::new(Kind::BadInput, message).hint(texts.get("hint-newer"));
        }
        other => text!(texts, "error-document-json", problem = other.to_string()),
    };
    Failure::new(Kind::BadInput, message).hint(texts.get("hint-document"))
}
