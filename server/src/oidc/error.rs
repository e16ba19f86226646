//! Why a sign-in through the provider did not succeed.

/// Whose fault it is decides the answer: the provider's (502) or what somebody brought (400).
#[derive(Debug, thiserror::Error)]
pub(crate) enum ProviderError {
    /// Before anything was asked: the settings can't work.
    #[error("the identity provider's settings: {0}")]
    Settings(&'static str),
    /// This machine's TLS.
    #[error("TLS for the identity provider: {0}")]
    Tls(#[source] std::io::Error),
    /// It took too long.
    #[error("the identity provider did not answer in time")]
    TimedOut,
    /// No connection, or one that broke.
    #[error("the identity provider can't be reached: {0}")]
    Unreachable(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// An answer that is none.
    #[error("the identity provider's {what} can't be used: {why}")]
    Broken {
        /// Which answer.
        what: &'static str,
        /// What is wrong with it.
        why: &'static str,
    },
    /// The provider does not take the code.
    #[error("the identity provider refused the code")]
    Refused,
    /// An ID token that proves nothing.
    #[error("the ID token was refused: {0}")]
    Untrusted(&'static str),
}

impl ProviderError {
    /// True where the one who signs in can't help it: 502.
    pub(crate) fn is_the_providers(&self) -> bool {
        !matches!(self, Self::Refused | Self::Untrusted(_))
    }

    /// An answer that is none.
    pub(crate) fn broken(what: &'static str, why: &'static str) -> Self {
        Self::Broken { what, why }
    }
}
