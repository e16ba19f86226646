//! What the threads of a double share.

use std::collections::BTreeMap;
use std::io;
use std::sync::atomic::{AtomicU16, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};

use data_encoding::BASE64URL_NOPAD;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::fault::{Fault, Name};
use crate::keys::Keys;

/// The only client that is known.
pub const CLIENT_ID: &str = "luka-server-at-the-double";
/// Its secret, with characters that have to be encoded.
pub const CLIENT_SECRET: &str = "the double/keeps: no+secret%";

/// Who signs in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// What the provider calls the person for ever.
    pub sub: String,
    /// An address.
    pub email: String,
    /// Whether the provider has verified it.
    pub email_verified: bool,
}

impl Person {
    /// A person with a verified address.
    pub fn new(sub: &str, email: &str) -> Self {
        Self {
            sub: sub.to_owned(),
            email: email.to_owned(),
            email_verified: true,
        }
    }

    /// Who says yes when nobody else was named.
    pub fn ana() -> Self {
        Self::new("100000000000000000001", "ana@example.com")
    }
}

/// A kind of request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Route {
    /// `/.well-known/openid-configuration`
    Discovery,
    /// The published keys.
    Jwks,
    /// Where a person is asked.
    Authorize,
    /// Where a code becomes an ID token.
    Token,
    /// What is known of the person whom an access token is of.
    UserInfo,
    /// The double's own door.
    Door,
    /// Nothing that is known here.
    Unknown,
}

/// One request, as it is remembered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// What kind of request.
    pub route: Route,
    /// Its method.
    pub method: String,
    /// What its query and its form said.
    pub said: Vec<(String, String)>,
    /// Its `Authorization`.
    pub authorization: Option<String>,
    /// The status of the answer; 0 where there was none.
    pub status: u16,
    /// What went wrong by intent.
    pub faults: Vec<Name>,
}

impl Entry {
    /// The first value of a name.
    pub fn said(&self, name: &str) -> Option<&str> {
        crate::http::value(&self.said, name)
    }
}

/// What is asked of a code when it comes back.
#[derive(Clone, Debug)]
pub(crate) struct Code {
    pub(crate) person: Person,
    pub(crate) redirect: String,
    pub(crate) challenge: Option<String>,
    pub(crate) nonce: Option<String>,
}

/// What all threads see.
#[derive(Debug)]
pub(crate) struct Shared {
    pub(crate) port: AtomicU16,
    pub(crate) door: bool,
    pub(crate) person: Mutex<Option<Person>>,
    pub(crate) codes: Mutex<BTreeMap<String, Code>>,
    /// What the user-info endpoint says, by access token.
    pub(crate) infos: Mutex<BTreeMap<String, Value>>,
    pub(crate) keys: Mutex<Keys>,
    pub(crate) faults: Mutex<Vec<Fault>>,
    pub(crate) log: Mutex<Vec<Entry>>,
}

/// A lock that a panic of another thread does not take away.
pub(crate) fn locked<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Shared {
    pub(crate) fn new(person: Option<Person>, door: bool) -> io::Result<Self> {
        Ok(Self {
            port: AtomicU16::new(0),
            door,
            person: Mutex::new(person),
            codes: Mutex::default(),
            infos: Mutex::default(),
            keys: Mutex::new(Keys::new()?),
            faults: Mutex::default(),
            log: Mutex::default(),
        })
    }

    pub(crate) fn issuer(&self) -> String {
        format!("http://127.0.0.1:{}", self.port.load(Ordering::SeqCst))
    }
}

/// A word that nobody guesses.
pub(crate) fn fresh() -> io::Result<String> {
    let mut random = [0; 24];
    getrandom::fill(&mut random).map_err(|error| io::Error::other(error.to_string()))?;
    Ok(BASE64URL_NOPAD.encode(&random))
}

/// Seconds since 1970.
pub(crate) fn now() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |since| since.as_secs())
}
