//! What reaches the daemon's one loop.

use crate::carry::Ended;
use crate::control::Asked;
use crate::signals::Signal;

/// A message.
#[derive(Debug)]
pub(super) enum Message {
    /// There are notices to take.
    Noticed,
    /// A job ended.
    Ended(Ended),
    /// Somebody asks.
    Asked(Asked),
    /// A signal came.
    Signal(Signal),
}

impl From<Ended> for Message {
    fn from(ended: Ended) -> Self {
        Self::Ended(ended)
    }
}

impl From<Signal> for Message {
    fn from(signal: Signal) -> Self {
        Self::Signal(signal)
    }
}
