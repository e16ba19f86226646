//! How long to wait after a failure.

use std::time::Duration;

use backup::settings::Pace;

/// What a failure says about trying again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Retry {
    /// It passes by itself; the remote may have said when.
    Soon { after: Option<Duration> },
    /// It may pass, but not soon.
    Slowly,
    /// Only a person can help.
    WhenTold,
}

/// The wait after so many failures in a row: exponential, with full jitter so that machines that
/// failed together don't come back together, and never before the remote's own time.
pub(super) fn backoff(
    pace: &Pace,
    failures: u32,
    after: Option<Duration>,
    dice: &mut dyn FnMut(Duration) -> Duration,
) -> Duration {
    let factor = 2_u32.saturating_pow(failures.saturating_sub(1).min(30));
    let most = pace.retry_first.saturating_mul(factor).min(pace.retry_most);
    dice(most).max(after.unwrap_or_default())
}
