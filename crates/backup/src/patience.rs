//! Waiting for a lock that another process holds, for a limited time.
//!
//! Neither the locks of SQLite nor `flock` can be waited for with a limit, so they are tried again,
//! with pauses that grow.

use std::thread;
use std::time::{Duration, Instant};

const FIRST_PAUSE: Duration = Duration::from_millis(1);
const LAST_PAUSE: Duration = Duration::from_millis(50);

/// How long somebody else's lock is waited for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Patience {
    until: Instant,
}

impl Patience {
    /// From now on for so long.
    pub(crate) fn of(limit: Duration) -> Self {
        Self {
            until: Instant::now() + limit,
        }
    }

    /// Tries until there is an outcome; `None` when there was none in time.
    #[allow(
        clippy::disallowed_methods,
        reason = "there is nothing else to wait on"
    )]
    pub(crate) fn wait_for<T>(self, mut attempt: impl FnMut() -> Option<T>) -> Option<T> {
        let mut pause = FIRST_PAUSE;
        loop {
            let outcome = attempt();
            if outcome.is_some() || Instant::now() >= self.until {
                return outcome;
            }
            thread::sleep(pause);
            pause = (pause * 2).min(LAST_PAUSE);
        }
    }
}
