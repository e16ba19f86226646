//! Passwords: whether one is good enough, and their Argon2id hashes.
//!
//! A hash takes 19 MiB and some 20 ms. It is made by a few threads that keep their memory, so that a
//! crowd at the door can't take the machine; who comes when all places are taken is told to come again.

mod hash;
mod strength;
mod workers;

use secrecy::SecretString;

pub(crate) use hash::PasswordHash;
pub(crate) use strength::{Weakness, check, composed};
use workers::Workers;

use crate::refusal::Refusal;

/// Hashes and verifies.
pub(crate) struct Passwords {
    workers: Workers,
    /// Verified against when there is no account, so that the answer takes as long.
    nobody: PasswordHash,
}

impl Passwords {
    /// Starts the threads.
    pub(crate) fn start() -> Result<Self, Refusal> {
        let workers = Workers::start().map_err(Refusal::internal)?;
        let nobody = PasswordHash::of_nobody()?;
        Ok(Self { workers, nobody })
    }

    /// The hash of a new password.
    pub(crate) async fn hash(&self, password: SecretString) -> Result<PasswordHash, Refusal> {
        self.workers.hash(password).await
    }

    /// True when the password is the one of this hash; without one it takes the same time.
    pub(crate) async fn verify(
        &self,
        password: SecretString,
        hash: Option<PasswordHash>,
    ) -> Result<bool, Refusal> {
        let is_somebody = hash.is_some();
        let hash = hash.unwrap_or_else(|| self.nobody.clone());
        let is_right = self.workers.verify(password, hash).await?;
        Ok(is_right && is_somebody)
    }
}
