//! Periods that follow each other without a gap: weeks, months from any day, quarters, years.
//!
//! Weeks count from a date. Months, quarters and years begin on a day of the month, which a shorter
//! month replaces by its last one, or on the last business day of the month (Monday to Friday:
//! holidays are not known here).

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike as _, Days, NaiveDate, Weekday};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::calendar::{first_of_month, monday, month_number};
use crate::date::{DateError, parse_date};
use crate::period::Period;
use crate::text::fold;

/// How long a period is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Every {
    /// Seven days.
    Week,
    /// Fourteen days.
    TwoWeeks,
    /// Twenty-eight days.
    FourWeeks,
    /// A month.
    Month,
    /// Three months.
    Quarter,
    /// Twelve months.
    Year,
}

/// The length of a period in the unit that it is made of.
#[derive(Clone, Copy)]
enum Length {
    Days(i64),
    Months(i64),
}

impl Every {
    /// All lengths, the shortest first.
    pub const ALL: [Self; 6] = [
        Self::Week,
        Self::TwoWeeks,
        Self::FourWeeks,
        Self::Month,
        Self::Quarter,
        Self::Year,
    ];

    /// The word used in JSON, on the command line and in the file.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Week => "week",
            Self::TwoWeeks => "two-weeks",
            Self::FourWeeks => "four-weeks",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
        }
    }

    /// The length with this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|every| every.as_str() == word)
    }

    const fn length(self) -> Length {
        match self {
            Self::Week => Length::Days(7),
            Self::TwoWeeks => Length::Days(14),
            Self::FourWeeks => Length::Days(28),
            Self::Month => Length::Months(1),
            Self::Quarter => Length::Months(3),
            Self::Year => Length::Months(12),
        }
    }
}

/// The day of the month on which a period begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StartDay {
    /// This day, 1 to 31, or the last one of a shorter month.
    Day(u8),
    /// The last Monday to Friday.
    LastBusinessDay,
}

impl StartDay {
    /// The first day of the period that begins in a month, counted from January of year 0.
    fn in_month(self, month: i64) -> Option<NaiveDate> {
        let last = first_of_month(month + 1)?.pred_opt()?;
        match self {
            Self::Day(day) => last.with_day(u32::from(day).min(last.day())),
            Self::LastBusinessDay => last.checked_sub_days(Days::new(match last.weekday() {
                Weekday::Sat => 1,
                Weekday::Sun => 2,
                _ => 0,
            })),
        }
    }
}

/// The word for [`StartDay::LastBusinessDay`].
const LAST_BUSINESS_DAY: &str = "last-business-day";

impl fmt::Display for StartDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => write!(f, "{day}"),
            Self::LastBusinessDay => f.write_str(LAST_BUSINESS_DAY),
        }
    }
}

/// Why a text is no day of the month.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no day of the month")]
pub struct StartDayError(pub String);

impl FromStr for StartDay {
    type Err = StartDayError;

    fn from_str(text: &str) -> Result<Self, StartDayError> {
        match text {
            LAST_BUSINESS_DAY | "ultimo-dia-habil" => Ok(Self::LastBusinessDay),
            digits if digits.len() <= 2 && digits.bytes().all(|b| b.is_ascii_digit()) => {
                let day = digits.parse().ok().filter(|day| (1..=31).contains(day));
                day.map(Self::Day)
                    .ok_or_else(|| StartDayError(text.to_owned()))
            }
            _ => Err(StartDayError(text.chars().take(40).collect())),
        }
    }
}

impl Serialize for StartDay {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for StartDay {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// Where periods begin, as a person says it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Starting {
    /// With the calendar: on Monday, on the first.
    #[default]
    Usual,
    /// On a day of the month.
    On(StartDay),
    /// On this date, and from then on.
    Date(NaiveDate),
}

impl Starting {
    /// Reads `25`, `last-business-day`, or a date as [`parse_date`] does.
    pub fn parse(text: &str, today: NaiveDate) -> Result<Self, DateError> {
        match fold(text).replace(['_', ' '], "-").parse() {
            Ok(day) => Ok(Self::On(day)),
            Err(_) => parse_date(text, today).map(Self::Date),
        }
    }
}

/// Weeks have no day of the month to begin on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CycleError {
    /// A day of the month was named for weeks.
    #[error("weeks begin on a date, not on a day of the month")]
    DayOfMonth,
    /// The calendar ends before the first period does.
    #[error("the date is out of range")]
    OutOfRange,
}

