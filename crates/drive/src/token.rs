//! The permission: a refresh token on the disk, an access token for an hour.
//!
//! A refresh that Google refuses for good (`invalid_grant`) ends it: no loop, no browser, only
//! "log in again", until there is another refresh token. Anything else that goes wrong with the
//! token endpoint passes, and the refresh token stays. The access token is kept beside it, so that
//! a run of cron within the hour needs no request for one.

use std::future::Future;
use std::path::PathBuf;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};

use backup::Progress;
use google_drive3::common::{self, GetToken};
use hyper::{Method, Request};
use secrecy::{ExposeSecret as _, SecretString};
use serde::{Deserialize, Serialize};
use url::Url;
use yup_oauth2::error::{AuthError, AuthErrorCode};
use zeroize::Zeroizing;

use crate::error::DriveError;
use crate::fault::{Fault, retry_after, words};
use crate::keep;
use crate::settings::Client;
use crate::wire::{Answer, Wire};

/// The only scope that is ever asked for: the files that this app made.
pub(crate) const SCOPE: &str = "https://www.googleapis.com/auth/drive.file";
const LASTING: &str = "token.json";
const PASSING: &str = "access.json";
/// A token this near to its end is not used.
const MARGIN: u64 = 60;
/// No token lives longer, whatever a clock says.
const LONGEST_LIFE: u64 = 24 * 60 * 60;

#[derive(Serialize, Deserialize)]
struct Lasting {
    refresh_token: Zeroizing<String>,
}

#[derive(Serialize, Deserialize)]
struct Passing {
    access_token: Zeroizing<String>,
    expires_at: u64,
}

/// What the token endpoint gives.
#[derive(Deserialize)]
pub(crate) struct Grant {
    access_token: Zeroizing<String>,
    #[serde(default)]
    refresh_token: Option<Zeroizing<String>>,
    #[serde(default)]
    expires_in: Option<u64>,
    #[serde(default)]
    scope: Option<String>,
}

/// The tokens of one remote. Copies share them.
#[derive(Clone)]
pub(crate) struct Tokens(Arc<Room>);

struct Room {
    client: Client,
    address: Url,
    directory: PathBuf,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    access: Option<(SecretString, u64)>,
    /// The refresh token that was refused for good.
    dead: Option<SecretString>,
}

impl Tokens {
    pub(crate) fn new(client: Client, address: Url, directory: PathBuf) -> Self {
        Self(Arc::new(Room {
            client,
            address,
            directory,
            state: Mutex::default(),
        }))
    }

    /// An access token that should live, asked for when there is none.
    pub(crate) async fn access(
        &self,
        wire: &Wire,
        progress: &dyn Progress,
    ) -> Result<SecretString, Fault> {
        if let Some(token) = self.at_hand()? {
            return Ok(token);
        }
        let path = self.0.directory.join(LASTING);
        let Some(lasting) = keep::read::<Lasting>(&path)? else {
            return Err(Fault::SignInAgain);
        };
        let refresh = SecretString::from(lasting.refresh_token.as_str());
        if self.is_dead(&refresh) {
            return Err(Fault::SignInAgain);
        }
        let form = [
            ("grant_type", "refresh_token"),
            ("refresh_token", refresh.expose_secret()),
        ];
        let answer = ask(wire, progress, &self.0.address, &self.0.client, &form).await?;
        match answer {
            Said::Granted(grant) => self.keep(&grant).map_err(Fault::from),
            Said::Refused(AuthErrorCode::InvalidGrant) => {
                self.state().dead = Some(refresh);
                Err(Fault::SignInAgain)
            }
            Said::Refused(code) => Err(Fault::Refused(words(400, code.as_str()))),
        }
    }

    /// Forgets the access token: it was refused.
    pub(crate) fn forget(&self) {
        self.state().access = None;
        // If it stays, it is refused once more.
        let _ = keep::remove(&self.0.directory.join(PASSING));
    }

    /// Writes down what was granted; gives the access token.
    pub(crate) fn keep(&self, grant: &Grant) -> Result<SecretString, DriveError> {
        let folder = &self.0.directory;
        if let Some(refresh_token) = grant.refresh_token.clone() {
            keep::write(&folder.join(LASTING), &Lasting { refresh_token })?;
        }
        let life = grant.expires_in.unwrap_or(0).min(LONGEST_LIFE);
        let expires_at = now().saturating_add(life);
        let passing = Passing {
            access_token: grant.access_token.clone(),
            expires_at,
        };
        keep::write(&folder.join(PASSING), &passing)?;
        let token = SecretString::from(grant.access_token.as_str());
        self.state().access = Some((token.clone(), expires_at));
        Ok(token)
    }

