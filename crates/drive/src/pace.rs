//! How long to wait, how often to try, how much at once.

use std::time::Duration;

/// The measures of patience. [`Pace::default`] is what Google asks for; a test on the loopback
/// may be in more of a hurry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// How long a second is that Google asks to wait (`Retry-After`, the interval of devices).
    pub second: Duration,
    /// The longest first delay; it doubles with each try, and chance decides how much of it.
    pub delay: Duration,
    /// How often one thing is tried, until it gets on.
    pub tries: u32,
    /// How long one thing may take with all its tries, until it gets on.
    pub budget: Duration,
    /// How long a connection may take to be made.
    pub connect: Duration,
    /// How long no byte may move on a connection.
    pub patience: Duration,
    /// How many bytes go into one request of a long upload: a multiple of 256 KiB.
    pub piece: u64,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            second: Duration::from_secs(1),
            delay: Duration::from_millis(500),
            tries: 6,
            budget: Duration::from_mins(1),
            connect: Duration::from_secs(10),
            patience: Duration::from_mins(1),
            piece: 8 << 20,
        }
    }
}

impl Pace {
    /// So many of Google's seconds.
    pub(crate) fn seconds(&self, count: u64) -> Duration {
        self.second
            .saturating_mul(u32::try_from(count).unwrap_or(u32::MAX))
    }
}
