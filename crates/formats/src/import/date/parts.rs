//! One cell split into the numbers of a date, before the order of day and month is known.

use chrono::{Datelike as _, NaiveDate};

use super::DateOrder;
use super::scan::Scan;

/// The years that a ledger accepts.
const YEARS: std::ops::RangeInclusive<i32> = domain::date::YEARS;

/// The numbers of a date as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import) struct Parts {
    pub(super) numbers: [u16; 3],
    pub(super) widths: [u8; 3],
    pub(super) count: u8,
    /// The month, when it was a name.
    pub(super) month: Option<u8>,
    /// What stood between the numbers; `0` when nothing did.
    pub(super) separator: u8,
    /// Quicken's mark before a year from 2000 on.
    pub(super) apostrophe: bool,
}

impl Parts {
    /// Splits a cell; times and zones after the date are dropped.
    pub(in crate::import) fn split(text: &str) -> Option<Self> {
        let text = text.trim();
        let first = *text.as_bytes().first()?;
        let plausible = first.is_ascii_digit()
            || first.is_ascii_alphabetic() && text.bytes().any(|byte| byte.is_ascii_digit());
        if text.len() < 3 || text.len() > 48 || !plausible {
            return None;
        }
        let mut scan = Scan::new(text);
        while !scan.complete() && scan.step()? {}
        scan.finish()
    }

    /// True when the year is missing.
    pub(in crate::import) fn is_yearless(&self) -> bool {
        self.count == if self.month.is_some() { 1 } else { 2 }
    }

    /// True when points separate the numbers: `05.03.2021`.
    pub(in crate::import) fn has_points(&self) -> bool {
        self.separator == b'.' && self.month.is_none()
    }

    /// True when eight digits stand together, which could also be a number.
    pub(in crate::import) fn is_compact(&self) -> bool {
        self.separator == 0
    }

    /// The first and the last number when all three have two digits: `21-12-05`.
    pub(in crate::import) fn short_ends(&self) -> Option<(u16, u16)> {
        let short = self.count == 3 && self.month.is_none() && self.widths.iter().all(|w| *w <= 2);
        (short && !self.apostrophe).then_some((self.numbers[0], self.numbers[2]))
    }

    /// The two numbers that may be day and month when the year comes last.
    pub(in crate::import) fn open_pair(&self) -> Option<(u16, u16)> {
        let open = self.count >= 2 && self.month.is_none() && self.widths[0] <= 2;
        open.then_some((self.numbers[0], self.numbers[1]))
    }

    /// The date in an order, when the calendar has it. Two-digit years lie at most a year after
    /// `today`; a date without a year is put into `year`.
    pub(in crate::import) fn date(
        &self,
        order: DateOrder,
        today: NaiveDate,
        yearless: i32,
    ) -> Option<NaiveDate> {
        let [a, b, c] = self.numbers;
        let [wide_a, _, wide_c] = self.widths;
        if let Some(month) = self.month {
            let (day, year) = match (self.count, wide_a) {
                (1, _) => (a, yearless),
                (_, 4) => (b, self.year(a, 4, today)?),
                _ => (a, self.year(b, self.widths[1], today)?),
            };
            return build(year, month.into(), day);
        }
        if self.count == 2 {
            return match order {
                DateOrder::Dmy => build(yearless, b, a),
                DateOrder::Mdy | DateOrder::Ymd => build(yearless, a, b),
            };
        }
        let year_first = order == DateOrder::Ymd;
        if (wide_a == 4) != year_first && (wide_a == 4 || wide_c == 4) {
            return None;
        }
        match order {
            DateOrder::Dmy => build(self.year(c, wide_c, today)?, b, a),
            DateOrder::Mdy => build(self.year(c, wide_c, today)?, a, b),
            DateOrder::Ymd => build(self.year(a, wide_a, today)?, b, c),
        }
    }

    fn year(&self, number: u16, width: u8, today: NaiveDate) -> Option<i32> {
        let number = i32::from(number);
        if self.apostrophe && width <= 2 {
            return Some(2000 + number);
        }
        match width {
            4 => Some(number).filter(|year| YEARS.contains(year)),
            2 if 2000 + number <= today.year() + 1 => Some(2000 + number),
            2 => Some(1900 + number),
            _ => None,
        }
    }

