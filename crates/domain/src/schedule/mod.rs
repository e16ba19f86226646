//! Schedules: a transaction that recurs, and instalments (cuotas): one purchase in equal parts.
//!
//! A schedule remembers how far it was entered, so that no occurrence comes twice. Entering them is
//! next door, in `ops`; on which days they fall is [`recurrence`]'s business.

pub mod recurrence;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::id::{AccountId, PayeeId, ScheduleId, TagId};
use crate::money::{Money, MoneyError};

pub use recurrence::{End, Plain, Recurrence, RecurrenceError};

/// The most instalments of one purchase.
pub const MAX_INSTALMENTS: u32 = 600;

/// A transaction that recurs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Schedule {
    /// Its identifier.
    pub id: ScheduleId,
    /// The account that pays, or is paid.
    pub account: AccountId,
    /// The category; of a transfer the account that the money reaches.
    pub counter: AccountId,
    /// How much each time, positive in the direction of the category's kind; with instalments the
    /// whole purchase.
    pub amount: Money,
    /// With whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payee: Option<PayeeId>,
    /// A note.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub memo: String,
    /// Its tags, sorted, each once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<TagId>,
    /// The day from which the recurrence counts.
    pub start: NaiveDate,
    /// On which days.
    pub recurrence: Recurrence,
    /// In how many parts the amount is paid; the recurrence then ends after as many.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instalments: Option<u32>,
    /// How many occurrences are behind it, entered or skipped.
    #[serde(default)]
    pub passed: u32,
    /// The day of the last of those.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub through: Option<NaiveDate>,
}

/// One time that a schedule is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// Which one it is, counted from 1.
    pub number: u32,
    /// The day.
    pub date: NaiveDate,
    /// How much.
    pub amount: Money,
}

impl Schedule {
    /// What is still to come, in order.
    pub fn upcoming(&self) -> impl Iterator<Item = Occurrence> {
        let parts = self.parts();
        let most = self.instalments.unwrap_or(u32::MAX);
        let dates = self.recurrence.after(self.start, self.through);
        (self.passed..most).zip(dates).map(move |(passed, date)| {
            let part = usize::try_from(passed).ok().and_then(|at| parts.get(at));
            Occurrence {
                number: passed.saturating_add(1),
                date,
                amount: part.copied().unwrap_or(self.amount),
            }
        })
    }

    /// The next time that it is due.
    pub fn next(&self) -> Option<Occurrence> {
        self.upcoming().next()
    }

    /// How many times are left; none when it never ends.
    pub fn remaining(&self) -> Option<u32> {
        match self.recurrence.end() {
            End::Never => None,
            End::Count(_) | End::Until(_) => {
                Some(u32::try_from(self.upcoming().count()).unwrap_or(u32::MAX))
            }
        }
    }

    /// What is left to pay of a purchase in instalments.
    pub fn debt(&self) -> Option<Result<Money, MoneyError>> {
        self.instalments?;
        let zero = Money::zero(self.amount.currency);
        let add = |sum: Money, next: Occurrence| sum.checked_add(next.amount);
        Some(self.upcoming().try_fold(zero, add))
    }

    /// The same with one more occurrence behind it.
    #[must_use]
    pub fn past(mut self, occurrence: Occurrence) -> Self {
        self.passed = occurrence.number;
        self.through = Some(occurrence.date);
        self
    }

    /// `3/12` for an instalment.
    pub fn part_of(&self, occurrence: Occurrence) -> Option<String> {
        let all = self.instalments?;
        Some(format!("{}/{all}", occurrence.number))
    }

    /// The instalments; empty for anything else.
    fn parts(&self) -> Vec<Money> {
        let parts = self.instalments.map(|parts| self.amount.allocate(parts));
        parts.unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn purchase(minor: i64, parts: u32) -> Schedule {
        let start: NaiveDate = "2025-01-31".parse().unwrap();
        let monthly = Recurrence::plain(Plain::Month, start);
        Schedule {
            id: ScheduleId::from_raw(1),
            account: AccountId::from_raw(2),
            counter: AccountId::from_raw(3),
            amount: format!("{minor} CLP").parse().unwrap(),
            payee: None,
            memo: String::new(),
            tags: Vec::new(),
            start,
            recurrence: monthly.ending(End::Count(parts)),
            instalments: Some(parts),
            passed: 0,
            through: None,
        }
    }

    #[test]
    fn instalments_are_exact_and_their_debt_shrinks() {
        let mut schedule = purchase(1000, 3);
        let mut seen = Vec::new();
        let mut debts = vec![schedule.debt().unwrap().unwrap().minor];
        while let Some(next) = schedule.next() {
            seen.push((next.date.to_string(), next.amount.minor));
            assert_eq!(schedule.remaining(), Some(4 - next.number));
            assert_eq!(schedule.part_of(next), Some(format!("{}/3", next.number)));
            schedule = schedule.past(next);
            debts.push(schedule.debt().unwrap().unwrap().minor);
        }
        let expected = [
            ("2025-01-31", 334),
            ("2025-02-28", 333),
            ("2025-03-31", 333),
        ];
        assert_eq!(seen, expected.map(|(day, minor)| (day.to_owned(), minor)));
        assert_eq!(debts, [1000, 666, 333, 0]);
    }
}
