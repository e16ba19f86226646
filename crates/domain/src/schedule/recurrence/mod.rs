//! When something recurs: a subset of RFC 5545's recurrence rules (RRULE).
//!
//! `FREQ` (DAILY, WEEKLY, MONTHLY, YEARLY), `INTERVAL`, `COUNT` or `UNTIL`, `BYMONTH`, `BYMONTHDAY`,
//! `BYDAY` and `BYSETPOS=-1`; weeks begin on Monday. Everything else is refused by name: a rule that
//! is half understood would enter money on wrong days. As in the RFC, a month without the day is
//! skipped; [`Recurrence::plain`] writes rules that take the month's last day instead.

mod occurrences;
mod parse;

use std::fmt;

use chrono::{Datelike as _, NaiveDate, Weekday};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

pub use occurrences::Occurrences;
pub use parse::RecurrenceError;

/// The unit that recurs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Frequency {
    /// Days.
    Daily,
    /// Weeks, from Monday.
    Weekly,
    /// Months.
    Monthly,
    /// Years.
    Yearly,
}

impl Frequency {
    const ALL: [(Self, &'static str); 4] = [
        (Self::Daily, "DAILY"),
        (Self::Weekly, "WEEKLY"),
        (Self::Monthly, "MONTHLY"),
        (Self::Yearly, "YEARLY"),
    ];
}

/// When a recurrence ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum End {
    /// Never.
    #[default]
    Never,
    /// After so many occurrences.
    Count(u32),
    /// After this day.
    Until(NaiveDate),
}

/// A day of the week: each of them, or the n-th of the month (`-1`: the last).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct WeekdayNumber {
    /// Which one in the month; each when none.
    pub ordinal: Option<i8>,
    /// The day of the week.
    pub weekday: Weekday,
}

/// Which of a period's days count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Pick {
    /// All that fit.
    #[default]
    All,
    /// The last that fits (`BYSETPOS=-1`).
    Last,
}

/// The largest `INTERVAL`.
pub const MAX_INTERVAL: u32 = 999;
/// The largest `COUNT`.
pub const MAX_COUNT: u32 = 9999;

/// A rule that says on which days something recurs, from a first day on.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Recurrence {
    pub(super) frequency: Frequency,
    pub(super) interval: u32,
    pub(super) end: End,
    /// 1 to 12, sorted.
    pub(super) months: Vec<u8>,
    /// 1 to 31 or -31 to -1, sorted.
    pub(super) month_days: Vec<i8>,
    /// Sorted.
    pub(super) weekdays: Vec<WeekdayNumber>,
    pub(super) pick: Pick,
}

/// The plain words for how often.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Plain {
    /// Each day.
    Day,
    /// Each week, on the weekday of the first day.
    Week,
    /// Each second week.
    TwoWeeks,
    /// Each month, on the first day's number or the last day of a shorter month.
    Month,
    /// Each third month.
    Quarter,
    /// Each year.
    Year,
}

impl Plain {
    /// All words.
    pub const ALL: [(Self, &'static str); 6] = [
        (Self::Day, "day"),
        (Self::Week, "week"),
        (Self::TwoWeeks, "two-weeks"),
        (Self::Month, "month"),
        (Self::Quarter, "quarter"),
        (Self::Year, "year"),
    ];
}

impl Recurrence {
    /// The rule that a plain word means from a first day on. A day that not every month has becomes
    /// the last one of a shorter month: `BYMONTHDAY=-1` for the 31st, and the last of
    /// `BYMONTHDAY=28,29,30` for the 30th.
    pub fn plain(word: Plain, first: NaiveDate) -> Self {
        let (frequency, interval) = match word {
            Plain::Day => (Frequency::Daily, 1),
            Plain::Week => (Frequency::Weekly, 1),
            Plain::TwoWeeks => (Frequency::Weekly, 2),
            Plain::Month => (Frequency::Monthly, 1),
            Plain::Quarter => (Frequency::Monthly, 3),
            Plain::Year => (Frequency::Yearly, 1),
        };
        let mut rule = Self::every(frequency, interval);
        let day = i8::try_from(first.day()).unwrap_or(28);
        match frequency {
            Frequency::Daily | Frequency::Weekly => {}
            Frequency::Monthly if day == 31 => rule.month_days = vec![-1],
            Frequency::Monthly if day > 28 => {
                rule.month_days = (28..=day).collect();
                rule.pick = Pick::Last;
            }
            Frequency::Monthly => rule.month_days = vec![day],
            Frequency::Yearly => {
                rule.months = vec![u8::try_from(first.month()).unwrap_or(1)];
                rule.month_days = vec![day];
                if (first.month(), day) == (2, 29) {
                    rule.month_days = vec![28, 29];
                    rule.pick = Pick::Last;
                }
            }
        }
        rule
    }

    const fn every(frequency: Frequency, interval: u32) -> Self {
        Self {
            frequency,
            interval,
            end: End::Never,
            months: Vec::new(),
            month_days: Vec::new(),
            weekdays: Vec::new(),
            pick: Pick::All,
        }
    }

    /// When it ends.
    pub const fn end(&self) -> End {
        self.end
    }

    /// The same with another end; a count is held to what is allowed.
    #[must_use]
    pub fn ending(mut self, end: End) -> Self {
        self.end = match end {
            End::Count(count) => End::Count(count.clamp(1, MAX_COUNT)),
            other => other,
        };
        self
    }
}

impl fmt::Display for Recurrence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = Frequency::ALL
            .iter()
            .find(|(known, _)| *known == self.frequency);
        write!(f, "FREQ={}", name.map_or("", |(_, name)| name))?;
        if self.interval > 1 {
            write!(f, ";INTERVAL={}", self.interval)?;
        }
        list(f, "BYMONTH", &self.months)?;
        list(f, "BYMONTHDAY", &self.month_days)?;
        list(f, "BYDAY", &self.weekdays)?;
        if self.pick == Pick::Last {
            f.write_str(";BYSETPOS=-1")?;
        }
        match self.end {
            End::Never => Ok(()),
            End::Count(count) => write!(f, ";COUNT={count}"),
            End::Until(day) => write!(f, ";UNTIL={}", day.format("%Y%m%d")),
        }
    }
}

fn list(f: &mut fmt::Formatter<'_>, name: &str, values: &[impl fmt::Display]) -> fmt::Result {
    for (position, value) in values.iter().enumerate() {
        if position == 0 {
            write!(f, ";{name}={value}")?;
        } else {
            write!(f, ",{value}")?;
        }
    }
    Ok(())
}

/// The two letters of the days, from Monday.
pub(super) const DAYS: [(Weekday, &str); 7] = [
    (Weekday::Mon, "MO"),
    (Weekday::Tue, "TU"),
    (Weekday::Wed, "WE"),
    (Weekday::Thu, "TH"),
    (Weekday::Fri, "FR"),
    (Weekday::Sat, "SA"),
    (Weekday::Sun, "SU"),
];

impl fmt::Display for WeekdayNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(ordinal) = self.ordinal {
            write!(f, "{ordinal}")?;
        }
        let name = DAYS.iter().find(|(day, _)| *day == self.weekday);
        f.write_str(name.map_or("", |(_, name)| name))
    }
}

impl Serialize for Recurrence {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Recurrence {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests;
