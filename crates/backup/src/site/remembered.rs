//! What is remembered of a remote, read without taking hold of it: a backup that is running is not
//! waited for, and nobody is asked.

use crate::catalog::{self, Version};
use crate::site::{Contact, SiteError, State};
use crate::{Home, RemoteName};

/// What this machine remembers of one remote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remembered {
    /// How it did lately.
    pub contact: Contact,
    /// The versions that were made or seen, the oldest first.
    pub versions: Vec<Version>,
}

impl Remembered {
    /// Reads it; nothing at all where this machine has no backup key yet.
    pub fn of(home: &Home, name: &RemoteName) -> Result<Self, SiteError> {
        home.definition(name)?;
        let Some(keys) = home.keys()? else {
            return Ok(Self {
                contact: Contact::default(),
                versions: Vec::new(),
            });
        };
        let state = State::load(&home.remote_dir(name), keys.ledger_id())?;
        Ok(Self {
            versions: catalog::remembered(&state, home, home.device()?),
            contact: state.contact,
        })
    }
}
