//! When the person touched something last.

use std::time::{Duration, Instant};

use crate::cli::session::Time;

/// A moment by both clocks: the one of the machine stands still while the machine sleeps, the one on
/// the wall can be put back.
#[derive(Clone, Copy, Debug)]
pub(super) struct Touch {
    machine: Instant,
    wall_ms: i64,
}

impl Touch {
    /// This moment.
    pub(super) fn now(time: Time) -> Self {
        Self {
            machine: Instant::now(),
            wall_ms: time.now().now_ms,
        }
    }

    /// How long ago it was: what the clock says that went further.
    pub(super) fn elapsed(self, time: Time) -> Duration {
        let wall = time.now().now_ms.saturating_sub(self.wall_ms);
        let wall = Duration::from_millis(u64::try_from(wall).unwrap_or(0));
        self.machine.elapsed().max(wall)
    }
}
