//! The files of a login: 0600 in a directory of 0700, replaced whole.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use api::Secret;
use api::client::ServerAddress;
use api::token::Tokens;
use ops::session::private::{self, PrivateError};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::LoginError;

const LOGIN: &str = "login.json";
const LOCK: &str = "lock";
/// A token this near to its end is not used.
const MARGIN: u64 = 30;
/// No access token lives longer, whatever a clock says.
const LONGEST_LIFE: u64 = 24 * 60 * 60;
/// The longest file that is read.
const LONGEST: u64 = 64 * 1024;

/// A login as it is kept.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Kept {
    pub(super) server: String,
    pub(super) user_id: String,
    pub(super) email: String,
    pub(super) access_token: Secret,
    expires_at: u64,
    pub(super) refresh_token: Secret,
}

impl Kept {
    pub(super) fn new(server: &ServerAddress, tokens: Tokens) -> Self {
        let none = || Secret::from(String::new());
        Self {
            server: server.to_string(),
            user_id: tokens.user_id.to_string(),
            email: tokens.email,
            access_token: tokens.access_token,
            expires_at: now().saturating_add(tokens.expires_in.min(LONGEST_LIFE)),
            refresh_token: tokens.refresh_token.unwrap_or_else(none),
        }
    }

    /// Whether its access token should be good still.
    pub(super) fn lives(&self) -> bool {
        let now = now();
        self.expires_at > now.saturating_add(MARGIN)
            && self.expires_at <= now.saturating_add(LONGEST_LIFE)
    }

    /// Whether both are of one person at one server.
    pub(super) fn is_of(&self, other: &Self) -> bool {
        self.server == other.server && self.user_id == other.user_id
    }
}

/// What keeps other processes from refreshing at the same time; it ends with its file.
pub(super) struct Lock {
    _file: File,
}

impl Lock {
    /// Waits for it; makes the directory when it is not there.
    pub(super) fn take(directory: &Path) -> Result<Self, PrivateError> {
        private::create_private_dir(directory)?;
        let path = directory.join(LOCK);
        let refused = |source| PrivateError::Io {
            path: path.clone(),
            source,
        };
        let made = match private::open_private_new(&path) {
            Err(PrivateError::Io { source, .. })
                if source.kind() == io::ErrorKind::AlreadyExists =>
            {
                private::open_private(&path)
            }
            made => made,
        };
        let file = made?;
        file.lock().map_err(refused)?;
        Ok(Self { _file: file })
    }
}

/// Reads the login; `None` when there is none.
pub(super) fn read(directory: &Path) -> Result<Option<Kept>, LoginError> {
    let path = directory.join(LOGIN);
    let file = match private::open_private(&path) {
        Err(error) if error.is_not_found() => return Ok(None),
        file => file?,
    };
    let mut text = Zeroizing::new(Vec::new());
    let read = file.take(LONGEST).read_to_end(&mut text);
    read.map_err(|source| PrivateError::Io {
        path: path.clone(),
        source,
    })?;
    match serde_json::from_slice(&text) {
        Ok(kept) => Ok(Some(kept)),
        Err(_) => Err(LoginError::Damaged { path }),
    }
}

/// Replaces the login.
pub(super) fn write(directory: &Path, kept: &Kept) -> Result<(), PrivateError> {
    let path = directory.join(LOGIN);
    let text = serde_json::to_vec(kept).map_err(|error| PrivateError::Io {
        path: path.clone(),
        source: error.into(),
    })?;
    private::replace_private(&path, &Zeroizing::new(text))
}

/// Forgets the login.
pub(super) fn remove(directory: &Path) -> Result<(), PrivateError> {
    let path = directory.join(LOGIN);
    match fs::remove_file(&path) {
        Err(source) if source.kind() != io::ErrorKind::NotFound => {
            Err(PrivateError::Io { path, source })
        }
        _ => Ok(()),
    }
}

/// The real time: a token's end is the server's affair, not that of the ledger's clock.
fn now() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |since| since.as_secs())
}
