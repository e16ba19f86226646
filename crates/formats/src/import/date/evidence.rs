//! What all the dates of a column together say about the order of day and month.

use chrono::{Datelike as _, NaiveDate};

use super::{DateOrder, Parts, YEARLESS};
use crate::import::layout::Evidence;

/// Days after today that a booked row may still lie in: time zones, weekends.
const GRACE_DAYS: i64 = 5;
/// Changes of date from which on the order of the rows means something.
const ENOUGH_CHANGES: u32 = 3;
/// Rows and days from which on a month shows itself.
const MONTH_ROWS: u32 = 8;
const MONTH_DAYS: u32 = 5;

/// Counts over the dates of a column. Index 0 is day first, 1 month first, 2 year first.
#[derive(Clone, Debug)]
pub(in crate::import) struct DateEvidence {
    today: NaiveDate,
    /// Cells that are dates in some order.
    pub(in crate::import) dates: u32,
    valid: [u32; 3],
    /// Cells valid in exactly one of day first and month first.
    only: [u32; 2],
    only_examples: [Option<Box<str>>; 2],
    points: u32,
    pub(in crate::import) compact: u32,
    future: [u32; 2],
    rises: [u32; 2],
    falls: [u32; 2],
    last: [Option<NaiveDate>; 2],
    first_ends: u128,
    last_ends: u128,
    /// The values of the two numbers that may be day and month, as bits.
    pair: [u64; 2],
    /// A cell with two readings, else any.
    example: Option<(Box<str>, Parts)>,
    differs: bool,
}

/// What was decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::import) enum Verdict {
    /// One order, and why.
    Order(DateOrder, Evidence),
    /// Day first and month first are both possible throughout.
    Open {
        example: Box<str>,
        readings: [NaiveDate; 2],
    },
    /// Some dates exist with the day first only, others with the month first only.
    Mixed { examples: [Box<str>; 2] },
    /// No cell is a date.
    NoDates,
}

impl DateEvidence {
    pub(in crate::import) fn new(today: NaiveDate) -> Self {
        Self {
            today,
            dates: 0,
            valid: [0; 3],
            only: [0; 2],
            only_examples: [None, None],
            points: 0,
            compact: 0,
            future: [0; 2],
            rises: [0; 2],
            falls: [0; 2],
            last: [None; 2],
            first_ends: 0,
            last_ends: 0,
            pair: [0; 2],
            example: None,
            differs: false,
        }
    }

    /// Counts a cell; false when it is no date in any order.
    pub(in crate::import) fn count(&mut self, text: &str) -> bool {
        let Some(parts) = Parts::split(text) else {
            return false;
        };
        let readings = DateOrder::ALL.map(|order| parts.date(order, self.today, YEARLESS));
        if readings.iter().all(Option::is_none) {
            return false;
        }
        self.dates += 1;
        self.points += u32::from(parts.has_points());
        self.compact += u32::from(parts.is_compact());
        for (valid, reading) in self.valid.iter_mut().zip(&readings) {
            *valid += u32::from(reading.is_some());
        }
        let [day_first, month_first, _] = readings;
        let only = match (day_first, month_first) {
            (Some(_), None) => Some(0),
            (None, Some(_)) => Some(1),
            _ => None,
        };
        if let Some(slot) = only {
            self.only[slot] += 1;
            self.only_examples[slot].get_or_insert_with(|| text.trim().into());
        }
        if let Some((first, last)) = parts.short_ends() {
            self.first_ends |= 1u128.checked_shl(first.into()).unwrap_or(0);
            self.last_ends |= 1u128.checked_shl(last.into()).unwrap_or(0);
        }
        if let Some((first, second)) = parts.open_pair() {
            self.pair[0] |= 1u64.checked_shl(first.into()).unwrap_or(0);
            self.pair[1] |= 1u64.checked_shl(second.into()).unwrap_or(0);
        }
        let differs = day_first.is_some() && month_first.is_some() && day_first != month_first;
        if self.example.is_none() || (differs && !self.differs) {
            self.example = Some((text.trim().into(), parts));
            self.differs |= differs;
        }
        self.follow(day_first, month_first);
        true
    }

