//! Dates as people type them, in English and Spanish, relative to a given today.

use chrono::{Datelike as _, Days, NaiveDate, Weekday};

use crate::text::fold;

/// Why a typed date was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// Looks like a date but isn't in the calendar (30 February).
    #[error("{0} is not in the calendar")]
    Impossible(String),
    /// Nothing that is known as a date.
    #[error("`{0}` is not a date")]
    Unknown(String),
}

/// The first and last year that a ledger accepts.
pub const YEARS: std::ops::RangeInclusive<i32> = 1900..=2999;

/// Reads `2025-03-14`, `today`, `hoy`, `yesterday`, `ayer`, `-3`, `+2`, `monday`, `lunes`, or `15`
/// (the day of this month). A weekday is its latest occurrence, today included.
pub fn parse_date(text: &str, today: NaiveDate) -> Result<NaiveDate, DateError> {
    let word = fold(text);
    let unknown = || DateError::Unknown(text.chars().take(40).collect());
    if let Some(days) = relative_days(&word) {
        return shift(today, days).ok_or_else(unknown);
    }
    if let Some(weekday) = weekday(&word) {
        let back = today.weekday().days_since(weekday);
        return shift(today, -i64::from(back)).ok_or_else(unknown);
    }
    if let Some(offset) = word.strip_prefix(['+', '-']) {
        let days: i64 = offset
            .parse()
            .ok()
            .filter(|_| plain(offset, 5))
            .ok_or_else(unknown)?;
        let days = if word.starts_with('-') { -days } else { days };
        return shift(today, days).ok_or_else(unknown);
    }
    if plain(&word, 2) {
        let day = word.parse().map_err(|_| unknown())?;
        return today
            .with_day(day)
            .ok_or_else(|| DateError::Impossible(format!("{}-{day:02}", today.format("%Y-%m"))));
    }
    let [year, month, day] = iso_parts(&word).ok_or_else(unknown)?;
    i32::try_from(year)
        .ok()
        .filter(|year| YEARS.contains(year))
        .and_then(|year| NaiveDate::from_ymd_opt(year, month, day))
        .ok_or(DateError::Impossible(word))
}

/// The numbers of a text in the form `YYYY-MM-DD`, whether or not such a day exists.
fn iso_parts(text: &str) -> Option<[u32; 3]> {
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let shaped = year.len() == 4 && plain(year, 4) && plain(month, 2) && plain(day, 2);
    if !shaped || parts.next().is_some() {
        return None;
    }
    Some([year.parse().ok()?, month.parse().ok()?, day.parse().ok()?])
}

/// Between one and `most` ASCII digits.
fn plain(text: &str, most: usize) -> bool {
    (1..=most).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}

fn shift(today: NaiveDate, days: i64) -> Option<NaiveDate> {
    let far = Days::new(days.unsigned_abs());
    let date = if days < 0 {
        today.checked_sub_days(far)
    } else {
        today.checked_add_days(far)
    };
    date.filter(|date| YEARS.contains(&date.year()))
}

fn relative_days(word: &str) -> Option<i64> {
    Some(match word {
        "today" | "hoy" => 0,
        "yesterday" | "ayer" => -1,
        "anteayer" | "antier" => -2,
        "tomorrow" | "manana" => 1,
        _ => return None,
    })
}

fn weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "monday" | "mon" | "lunes" => Weekday::Mon,
        "tuesday" | "tue" | "martes" => Weekday::Tue,
        "wednesday" | "wed" | "miercoles" => Weekday::Wed,
        "thursday" | "thu" | "jueves" => Weekday::Thu,
        "friday" | "fri" | "viernes" => Weekday::Fri,
        "saturday" | "sat" | "sabado" => Weekday::Sat,
        "sunday" | "sun" | "domingo" => Weekday::Sun,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    /// A Wednesday.
    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2025, 4, 16).unwrap()
    }

    #[rstest]
    #[case("2025-03-14", "2025-03-14")]
    #[case("today", "2025-04-16")]
    #[case("HOY", "2025-04-16")]
    #[case("yesterday", "2025-04-15")]
    #[case("ayer", "2025-04-15")]
    #[case("mañana", "2025-04-17")]
    #[case("-3", "2025-04-13")]
    #[case("+2", "2025-04-18")]
    #[case("monday", "2025-04-14")]
    #[case("miércoles", "2025-04-16")]
    #[case("jueves", "2025-04-10")]
    #[case("15", "2025-04-15")]
    #[case("2024-02-29", "2024-02-29")]
    fn known_dates(#[case] text: &str, #[case] expected: &str) {
        assert_eq!(parse_date(text, today()).unwrap().to_string(), expected);
    }

    #[rstest]
    #[case("2025-02-30")]
    #[case("2025-13-01")]
    #[case("31")]
    #[case("0")]
    fn days_that_do_not_exist(#[case] text: &str) {
        assert!(matches!(
            parse_date(text, today()),
            Err(DateError::Impossible(_))
        ));
    }

    #[rstest]
    #[case("")]
    #[case("03/04/2025")]
    #[case("someday")]
    #[case("-999999999999")]
    #[case("--3")]
    #[case("2025-3-4-5")]
    #[case("99999999")]
    fn other_texts(#[case] text: &str) {
        assert!(matches!(
            parse_date(text, today()),
            Err(DateError::Unknown(_))
        ));
    }
}
