//! A double of an identity provider (`OpenID` Connect) on the loopback: for tests, where a
//! scripted person says yes at once and faults are asked for by name; and for trying the account
//! server out, where a page asks who one is and believes the answer.
//!
//! It is strict where a provider is: a code is good once and for its redirect address, client and
//! PKCE verifier. It listens on 127.0.0.1 alone and forgets everything when it ends.

mod authorize;
mod door;
mod fault;
mod html;
mod http;
mod keys;
mod routes;
mod server;
mod shared;
mod token;
pub mod visitor;

use std::io;
use std::sync::Arc;

use server::Server;
use shared::{Shared, locked};

pub use fault::{Fault, Name};
pub use keys::Algorithm;
pub use shared::{CLIENT_ID, CLIENT_SECRET, Entry, Person, Route};

/// An identity provider that listens until it is dropped.
#[derive(Debug)]
pub struct Double {
    shared: Arc<Shared>,
    server: Server,
}

impl Double {
    /// Starts one for tests: [`Person::ana`] says yes to everything, and the door for faults is open.
    pub fn start() -> io::Result<Self> {
        Self::start_on(0)
    }

    /// The same, on a port that is known before.
    pub fn start_on(port: u16) -> io::Result<Self> {
        Self::begin(port, Some(Person::ana()), true)
    }

    /// Starts one that asks people who they are, and has no door for faults.
    pub fn for_people(port: u16) -> io::Result<Self> {
        Self::begin(port, None, false)
    }

    fn begin(port: u16, person: Option<Person>, door: bool) -> io::Result<Self> {
        let shared = Arc::new(Shared::new(person, door)?);
        let server = Server::start(Arc::clone(&shared), port)?;
        Ok(Self { shared, server })
    }

    /// Its issuer: the address, without a slash at the end.
    pub fn issuer(&self) -> String {
        self.shared.issuer()
    }

    /// Serves until the process ends.
    pub fn serve(self) {
        self.server.join();
    }

    /// Who says yes from now on; none asks with a page.
    pub fn set_person(&self, person: Option<Person>) {
        *locked(&self.shared.person) = person;
    }

    /// Signs with this algorithm from now on; RS256 at first.
    pub fn sign_with(&self, algorithm: Algorithm) {
        locked(&self.shared.keys).algorithm = algorithm;
    }

    /// Takes new keys and forgets the old ones, as providers do every few weeks.
    pub fn rotate_keys(&self) -> io::Result<()> {
        locked(&self.shared.keys).rotate()
    }

    /// Lets something go wrong.
    pub fn fault(&self, fault: Fault) {
        locked(&self.shared.faults).push(fault);
    }

    /// Lets nothing go wrong any more.
    pub fn clear_faults(&self) {
        locked(&self.shared.faults).clear();
    }

    /// Every request since the start, but those through the door.
    pub fn log(&self) -> Vec<Entry> {
        locked(&self.shared.log).clone()
    }

    /// How many requests of a kind the log has.
    pub fn count(&self, route: Route) -> usize {
        let log = locked(&self.shared.log);
        log.iter().filter(|entry| entry.route == route).count()
    }
}
