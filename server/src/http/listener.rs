//! Accepts connections, plain or with TLS, and ends in good order.

use std::io;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use rustls::ServerConfig;
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tokio::task::JoinSet;
use tokio_rustls::TlsAcceptor;

use super::connection;
use crate::context::Context;
use crate::settings::Tls;

/// Connections at once.
const CONNECTIONS: usize = 12_000;
/// How long somebody may be connected without having said anything.
const SILENCE: Duration = Duration::from_mins(3);
/// How long a TLS handshake may take.
const HANDSHAKE: Duration = Duration::from_secs(10);
/// How long requests that are being answered may go on once the server is told to end.
const GRACE: Duration = Duration::from_secs(10);

/// Why the server does not listen.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ListenError {
    #[error("{address} can't be listened on: {source}")]
    Address {
        address: SocketAddr,
        source: io::Error,
    },
    #[error("{path} can't be read: {source}")]
    Pem {
        path: PathBuf,
        source: rustls::pki_types::pem::Error,
    },
    #[error("certificate and key can't be used: {0}")]
    Tls(#[from] rustls::Error),
}

/// A socket that is listened on.
pub(crate) struct Listener {
    socket: TcpListener,
    tls: Option<TlsAcceptor>,
}

/// How it went on after being told to end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Served {
    /// Every request was answered.
    All,
    /// Some took too long, and were cut off.
    Most,
}

impl Listener {
    /// Listens.
    pub(crate) async fn bind(address: SocketAddr, tls: Option<&Tls>) -> Result<Self, ListenError> {
        let tls = tls.map(acceptor).transpose()?;
        let socket = TcpListener::bind(address)
            .await
            .map_err(|source| ListenError::Address { address, source })?;
        Ok(Self { socket, tls })
    }

    /// Where, with the port that was picked.
    pub(crate) fn address(&self) -> io::Result<SocketAddr> {
        self.socket.local_addr()
    }

    /// Serves until `end`.
    pub(crate) async fn serve(
        self,
        context: Arc<Context>,
        end: impl Future<Output = ()>,
    ) -> Served {
        let room = Arc::new(Semaphore::new(CONNECTIONS));
        let (told, ending) = watch::channel(false);
        let mut connections = JoinSet::new();
        tokio::pin!(end);
        loop {
            let accepted = tokio::select! {
                () = &mut end => break,
                accepted = self.socket.accept() => accepted,
                Some(_) = connections.join_next() => continue,
            };
            let Ok((stream, peer)) = accepted else {
                // Out of file descriptors, most likely: some will be free in a moment.
                tokio::time::sleep(Duration::from_millis(50)).await;
                continue;
            };
            // Without room the connection is closed at once, so that a queue can't grow.
            if let Ok(place) = Arc::clone(&room).try_acquire_owned() {
                let (tls, context) = (self.tls.clone(), Arc::clone(&context));
                let ending = ending.clone();
                connections.spawn(welcome(stream, peer, tls, context, ending, place));
            }
        }
        drop(self.socket);
        // Nobody left to be told is no error.
        let _ = told.send(true);
        let all = async { while connections.join_next().await.is_some() {} };
        match tokio::time::timeout(GRACE, all).await {
            Ok(()) => Served::All,
            Err(_) => Served::Most,
        }
    }
}

async fn welcome(
    stream: TcpStream,
    peer: SocketAddr,
    tls: Option<TlsAcceptor>,
    context: Arc<Context>,
    mut ending: watch::Receiver<bool>,
    place: OwnedSemaphorePermit,
) {
    // Answers are small: waiting for more to send would only make them late.
    let _ = stream.set_nodelay(true);
    // hyper's time for a head begins at once; who keeps a connection in reserve gets more.
    let mut first = [0];
    let spoke = tokio::select! {
        first = tokio::time::timeout(SILENCE, stream.peek(&mut first)) => first,
        () = connection::told(&mut ending) => return,
    };
    if !matches!(spoke, Ok(Ok(1..))) {
        return;
    }
    match tls {
        None => connection::serve(stream, peer.ip(), context, ending).await,
        Some(tls) => {
            if let Ok(Ok(stream)) = tokio::time::timeout(HANDSHAKE, tls.accept(stream)).await {
                connection::serve(stream, peer.ip(), context, ending).await;
            }
        }
    }
    drop(place);
}

fn acceptor(tls: &Tls) -> Result<TlsAcceptor, ListenError> {
    let chain = certificates(&tls.certificate)?;
    let key = PrivateKeyDer::from_pem_file(&tls.key).map_err(|source| ListenError::Pem {
        path: tls.key.clone(),
        source,
    })?;
    let config = ServerConfig::builder_with_protocol_versions(&[&rustls::version::TLS13])
        .with_no_client_auth()
        .with_single_cert(chain, key)?;
    Ok(TlsAcceptor::from(Arc::new(config)))
}

fn certificates(path: &Path) -> Result<Vec<CertificateDer<'static>>, ListenError> {
    let error = |source| ListenError::Pem {
        path: path.to_owned(),
        source,
    };
    let certificates = CertificateDer::pem_file_iter(path).map_err(error)?;
    certificates.collect::<Result<_, _>>().map_err(error)
}
