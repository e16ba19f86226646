//! The key agent: asking it, becoming it, being it.

use ops::session::agent::{AgentError, BindError, Refusal, ServeError};

use super::system::path_failure;
use super::{Explain, Failure, Kind};
use crate::i18n::{Texts, text};

impl Explain for AgentError {
    fn explain(&self, texts: &Texts) -> Failure {
        match self {
            Self::Private(error) => error.explain(texts),
            Self::ForeignAgent { path, .. } => {
                let path = path.display().to_string();
                let message = text!(texts, "error-agent-foreign", path = path.clone());
                Failure::new(Kind::Failed, message).hint(text!(texts, "hint-remove", path = path))
            }
            Self::Refused(refusal) => refusal.explain(texts),
            Self::Nonsense => Failure::new(Kind::Failed, texts.get("error-agent-nonsense"))
                .hint(texts.get("hint-agent-restart")),
            Self::Broken(_) => Failure::new(Kind::Failed, texts.get("error-agent-broken"))
                .hint(texts.get("hint-agent-again")),
        }
    }
}

impl Explain for Refusal {
    fn explain(&self, texts: &Texts) -> Failure {
        match self {
            Self::TooLong => Failure::new(Kind::BadInput, texts.get("error-agent-too-long"))
                .hint(texts.get("hint-agent-too-long")),
            Self::Full => Failure::new(Kind::Conflict, texts.get("error-agent-full"))
                .hint(texts.get("hint-agent-restart")),
            Self::Malformed | Self::Version => {
                Failure::new(Kind::Failed, texts.get("error-agent-nonsense"))
                    .hint(texts.get("hint-agent-restart"))
            }
        }
    }
}

impl Explain for BindError {
    fn explain(&self, texts: &Texts) -> Failure {
        match self {
            Self::AlreadyRunning => Failure::new(Kind::Conflict, texts.get("error-agent-running"))
                .hint(texts.get("hint-agent-again")),
            Self::Private(error) => error.explain(texts),
            Self::Listen { path, source } => path_failure(texts, path, source),
        }
    }
}

impl Explain for ServeError {
    fn explain(&self, texts: &Texts) -> Failure {
        Failure::new(Kind::Failed, texts.get("error-agent-broken"))
    }
}
