//! Why no version was made, and why the versions could not be listed or pruned.

use std::io;

use backup::{BackupError, CatalogError, ImageError, PruneError};
use ops::session::StoreError;

use super::system::path_failure;
use super::{Explain, Failure, Kind};
use crate::i18n::{Texts, text};

impl Explain for BackupError {
    fn explain(&self, texts: &Texts) -> Failure {
        match self {
            Self::Image(error) => error.explain(texts),
            Self::Remote(error) => error.explain(texts),
            Self::Home(error) => error.explain(texts),
            Self::Site(error) => error.explain(texts),
            Self::KeyFile(error) => error.explain(texts),
            Self::Private(error) => error.explain(texts),
            Self::AnotherLedger => {
                Failure::new(Kind::Conflict, texts.get("error-backup-key-foreign"))
                    .hint(texts.get("hint-backup-key"))
            }
            Self::Staging { path, source } if source.kind() == io::ErrorKind::StorageFull => {
                let path = path.display().to_string();
                Failure::new(
                    Kind::Failed,
                    text!(texts, "error-staging-full", path = path),
                )
                .hint(texts.get("hint-disk-full"))
            }
            Self::Staging { path, source } => path_failure(texts, path, source),
            Self::TooLarge => Failure::new(Kind::Failed, texts.get("error-version-too-large")),
            Self::Broken => Failure::new(Kind::Failed, texts.get("error-backup-broken"))
                .hint(texts.get("hint-busy")),
            Self::NothingThere => Failure::new(Kind::Failed, texts.get("error-nothing-there")),
            Self::Seal(_) => Failure::new(Kind::Failed, texts.get("error-cipher")),
            Self::Cancelled => Failure::new(Kind::Interrupted, ""),
        }
    }
}

impl Explain for ImageError {
    fn explain(&self, texts: &Texts) -> Failure {
        match self {
            Self::NoLedger(path) => StoreError::NoLedger(path.clone()).explain(texts),
            Self::Busy => StoreError::Busy.explain(texts),
            Self::Damaged { path, .. } => {
                let path = path.display().to_string();
                Failure::new(
                    Kind::Integrity,
                    text!(texts, "error-image-damaged", path = path),
                )
                .hint(texts.get("hint-integrity"))
            }
            Self::Io { path, source } => path_failure(texts, path, source),
        }
    }
}

impl Explain for CatalogError {
    fn explain(&self, texts: &Texts) -> Failure {
        match self {
            Self::Remote(error) => error.explain(texts),
            Self::Site(error) => error.explain(texts),
        }
    }
}

impl Explain for PruneError {
    fn explain(&self, texts: &Texts) -> Failure {
        match self {
            Self::Outdated => Failure::new(Kind::Conflict, texts.get("error-prune-outdated"))
                .hint(texts.get("hint-stale")),
            Self::Catalog(error) => error.explain(texts),
            Self::Remote(error) => error.explain(texts),
            Self::Site(error) => error.explain(texts),
        }
    }
}
