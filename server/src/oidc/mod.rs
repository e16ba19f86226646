//! Signing in through an identity provider: the relying party of `OpenID` Connect (code flow, PKCE).
//!
//! The provider is named by its issuer alone and found by discovery; its keys are kept and asked for
//! again at most once a minute when a token names one that is not known. Nothing of what it sends is
//! believed before its signature, and nothing takes longer than [`LIMIT`]. Plain HTTP goes to a
//! loopback literal and nowhere else, redirections are not followed.

mod discovery;
mod error;
mod fetch;
mod id_token;
mod jwks;
mod redeem;
#[cfg(test)]
mod tests;

use std::time::Duration;

use secrecy::SecretString;
use tokio::time::timeout;
use url::Url;

use discovery::Discovery;
use fetch::Fetcher;
use jwks::Jwks;

pub(crate) use error::ProviderError;

/// How long anything with the provider may take, all its requests together.
const LIMIT: Duration = Duration::from_secs(8);
/// What is asked for.
const SCOPE: &str = "openid email";

/// Which provider, and who we are there.
#[derive(Clone, Debug)]
pub(crate) struct ProviderSettings {
    /// As it stands in its discovery document and its tokens, to the letter.
    pub(crate) issuer: String,
    /// What the provider calls us.
    pub(crate) client_id: String,
    /// None for a public client.
    pub(crate) client_secret: Option<SecretString>,
}

/// What goes into an authorization request.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    /// Where the provider sends the browser back to; from the settings, never from a request.
    pub(crate) redirect_uri: String,
    /// Comes back with the browser.
    pub(crate) state: String,
    /// Comes back in the ID token.
    pub(crate) nonce: String,
    /// S256 of the PKCE verifier.
    pub(crate) challenge: String,
}

/// What came back with a browser, and what it is measured by.
#[derive(Clone, Copy)]
pub(crate) struct Returned<'a> {
    /// The provider's word.
    pub(crate) code: &'a str,
    /// The PKCE verifier.
    pub(crate) verifier: &'a str,
    /// What the ID token has to carry.
    pub(crate) nonce: &'a str,
    /// The same as in [`Asked`].
    pub(crate) redirect_uri: &'a str,
}

/// Who somebody is, as the provider says. Only issuer and subject name a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Identity {
    /// The issuer.
    pub(crate) issuer: String,
    /// What it calls the person, for ever.
    pub(crate) subject: String,
    /// The address, when there is one that could be one.
    pub(crate) email: Option<String>,
    /// True only where the provider says `true`, not "true".
    pub(crate) email_verified: bool,
}

/// One identity provider.
#[derive(Debug)]
pub(crate) struct Provider {
    settings: ProviderSettings,
    fetcher: Fetcher,
    discovery: Discovery,
    jwks: Jwks,
}

impl Provider {
    /// Makes it without asking anything yet.
    ///
    /// # Errors
    /// The issuer is neither `https` nor a loopback literal, or this machine has no root certificates.
    pub(crate) fn new(settings: ProviderSettings) -> Result<Self, ProviderError> {
        let issuer = fetch::trusted(&settings.issuer)?;
        crate::crypto::install();
        Ok(Self {
            fetcher: Fetcher::new(issuer.scheme() == "https")?,
            settings,
            discovery: Discovery::default(),
            jwks: Jwks::default(),
        })
    }

    /// Where to send a browser.
    pub(crate) async fn authorization_url(&self, asked: &Asked) -> Result<Url, ProviderError> {
        let found = self
            .discovery
            .document(&self.fetcher, &self.settings.issuer);
        let document = timeout(LIMIT, found)
            .await
            .map_err(|_| ProviderError::TimedOut)??;
        let mut url = document.authorization_endpoint.clone();
        url.query_pairs_mut()
            .append_pair("response_type", "code")
            .append_pair("client_id", &self.settings.client_id)
            .append_pair("redirect_uri", &asked.redirect_uri)
            .append_pair("scope", SCOPE)
            .append_pair("state", &asked.state)
            .append_pair("nonce", &asked.nonce)
            .append_pair("code_challenge", &asked.challenge)
            .append_pair("code_challenge_method", "S256");
        Ok(url)
    }

    /// Turns the code that came back into the person, once.
    pub(crate) async fn redeem(&self, returned: Returned<'_>) -> Result<Identity, ProviderError> {
        timeout(LIMIT, self.redeem_patiently(returned))
            .await
            .map_err(|_| ProviderError::TimedOut)?
    }
}