    /// Follows the dates down the file, in both readings.
    fn follow(&mut self, day_first: Option<NaiveDate>, month_first: Option<NaiveDate>) {
        for (slot, date) in [day_first, month_first].into_iter().enumerate() {
            let Some(date) = date else { continue };
            let ahead = date.signed_duration_since(self.today).num_days();
            self.future[slot] += u32::from(ahead > GRACE_DAYS);
            if let Some(last) = self.last[slot] {
                self.rises[slot] += u32::from(date > last);
                self.falls[slot] += u32::from(date < last);
            }
            self.last[slot] = Some(date);
        }
    }

    /// A cell and its parts, to describe the format.
    pub(in crate::import) fn example(&self) -> Option<&(Box<str>, Parts)> {
        self.example.as_ref()
    }

    /// True when no date has a year.
    pub(in crate::import) fn is_yearless(&self) -> bool {
        self.example
            .as_ref()
            .is_some_and(|(_, parts)| parts.is_yearless())
    }

    /// True when most dates exist in an order.
    pub(in crate::import) fn allows(&self, order: DateOrder) -> bool {
        let valid = DateOrder::ALL
            .iter()
            .zip(self.valid)
            .find(|(known, _)| **known == order);
        valid.is_some_and(|(_, valid)| valid * 2 > self.dates)
    }

    /// True when some date exists in one of day first and month first only.
    pub(in crate::import) fn tells_order(&self) -> bool {
        self.only != [0, 0]
    }

    /// True when both are written with the same marks, so that one order goes for both.
    pub(in crate::import) fn looks_like(&self, other: &Self) -> bool {
        let shape = |evidence: &Self| {
            evidence
                .example
                .as_ref()
                .map(|(_, parts)| parts.describe(DateOrder::Dmy))
        };
        shape(self) == shape(other)
    }

    /// Decides; `newest_first` is the order of the rows when the running balance proves it.
    pub(in crate::import) fn decide(&self, newest_first: Option<bool>) -> Verdict {
        let Some((example, parts)) = &self.example else {
            return Verdict::NoDates;
        };
        let [day, month, year] = self.valid;
        if year > day.max(month) || (self.years_come_first() && year == self.dates) {
            return Verdict::Order(DateOrder::Ymd, Evidence::DatesFitOneOrder);
        }
        if let [Some(day_first), Some(month_first)] = &self.only_examples
            && self.only[0].min(self.only[1]) * 10 > self.dates
        {
            return Verdict::Mixed {
                examples: [day_first.clone(), month_first.clone()],
            };
        }
        if day != month || !self.differs {
            // A few rows that only fit the other order are errors of their own.
            let order = if day >= month {
                DateOrder::Dmy
            } else {
                DateOrder::Mdy
            };
            return Verdict::Order(order, Evidence::DatesFitOneOrder);
        }
        if self.points * 2 > self.dates {
            return Verdict::Order(DateOrder::Dmy, Evidence::DatesWithPoints);
        }
        if let Some((slot, why)) = self.circumstances(newest_first) {
            return Verdict::Order(DateOrder::ALL[slot], why);
        }
        let reading = |order| {
            parts
                .date(order, self.today, self.today.year())
                .unwrap_or(self.today)
        };
        Verdict::Open {
            example: example.clone(),
            readings: [reading(DateOrder::Dmy), reading(DateOrder::Mdy)],
        }
    }

    /// `21-12-05` throughout: the first number hardly changes, the last one does.
    fn years_come_first(&self) -> bool {
        let (first, last) = (self.first_ends.count_ones(), self.last_ends.count_ones());
        (1..=2).contains(&first) && last >= 4
    }

