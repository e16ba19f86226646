//! When to try again, how long to wait before it, and when to give up.
//!
//! A try is bounded by count and by time; both start anew when the thing gets on (bytes of a long
//! upload arrived). A dead access token is replaced once. Whoever repeats what may have been done
//! asks first whether it was: this room only waits.

use std::time::{Duration, Instant};

use backup::{Progress, RemoteError};

use crate::fault::Fault;
use crate::pace::Pace;
use crate::token::Tokens;

/// The longest delay, in units of the first.
const LONGEST: u32 = 32;
/// How often somebody is asked whether to stop.
const SLICE: Duration = Duration::from_millis(100);

/// The tries of one thing.
pub(crate) struct Tries<'a> {
    pace: Pace,
    tokens: &'a Tokens,
    progress: &'a dyn Progress,
    start: Instant,
    made: u32,
    refreshed: bool,
}

impl<'a> Tries<'a> {
    pub(crate) fn new(pace: Pace, tokens: &'a Tokens, progress: &'a dyn Progress) -> Self {
        Self {
            pace,
            tokens,
            progress,
            start: Instant::now(),
            made: 0,
            refreshed: false,
        }
    }

    /// It gets on: what was tried until now does not count any more.
    pub(crate) fn renew(&mut self) {
        self.start = Instant::now();
        self.made = 0;
        self.refreshed = false;
    }

    /// Waits until it may be tried again, or says that it may not.
    pub(crate) async fn after(&mut self, fault: Fault) -> Result<(), RemoteError> {
        let delay = match &fault {
            Fault::Unauthorized if !self.refreshed => {
                self.refreshed = true;
                self.tokens.forget();
                return Ok(());
            }
            Fault::TooFast(Some(asked)) => self.pace.seconds(asked.as_secs()),
            Fault::TooFast(None) | Fault::Unsure { .. } => self.delay(),
            _ => return Err(fault.into_error()),
        };
        self.made += 1;
        let spent = self.start.elapsed().saturating_add(delay);
        if self.made >= self.pace.tries || spent > self.pace.budget {
            return Err(fault.into_error());
        }
        self.wait(delay).await
    }

    /// A part of the exponential delay that chance decides (full jitter).
    fn delay(&self) -> Duration {
        let most = self.pace.delay * 2_u32.saturating_pow(self.made).min(LONGEST);
        let most = u64::try_from(most.as_micros()).unwrap_or(u64::MAX);
        Duration::from_micros(fastrand::u64(0..=most))
    }

    async fn wait(&self, delay: Duration) -> Result<(), RemoteError> {
        let end = Instant::now() + delay;
        loop {
            if self.progress.is_cancelled() {
                return Err(RemoteError::Cancelled);
            }
            let left = end.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Ok(());
            }
            tokio::time::sleep(left.min(SLICE)).await;
        }
    }
}
