//! From a rule to its days: period by period, each period's days at once.
//!
//! The calendar of a ledger ends with the year 2999, so a rule that never fits (30 February) ends as
//! well, after a bounded number of cheap steps.

use std::collections::VecDeque;

use chrono::{Datelike as _, NaiveDate, TimeDelta};

use super::{End, Frequency, Pick, Recurrence};
use crate::calendar::{first_of_month, monday, month_number};
use crate::date::YEARS;

/// The days of a recurrence, in order.
#[derive(Clone, Debug)]
pub struct Occurrences<'r> {
    rule: &'r Recurrence,
    first: NaiveDate,
    period: i64,
    waiting: VecDeque<NaiveDate>,
    left: u32,
}

impl Recurrence {
    /// All days on or after the first one on which it recurs. The first day itself counts only when
    /// it fits the rule.
    pub fn from(&self, first: NaiveDate) -> Occurrences<'_> {
        self.beginning(first, 0)
    }

    /// The days after `day`, at the cost of what comes after (with a `COUNT`: of all before, too).
    pub fn after(
        &self,
        first: NaiveDate,
        day: Option<NaiveDate>,
    ) -> impl Iterator<Item = NaiveDate> {
        let counted = matches!(self.end, End::Count(_));
        let period = match day {
            Some(day) if !counted => self.period_of(first, day).max(0),
            _ => 0,
        };
        self.beginning(first, period)
            .skip_while(move |found| day.is_some_and(|day| *found <= day))
    }

    fn beginning(&self, first: NaiveDate, period: i64) -> Occurrences<'_> {
        Occurrences {
            rule: self,
            first,
            period,
            waiting: VecDeque::new(),
            left: match self.end {
                End::Count(count) => count,
                End::Never | End::Until(_) => u32::MAX,
            },
        }
    }

    /// The number of the period in which a day lies, or of one before it.
    fn period_of(&self, first: NaiveDate, day: NaiveDate) -> i64 {
        let between = match self.frequency {
            Frequency::Daily => (day - first).num_days(),
            Frequency::Weekly => (day - monday(first)).num_days().div_euclid(7),
            Frequency::Monthly => month_number(day) - month_number(first),
            Frequency::Yearly => i64::from(day.year()) - i64::from(first.year()),
        };
        between.div_euclid(i64::from(self.interval))
    }

    /// The days of one period that fit; none beyond the calendar.
    fn days_of(&self, first: NaiveDate, period: i64) -> Option<Vec<NaiveDate>> {
        let step = period.checked_mul(i64::from(self.interval))?;
        let mut days = match self.frequency {
            Frequency::Daily => vec![shifted(first, step)?],
            Frequency::Weekly => {
                let monday = shifted(monday(first), step.checked_mul(7)?)?;
                monday.iter_days().take(7).collect()
            }
            Frequency::Monthly => days_in(month_number(first).checked_add(step)?)?,
            Frequency::Yearly => {
                let january = (i64::from(first.year()).checked_add(step)?).checked_mul(12)?;
                let months = (january..january + 12).map(days_in);
                months.collect::<Option<Vec<_>>>()?.concat()
            }
        };
        if days.first().is_none_or(|day| !YEARS.contains(&day.year())) {
            return None;
        }
        days.retain(|day| self.fits(*day, first));
        if self.pick == Pick::Last {
            days = days.pop().into_iter().collect();
        }
        Some(days)
    }

    fn fits(&self, day: NaiveDate, first: NaiveDate) -> bool {
        let in_month = self.months.is_empty()
            || self
                .months
                .iter()
                .any(|month| u32::from(*month) == day.month());
        let on_day = self.month_days.is_empty()
            || self
                .month_days
                .iter()
                .any(|wanted| is_month_day(day, *wanted));
        let on_weekday = self.weekdays.is_empty()
            || self.weekdays.iter().any(|wanted| {
                day.weekday() == wanted.weekday
                    && wanted.ordinal.is_none_or(|nth| is_nth_weekday(day, nth))
            });
        in_month && on_day && on_weekday && self.fits_first(day, first)
    }

    /// What the first day says where the rule says nothing: its weekday, its number, its month.
    fn fits_first(&self, day: NaiveDate, first: NaiveDate) -> bool {
        let open = self.month_days.is_empty() && self.weekdays.is_empty();
        match self.frequency {
            Frequency::Daily => true,
            Frequency::Weekly => !open || day.weekday() == first.weekday(),
            Frequency::Monthly => !open || day.day() == first.day(),
            Frequency::Yearly => {
                let month = !open || !self.months.is_empty() || day.month() == first.month();
                month && (!open || day.day() == first.day())
            }
        }
    }
}

impl Iterator for Occurrences<'_> {
    type Item = NaiveDate;

    fn next(&mut self) -> Option<NaiveDate> {
        while self.waiting.is_empty() {
            let days = self.rule.days_of(self.first, self.period)?;
            self.period += 1;
            let first = self.first;
            self.waiting
                .extend(days.into_iter().filter(|day| *day >= first));
            if let (End::Until(last), Some(day)) = (self.rule.end, self.end_of_period())
                && day > last
                && self.waiting.is_empty()
            {
                return None;
            }
        }
        let day = self.waiting.pop_front()?;
        let over = matches!(self.rule.end, End::Until(last) if day > last);
        self.left = self.left.checked_sub(1)?;
        (!over).then_some(day)
    }
}

impl Occurrences<'_> {
    /// A day that no later period begins before.
    fn end_of_period(&self) -> Option<NaiveDate> {
        let step = self.period.checked_mul(i64::from(self.rule.interval))?;
        match self.rule.frequency {
            Frequency::Daily => shifted(self.first, step),
            Frequency::Weekly => shifted(monday(self.first), step.checked_mul(7)?),
            Frequency::Monthly => first_of_month(month_number(self.first).checked_add(step)?),
            Frequency::Yearly => {
                first_of_month((i64::from(self.first.year()).checked_add(step)?).checked_mul(12)?)
            }
        }
    }
}

fn is_month_day(day: NaiveDate, wanted: i8) -> bool {
    let number = i64::from(day.day());
    if wanted > 0 {
        return number == i64::from(wanted);
    }
    let length = i64::from(day.num_days_in_month());
    number == length + 1 + i64::from(wanted)
}

fn is_nth_weekday(day: NaiveDate, nth: i8) -> bool {
    let before = i64::from(day.day0()) / 7;
    let after = (i64::from(day.num_days_in_month()) - i64::from(day.day())) / 7;
    if nth > 0 {
        before + 1 == i64::from(nth)
    } else {
        -(after + 1) == i64::from(nth)
    }
}

fn shifted(day: NaiveDate, days: i64) -> Option<NaiveDate> {
    day.checked_add_signed(TimeDelta::try_days(days)?)
}

fn days_in(month: i64) -> Option<Vec<NaiveDate>> {
    let first = first_of_month(month)?;
    let length = usize::from(first.num_days_in_month());
    Some(first.iter_days().take(length).collect())
}
