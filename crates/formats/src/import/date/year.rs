//! Years for dates that have none: the latest row is not in the future, and walking down the
//! file from it December meets January.

use chrono::{Datelike as _, Days, NaiveDate};

/// The year that a date without one is read into at first; a leap year, so 29 February exists.
pub(in crate::import) const YEARLESS: i32 = 2000;

/// Half a year: a longer way between neighbours goes around the other side of the year.
const HALF: i64 = 183;

/// Moves dates of [`YEARLESS`] to years such that none lies after `latest`.
pub(in crate::import) fn assign_years<'a>(
    dates: impl DoubleEndedIterator<Item = &'a mut NaiveDate>,
    latest: NaiveDate,
) {
    let mut dates: Vec<&mut NaiveDate> = dates.collect();
    let steps: i64 = dates
        .windows(2)
        .map(|pair| step(*pair[0], *pair[1]).signum())
        .sum();
    if steps >= 0 {
        dates.reverse();
    }
    // Newest first from here on.
    let mut newer = latest;
    for date in dates {
        let placed = at_or_before(*date, newer);
        // Rows are not strictly sorted: one that is a little later than its neighbour stays near.
        let near = place(*date, placed.year() + 1);
        let close = near.is_some_and(|near| {
            near <= latest && near.signed_duration_since(newer).num_days() < HALF
        });
        *date = if close {
            near.unwrap_or(placed)
        } else {
            placed
        };
        newer = *date;
    }
}

/// Days from one date to the next, the short way around the year.
fn step(from: NaiveDate, to: NaiveDate) -> i64 {
    let days = to.signed_duration_since(from).num_days();
    if days > HALF {
        days - 366
    } else if days < -HALF {
        days + 366
    } else {
        days
    }
}

/// The last such day of a year that is not after `newest`.
fn at_or_before(date: NaiveDate, newest: NaiveDate) -> NaiveDate {
    (0..9)
        .filter_map(|back| place(date, newest.year() - back))
        .find(|placed| *placed <= newest)
        .unwrap_or(date)
}

fn place(date: NaiveDate, year: i32) -> Option<NaiveDate> {
    date.with_year(year)
        .filter(|placed| placed.checked_add_days(Days::new(1)).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(&["2000-12-30", "2000-01-02"], &["2025-12-30", "2026-01-02"])]
    #[case(&["2000-01-02", "2000-12-30"], &["2026-01-02", "2025-12-30"])]
    #[case(&["2000-01-20", "2000-01-22", "2000-01-21"], &["2026-01-20", "2026-01-22", "2026-01-21"])]
    #[case(&["2000-06-01"], &["2025-06-01"])]
    fn years(#[case] dates: &[&str], #[case] expected: &[&str]) {
        let parse = |text: &&str| text.parse::<NaiveDate>().unwrap();
        let mut found: Vec<NaiveDate> = dates.iter().map(parse).collect();
        assign_years(
            found.iter_mut(),
            NaiveDate::from_ymd_opt(2026, 1, 30).unwrap(),
        );
        assert_eq!(found, expected.iter().map(parse).collect::<Vec<_>>());
    }
}
