//! Days and months as the file counts them.

use chrono::{Datelike as _, NaiveDate};

/// Days from 0001-01-01 to 1970-01-01, plus one, as `num_days_from_ce` counts.
const EPOCH_FROM_CE: i64 = 719_163;

/// Days since 1970-01-01.
pub(crate) fn day_number(date: NaiveDate) -> i64 {
    i64::from(date.num_days_from_ce()) - EPOCH_FROM_CE
}

/// The date of a day number; `None` for one that no ledger holds.
pub(crate) fn date_of(day: i64) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(i32::try_from(day.checked_add(EPOCH_FROM_CE)?).ok()?)
}

/// Months since January of year 0.
pub(crate) fn month_number(date: NaiveDate) -> i64 {
    i64::from(date.year()) * 12 + i64::from(date.month0())
}

/// The first day of a month.
pub(crate) fn first_of_month(month: i64) -> Option<NaiveDate> {
    let year = i32::try_from(month.div_euclid(12)).ok()?;
    NaiveDate::from_ymd_opt(year, u32::try_from(month.rem_euclid(12)).ok()? + 1, 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn days_and_months_read_back(day in -25_567i64..=376_199) {
            let date = date_of(day).unwrap();
            prop_assert_eq!(day_number(date), day);
            prop_assert_eq!(first_of_month(month_number(date)), date.with_day(1));
        }
    }

    #[test]
    fn the_epoch_is_day_zero() {
        assert_eq!(date_of(0).unwrap().to_string(), "1970-01-01");
    }
}
