//! The client of the account server: one blocking call for each thing that can be asked.
//!
//! It keeps nothing: tokens come in and go out, and whoever calls puts them away. A [`Client`] owns a
//! runtime that turns only inside a call; between calls there is no thread, no timer, no traffic. No
//! error and no `Debug` shows a token, a code, a password or an address with a query.

mod account;
mod address;
mod browser;
mod config;
mod device;
mod error;
mod pin;
mod request;
mod sign_in;
mod tls;
mod wire;

use std::future::Future;
use std::time::Duration;

use tokio::runtime::Runtime;

pub use address::{AddressError, ServerAddress};
pub use browser::Browser;
pub use config::Documents;
pub use error::ClientError;
pub use loopback::Pages;
pub use pin::{Pin, PinError};

use wire::Wire;

/// How long the parts of an exchange may take.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Until there is a connection.
    pub connect: Duration,
    /// From the request to the last byte of the answer.
    pub exchange: Duration,
    /// How often what passes is tried, where trying again is safe.
    pub tries: u32,
    /// The first wait between two tries; it doubles.
    pub delay: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(10),
            exchange: Duration::from_secs(30),
            tries: 3,
            delay: Duration::from_millis(250),
        }
    }
}

/// The way to one server.
pub struct Client {
    address: ServerAddress,
    wire: Wire,
    runtime: Runtime,
}

impl Client {
    /// Prepares the way; nobody is asked yet. With a pin the server is who has that key, else who
    /// has a certificate that this machine trusts.
    pub fn new(
        address: ServerAddress,
        pin: Option<Pin>,
        limits: Limits,
    ) -> Result<Self, ClientError> {
        let network = |source| ClientError::Network { source };
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(network)?;
        let wire = Wire::new(&address, pin, limits).map_err(network)?;
        Ok(Self {
            address,
            wire,
            runtime,
        })
    }

    /// The server that it asks.
    pub const fn address(&self) -> &ServerAddress {
        &self.address
    }

    /// Waits for work on the client's own runtime.
    fn wait<T>(&self, work: impl Future<Output = T>) -> T {
        self.runtime.block_on(work)
    }
}