    /// The format as people describe it: `DD/MM/YYYY`.
    pub(in crate::import) fn describe(&self, order: DateOrder) -> String {
        let year = if self.widths[..usize::from(self.count)].contains(&4) {
            "YYYY"
        } else {
            "YY"
        };
        let names: &[&str] = match (self.month.is_some(), self.is_yearless(), order) {
            (true, true, _) => &["DD", "MMM"],
            (true, false, _) => &["DD", "MMM", year],
            (false, true, DateOrder::Dmy) => &["DD", "MM"],
            (false, true, _) => &["MM", "DD"],
            (false, false, DateOrder::Dmy) => &["DD", "MM", year],
            (false, false, DateOrder::Mdy) => &["MM", "DD", year],
            (false, false, DateOrder::Ymd) => &[year, "MM", "DD"],
        };
        let separator = match self.separator {
            0 => String::new(),
            byte => char::from(byte).to_string(),
        };
        names.join(&separator)
    }
}

fn build(year: i32, month: u16, day: u16) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month.into(), day.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn read(text: &str, order: DateOrder) -> Option<String> {
        let today = NaiveDate::from_ymd_opt(2026, 6, 1).unwrap();
        let date = Parts::split(text)?.date(order, today, 2000)?;
        Some(date.to_string())
    }

    #[rstest]
    #[case("2021-03-05", DateOrder::Ymd, "2021-03-05")]
    #[case("2021-03-05T12:34:56Z", DateOrder::Ymd, "2021-03-05")]
    #[case("2018-02-25 12:34:56 +0000", DateOrder::Ymd, "2018-02-25")]
    #[case("2019.04.19.", DateOrder::Ymd, "2019-04-19")]
    #[case("20210305", DateOrder::Ymd, "2021-03-05")]
    #[case("05032021", DateOrder::Dmy, "2021-03-05")]
    #[case("5/3/21", DateOrder::Mdy, "2021-05-03")]
    #[case("05.03.99", DateOrder::Dmy, "1999-03-05")]
    #[case("1/ 1'00", DateOrder::Mdy, "2000-01-01")]
    #[case("2/10'2020", DateOrder::Mdy, "2020-02-10")]
    #[case("1/ 2' 8", DateOrder::Mdy, "2008-01-02")]
    #[case("12 Jan 2021", DateOrder::Dmy, "2021-01-12")]
    #[case("Jan 12, 2021", DateOrder::Mdy, "2021-01-12")]
    #[case("12 de enero de 2021", DateOrder::Dmy, "2021-01-12")]
    #[case("3rd March 2021", DateOrder::Dmy, "2021-03-03")]
    #[case("Mon, 12 Jan 2021", DateOrder::Dmy, "2021-01-12")]
    #[case("12-Ene-21", DateOrder::Dmy, "2021-01-12")]
    #[case("12. März 2021", DateOrder::Dmy, "2021-03-12")]
    #[case("30/12", DateOrder::Dmy, "2000-12-30")]
    #[case("30.12.", DateOrder::Dmy, "2000-12-30")]
    #[case("30 Dec", DateOrder::Dmy, "2000-12-30")]
    #[case("25/02/2018 12:34", DateOrder::Dmy, "2018-02-25")]
    #[case("25.02.2018, 12.34", DateOrder::Dmy, "2018-02-25")]
    fn forms(#[case] text: &str, #[case] order: DateOrder, #[case] expected: &str) {
        assert_eq!(read(text, order).as_deref(), Some(expected));
    }

    #[rstest]
    #[case("")]
    #[case("12.50")]
    #[case("1.234.567")]
    #[case("shop 12/03/2021")]
    #[case("31/02/2021")]
    #[case("12:34:56")]
    #[case("2021-13-01")]
    #[case("POS10SEP DOMINO'S")]
    fn no_dates(#[case] text: &str) {
        for order in DateOrder::ALL {
            assert_eq!(read(text, order), None);
        }
    }
}
