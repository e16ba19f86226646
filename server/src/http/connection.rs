//! One connection: its requests one after the other, each within limits of size and time.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use hyper_server::header::CACHE_CONTROL;
use hyper_server::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::sync::watch;
use tower::{Layer as _, service_fn};
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{Predicate, SizeAbove};

use super::framing::{HEAD_LIMIT, Heard, Hearing};
use super::service::Service;
use crate::context::Context;

/// How long a head may take, also the first one, also one that comes after a pause.
const HEAD_TIME: Duration = Duration::from_secs(15);
/// The most headers of a request.
const HEADERS: usize = 64;
/// From so many bytes on it is worth compressing.
const COMPRESS_ABOVE: u16 = 1024;

/// What may be compressed: nothing that may hold a secret (BREACH).
#[derive(Clone, Copy)]
struct Keepable;

impl Predicate for Keepable {
    fn should_compress<B>(&self, response: &http::Response<B>) -> bool
    where
        B: http_body::Body,
    {
        response
            .headers()
            .get(CACHE_CONTROL)
            .is_none_or(|value| value != "no-store")
    }
}

/// Serves until the other side goes, breaks a rule, or the server ends.
pub(super) async fn serve<S>(
    stream: S,
    peer: std::net::IpAddr,
    context: Arc<Context>,
    mut ending: watch::Receiver<bool>,
) where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let heard = Heard::default();
    let service = Service {
        context,
        peer,
        heard: heard.clone(),
    };
    let answer = service_fn(move |request| {
        let service = service.clone();
        async move { Ok::<_, Infallible>(service.serve(request).await) }
    });
    let compress =
        CompressionLayer::new().compress_when(SizeAbove::new(COMPRESS_ABOVE.into()).and(Keepable));
    let service = TowerToHyperService::new(compress.layer(answer));
    let stream = TokioIo::new(Hearing::new(stream, heard));
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD_TIME)
        .max_headers(HEADERS)
        .max_buf_size(HEAD_LIMIT)
        .half_close(false)
        .serve_connection(stream, service);
    tokio::pin!(connection);
    // What ends a connection is the other side's doing; there is nobody to tell.
    let is_over = tokio::select! {
        _ = &mut connection => true,
        () = told(&mut ending) => false,
    };
    if !is_over {
        connection.as_mut().graceful_shutdown();
        let _ = connection.await;
    }
}

/// Until the server is told to end.
pub(super) async fn told(ending: &mut watch::Receiver<bool>) {
    // A server that is gone has ended as well.
    let _ = ending.wait_for(|ending| *ending).await;
}
