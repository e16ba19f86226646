//! Periods as people type them: `2025`, `2025-q1`, `this-month`, `mes-pasado`, `A..B`.

mod words;

use chrono::{Datelike as _, Days, Months, NaiveDate};

use crate::date::{YEARS, parse_date};

/// A span of days, both ends included; an open end is `None`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Period {
    /// The first day.
    pub from: Option<NaiveDate>,
    /// The last day.
    pub to: Option<NaiveDate>,
}

/// Why a typed period was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PeriodError {
    /// Nothing that is known as a period.
    #[error("`{0}` is not a period")]
    Unknown(String),
    /// The end lies before the beginning.
    #[error("the period ends on {to}, before it begins on {from}")]
    Backwards {
        /// The first day as given.
        from: NaiveDate,
        /// The last day as given.
        to: NaiveDate,
    },
}

impl Period {
    /// All days.
    pub const ALWAYS: Self = Self {
        from: None,
        to: None,
    };

    /// The days from `from` to `to`; backwards is an error.
    pub fn between(from: Option<NaiveDate>, to: Option<NaiveDate>) -> Result<Self, PeriodError> {
        match (from, to) {
            (Some(from), Some(to)) if to < from => Err(PeriodError::Backwards { from, to }),
            _ => Ok(Self { from, to }),
        }
    }

    /// One day.
    pub const fn day(day: NaiveDate) -> Self {
        Self {
            from: Some(day),
            to: Some(day),
        }
    }

    /// The `months` whole months that begin with the month of `date`.
    pub fn months(date: NaiveDate, months: u32) -> Self {
        let first = date.with_day(1);
        let next = first.and_then(|first| first.checked_add_months(Months::new(months)));
        Self {
            from: first,
            to: next.and_then(|next| next.pred_opt()),
        }
    }

    /// The month in which `date` lies.
    pub fn month_of(date: NaiveDate) -> Self {
        Self::months(date, 1)
    }

    /// A calendar year.
    pub fn year(year: i32) -> Self {
        NaiveDate::from_ymd_opt(year, 1, 1).map_or(Self::ALWAYS, |first| Self::months(first, 12))
    }

    /// True when `day` lies in the period.
    pub fn contains(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }

    /// Reads a period as a person types it, relative to `today`.
    pub fn parse(text: &str, today: NaiveDate) -> Result<Self, PeriodError> {
        let unknown = || PeriodError::Unknown(text.chars().take(60).collect());
        let Some((from, to)) = text.split_once("..") else {
            return single(text, today).ok_or_else(unknown);
        };
        let end = |bound: &str| match bound.trim() {
            "" => Ok(Self::ALWAYS),
            bound => single(bound, today).ok_or_else(unknown),
        };
        Self::between(end(from)?.from, end(to)?.to)
    }
}

fn single(text: &str, today: NaiveDate) -> Option<Period> {
    let word = crate::text::fold(text).replace(['_', ' '], "-");
    calendar(&word)
        .or_else(|| words::period(&word, today))
        .or_else(|| last_days(&word, today))
        .or_else(|| parse_date(text, today).ok().map(Period::day))
}

/// `2025`, `2025-03`, `2025-q1` (also `2025-t1`, as Spanish writes it).
fn calendar(word: &str) -> Option<Period> {
    let (year, rest) = word.split_once('-').unwrap_or((word, ""));
    let digits = year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit());
    let year: i32 = year
        .parse()
        .ok()
        .filter(|year| digits && YEARS.contains(year))?;
    if rest.is_empty() && !word.contains('-') {
        return Some(Period::year(year));
    }
    if let Some(quarter) = rest.strip_prefix(['q', 't']) {
        let quarter: u32 = quarter.parse().ok().filter(|q| (1..=4).contains(q))?;
        let first = NaiveDate::from_ymd_opt(year, quarter * 3 - 2, 1)?;
        return Some(Period::months(first, 3));
    }
    let month = rest
        .parse()
        .ok()
        .filter(|_| (1..=2).contains(&rest.len()))?;
    NaiveDate::from_ymd_opt(year, month, 1).map(Period::month_of)
}

/// `last-90-days`, `ultimos-90-dias`: that many days, today included.
fn last_days(word: &str, today: NaiveDate) -> Option<Period> {
    let number = word
        .strip_prefix("last-")
        .and_then(|rest| rest.strip_suffix("-days"))
        .or_else(|| {
            word.strip_prefix("ultimos-")
                .and_then(|rest| rest.strip_suffix("-dias"))
        })?;
    let days: u64 = number
        .parse()
        .ok()
        .filter(|days| (1..=400_000).contains(days))?;
    let from = today.checked_sub_days(Days::new(days - 1))?;
    Some(Period {
        from: Some(from),
        to: Some(today),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("2025", "2025-01-01", "2025-12-31")]
    #[case("2024-02", "2024-02-01", "2024-02-29")]
    #[case("2025-q1", "2025-01-01", "2025-03-31")]
    #[case("2025-T4", "2025-10-01", "2025-12-31")]
    #[case("this-month", "2025-04-01", "2025-04-30")]
    #[case("este mes", "2025-04-01", "2025-04-30")]
    #[case("last-month", "2025-03-01", "2025-03-31")]
    #[case("mes-pasado", "2025-03-01", "2025-03-31")]
    #[case("this-year", "2025-01-01", "2025-12-31")]
    #[case("este-año", "2025-01-01", "2025-12-31")]
    #[case("last-year", "2024-01-01", "2024-12-31")]
    #[case("año-pasado", "2024-01-01", "2024-12-31")]
    #[case("ytd", "2025-01-01", "2025-04-16")]
    #[case("last-90-days", "2025-01-17", "2025-04-16")]
    #[case("últimos-7-días", "2025-04-10", "2025-04-16")]
    #[case("this-week", "2025-04-14", "2025-04-20")]
    #[case("2025-01-15..2025-02-03", "2025-01-15", "2025-02-03")]
    #[case("2024..2025-q1", "2024-01-01", "2025-03-31")]
    #[case("ayer", "2025-04-15", "2025-04-15")]
    fn known_periods(#[case] text: &str, #[case] from: &str, #[case] to: &str) {
        let today = NaiveDate::from_ymd_opt(2025, 4, 16).unwrap();
        let period = Period::parse(text, today).unwrap();
        let shown = (
            period.from.unwrap().to_string(),
            period.to.unwrap().to_string(),
        );
        assert_eq!(shown, (from.to_owned(), to.to_owned()));
    }

    #[test]
    fn open_ends_and_refusals() {
        let today = NaiveDate::from_ymd_opt(2025, 4, 16).unwrap();
        let open = Period::parse("2025-01-15..", today).unwrap();
        assert_eq!(
            (open.from.map(|d| d.to_string()), open.to),
            (Some("2025-01-15".into()), None)
        );
        assert_eq!(Period::parse("..", today), Ok(Period::ALWAYS));
        assert!(matches!(
            Period::parse("2025..2024", today),
            Err(PeriodError::Backwards { .. })
        ));
        for text in [
            "",
            "never",
            "2025-13",
            "2025-q5",
            "20255",
            "2025-",
            "last-0-days",
        ] {
            assert!(Period::parse(text, today).is_err(), "{text}");
        }
    }
}
