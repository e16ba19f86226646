//! When a key must be gone: measured by two clocks, and the earlier one counts.
//!
//! The monotonic clock can't be set back, but on Linux it stands still while the machine sleeps.
//! The wall clock goes on, but can be set. Past either one, the key is gone: a clock set forward
//! costs a passphrase, a clock set back or a night's sleep buys nothing.

use std::time::{Duration, Instant, SystemTime};

/// One look at both clocks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Now {
    monotonic: Instant,
    wall: SystemTime,
}

impl Now {
    pub(super) fn look() -> Self {
        Self {
            monotonic: Instant::now(),
            wall: SystemTime::now(),
        }
    }
}

/// A moment on both clocks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Deadline {
    monotonic: Instant,
    wall: SystemTime,
}

impl Deadline {
    /// The moment `wait` from `now`; `None` when the clocks don't reach that far.
    pub(super) fn after(now: Now, wait: Duration) -> Option<Self> {
        Some(Self {
            monotonic: now.monotonic.checked_add(wait)?,
            wall: now.wall.checked_add(wait)?,
        })
    }

    /// What is left until the deadline; zero when it has passed.
    pub(super) fn left(&self, now: Now) -> Duration {
        let by_wall = self.wall.duration_since(now.wall).unwrap_or(Duration::ZERO);
        self.monotonic
            .saturating_duration_since(now.monotonic)
            .min(by_wall)
    }

    pub(super) fn has_passed(&self, now: Now) -> bool {
        self.left(now).is_zero()
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    const HOUR: Duration = Duration::from_hours(1);

    #[rstest]
    #[case::at_once(Duration::ZERO, Duration::ZERO, HOUR)]
    #[case::half_way(HOUR / 2, HOUR / 2, HOUR / 2)]
    #[case::just_now(HOUR, HOUR, Duration::ZERO)]
    #[case::asleep_since(Duration::ZERO, HOUR * 8, Duration::ZERO)]
    #[case::wall_clock_stopped(HOUR, Duration::ZERO, Duration::ZERO)]
    fn the_earlier_clock_counts(
        #[case] monotonic: Duration,
        #[case] wall: Duration,
        #[case] left: Duration,
    ) {
        let start = Now::look();
        let deadline = Deadline::after(start, HOUR).unwrap();
        let now = Now {
            monotonic: start.monotonic + monotonic,
            wall: start.wall + wall,
        };
        assert_eq!(deadline.left(now), left);
        assert_eq!(deadline.has_passed(now), left.is_zero());
    }

    #[test]
    fn a_wall_clock_set_back_does_not_prolong() {
        let start = Now::look();
        let deadline = Deadline::after(start, HOUR).unwrap();
        let now = Now {
            monotonic: start.monotonic + HOUR,
            wall: start.wall - HOUR * 24,
        };
        assert!(deadline.has_passed(now));
    }

    #[test]
    fn an_endless_wait_is_no_deadline() {
        assert!(Deadline::after(Now::look(), Duration::MAX).is_none());
    }
}
