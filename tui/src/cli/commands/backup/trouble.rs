//! What went wrong at several remotes, told as one failure: each is tried, whatever the others did.

use backup::RemoteName;

use crate::cli::error::{Failure, Kind};

/// The failures so far.
#[derive(Default)]
pub(super) struct Troubles(Vec<Failure>);

impl Troubles {
    /// Takes a failure at a remote; a person who pressed ctrl-C ends everything.
    pub(super) fn at(&mut self, name: &RemoteName, failure: Failure) -> Result<(), Failure> {
        if failure.kind.is_silent() {
            return Err(failure);
        }
        self.0.push(told(name, failure));
        Ok(())
    }

    /// Takes a failure that says by itself where it was.
    pub(super) fn add(&mut self, failure: Failure) {
        self.0.push(failure);
    }

    /// Whether there is none.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The end: all of it in one, with the kind and the hint of the worst.
    pub(super) fn end(self) -> Result<(), Failure> {
        let messages: Vec<_> = self
            .0
            .iter()
            .map(|failure| failure.message.clone())
            .collect();
        let worst = self.0.into_iter().min_by_key(|failure| rank(failure.kind));
        worst.map_or(Ok(()), |worst| {
            Err(Failure {
                message: messages.join("; "),
                ..worst
            })
        })
    }
}

/// Damage comes first, then what the remote did, then what happened here.
fn rank(kind: Kind) -> u8 {
    match kind {
        Kind::Integrity => 0,
        Kind::Remote => 1,
        Kind::Failed => 2,
        Kind::Locked => 3,
        _ => 4,
    }
}

/// A failure with the remote's name before it.
pub(in crate::cli::commands) fn told(name: &RemoteName, failure: Failure) -> Failure {
    Failure {
        message: format!("{name}: {}", failure.message),
        ..failure
    }
}
