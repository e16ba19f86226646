//! Dates of versions made to fall: a clock that was set back makes no version older than one that was
//! made before it.

use chrono::{DateTime, Utc};

/// Takes dates from the newest version back, and gives none that is later than one before.
#[derive(Debug, Default)]
pub(crate) struct Falling(Option<DateTime<Utc>>);

impl Falling {
    /// From a date on: nothing is later than that.
    pub(crate) fn from(latest: DateTime<Utc>) -> Self {
        Self(Some(latest))
    }

    /// The next date, at most as late as the one before.
    pub(crate) fn take(&mut self, date: DateTime<Utc>) -> DateTime<Utc> {
        let at = self.0.map_or(date, |latest| latest.min(date));
        self.0 = Some(at);
        at
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_later_than_what_came_after_it() {
        let at = |second| DateTime::from_timestamp(second, 0).unwrap();
        let fallen = |mut falling: Falling| [9, 5, 7, 3].map(|second| falling.take(at(second)));
        assert_eq!(fallen(Falling::default()), [9, 5, 5, 3].map(at));
        assert_eq!(fallen(Falling::from(at(6))), [6, 5, 5, 3].map(at));
    }
}
