//! The provider's discovery document (`OpenID` Connect Discovery, section 4).
//!
//! Its issuer has to be the one that was asked for, to the letter. It is kept for an hour; a failure
//! is not kept.

use std::sync::Arc;
use std::time::{Duration, Instant};

use serde::Deserialize;
use tokio::sync::Mutex;
use url::Url;

use super::ProviderError;
use super::fetch::{Fetcher, trusted};

const AGE: Duration = Duration::from_hours(1);
const WHAT: &str = "discovery document";

/// What we need of it.
#[derive(Debug)]
pub(crate) struct Document {
    pub(crate) authorization_endpoint: Url,
    pub(crate) token_endpoint: Url,
    pub(crate) jwks_uri: Url,
    pub(crate) userinfo_endpoint: Option<Url>,
    /// The client's secret goes into the form, since the header is not taken.
    pub(crate) secret_in_form: bool,
}

/// As it comes.
#[derive(Deserialize)]
struct Said {
    issuer: String,
    authorization_endpoint: String,
    token_endpoint: String,
    jwks_uri: String,
    userinfo_endpoint: Option<String>,
    token_endpoint_auth_methods_supported: Option<Vec<String>>,
}

/// The document, once it was fetched.
#[derive(Debug, Default)]
pub(crate) struct Discovery {
    kept: Mutex<Option<(Instant, Arc<Document>)>>,
}

impl Discovery {
    /// The document, kept or fetched; who comes meanwhile waits for the same fetch.
    pub(crate) async fn document(
        &self,
        fetcher: &Fetcher,
        issuer: &str,
    ) -> Result<Arc<Document>, ProviderError> {
        let mut kept = self.kept.lock().await;
        if let Some((since, document)) = &*kept
            && since.elapsed() < AGE
        {
            return Ok(Arc::clone(document));
        }
        let base = issuer.trim_end_matches('/');
        let place = trusted(&format!("{base}/.well-known/openid-configuration"))?;
        let said: Said = fetcher.get(&place, None, WHAT).await?;
        let document = Arc::new(read(&said, issuer)?);
        *kept = Some((Instant::now(), Arc::clone(&document)));
        Ok(document)
    }
}

fn read(said: &Said, issuer: &str) -> Result<Document, ProviderError> {
    if said.issuer != issuer {
        return Err(ProviderError::broken(WHAT, "it is of another issuer"));
    }
    let place = |text: &str| {
        let plain = issuer.starts_with("http:");
        let found = trusted(text)
            .ok()
            .filter(|url| plain || url.scheme() == "https");
        found.ok_or(ProviderError::broken(WHAT, "an endpoint is not https"))
    };
    let takes = |method: &str| {
        let methods = said.token_endpoint_auth_methods_supported.as_ref();
        methods.is_some_and(|all| all.iter().any(|one| one == method))
    };
    Ok(Document {
        authorization_endpoint: place(&said.authorization_endpoint)?,
        token_endpoint: place(&said.token_endpoint)?,
        jwks_uri: place(&said.jwks_uri)?,
        userinfo_endpoint: said.userinfo_endpoint.as_deref().map(place).transpose()?,
        secret_in_form: takes("client_secret_post") && !takes("client_secret_basic"),
    })
}
