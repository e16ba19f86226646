//! When a row of a bank file is one that is already known: multisets, and the bank's own ids.
//!
//! - Equal bank id, date and amount in one account: the same row, whatever its text.
//! - Without such a pair: if a file holds `k` equal rows (date, amount, folded text) and `j` of
//!   them are known from earlier files, `k - j` are new.
//! - Two rows of one file are two rows, always.

use std::collections::HashMap;
use std::hash::{BuildHasher as _, BuildHasherDefault, DefaultHasher};

use chrono::{Datelike as _, NaiveDate};

use crate::text::fold;

/// A 64-bit digest of what makes a row that row. Digests live for one import only and are never
/// stored, so a collision (one in 10^9 for 100,000 rows) could at most hide a row in a statement
/// of one account, on which the statement's balance would not add up.
fn row_key(date: NaiveDate, minor: i64, distinguishing: &str) -> u64 {
    let hasher = BuildHasherDefault::<DefaultHasher>::default();
    hasher.hash_one((date.num_days_from_ce(), minor, distinguishing))
}

/// How a row was recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// By the bank's id, with equal date and amount.
    ById,
    /// As one of several equal rows.
    ByText,
}

/// The rows of one account that are known already and not yet met in the file at hand.
#[derive(Debug, Default)]
pub struct Tally {
    /// How many known rows of a text have no bank id and are left. Most files have no ids, so this
    /// is the map that must be small.
    plain: HashMap<u64, u32>,
    /// The known rows with a bank id that are left: by that id their texts, and by text their ids.
    by_id: HashMap<u64, Vec<u64>>,
    by_text: HashMap<u64, Vec<u64>>,
}

impl Tally {
    /// Counts a row that the ledger knows.
    pub fn know(&mut self, date: NaiveDate, minor: i64, text: &str, bank_id: Option<&str>) {
        let text = row_key(date, minor, &fold(text));
        if let Some(id) = bank_id {
            let id = row_key(date, minor, id);
            self.by_id.entry(id).or_default().push(text);
            self.by_text.entry(text).or_default().push(id);
        } else {
            *self.plain.entry(text).or_default() += 1;
        }
    }

    /// Tells whether the next row of a file is a known one, and takes that one from the tally.
    ///
    /// A row with a bank id matches a known row with that id, else an equal one *without* an id
    /// (another export of the same bank): two different ids are two different rows. A row without
    /// an id matches any equal row.
    pub fn take(
        &mut self,
        date: NaiveDate,
        minor: i64,
        text: &str,
        bank_id: Option<&str>,
    ) -> Option<Known> {
        if self.plain.is_empty() && self.by_id.is_empty() {
            return None;
        }
        if let Some(id) = bank_id {
            let id = row_key(date, minor, id);
            if let Some(known_text) = self.by_id.get_mut(&id).and_then(Vec::pop) {
                forget(self.by_text.entry(known_text).or_default(), id);
                return Some(Known::ById);
            }
        }
        let text = row_key(date, minor, &fold(text));
        match self.plain.get_mut(&text) {
            Some(left) if *left > 0 => *left -= 1,
            _ => {
                let id = self.by_text.get_mut(&text)?.pop_if(|_| bank_id.is_none())?;
                forget(self.by_id.entry(id).or_default(), text);
            }
        }
        Some(Known::ByText)
    }
}

fn forget(keys: &mut Vec<u64>, key: u64) {
    if let Some(at) = keys.iter().position(|known| *known == key) {
        keys.swap_remove(at);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2025, 1, day).unwrap()
    }

    #[test]
    fn two_equal_coffees_are_two() {
        let mut tally = Tally::default();
        tally.know(day(1), -2500, "Café", None);
        assert_eq!(tally.take(day(1), -2500, "CAFE", None), Some(Known::ByText));
        assert_eq!(
            tally.take(day(1), -2500, "Café", None),
            None,
            "the second is new"
        );
    }

    #[test]
    fn the_banks_id_outranks_the_text_but_not_date_and_amount() {
        let mut tally = Tally::default();
        tally.know(day(1), -100, "PENDING", Some("A1"));
        assert_eq!(
            tally.take(day(2), -100, "PENDING", Some("A1")),
            None,
            "reused id, other day"
        );
        assert_eq!(
            tally.take(day(1), -100, "SETTLED", Some("A1")),
            Some(Known::ById)
        );
        assert_eq!(
            tally.take(day(1), -100, "PENDING", None),
            None,
            "it was taken"
        );
    }

    #[test]
    fn a_known_row_is_taken_once_whether_by_text_or_by_id() {
        let mut tally = Tally::default();
        tally.know(day(1), -100, "FEE", Some("A1"));
        assert_eq!(tally.take(day(1), -100, "FEE", None), Some(Known::ByText));
        assert_eq!(
            tally.take(day(1), -100, "FEE", Some("A1")),
            None,
            "two rows, one known"
        );
    }

    #[test]
    fn equal_rows_with_other_ids_are_other_rows() {
        let mut tally = Tally::default();
        tally.know(day(1), -100, "FEE", Some("A1"));
        assert_eq!(tally.take(day(1), -100, "FEE", Some("A2")), None);
        assert_eq!(tally.take(day(1), -100, "FEE", None), Some(Known::ByText));
    }
}
