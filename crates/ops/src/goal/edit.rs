//! Making, changing and deleting goals.

use chrono::NaiveDate;
use domain::amount::parse_amount;
use domain::id::GoalId;
use domain::label::tidy_name;
use domain::{Currency, CurrencyCode, Goal, Money};
use store::{Verb, Writer};

use super::GoalError;
use crate::book::main_currency;
use crate::lookup::{find_named, named};
use crate::{Book, currency_lookup};

/// A goal to make.
#[derive(Clone, Debug, Default)]
pub struct AddGoal {
    /// Its name.
    pub name: String,
    /// What it is about.
    pub description: String,
    /// How much is wanted.
    pub target: String,
    /// In which currency; the ledger's when not given.
    pub currency: Option<CurrencyCode>,
    /// By when.
    pub target_date: Option<NaiveDate>,
    /// 1 comes first; last when not given.
    pub priority: Option<u32>,
}

/// What to change of a goal; what is `None` stays.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EditGoal {
    /// A new name.
    pub name: Option<String>,
    /// A new description.
    pub description: Option<String>,
    /// A new target.
    pub target: Option<String>,
    /// A new day; `Some(None)` takes it away.
    pub target_date: Option<Option<NaiveDate>>,
    /// A new priority.
    pub priority: Option<u32>,
    /// Whether it takes contributions.
    pub active: Option<bool>,
}

/// What becomes of the contributions of a goal that is deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contributions {
    /// They are kept, so the goal is too.
    Keep,
    /// They go with it.
    Remove,
}

/// The largest priority.
const MAX_PRIORITY: u32 = 1_000_000;

impl Book {
    /// Makes a goal.
    pub fn add_goal(&mut self, request: &AddGoal) -> Result<Goal, GoalError> {
        self.write(Verb::Goal, |writer| {
            let name = free_name(writer, None, &request.name)?;
            let currency = match request.currency {
                None => main_currency(writer.view())?,
                Some(code) => currency_lookup::known(writer.view(), code)
                    .ok_or(GoalError::UnknownCurrency(code))?,
            };
            currency_lookup::ensure(writer, currency)?;
            let last = writer
                .view()
                .goals()?
                .iter()
                .map(|goal| goal.priority)
                .max();
            let next = last.unwrap_or(0).saturating_add(1).min(MAX_PRIORITY);
            let goal = Goal {
                id: GoalId(writer.next_id()?),
                name,
                description: request.description.trim().to_owned(),
                target: target(&request.target, currency)?,
                target_date: request.target_date,
                priority: priority(request.priority.unwrap_or(next))?,
                active: true,
            };
            writer.create(&goal)?;
            Ok(goal)
        })
    }

    /// Changes a goal.
    pub fn edit_goal(&mut self, typed: &str, edit: &EditGoal) -> Result<Goal, GoalError> {
        self.write(Verb::Goal, |writer| {
            let before = named(writer.view().goals()?, typed)?;
            let mut after = before.clone();
            if let Some(name) = &edit.name {
                after.name = free_name(writer, Some(before.id), name)?;
            }
            if let Some(description) = &edit.description {
                description.trim().clone_into(&mut after.description);
            }
            if let Some(text) = &edit.target {
                after.target = target(text, before.target.currency)?;
            }
            after.target_date = edit.target_date.unwrap_or(before.target_date);
            after.priority = priority(edit.priority.unwrap_or(before.priority))?;
            after.active = edit.active.unwrap_or(before.active);
            writer.update(&before, &after)?;
            Ok(after)
        })
    }

    /// Deletes a goal. One with contributions is refused while they are to be kept.
    pub fn remove_goal(
        &mut self,
        typed: &str,
        contributions: Contributions,
    ) -> Result<Goal, GoalError> {
        self.write(Verb::Goal, |writer| {
            let goal = named(writer.view().goals()?, typed)?;
            let mut own = writer.view().contributions()?;
            own.retain(|contribution| contribution.goal == goal.id);
            if !own.is_empty() && contributions == Contributions::Keep {
                return Err(GoalError::InUse {
                    name: goal.name,
                    contributions: own.len(),
                });
            }
            for contribution in &own {
                writer.delete(contribution)?;
            }
            writer.delete(&goal)?;
            Ok(goal)
        })
    }
}

fn free_name(writer: &Writer<'_>, own: Option<GoalId>, name: &str) -> Result<String, GoalError> {
    let name = tidy_name(name)?;
    let known = find_named(writer.view().goals()?, &name);
    match known.filter(|known| Some(known.id) != own) {
        None => Ok(name),
        Some(known) => Err(GoalError::Exists(known.name)),
    }
}

fn target(text: &str, currency: Currency) -> Result<Money, GoalError> {
    let target = parse_amount(text, currency)?;
    if target.minor > 0 {
        Ok(target)
    } else {
        Err(GoalError::NotPositive)
    }
}

fn priority(number: u32) -> Result<u32, GoalError> {
    if (1..=MAX_PRIORITY).contains(&number) {
        Ok(number)
    } else {
        Err(GoalError::Priority)
    }
}
