//! What a book plans: of each category the amount of its last month, as a budget that rolls over.
//!
//! A ledger has one budget of a category for all months; where another month had another amount,
//! that is listed. What the ledger plans already stays.

use std::collections::HashMap;

use domain::budget::{Cycle, Every, Starting};
use domain::id::BudgetId;
use domain::{Budget, Money};
use formats::book::foreign::{AccountRef, ForeignBook, ForeignBudget, Uncarried, Why};
use store::{StoreError, View};

use super::plan::Plan;

/// A budget that is new.
pub(super) struct NewBudget {
    slot: usize,
    amount: Money,
    cycle: Cycle,
}

impl NewBudget {
    /// The budget, once its category is made.
    pub(super) fn with_id(&self, id: BudgetId, plan: &Plan) -> Option<Budget> {
        Some(Budget {
            id,
            category: plan.chart.slot(self.slot)?.id?,
            amount: self.amount,
            cycle: self.cycle,
            rollover: true,
        })
    }
}

/// The budgets that are new; amounts of other months are noted.
pub(super) fn new(
    view: View<'_>,
    book: &ForeignBook,
    plan: &Plan,
    uncarried: &mut Vec<Uncarried>,
) -> Result<Vec<NewBudget>, StoreError> {
    let known = view.budgets()?;
    let mut last: HashMap<AccountRef, &ForeignBudget> = HashMap::new();
    for budget in &book.budgets {
        let latest = last.entry(budget.account).or_insert(budget);
        if budget.month >= latest.month {
            *latest = budget;
        }
    }
    let mut new = Vec::new();
    for budget in &book.budgets {
        let latest = last.get(&budget.account).copied().unwrap_or(budget);
        if latest.month != budget.month || latest.place != budget.place {
            if latest.amount != budget.amount {
                uncarried.push(Uncarried {
                    place: budget.place.clone(),
                    what: format!("{} {}", budget.month.format("%Y-%m"), budget.amount),
                    why: Why::Budget,
                });
            }
            continue;
        }
        let currency = plan.currency(budget.commodity);
        let (Some(slot), Ok(amount)) = (
            plan.slot(budget.account),
            Money::round(budget.amount, currency),
        ) else {
            continue;
        };
        let id = plan.chart.slot(slot).and_then(|slot| slot.id);
        let twin = |other: &Budget| {
            Some(other.category) == id
                && other.amount.currency == currency
                && other.cycle.every == Every::Month
        };
        let Ok(cycle) = Cycle::new(Every::Month, Starting::Usual, budget.month) else {
            continue;
        };
        if amount.minor > 0 && !known.iter().any(twin) {
            new.push(NewBudget {
                slot,
                amount,
                cycle,
            });
        }
    }
    Ok(new)
}
