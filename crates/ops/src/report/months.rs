//! Months of a period.

use chrono::{Datelike as _, Months, NaiveDate};
use domain::Period;

/// The first day of the month in which `day` lies.
pub(crate) fn month_of(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

/// The last day of the month in which `day` lies.
pub(crate) fn end_of_month(day: NaiveDate) -> NaiveDate {
    Period::month_of(day).to.unwrap_or(day)
}

/// The first days of all months that the days from `from` to `to` touch.
pub(crate) fn months_between(from: NaiveDate, to: NaiveDate) -> Vec<NaiveDate> {
    let mut months = Vec::new();
    let mut month = month_of(from);
    while month <= to {
        months.push(month);
        let Some(next) = month.checked_add_months(Months::new(1)) else {
            break;
        };
        month = next;
    }
    months
}

/// How many months lie between two days, both months counted; 0 when `to` lies before `from`.
pub(crate) fn months_from_to(from: NaiveDate, to: NaiveDate) -> u32 {
    if to < from {
        return 0;
    }
    let number = |day: NaiveDate| i64::from(day.year()) * 12 + i64::from(day.month0());
    u32::try_from(number(to) - number(from) + 1).unwrap_or(0)
}

/// The month of `today` and the `before` months before it.
pub(crate) fn last_months(today: NaiveDate, before: u32) -> Period {
    Period {
        from: month_of(today).checked_sub_months(Months::new(before)),
        to: Period::month_of(today).to,
    }
}
