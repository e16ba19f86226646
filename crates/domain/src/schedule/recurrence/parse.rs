//! Reading an RRULE; what is outside of the subset is refused by name.

use std::str::FromStr;

use chrono::{NaiveDate, Weekday};

use super::{DAYS, End, Frequency, MAX_COUNT, MAX_INTERVAL, Pick, Recurrence, WeekdayNumber};

/// Why a recurrence was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RecurrenceError {
    /// There is no `FREQ`.
    #[error("a recurrence needs FREQ")]
    NoFrequency,
    /// A part that is not in the subset.
    #[error("`{0}` is not supported in a recurrence")]
    Part(String),
    /// A part given twice.
    #[error("a recurrence has `{0}` twice")]
    Twice(String),
    /// A value that its part can't have.
    #[error("`{value}` is no value for {part}")]
    Value {
        /// The part.
        part: String,
        /// The value as given.
        value: String,
    },
    /// Two parts that don't go together, or one with this frequency.
    #[error("{0} can't be combined so")]
    Combination(&'static str),
}

impl FromStr for Recurrence {
    type Err = RecurrenceError;

    fn from_str(text: &str) -> Result<Self, RecurrenceError> {
        let text = text.trim().to_ascii_uppercase();
        let text = text.strip_prefix("RRULE:").unwrap_or(&text);
        let mut rule = Self::every(Frequency::Daily, 1);
        let mut seen: Vec<&str> = Vec::new();
        for part in text.split(';').filter(|part| !part.is_empty()) {
            let (name, value) = part.split_once('=').unwrap_or((part, ""));
            if seen.contains(&name) {
                return Err(RecurrenceError::Twice(short(name)));
            }
            seen.push(name);
            rule.part(name, value)?;
        }
        if !seen.contains(&"FREQ") {
            return Err(RecurrenceError::NoFrequency);
        }
        if seen.contains(&"COUNT") && seen.contains(&"UNTIL") {
            return Err(RecurrenceError::Combination("COUNT and UNTIL"));
        }
        rule.check()?;
        Ok(rule)
    }
}

fn short(text: &str) -> String {
    text.chars().take(40).collect()
}

impl Recurrence {
    fn part(&mut self, name: &str, value: &str) -> Result<(), RecurrenceError> {
        let wrong = || RecurrenceError::Value {
            part: short(name),
            value: short(value),
        };
        match name {
            "FREQ" => {
                let found = Frequency::ALL.iter().find(|(_, word)| *word == value);
                self.frequency = found.ok_or_else(wrong)?.0;
            }
            "INTERVAL" => self.interval = number(value, MAX_INTERVAL).ok_or_else(wrong)?,
            "COUNT" => self.end = End::Count(number(value, MAX_COUNT).ok_or_else(wrong)?),
            "UNTIL" => {
                let digits = value.len() == 8 && value.bytes().all(|b| b.is_ascii_digit());
                let day = NaiveDate::parse_from_str(value, "%Y%m%d").ok();
                self.end = End::Until(day.filter(|_| digits).ok_or_else(wrong)?);
            }
            "BYMONTH" => {
                let month = |text: &str| number(text, 12).and_then(|n| u8::try_from(n).ok());
                self.months = each(value, month).ok_or_else(wrong)?;
                self.months.sort_unstable();
                self.months.dedup();
            }
            "BYMONTHDAY" => {
                self.month_days = each(value, |text| signed(text, 31)).ok_or_else(wrong)?;
                self.month_days.sort_unstable();
                self.month_days.dedup();
            }
            "BYDAY" => {
                self.weekdays = each(value, weekday).ok_or_else(wrong)?;
                let key = |day: &WeekdayNumber| (day.ordinal, day.weekday.num_days_from_monday());
                self.weekdays.sort_unstable_by_key(key);
                self.weekdays.dedup();
            }
            "BYSETPOS" if value == "-1" => self.pick = Pick::Last,
            "WKST" if value == "MO" => {}
            "BYSETPOS" | "WKST" => return Err(wrong()),
            _ => return Err(RecurrenceError::Part(short(name))),
        }
        Ok(())
    }

    fn check(&self) -> Result<(), RecurrenceError> {
        use RecurrenceError::Combination;
        let numbered = self.weekdays.iter().any(|day| day.ordinal.is_some());
        match self.frequency {
            Frequency::Daily | Frequency::Weekly if numbered => {
                Err(Combination("FREQ=DAILY or WEEKLY and a numbered BYDAY"))
            }
            Frequency::Daily | Frequency::Weekly if self.pick == Pick::Last => {
                Err(Combination("FREQ=DAILY or WEEKLY and BYSETPOS"))
            }
            Frequency::Weekly if !self.month_days.is_empty() => {
                Err(Combination("FREQ=WEEKLY and BYMONTHDAY"))
            }
            Frequency::Yearly if !self.weekdays.is_empty() && self.months.is_empty() => {
                Err(Combination("FREQ=YEARLY and BYDAY without BYMONTH"))
            }
            _ => Ok(()),
        }
    }
}

/// A number from 1 to `most`, written plainly.
fn number(text: &str, most: u32) -> Option<u32> {
    let plain = !text.is_empty() && text.len() <= 5 && text.bytes().all(|b| b.is_ascii_digit());
    text.parse()
        .ok()
        .filter(|n| plain && (1..=most).contains(n))
}

fn signed(text: &str, most: u32) -> Option<i8> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    let number = i8::try_from(number(digits, most)?).ok()?;
    Some(sign * number)
}

fn weekday(text: &str) -> Option<WeekdayNumber> {
    let at = text.len().checked_sub(2)?;
    let (ordinal, name) = (text.get(..at)?, text.get(at..)?);
    let weekday: Weekday = DAYS.iter().find(|(_, known)| *known == name)?.0;
    let ordinal = match ordinal {
        "" => None,
        number => Some(signed(number, 5)?),
    };
    Some(WeekdayNumber { ordinal, weekday })
}

fn each<T>(value: &str, read: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    value.split(',').map(read).collect()
}
