//! Requests to the provider: small JSON answers, no redirections, TLS by rustls with ring alone.

use std::sync::Arc;

use http_body_util::{BodyExt as _, Full, Limited};
use hyper_rustls::{ConfigBuilderExt as _, HttpsConnector, HttpsConnectorBuilder};
use hyper_server::body::Bytes;
use hyper_server::header::{ACCEPT, USER_AGENT};
use hyper_server::{Method, Request, StatusCode};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use rustls::ClientConfig;
use serde::de::DeserializeOwned;
use url::{Host, Url};

use super::{LIMIT, ProviderError};

/// The longest answer that is read.
const ANSWER: usize = 256 * 1024;

/// The client.
#[derive(Clone, Debug)]
pub(crate) struct Fetcher {
    client: Client<HttpsConnector<HttpConnector>, Full<Bytes>>,
}

/// An answer that was read to its end.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    body: Bytes,
}

impl Answer {
    /// What it says in JSON.
    pub(crate) fn json<T: DeserializeOwned>(&self, what: &'static str) -> Result<T, ProviderError> {
        serde_json::from_slice(&self.body)
            .map_err(|_| ProviderError::broken(what, "it is not the JSON that was expected"))
    }
}

impl Fetcher {
    /// Reads this machine's root certificates only if they are needed.
    pub(crate) fn new(tls: bool) -> Result<Self, ProviderError> {
        let mut tcp = HttpConnector::new();
        tcp.enforce_http(false);
        tcp.set_nodelay(true);
        tcp.set_connect_timeout(Some(LIMIT));
        let config = config(tls).map_err(ProviderError::Tls)?;
        let connector = HttpsConnectorBuilder::new()
            .with_tls_config(config)
            .https_or_http()
            .enable_http1()
            .wrap_connector(tcp);
        // A connection that waits may be closed by the provider while a code is sent on it, and a
        // code is not sent twice; so none waits.
        let client = Client::builder(TokioExecutor::new())
            .pool_max_idle_per_host(0)
            .build(connector);
        Ok(Self { client })
    }

    /// Fetches a document that has to be there.
    pub(crate) async fn get<T: DeserializeOwned>(
        &self,
        url: &Url,
        bearer: Option<&str>,
        what: &'static str,
    ) -> Result<T, ProviderError> {
        let bearer = bearer.map(|token| format!("Bearer {token}"));
        let answer = self.send(Method::GET, url, bearer, None).await?;
        if answer.status != StatusCode::OK {
            return Err(ProviderError::broken(what, "its status is not 200"));
        }
        answer.json(what)
    }

    /// Sends a form.
    pub(crate) async fn post(
        &self,
        url: &Url,
        authorization: Option<String>,
        form: String,
    ) -> Result<Answer, ProviderError> {
        self.send(Method::POST, url, authorization, Some(form))
            .await
    }

    async fn send(
        &self,
        method: Method,
        url: &Url,
        authorization: Option<String>,
        form: Option<String>,
    ) -> Result<Answer, ProviderError> {
        let mut request = Request::builder()
            .method(method)
            .uri(url.as_str())
            .header(ACCEPT, "application/json")
            .header(
                USER_AGENT,
                concat!("luka-server/", env!("CARGO_PKG_VERSION")),
            );
        if let Some(value) = authorization {
            request = request.header("authorization", value);
        }
        if form.is_some() {
            request = request.header("content-type", "application/x-www-form-urlencoded");
        }
        let request = request
            .body(Full::from(form.unwrap_or_default()))
            .map_err(|error| ProviderError::Unreachable(error.into()))?;
        let response = self.client.request(request).await;
        let response = response.map_err(|error| ProviderError::Unreachable(error.into()))?;
        let status = response.status();
        let body = Limited::new(response.into_body(), ANSWER).collect().await;
        let body = body.map_err(ProviderError::Unreachable)?.to_bytes();
        Ok(Answer { status, body })
    }
}

/// An address that tokens and codes may go to: `https`, or `http` to a loopback literal.
pub(crate) fn trusted(text: &str) -> Result<Url, ProviderError> {
    let url = Url::parse(text).map_err(|_| ProviderError::Settings("an address is none"))?;
    let loopback = match url.host() {
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        _ => false,
    };
    if url.scheme() == "https" || (url.scheme() == "http" && loopback) {
        Ok(url)
    } else {
        Err(ProviderError::Settings(
            "an address is neither https nor a loopback literal",
        ))
    }
}

fn config(tls: bool) -> std::io::Result<ClientConfig> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let builder = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(std::io::Error::other)?;
    let builder = if tls {
        builder.with_native_roots()?
    } else {
        builder.with_root_certificates(rustls::RootCertStore::empty())
    };
    Ok(builder.with_no_client_auth())
}
