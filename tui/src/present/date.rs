//! Dates, months and spans of time in words.

use std::time::Duration;

use chrono::{DateTime, Datelike as _, Local, Utc};
use domain::NaiveDate;

use crate::i18n::{Language, Texts, text};

const MONTHS: [[&str; 12]; 2] = [
    [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ],
    [
        "ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic",
    ],
];

/// A day; ISO in every language, so that columns sort and what is shown can be typed back.
pub(crate) fn date(day: NaiveDate) -> String {
    day.format("%Y-%m-%d").to_string()
}

/// A moment where the person is, to the minute.
pub(crate) fn moment(at: DateTime<Utc>) -> String {
    at.with_timezone(&Local)
        .format("%Y-%m-%d %H:%M")
        .to_string()
}

/// The month of a day: `Mar 2025`, `mar 2025`.
pub(crate) fn month(day: NaiveDate, language: Language) -> String {
    let [english, spanish] = MONTHS;
    let names = match language {
        Language::En => english,
        Language::Es => spanish,
    };
    let name = usize::try_from(day.month0())
        .ok()
        .and_then(|at| names.get(at));
    format!("{} {}", name.unwrap_or(&"?"), day.year())
}

/// The first day of the month in which a day lies.
pub(crate) fn first_of_month(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

/// A span of time in its largest unit: `8 hours`, `2 días`.
pub(crate) fn span(time: Duration, texts: &Texts) -> String {
    let seconds = time.as_secs();
    let count = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
    match seconds {
        s if s >= 172_800 && s % 86_400 == 0 => text!(texts, "word-days", n = count(s / 86_400)),
        s if s >= 3_600 && s % 3_600 == 0 => text!(texts, "word-hours", n = count(s / 3_600)),
        s if s >= 60 => text!(texts, "word-minutes", n = count(s.div_ceil(60))),
        s => text!(texts, "word-seconds", n = count(s)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[test]
    fn months_have_names() {
        let day = NaiveDate::from_ymd_opt(2025, 1, 31).unwrap();
        assert_eq!(month(day, Language::En), "Jan 2025");
        assert_eq!(month(day, Language::Es), "ene 2025");
    }

    #[rstest]
    #[case(28_800, "8 hours")]
    #[case(3_600, "1 hour")]
    #[case(5_400, "90 minutes")]
    #[case(259_200, "3 days")]
    #[case(45, "45 seconds")]
    fn spans_in_words(#[case] seconds: u64, #[case] expected: &str) {
        let texts = Texts::new(Language::En);
        assert_eq!(span(Duration::from_secs(seconds), &texts), expected);
    }
}
