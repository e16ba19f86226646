//! Asking a person for the permission, once: in a browser on this machine (RFC 8252, PKCE), or on
//! another device by a code (RFC 8628).
//!
//! Nothing here opens a browser or prints: whoever asks gets the address or the code, and shows it.
//! What comes of it is a refresh token in the remote's directory.

mod browser;
mod device;

use std::path::Path;
use std::time::Duration;

use backup::Progress;
use backup::progress::Unwatched;

use crate::drive::runtime;
use crate::error::DriveError;
use crate::fault::Fault;
use crate::keep;
use crate::pace::Pace;
use crate::retry::Tries;
use crate::settings::{Addresses, Client, Settings};
use crate::token::{Said, Tokens, ask};
use crate::wire::Wire;

pub use device::DeviceCode;
pub use loopback::Pages;

/// Asks for the permission for one remote.
pub struct Asking<'a> {
    settings: &'a Settings,
    client: &'a Client,
    directory: &'a Path,
    pace: Pace,
    progress: &'a dyn Progress,
}

/// What the two ways share while they wait.
struct Desk<'a> {
    addresses: Addresses,
    client: &'a Client,
    tokens: Tokens,
    wire: Wire,
    pace: Pace,
    progress: &'a dyn Progress,
}

impl<'a> Asking<'a> {
    /// For the remote that has this directory.
    pub fn new(settings: &'a Settings, client: &'a Client, directory: &'a Path) -> Self {
        Self {
            settings,
            client,
            directory,
            pace: Pace::default(),
            progress: &Unwatched,
        }
    }

    /// At another pace.
    #[must_use]
    pub fn at(mut self, pace: Pace) -> Self {
        self.pace = pace;
        self
    }

    /// Until somebody wants it to stop.
    #[must_use]
    pub fn watched_by(mut self, progress: &'a dyn Progress) -> Self {
        self.progress = progress;
        self
    }

    /// Shows the address of a page where a person says yes, and waits on the loopback for the
    /// answer, no longer than `limit`.
    pub fn in_browser(
        self,
        pages: &Pages,
        limit: Duration,
        show: &mut dyn FnMut(&str),
    ) -> Result<(), DriveError> {
        let desk = self.desk()?;
        runtime()?.block_on(browser::ask(&desk, pages, limit, show))
    }

    /// Shows a code to type on another device, and asks until it was typed, refused or too old.
    pub fn on_a_device(self, show: &mut dyn FnMut(&DeviceCode)) -> Result<(), DriveError> {
        let desk = self.desk()?;
        runtime()?.block_on(device::ask(&desk, show))
    }

    fn desk(self) -> Result<Desk<'a>, DriveError> {
        keep::directory(self.directory)?;
        let addresses = self.settings.addresses()?;
        let wire = Wire::new(&self.pace, addresses.need_tls())
            .map_err(|source| DriveError::Network { source })?;
        let directory = self.directory.to_path_buf();
        Ok(Desk {
            tokens: Tokens::new(self.client.clone(), addresses.token.clone(), directory),
            addresses,
            client: self.client,
            wire,
            pace: self.pace,
            progress: self.progress,
        })
    }
}

impl Desk<'_> {
    fn tries(&self) -> Tries<'_> {
        Tries::new(self.pace, &self.tokens, self.progress)
    }

    async fn token(&self, form: &[(&str, &str)]) -> Result<Said, Fault> {
        let address = &self.addresses.token;
        ask(&self.wire, self.progress, address, self.client, form).await
    }

    /// Keeps what was granted, when it lasts and is for what was asked.
    fn keep(&self, grant: &crate::token::Grant) -> Result<(), DriveError> {
        if !grant.is_for_files() {
            return Err(DriveError::Denied);
        }
        if !grant.is_lasting() {
            return Err(DriveError::NoRefreshToken);
        }
        self.tokens.keep(grant).map(|_| ())
    }
}

/// What a fault is while nobody has the permission yet.
fn failed(fault: Fault) -> DriveError {
    told(fault.into_error())
}

fn told(error: backup::RemoteError) -> DriveError {
    use backup::RemoteError;
    match error {
        RemoteError::Cancelled => DriveError::Cancelled,
        RemoteError::Unreachable { what, .. } => DriveError::Unreachable { what },
        RemoteError::Refused { what } => DriveError::Refused { what },
        RemoteError::Io { path, source } => DriveError::Io { path, source },
        other => DriveError::Unreachable {
            what: other.to_string(),
        },
    }
}