    /// What the dates themselves leave open, the future and the order of the rows may tell.
    fn circumstances(&self, newest_first: Option<bool>) -> Option<(usize, Evidence)> {
        for (slot, other) in [(0, 1), (1, 0)] {
            // `pair[slot]` holds the days when this reading is right, `pair[other]` the months.
            if self.dates >= MONTH_ROWS && is_month(self.pair[slot], self.pair[other]) {
                return Some((slot, Evidence::OneMonth));
            }
            if self.future[slot] == 0 && self.future[other] > 0 {
                return Some((slot, Evidence::NoFutureDates));
            }
            let orderly = match newest_first {
                Some(true) => |rises: u32, _: u32| rises == 0,
                Some(false) => |_: u32, falls: u32| falls == 0,
                None => |rises: u32, falls: u32| rises.min(falls) == 0,
            };
            let fits = orderly(self.rises[slot], self.falls[slot]);
            let other_fits = orderly(self.rises[other], self.falls[other]);
            let enough =
                newest_first.is_some() || self.rises[slot] + self.falls[slot] >= ENOUGH_CHANGES;
            if fits && !other_fits && enough {
                return Some((slot, Evidence::OrderOfRows));
            }
        }
        None
    }
}

/// Many days of one month. Days at equal distances could be one day of many months instead.
const fn is_month(days: u64, months: u64) -> bool {
    let first = days.trailing_zeros();
    let step = if days == 0 {
        0
    } else {
        (days & (days - 1)).trailing_zeros() - first
    };
    let mut regular = 0u64;
    let mut at = first;
    while step > 0 && at < u64::BITS && days.count_ones() > regular.count_ones() {
        regular |= 1 << at;
        at += step;
    }
    months.is_power_of_two() && days.count_ones() >= MONTH_DAYS && regular != days
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn decide(cells: &[&str]) -> Verdict {
        let mut evidence = DateEvidence::new(NaiveDate::from_ymd_opt(2026, 6, 1).unwrap());
        for cell in cells {
            evidence.count(cell);
        }
        evidence.decide(None)
    }

    #[rstest]
    #[case(&["05/03/2021", "13/03/2021"], DateOrder::Dmy)]
    #[case(&["05/03/2021", "03/13/2021"], DateOrder::Mdy)]
    #[case(&["2021-03-05"], DateOrder::Ymd)]
    #[case(&["05.03.2021"], DateOrder::Dmy)]
    #[case(&["03/03/2021", "04/04/2021"], DateOrder::Dmy)]
    #[case(&["05/03/2026", "05/12/2026"], DateOrder::Mdy)]
    #[case(&["01/02/2021", "02/02/2021", "01/03/2021", "05/03/2021", "01/04/2021"], DateOrder::Dmy)]
    #[case(&["01/09/2021", "01/09/2021", "04/09/2021", "05/09/2021", "05/09/2021", "07/09/2021", "12/09/2021", "12/09/2021"], DateOrder::Dmy)]
    #[case(&["21-12-05", "21-12-06", "21-12-09", "21-12-11"], DateOrder::Ymd)]
    fn decided(#[case] cells: &[&str], #[case] expected: DateOrder) {
        let verdict = decide(cells);
        assert!(
            matches!(verdict, Verdict::Order(order, _) if order == expected),
            "{verdict:?}"
        );
    }

    #[rstest]
    #[case(&["05/03/2021"])]
    #[case(&["05/03/2021", "06/03/2021"])]
    #[case(&["01/01/2021", "02/01/2021", "03/01/2021", "04/01/2021", "05/01/2021", "06/01/2021", "07/01/2021", "08/01/2021"])]
    fn open(#[case] cells: &[&str]) {
        assert!(matches!(decide(cells), Verdict::Open { .. }));
    }

    #[test]
    fn two_orders_in_one_file() {
        assert!(matches!(
            decide(&["25/03/2021", "03/25/2021"]),
            Verdict::Mixed { .. }
        ));
    }
}
