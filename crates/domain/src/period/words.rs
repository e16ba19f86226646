//! The named periods, in English and Spanish.

use chrono::{Datelike as _, Days, Months, NaiveDate};

use super::Period;

/// The period that a folded word names.
pub(super) fn period(word: &str, today: NaiveDate) -> Option<Period> {
    let first = today.with_day(1)?;
    Some(match word {
        "always" | "all" | "siempre" | "todo" => Period::ALWAYS,
        "this-month" | "este-mes" => Period::month_of(today),
        "last-month" | "mes-pasado" | "ultimo-mes" => {
            Period::month_of(first.checked_sub_months(Months::new(1))?)
        }
        "this-quarter" | "este-trimestre" => Period::months(quarter_start(today)?, 3),
        "last-quarter" | "trimestre-pasado" => {
            Period::months(quarter_start(today)?.checked_sub_months(Months::new(3))?, 3)
        }
        "this-year" | "este-ano" => Period::year(today.year()),
        "last-year" | "ano-pasado" | "ultimo-ano" => Period::year(today.year() - 1),
        "ytd" | "en-el-ano" => Period {
            from: NaiveDate::from_ymd_opt(today.year(), 1, 1),
            to: Some(today),
        },
        "this-week" | "esta-semana" => week(today)?,
        "last-week" | "semana-pasada" => week(today.checked_sub_days(Days::new(7))?)?,
        _ => return None,
    })
}

/// The week from Monday to Sunday in which `day` lies (ISO 8601).
fn week(day: NaiveDate) -> Option<Period> {
    let back = day.weekday().num_days_from_monday();
    let monday = day.checked_sub_days(Days::new(u64::from(back)))?;
    Some(Period {
        from: Some(monday),
        to: monday.checked_add_days(Days::new(6)),
    })
}

fn quarter_start(day: NaiveDate) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(day.year(), day.month0() / 3 * 3 + 1, 1)
}
