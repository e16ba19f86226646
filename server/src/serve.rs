//! Starts the server, says where it listens, and ends it in good order.

use std::io::Write as _;
use std::net::SocketAddr;
use std::sync::{Arc, OnceLock};

use bytes::Bytes;
use http_body_util::Full;
use hyper_server::Response;
use hyper_server::server::conn::http1;
use hyper_server::service::service_fn;
use hyper_util::rt::TokioIo;
use sqlx_postgres::PgPool;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};

use crate::accounts::sweep;
use crate::context::Context;
use crate::database::{self, AddressError};
use crate::http::{ListenError, Listener, Served};
use crate::limits::Limits;
use crate::metrics::Metrics;
use crate::oidc::{Provider, ProviderError, ProviderSettings};
use crate::passwords::Passwords;
use crate::settings::Settings;
use crate::tokens::{AccessTokens, KeysError};

/// The issuer of access tokens where no public address is set.
const ISSUER: &str = "luka-server";

/// Why the server did not start.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ServeError {
    #[error(transparent)]
    Address(#[from] AddressError),
    #[error("the database can't be brought up to date: {0}")]
    Migrate(#[source] sqlx_core::migrate::MigrateError),
    #[error("the signing keys: {0}")]
    Keys(#[from] KeysError),
    #[error(transparent)]
    Listen(#[from] ListenError),
    #[error(transparent)]
    Provider(#[from] ProviderError),
    #[error("no threads for passwords: {0}")]
    Passwords(#[source] crate::refusal::Refusal),
    #[error("the metrics' address {address} can't be listened on: {source}")]
    Metrics {
        address: SocketAddr,
        source: std::io::Error,
    },
    #[error("{0}")]
    Io(#[from] std::io::Error),
}

/// Serves until SIGTERM or SIGINT.
pub(crate) async fn serve(settings: Settings) -> Result<Served, ServeError> {
    let mut told = (
        signal(SignalKind::terminate())?,
        signal(SignalKind::interrupt())?,
    );
    allow_many_files();
    let pool = database::pool(&settings.database_url, settings.database_connections)?;
    database::migrate(&pool)
        .await
        .map_err(ServeError::Migrate)?;
    let listener = Listener::bind(settings.listen, settings.tls.as_ref()).await?;
    let address = listener.address()?;
    let context = Arc::new(context(settings, pool.clone(), address)?);
    let sweeping = tokio::spawn(sweep::run(pool.clone()));
    if let Some(address) = context.settings.metrics_listen {
        let listener = TcpListener::bind(address)
            .await
            .map_err(|source| ServeError::Metrics { address, source })?;
        say(&listener, "metrics")?;
        tokio::spawn(serve_metrics(listener, Arc::clone(&context)));
    }
    say_address(address, "listening")?;
    let end = async move {
        tokio::select! {
            _ = told.0.recv() => (),
            _ = told.1.recv() => (),
        }
        tracing::info!("ending");
    };
    let served = listener.serve(context, end).await;
    sweeping.abort();
    pool.close().await;
    Ok(served)
}

/// A connection is an open file: as many as the machine allows, not as many as a shell begins with.
fn allow_many_files() {
    use rustix::process::{Resource, getrlimit, setrlimit};
    let mut limit = getrlimit(Resource::Nofile);
    limit.current = limit.maximum;
    if let Err(error) = setrlimit(Resource::Nofile, limit) {
        tracing::warn!(%error, "no more open files than at the start");
    }
}

fn context(settings: Settings, pool: PgPool, address: SocketAddr) -> Result<Context, ServeError> {
    let issuer = settings.public_url.as_ref();
    let issuer = issuer
        .map_or(ISSUER, |url| url.as_str().trim_end_matches('/'))
        .to_owned();
    let access = AccessTokens::open(&settings.keys_dir, settings.algorithm, issuer)?;
    let scheme = if settings.tls.is_some() {
        "https"
    } else {
        "http"
    };
    let provider = settings.provider.clone().map(|provider| {
        Provider::new(ProviderSettings {
            issuer: provider.issuer,
            client_id: provider.client_id,
            client_secret: Some(provider.client_secret),
        })
    });
    let provider = provider.transpose()?;
    let own_url = OnceLock::new();
    let _ = own_url.set(format!("{scheme}://{address}"));
    Ok(Context {
        settings,
        pool,
        access,
        passwords: Passwords::start().map_err(ServeError::Passwords)?,
        limits: Limits::default(),
        metrics: Metrics::default(),
        provider,
        own_url,
    })
}

fn say(listener: &TcpListener, what: &str) -> std::io::Result<()> {
    say_address(listener.local_addr()?, what)
}

/// One line of JSON on stdout: who started it may wait for it.
fn say_address(address: SocketAddr, what: &str) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{{\"{what}\":\"{address}\"}}")?;
    out.flush()
}

/// `/metrics` on a listener of its own, which the world need not see.
async fn serve_metrics(listener: TcpListener, context: Arc<Context>) {
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            continue;
        };
        let context = Arc::clone(&context);
        tokio::spawn(async move {
            let service = service_fn(|_| async {
                let (all, idle) = (context.pool.size(), context.pool.num_idle());
                let text = Bytes::from(context.metrics.text(all, idle));
                Ok::<_, std::convert::Infallible>(Response::new(Full::new(text)))
            });
            // Who asks for metrics asks again.
            let _ = http1::Builder::new()
                .serve_connection(TokioIo::new(stream), service)
                .await;
        });
    }
}
