//! Asking the daemon.

use backup::control::ControlError;

use super::{Explain, Failure, Kind};
use crate::i18n::{Texts, text};

impl Explain for ControlError {
    fn explain(&self, texts: &Texts) -> Failure {
        match self {
            Self::Private(error) => error.explain(texts),
            Self::Home(error) => error.explain(texts),
            Self::Foreign { path, .. } => {
                let path = path.display().to_string();
                let message = text!(texts, "error-sync-foreign", path = path.clone());
                Failure::new(Kind::Failed, message).hint(text!(texts, "hint-remove", path = path))
            }
            Self::Version | Self::Nonsense => {
                Failure::new(Kind::Remote, texts.get("error-sync-nonsense"))
                    .hint(texts.get("hint-sync-restart"))
            }
            Self::Broken(_) => Failure::new(Kind::Remote, texts.get("error-sync-broken"))
                .hint(texts.get("hint-sync-again")),
        }
    }
}
