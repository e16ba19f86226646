//! The login at the account server that this machine keeps: where, who, and the tokens.
//!
//! An access token lives a quarter of an hour and a refresh token is good for one refresh, so
//! whoever needs a token comes through [`Login::call`]. Refreshing happens under a lock that other
//! processes respect: two at once would spend one token, and the server would take the second for a
//! thief's. It tells nobody but the server that the login was made at.

mod keep;

use std::path::PathBuf;

use api::Secret;
use api::client::{AddressError, Client, ClientError, Limits, ServerAddress};
use api::token::Tokens;
use ops::session::private::PrivateError;

use crate::config::Config;
use keep::{Kept, Lock};

/// Why there is no login to work with.
#[derive(Debug, thiserror::Error)]
pub(crate) enum LoginError {
    /// Nobody is logged in.
    #[error("nobody is logged in")]
    None,
    /// The session has ended: logged out elsewhere, or a week old.
    #[error("the session at the server has ended")]
    Ended,
    /// What is kept of it can't be read or written.
    #[error(transparent)]
    Private(#[from] PrivateError),
    /// What is kept of it makes no sense.
    #[error("{} makes no sense", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
    },
    /// The address of the server is none.
    #[error(transparent)]
    Address(#[from] AddressError),
    /// The server.
    #[error(transparent)]
    Client(#[from] ClientError),
}

/// A login, and the way to its server.
pub(crate) struct Login {
    directory: PathBuf,
    client: Client,
    kept: Kept,
}

/// Opens the way to a server. The pin of the configuration is that of `server.url`; without that key
/// it is the pin of whatever server there is.
pub(crate) fn client(config: &Config, address: ServerAddress) -> Result<Client, ClientError> {
    let usual = config.server_url.as_ref();
    let pinned = usual.is_none_or(|usual| *usual == address);
    let pin = config.server_pin.filter(|_| pinned);
    Client::new(address, pin, Limits::default())
}

impl Login {
    /// The login that this machine has; nobody is asked.
    pub(crate) fn open(directory: PathBuf, config: &Config) -> Result<Self, LoginError> {
        let kept = keep::read(&directory)?.ok_or(LoginError::None)?;
        let client = client(config, kept.server.parse()?)?;
        Ok(Self {
            directory,
            client,
            kept,
        })
    }

    /// Puts a new login in the place of the one before, which is given back.
    pub(crate) fn begin(
        directory: PathBuf,
        client: Client,
        tokens: Tokens,
    ) -> Result<(Self, Option<Former>), LoginError> {
        let _lock = Lock::take(&directory)?;
        // One that makes no sense is as good as none.
        let former = keep::read(&directory).ok().flatten();
        let kept = Kept::new(client.address(), tokens);
        keep::write(&directory, &kept)?;
        let login = Self {
            directory,
            client,
            kept,
        };
        Ok((login, former.map(Former)))
    }

    /// Where the person is logged in.
    pub(crate) fn server(&self) -> &str {
        &self.kept.server
    }

    /// Who, as the server tells people apart.
    pub(crate) fn user_id(&self) -> &str {
        &self.kept.user_id
    }

    /// Who, as people do.
    pub(crate) fn email(&self) -> &str {
        &self.kept.email
    }

    /// Asks the server something with a token that lives; a token that is refused is replaced once.
    pub(crate) fn call<T>(
        &mut self,
        ask: impl Fn(&Client, &Secret) -> Result<T, ClientError>,
    ) -> Result<T, LoginError> {
        if !self.kept.lives() {
            self.renew()?;
        }
        match ask(&self.client, &self.kept.access_token) {
            Err(ClientError::SignInAgain) => {
                self.renew()?;
                match ask(&self.client, &self.kept.access_token) {
                    Err(ClientError::SignInAgain) => Err(LoginError::Ended),
                    outcome => Ok(outcome?),
                }
            }
            outcome => Ok(outcome?),
        }
    }

    /// Gets another access token: one that another process got meanwhile, or a new one.
    fn renew(&mut self) -> Result<(), LoginError> {
        let _lock = Lock::take(&self.directory)?;
        let found = keep::read(&self.directory)?.ok_or(LoginError::None)?;
        if !found.is_of(&self.kept) {
            return Err(LoginError::Ended);
        }
        let theirs = found.access_token.expose() != self.kept.access_token.expose();
        if theirs && found.lives() {
            self.kept = found;
            return Ok(());
        }
        let tokens = match self.client.refresh(&found.refresh_token) {
            Err(ClientError::SignInAgain) => return Err(LoginError::Ended),
            tokens => tokens?,
        };
        self.kept = Kept::new(self.client.address(), tokens);
        Ok(keep::write(&self.directory, &self.kept)?)
    }

    /// Ends the session at the server, and forgets it here in any case.
    pub(crate) fn end(self) -> Result<(), LoginError> {
        let _lock = Lock::take(&self.directory)?;
        // Another process may have refreshed since.
        let last = keep::read(&self.directory)?.filter(|found| found.is_of(&self.kept));
        keep::remove(&self.directory)?;
        let last = last.unwrap_or(self.kept);
        Ok(self.client.logout(&last.refresh_token)?)
    }

    /// Ends all sessions of this person; when that fails, this one stays to try again.
    pub(crate) fn end_everywhere(mut self) -> Result<(), LoginError> {
        self.call(Client::logout_everywhere)?;
        let _lock = Lock::take(&self.directory)?;
        Ok(keep::remove(&self.directory)?)
    }
}

/// A login that another one took the place of.
pub(crate) struct Former(Kept);

impl Former {
    /// Ends its session, when it was at the same server; one that can't be ended ends by itself.
    pub(crate) fn end(&self, login: &Login) {
        if self.0.server == login.kept.server {
            let _ = login.client.logout(&self.0.refresh_token);
        }
    }
}
