//! Why a version could not be rebuilt, or not be put where it was wanted.

use backup::{ManifestError, ObjectError, PlaceError, RebuildError};

use super::system::path_failure;
use super::{Explain, Failure, Kind};
use crate::i18n::{Texts, text};

impl Explain for RebuildError {
    fn explain(&self, texts: &Texts) -> Failure {
        match self {
            Self::Remote(error) => error.explain(texts),
            Self::Object(error) => error.explain(texts),
            Self::NoVersion { name } => Failure::new(
                Kind::NotFound,
                text!(texts, "error-no-version", id = name.id_text()),
            )
            .hint(texts.get("hint-version")),
            Self::WrongDigest { name } => {
                let message = text!(texts, "error-version-differs", name = name.as_str());
                Failure::new(Kind::Integrity, message).hint(texts.get("hint-object"))
            }
            Self::Head => Failure::new(Kind::Integrity, texts.get("error-version-head"))
                .hint(texts.get("hint-object")),
            Self::Io { path, source } => path_failure(texts, path, source),
            Self::Private(error) => error.explain(texts),
            Self::Site(error) => error.explain(texts),
        }
    }
}

impl Explain for ObjectError {
    fn explain(&self, texts: &Texts) -> Failure {
        match self {
            Self::Remote(error) => error.explain(texts),
            Self::Manifest {
                source: ManifestError::Newer { .. },
                ..
            } => Failure::new(Kind::Failed, texts.get("error-version-newer"))
                .hint(texts.get("hint-newer")),
            Self::NotAuthentic { name } | Self::Manifest { name, .. } => {
                let message = text!(texts, "error-object-damaged", name = name.as_str());
                Failure::new(Kind::Integrity, message).hint(texts.get("hint-object"))
            }
        }
    }
}

impl Explain for PlaceError {
    fn explain(&self, texts: &Texts) -> Failure {
        match self {
            Self::Exists(path) => {
                let path = path.display().to_string();
                Failure::new(
                    Kind::Conflict,
                    text!(texts, "error-ledger-exists", path = path),
                )
                .hint(texts.get("hint-restore-elsewhere"))
            }
            Self::Occupied(path) => {
                let path = path.display().to_string();
                Failure::new(Kind::Conflict, text!(texts, "error-occupied", path = path))
                    .hint(texts.get("hint-occupied"))
            }
            Self::InUse(path) => {
                let path = path.display().to_string();
                Failure::new(
                    Kind::Conflict,
                    text!(texts, "error-ledger-in-use", path = path),
                )
                .hint(texts.get("hint-ledger-in-use"))
            }
            Self::Io { path, source } => path_failure(texts, path, source),
        }
    }
}
