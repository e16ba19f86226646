//! Keys and secrets: a wrong passphrase says the same thing whatever was wrong.

use ops::session::head::HeadError;
use ops::session::secret::RecoveryCodeError;
use ops::session::slots::{KdfError, KeyFileError, SlotKind, UnlockError, WrapError};

use super::{Explain, Failure, Kind};
use crate::i18n::{Texts, text};

impl Explain for UnlockError {
    fn explain(&self, texts: &Texts) -> Failure {
        match self {
            Self::WrongSecret {
                kind: SlotKind::Passphrase,
            } => Failure::new(Kind::Locked, texts.get("error-wrong-passphrase"))
                .hint(texts.get("hint-wrong-passphrase")),
            Self::WrongSecret {
                kind: SlotKind::Recovery,
            } => Failure::new(Kind::Locked, texts.get("error-wrong-recovery"))
                .hint(texts.get("hint-wrong-recovery")),
            Self::NoSlot { .. } => Failure::new(Kind::Locked, texts.get("error-no-slot")),
            Self::Kdf(error) => error.explain(texts),
        }
    }
}

impl Explain for KdfError {
    fn explain(&self, texts: &Texts) -> Failure {
        match self {
            Self::OutOfMemory { m_kib } => {
                let mib = (m_kib / 1024).to_string();
                Failure::new(Kind::Failed, text!(texts, "error-kdf-memory", mib = mib))
            }
            Self::Refused(_) => Failure::new(Kind::Integrity, texts.get("error-keys-damaged"))
                .hint(texts.get("hint-keys-damaged")),
        }
    }
}

impl Explain for WrapError {
    fn explain(&self, texts: &Texts) -> Failure {
        match self {
            Self::EmptyPassphrase => {
                Failure::new(Kind::BadInput, texts.get("error-empty-passphrase"))
            }
            Self::ForeignKey => Failure::new(Kind::Integrity, texts.get("error-foreign-key")),
            Self::Random(_) => Failure::new(Kind::Failed, texts.get("error-no-randomness")),
            Self::Kdf(error) => error.explain(texts),
            Self::Cipher => Failure::new(Kind::Failed, texts.get("error-cipher")),
        }
    }
}

impl Explain for KeyFileError {
    fn explain(&self, texts: &Texts) -> Failure {
        match self {
            Self::Private(error) if error.is_not_found() => {
                Failure::new(Kind::Integrity, texts.get("error-keys-missing"))
                    .hint(texts.get("hint-keys-damaged"))
            }
            Self::Private(error) => error.explain(texts),
            Self::UnknownVersion { .. }
            | Self::UnknownKind { .. }
            | Self::UnknownAlgorithm { .. } => {
                Failure::new(Kind::Failed, texts.get("error-newer")).hint(texts.get("hint-newer"))
            }
            Self::TooLong { .. }
            | Self::Malformed(_)
            | Self::Field { .. }
            | Self::DuplicateSlot { .. }
            | Self::NoPassphraseSlot
            | Self::KdfTooWeak { .. }
            | Self::KdfTooCostly { .. } => {
                Failure::new(Kind::Integrity, texts.get("error-keys-damaged"))
                    .hint(texts.get("hint-keys-damaged"))
            }
        }
    }
}

impl Explain for HeadError {
    fn explain(&self, texts: &Texts) -> Failure {
        match self {
            Self::Private(error) => error.explain(texts),
            Self::Damaged { path } => {
                let path = path.display().to_string();
                Failure::new(
                    Kind::Integrity,
                    text!(texts, "error-head-damaged", path = path),
                )
                .hint(texts.get("hint-integrity"))
            }
        }
    }
}

impl Explain for RecoveryCodeError {
    fn explain(&self, texts: &Texts) -> Failure {
        let message = match self {
            Self::Length { found } => {
                text!(texts, "error-recovery-length", found = found.to_string())
            }
            Self::ForeignCharacter { character } => {
                text!(
                    texts,
                    "error-recovery-character",
                    character = character.to_string()
                )
            }
            Self::Mistyped => texts.get("error-recovery-mistyped"),
        };
        Failure::new(Kind::BadInput, message).hint(texts.get("hint-recovery"))
    }
}