/// Periods of one length, each beginning where the one before it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Cycle {
    /// How long each is.
    pub every: Every,
    /// On which day of the month they begin; none for weeks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub starts: Option<StartDay>,
    /// The first day of the first period that counts; earlier ones are carried over from nowhere.
    pub since: NaiveDate,
}

impl Cycle {
    /// The periods that a person means; the first one is that of `today` unless a date is named.
    pub fn new(every: Every, starting: Starting, today: NaiveDate) -> Result<Self, CycleError> {
        let (starts, first) = match (every.length(), starting) {
            (Length::Days(_), Starting::On(_)) => return Err(CycleError::DayOfMonth),
            (Length::Days(_), Starting::Date(date)) => (None, Some(date)),
            (Length::Days(_), Starting::Usual) => (None, Some(monday(today))),
            (Length::Months(_), Starting::Date(date)) => {
                let day = u8::try_from(date.day()).unwrap_or(1);
                (Some(StartDay::Day(day)), Some(date))
            }
            (Length::Months(months), Starting::On(day)) => (Some(day), calendar(today, months)),
            (Length::Months(months), Starting::Usual) => {
                (Some(StartDay::Day(1)), calendar(today, months))
            }
        };
        let mut cycle = Self {
            every,
            starts,
            since: first.ok_or(CycleError::OutOfRange)?,
        };
        if !matches!(starting, Starting::Date(_)) {
            let first = cycle.period_of(today).and_then(|period| period.from);
            cycle.since = first.ok_or(CycleError::OutOfRange)?;
        }
        Ok(cycle)
    }

    /// True when the first period begins where this cycle lets periods begin.
    pub fn is_sound(&self) -> bool {
        matches!(self.every.length(), Length::Days(_)) == self.starts.is_none()
            && self.start(0) == Some(self.since)
    }

    /// The number of the period in which a day lies: 0 for the first, negative before it.
    pub fn index_of(&self, day: NaiveDate) -> i64 {
        match (self.every.length(), self.starts) {
            (Length::Days(days), _) => (day - self.since).num_days().div_euclid(days),
            (Length::Months(months), starts) => {
                let starts = starts.unwrap_or(StartDay::Day(1));
                let mut month = month_number(day);
                if starts.in_month(month).is_some_and(|first| day < first) {
                    month -= 1;
                }
                (month - month_number(self.since)).div_euclid(months)
            }
        }
    }

    /// The period with a number; none beyond the calendar.
    pub fn period(&self, index: i64) -> Option<Period> {
        let from = self.start(index)?;
        let to = self.start(index.checked_add(1)?)?.pred_opt()?;
        Some(Period {
            from: Some(from),
            to: Some(to),
        })
    }

    /// The period in which a day lies.
    pub fn period_of(&self, day: NaiveDate) -> Option<Period> {
        self.period(self.index_of(day))
    }

    fn start(self, index: i64) -> Option<NaiveDate> {
        match self.every.length() {
            Length::Days(days) => self
                .since
                .checked_add_signed(chrono::TimeDelta::try_days(index.checked_mul(days)?)?),
            Length::Months(months) => {
                let month = month_number(self.since).checked_add(index.checked_mul(months)?)?;
                self.starts.unwrap_or(StartDay::Day(1)).in_month(month)
            }
        }
    }
}

/// The first of the month with which the calendar's month, quarter or year begins.
fn calendar(day: NaiveDate, months: i64) -> Option<NaiveDate> {
    first_of_month(month_number(day).div_euclid(months) * months)
}

#[cfg(test)]
mod tests;
