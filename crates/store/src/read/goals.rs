//! What was contributed to each goal, summed in SQL.

use domain::id::GoalId;
use domain::{Money, NaiveDate};

use super::View;
use crate::StoreError;
use crate::calendar::date_of;
use crate::record::odd;

/// All contributions to one goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ContributionSum {
    /// The goal.
    pub goal: GoalId,
    /// Their sum.
    pub amount: Money,
    /// The day of the last.
    pub last: NaiveDate,
}

impl View<'_> {
    /// The sum of the contributions to each goal that has any.
    pub fn contribution_sums(&self) -> Result<Vec<ContributionSum>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT c.goal, sum(c.amount), g.currency, max(c.day) \
             FROM contributions c JOIN goals g ON g.id = c.goal GROUP BY c.goal",
        )?;
        let currencies = self.currencies.borrow();
        let rows = statement.query_and_then([], |row| {
            Ok(ContributionSum {
                goal: GoalId::from_raw(row.get(0)?),
                amount: currencies.money(row.get(1)?, row.get(2)?)?,
                last: date_of(row.get(3)?).ok_or_else(|| odd("a contribution has no day"))?,
            })
        })?;
        rows.collect()
    }
}
