//! Setting money aside for a goal, or taking some back out.

use chrono::NaiveDate;
use domain::amount::parse_amount;
use domain::id::{ContributionId, TransactionId};
use domain::transaction::MAX_MEMO;
use domain::{Contribution, Money};
use store::Verb;

use super::{GoalError, GoalProgress, sums};
use crate::Book;
use crate::lookup::{self, named};

/// A contribution as typed; a negative amount takes money back out.
#[derive(Clone, Debug, Default)]
pub struct Contribute {
    /// The goal.
    pub goal: String,
    /// How much, in the goal's currency.
    pub amount: String,
    /// The day; today when not given.
    pub date: Option<NaiveDate>,
    /// A note.
    pub memo: String,
    /// The transaction that moved the money, by its id or the beginning of it.
    pub transaction: Option<String>,
}

impl Book {
    /// Contributes to a goal; an inactive one refuses.
    pub fn contribute(&mut self, request: &Contribute) -> Result<GoalProgress, GoalError> {
        let today = self.today();
        self.write(Verb::Contribute, |writer| {
            let view = writer.view();
            let goal = named(view.goals()?, &request.goal)?;
            if !goal.active {
                return Err(GoalError::Inactive(goal.name));
            }
            let amount = parse_amount(&request.amount, goal.target.currency)?;
            if amount.is_zero() {
                return Err(GoalError::NotPositive);
            }
            if request.memo.chars().count() > MAX_MEMO {
                return Err(GoalError::MemoTooLong);
            }
            let before = sums(&view.contributions()?)?.get(&goal.id).copied();
            let before = before.unwrap_or(Money::zero(goal.target.currency));
            let current = before
                .checked_add(amount)
                .map_err(domain::amount::AmountError::from)?;
            if current.minor < 0 {
                return Err(GoalError::Overdrawn {
                    name: goal.name,
                    current: before,
                });
            }
            let transaction: Option<TransactionId> = match &request.transaction {
                Some(typed) => Some(lookup::transaction(view, typed)?.id),
                None => None,
            };
            let contribution = Contribution {
                id: ContributionId(writer.next_id()?),
                goal: goal.id,
                date: request.date.unwrap_or(today),
                amount,
                memo: request.memo.trim().to_owned(),
                transaction,
            };
            writer.create(&contribution)?;
            Ok(GoalProgress { goal, current })
        })
    }
}
