//! Sums by account, month and currency: from the rollups, and from the postings for what is left
//! of a month at the ends of a period. The cost grows with accounts and months, not with rows.

use domain::id::AccountId;
use domain::{Money, NaiveDate, Period};
use rusqlite::params;

use super::View;
use crate::StoreError;
use crate::calendar::{date_of, day_number, first_of_month, month_number};

/// What flowed into one account in one month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sum {
    /// The account or category.
    pub account: AccountId,
    /// The first day of the month.
    pub month: NaiveDate,
    /// The sum of the postings, as they are signed.
    pub amount: Money,
    /// How many postings there are.
    pub postings: i64,
}

/// Days and months that the file can hold, for open ends.
const MIN_DAY: i64 = -25_567;
const MAX_DAY: i64 = 376_199;

/// A run of days inside one month, for which no rollup serves.
type Edge = (i64, i64);

/// A period in whole months and the edges beside them.
#[derive(Debug, PartialEq, Eq)]
struct Parts {
    months: (i64, i64),
    edges: Vec<Edge>,
}

impl View<'_> {
    /// The sums of a period by account, month and currency; an account without postings has none.
    pub fn sums(&self, period: Period) -> Result<Vec<Sum>, StoreError> {
        self.summed(
            period,
            "SELECT account, month, amount, currency, postings FROM rollups \
             WHERE month BETWEEN ?1 AND ?2",
        )
    }

    /// The sums of a period by account and currency, months taken together; up to three sums of one
    /// account and currency, to be added. `month` is the first that a sum covers.
    pub fn totals(&self, period: Period) -> Result<Vec<Sum>, StoreError> {
        self.summed(
            period,
            "SELECT account, min(month), sum(amount), currency, sum(postings) FROM rollups \
             WHERE month BETWEEN ?1 AND ?2 GROUP BY account, currency",
        )
    }

    /// How many postings some accounts have, from the rollups.
    pub fn postings_of(&self, accounts: &[AccountId]) -> Result<i64, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT ifnull(sum(postings), 0) FROM rollups WHERE account = ?1")?;
        let mut all = 0;
        for account in accounts {
            all += statement.query_row([account.raw()], |row| row.get::<_, i64>(0))?;
        }
        Ok(all)
    }

    fn summed(&self, period: Period, rollups: &str) -> Result<Vec<Sum>, StoreError> {
        let span = self.span()?;
        let Some((first, last)) = span else {
            return Ok(Vec::new());
        };
        let from = period.from.map_or(MIN_DAY, day_number);
        let to = period.to.map_or(MAX_DAY, day_number);
        if to < from {
            return Ok(Vec::new());
        }
        let parts = split(from, to, day_number(first), day_number(last));
        let mut sums = self.rolled_up(parts.months, rollups)?;
        for edge in parts.edges {
            self.add_edge(edge, &mut sums)?;
        }
        Ok(sums)
    }

    fn rolled_up(&self, (from, to): (i64, i64), sql: &str) -> Result<Vec<Sum>, StoreError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let currencies = self.currencies.borrow();
        let rows = statement.query_and_then(params![from, to], |row| {
            Ok(Sum {
                account: AccountId::from_raw(row.get(0)?),
                month: first_of_month(row.get(1)?).unwrap_or_default(),
                amount: currencies.money(row.get(2)?, row.get(3)?)?,
                postings: row.get(4)?,
            })
        })?;
        rows.collect()
    }

    fn add_edge(&self, (from, to): Edge, sums: &mut Vec<Sum>) -> Result<(), StoreError> {
        let month = date_of(from)
            .map(month_number)
            .and_then(first_of_month)
            .unwrap_or_default();
        let mut accounts = self.connection.prepare_cached("SELECT id FROM accounts")?;
        let accounts: Vec<i64> = accounts
            .query_map([], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        let mut statement = self.connection.prepare_cached(
            "SELECT sum(amount), currency, count(*) FROM postings \
             WHERE account = ?1 AND day BETWEEN ?2 AND ?3 GROUP BY currency",
        )?;
        let currencies = self.currencies.borrow();
        for account in accounts {
            let rows = statement.query_and_then(params![account, from, to], |row| {
                Ok::<_, StoreError>(Sum {
                    account: AccountId::from_raw(account),
                    month,
                    amount: currencies.money(row.get(0)?, row.get(1)?)?,
                    postings: row.get(2)?,
                })
            })?;
            for sum in rows {
                sums.push(sum?);
            }
        }
        Ok(())
    }
}

/// Splits days into whole months and edges. A month whose days outside the period hold no
/// transaction (before the first, after the last) counts as whole: "until today" has no edge.
fn split(from: i64, to: i64, first: i64, last: i64) -> Parts {
    let month_of = |day: i64| date_of(day).map_or(0, month_number);
    let start_of = |month: i64| first_of_month(month).map_or(MIN_DAY, day_number);
    let (from, to) = (from.max(first), to.min(last));
    if to < from {
        return Parts {
            months: (1, 0),
            edges: Vec::new(),
        };
    }
    let (mut least, mut most) = (month_of(from), month_of(to));
    let whole_at_start = from <= start_of(least).max(first);
    let whole_at_end = to >= (start_of(most + 1) - 1).min(last);
    if least == most {
        let whole = whole_at_start && whole_at_end;
        let edges = if whole { Vec::new() } else { vec![(from, to)] };
        return Parts {
            months: if whole { (least, most) } else { (1, 0) },
            edges,
        };
    }
    let mut edges = Vec::new();
    if !whole_at_start {
        edges.push((from, start_of(least + 1) - 1));
        least += 1;
    }
    if !whole_at_end {
        edges.push((start_of(most), to));
        most -= 1;
    }
    Parts {
        months: (least, most),
        edges,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// Whole months and edges cover each day with a transaction once, and no other.
        #[test]
        fn the_parts_are_the_period(
            from in 10_000i64..10_200,
            length in 0i64..200,
            first in 9_900i64..10_300,
            span in 0i64..300,
        ) {
            let (to, last) = (from + length, first + span);
            let parts = split(from, to, first, last);
            for day in first..=last {
                let month = month_number(date_of(day).unwrap());
                let by_month = i32::from((parts.months.0..=parts.months.1).contains(&month));
                let by_edge = parts.edges.iter().filter(|e| (e.0..=e.1).contains(&day)).count();
                let expected = i32::from((from..=to).contains(&day));
                prop_assert_eq!(by_month + i32::try_from(by_edge).unwrap(), expected);
            }
        }
    }
}
