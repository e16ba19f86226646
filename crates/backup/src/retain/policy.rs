//! How many versions are kept, by age.

use serde::{Deserialize, Serialize};

/// How many versions are kept: the newest of so many days, weeks, months and years.
///
/// Kept besides, whatever it says: the newest version of each machine, and the newest proven one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Policy {
    /// The last so many.
    pub keep_last: u32,
    /// The last of each of so many days.
    pub keep_daily: u32,
    /// The last of each of so many weeks (ISO 8601).
    pub keep_weekly: u32,
    /// The last of each of so many months.
    pub keep_monthly: u32,
    /// The last of each of so many years.
    pub keep_yearly: u32,
}

impl Policy {
    /// What the daemon keeps when nobody says otherwise.
    pub const STANDARD: Self = Self {
        keep_last: 30,
        keep_daily: 14,
        keep_weekly: 8,
        keep_monthly: 24,
        keep_yearly: 20,
    };

    /// Whether it keeps nothing, which is taken for a mistake.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
