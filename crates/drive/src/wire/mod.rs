//! The way to the servers: one client over HTTP/1.1, TLS by rustls with ring alone, and a limit on
//! how long nothing may move. It knows nothing of Drive.

mod watched;

use std::future::Future;
use std::io;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use backup::{Progress, RemoteError};
use google_drive3::common;
use http_body_util::BodyExt as _;
use hyper::body::{Bytes, Incoming};
use hyper::{HeaderMap, Request, Response};
use hyper_rustls::{ConfigBuilderExt as _, HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use rustls::ClientConfig;
use tokio::time::timeout;

use crate::fault::Fault;
use crate::pace::Pace;
use watched::{Clock, Watched};

/// How the connections are made.
pub(crate) type Connector = HttpsConnector<Watched>;

/// How often somebody is asked whether to stop.
const SLICE: Duration = Duration::from_millis(200);
/// A connection that was idle for longer is not used again.
const IDLE: Duration = Duration::from_secs(20);
/// The longest answer that is read into memory.
const ANSWER: usize = 16 << 20;

/// The client, and what it counts.
#[derive(Clone)]
pub(crate) struct Wire {
    pub(crate) client: common::Client<Connector>,
    pub(crate) requests: Arc<AtomicU64>,
    clock: Clock,
    patience: Duration,
}

/// An answer that was read to its end.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Answer {
    /// The fault that an answer is which is no success.
    pub(crate) fn fault(&self) -> Fault {
        let body = serde_json::from_slice(&self.body).ok();
        Fault::of_answer(self.status, &self.headers, body.as_ref())
    }

    /// What a success says; one that can't be read was cut.
    pub(crate) fn json<T: serde::de::DeserializeOwned>(&self) -> Result<T, Fault> {
        serde_json::from_slice(&self.body).map_err(|_| Fault::unsure("an answer that was cut"))
    }

    pub(crate) fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }
}

impl Wire {
    /// Makes the client; certificates are read only when `tls` is needed.
    pub(crate) fn new(pace: &Pace, tls: bool) -> io::Result<Self> {
        let clock = Clock::start();
        let mut tcp = HttpConnector::new();
        tcp.enforce_http(false);
        tcp.set_nodelay(true);
        tcp.set_connect_timeout(Some(pace.connect));
        // What lies in the system's buffer counts as sent: little of it, so that the limit on
        // silence means what it says on a slow line.
        tcp.set_send_buffer_size(Some(256 << 10));
        let connector = HttpsConnectorBuilder::new()
            .with_tls_config(config(tls)?)
            .https_or_http()
            .enable_http1()
            .wrap_connector(Watched::new(tcp, clock.clone()));
        let client = legacy::Client::builder(TokioExecutor::new())
            .pool_idle_timeout(IDLE)
            .pool_max_idle_per_host(1)
            .build(connector);
        Ok(Self {
            client,
            requests: Arc::new(AtomicU64::new(0)),
            clock,
            patience: pace.patience,
        })
    }

    /// Waits for work as long as bytes move and nobody wants it to stop.
    pub(crate) async fn patiently<T>(
        &self,
        progress: &dyn Progress,
        work: impl Future<Output = T>,
    ) -> Result<T, Fault> {
        self.clock.touch();
        let mut work = pin!(work);
        loop {
            if progress.is_cancelled() {
                return Err(RemoteError::Cancelled.into());
            }
            let Some(left) = self.patience.checked_sub(self.clock.idle()) else {
                return Err(Fault::unsure("timed out"));
            };
            if let Ok(done) = timeout(left.min(SLICE), &mut work).await {
                return Ok(done);
            }
        }
    }

    /// Sends a request and gives the head of the answer.
    pub(crate) async fn begin(
        &self,
        progress: &dyn Progress,
        request: Request<common::Body>,
    ) -> Result<Response<Incoming>, Fault> {
        // Connections that the other side closed while nobody looked are noticed now.
        tokio::task::yield_now().await;
        self.requests.fetch_add(1, Ordering::Relaxed);
        self.patiently(progress, self.client.request(request))
            .await?
            .map_err(Fault::cut)
    }

    /// Sends a request and reads the whole answer.
    pub(crate) async fn send(
        &self,
        progress: &dyn Progress,
        request: Request<common::Body>,
    ) -> Result<Answer, Fault> {
        let (head, mut body) = self.begin(progress, request).await?.into_parts();
        let mut bytes = Vec::new();
        while let Some(piece) = self.next(progress, &mut body).await? {
            bytes.extend_from_slice(&piece);
            if bytes.len() > ANSWER {
                return Err(Fault::Refused("an answer without end".to_owned()));
            }
        }
        Ok(Answer {
            status: head.status.as_u16(),
            headers: head.headers,
            body: bytes.into(),
        })
    }

    /// The next piece of a body; `None` at its end.
    pub(crate) async fn next(
        &self,
        progress: &dyn Progress,
        body: &mut Incoming,
    ) -> Result<Option<Bytes>, Fault> {
        loop {
            match self.patiently(progress, body.frame()).await? {
                None => return Ok(None),
                Some(Err(error)) => return Err(Fault::cut(error)),
                Some(Ok(frame)) => {
                    if let Ok(bytes) = frame.into_data() {
                        return Ok(Some(bytes));
                    }
                }
            }
        }
    }
}

fn config(tls: bool) -> io::Result<ClientConfig> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let builder = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(io::Error::other)?;
    let builder = if tls {
        builder.with_native_roots()?
    } else {
        builder.with_root_certificates(rustls::RootCertStore::empty())
    };
    Ok(builder.with_no_client_auth())
}