    /// The token that memory or the disk has, when it still lives.
    fn at_hand(&self) -> Result<Option<SecretString>, DriveError> {
        let mut state = self.state();
        if let Some((token, expires_at)) = &state.access {
            if lives(*expires_at) {
                return Ok(Some(token.clone()));
            }
            state.access = None;
            return Ok(None);
        }
        match keep::read::<Passing>(&self.0.directory.join(PASSING))? {
            Some(found) if lives(found.expires_at) => {
                let token = SecretString::from(found.access_token.as_str());
                state.access = Some((token.clone(), found.expires_at));
                Ok(Some(token))
            }
            _ => Ok(None),
        }
    }

    fn is_dead(&self, refresh: &SecretString) -> bool {
        let state = self.state();
        let dead = state.dead.as_ref();
        dead.is_some_and(|dead| dead.expose_secret() == refresh.expose_secret())
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Grant {
    /// Whether it is for what was asked: a person may tick less.
    pub(crate) fn is_for_files(&self) -> bool {
        let given = self.scope.as_deref().unwrap_or(SCOPE);
        given.split(' ').any(|scope| scope == SCOPE)
    }

    pub(crate) fn is_lasting(&self) -> bool {
        self.refresh_token.is_some()
    }
}

type Token<'a> = Pin<
    Box<
        dyn Future<Output = Result<Option<String>, Box<dyn std::error::Error + Send + Sync>>>
            + Send
            + 'a,
    >,
>;

/// Hands google-drive3 the token that was made ready before the call. It never asks anybody.
impl GetToken for Tokens {
    fn get_token<'a>(&'a self, _scopes: &'a [&str]) -> Token<'a> {
        let state = self.state();
        let token = state.access.as_ref();
        let token = token.map(|(token, _)| token.expose_secret().to_owned());
        Box::pin(async move { Ok(token) })
    }
}

/// What the token endpoint says.
pub(crate) enum Said {
    Granted(Grant),
    Refused(AuthErrorCode),
}

/// Asks the token endpoint. Faults are what passes; a refusal in its own words is an answer.
pub(crate) async fn ask(
    wire: &Wire,
    progress: &dyn Progress,
    address: &Url,
    client: &Client,
    form: &[(&str, &str)],
) -> Result<Said, Fault> {
    let answer = post(wire, progress, address, client, form).await?;
    if answer.is_success() {
        return match serde_json::from_slice(&answer.body) {
            Ok(grant) => Ok(Said::Granted(grant)),
            Err(_) => Err(Fault::unsure("no token in the answer")),
        };
    }
    match answer.status {
        429 => Err(Fault::TooFast(retry_after(&answer.headers))),
        400..=499 => match serde_json::from_slice::<AuthError>(&answer.body) {
            Ok(refusal) => Ok(Said::Refused(refusal.error)),
            Err(_) => Err(Fault::unsure(words(answer.status, ""))),
        },
        status => Err(Fault::unsure(words(status, ""))),
    }
}

/// Sends a form, with who asks.
pub(crate) async fn post(
    wire: &Wire,
    progress: &dyn Progress,
    address: &Url,
    client: &Client,
    form: &[(&str, &str)],
) -> Result<Answer, Fault> {
    let mut body = url::form_urlencoded::Serializer::new(String::new());
    body.append_pair("client_id", &client.id);
    body.append_pair("client_secret", client.secret.expose_secret());
    body.extend_pairs(form);
    let request = Request::builder()
        .method(Method::POST)
        .uri(address.as_str())
        .header("Content-Type", "application/x-www-form-urlencoded")
        .body(common::to_body(Some(body.finish())))
        .map_err(Fault::cut)?;
    wire.send(progress, request).await
}

fn lives(expires_at: u64) -> bool {
    let now = now();
    expires_at > now.saturating_add(MARGIN) && expires_at <= now.saturating_add(LONGEST_LIFE)
}

fn now() -> u64 {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |since| since.as_secs())
}
