//! One exchange: a request out, an answer in, within a time and a size. It knows nothing of accounts.
//!
//! HTTP/1.1 over TLS by rustls with ring alone. Redirects are not followed: a token goes to the one
//! server and nowhere else.

use std::io;
use std::time::Duration;

use http_body_util::{BodyExt as _, Full, Limited};
use hyper::body::Bytes;
use hyper::header::{ETAG, HeaderMap, RETRY_AFTER};
use hyper::{Request, Response};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use serde::de::DeserializeOwned;
use tokio::time::{sleep, timeout};

use super::error::ClientError;
use super::{Limits, Pin, ServerAddress, tls};

/// The longest answer that is read: a hundred documents of 64 KiB, and what is around them.
const ANSWER: usize = 8 << 20;
/// A connection that was idle for longer is not used again.
const IDLE: Duration = Duration::from_secs(20);
/// Longer than this nobody waits because a server says so.
const LONGEST_WAIT: Duration = Duration::from_secs(5);

/// The connections, and their limits.
pub(super) struct Wire {
    client: legacy::Client<HttpsConnector<HttpConnector>, Full<Bytes>>,
    limits: Limits,
}

/// An answer that was read to its end.
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) headers: HeaderMap,
    pub(super) body: Bytes,
}

impl Wire {
    pub(super) fn new(
        address: &ServerAddress,
        pin: Option<Pin>,
        limits: Limits,
    ) -> io::Result<Self> {
        let mut tcp = HttpConnector::new();
        tcp.enforce_http(false);
        tcp.set_nodelay(true);
        tcp.set_connect_timeout(Some(limits.connect));
        let builder =
            HttpsConnectorBuilder::new().with_tls_config(tls::config(address.is_https(), pin)?);
        let builder = if address.is_https() {
            builder.https_only()
        } else {
            builder.https_or_http()
        };
        let client = legacy::Client::builder(TokioExecutor::new())
            .pool_idle_timeout(IDLE)
            .pool_max_idle_per_host(1)
            .build(builder.enable_http1().wrap_connector(tcp));
        Ok(Self { client, limits })
    }

    /// Sends a request and reads the whole answer, whatever its status.
    pub(super) async fn send(&self, request: Request<Full<Bytes>>) -> Result<Answer, ClientError> {
        // Connections that the other side closed while nobody looked are noticed now.
        tokio::task::yield_now().await;
        let exchange = async {
            let answer = self.client.request(request).await;
            read(answer.map_err(|error| ClientError::of_connection(&error))?).await
        };
        let late = |_| ClientError::Unreachable { what: "timed out" };
        timeout(self.limits.exchange, exchange)
            .await
            .map_err(late)?
    }

    /// Sends a request that may be repeated; what passes is tried again.
    pub(super) async fn insist(
        &self,
        request: &Request<Full<Bytes>>,
    ) -> Result<Answer, ClientError> {
        let mut delay = self.limits.delay;
        let mut left = self.limits.tries;
        loop {
            let outcome = self.send(request.clone()).await;
            let error = match outcome.and_then(Answer::if_not_passing) {
                Err(error) if error.is_retryable() && left > 1 => error,
                outcome => return outcome,
            };
            let wait = match error {
                ClientError::Busy {
                    retry_after: Some(asked),
                } if asked > LONGEST_WAIT => return Err(error),
                ClientError::Busy {
                    retry_after: Some(asked),
                } => asked,
                _ => delay / 2 + some_of(delay / 2),
            };
            sleep(wait).await;
            delay *= 2;
            left -= 1;
        }
    }
}

/// A part of a time that chance decides.
fn some_of(time: Duration) -> Duration {
    let most = u64::try_from(time.as_micros()).unwrap_or(u64::MAX);
    Duration::from_micros(fastrand::u64(0..=most))
}

async fn read(answer: Response<hyper::body::Incoming>) -> Result<Answer, ClientError> {
    let (head, body) = answer.into_parts();
    let body = Limited::new(body, ANSWER).collect().await;
    let body = body.map_err(|error| {
        if error.is::<http_body_util::LengthLimitError>() {
            ClientError::Nonsense
        } else {
            ClientError::Unreachable {
                what: "the answer broke off",
            }
        }
    })?;
    Ok(Answer {
        status: head.status.as_u16(),
        headers: head.headers,
        body: body.to_bytes(),
    })
}

impl Answer {
    pub(super) fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }

    /// The error that an answer is which is no success.
    pub(super) fn error(&self) -> ClientError {
        ClientError::of_answer(self.status, self.retry_after(), &self.body)
    }

    /// The answer, when it is a success.
    pub(super) fn success(self) -> Result<Self, ClientError> {
        if self.is_success() {
            Ok(self)
        } else {
            Err(self.error())
        }
    }

    /// The answer, unless it is an error that passes.
    fn if_not_passing(self) -> Result<Self, ClientError> {
        if self.is_success() {
            return Ok(self);
        }
        match self.error() {
            error if error.is_retryable() => Err(error),
            _ => Ok(self),
        }
    }

    /// What it says.
    pub(super) fn json<T: DeserializeOwned>(&self) -> Result<T, ClientError> {
        serde_json::from_slice(&self.body).map_err(|_| ClientError::Nonsense)
    }

    /// The document's version.
    pub(super) fn etag(&self) -> Result<String, ClientError> {
        let etag = self.headers.get(ETAG).and_then(|etag| etag.to_str().ok());
        etag.map(str::to_owned).ok_or(ClientError::Nonsense)
    }

    fn retry_after(&self) -> Option<Duration> {
        let text = self.headers.get(RETRY_AFTER)?.to_str().ok()?;
        text.trim().parse().ok().map(Duration::from_secs)
    }
}
