//! Budgets: making, changing and deleting them. What was spent against them is a report
//! (`report::budget`), which `Book::budgets` gives for the periods that contain one day.

use chrono::NaiveDate;
use domain::account::{NameError, Wanted};
use domain::amount::{AmountError, parse_amount};
use domain::budget::{Cycle, CycleError, Every, Starting};
use domain::id::BudgetId;
use domain::{Budget, Chart, Currency, CurrencyCode, Money};
use store::{StoreError, Verb, View, Writer};

use crate::book::main_currency;
use crate::lookup::{entity, open_account};
use crate::{Book, LookupError, currency_lookup};

/// A budget to make.
#[derive(Clone, Debug)]
pub struct AddBudget {
    /// The category.
    pub category: String,
    /// How much in each period.
    pub amount: String,
    /// In which currency; the ledger's when not given.
    pub currency: Option<CurrencyCode>,
    /// How long a period is.
    pub every: Every,
    /// Where periods begin.
    pub starting: Starting,
    /// True when what is left is carried over.
    pub rollover: bool,
}

/// What to change of a budget; what is `None` stays. New periods count from today's on, so nothing
/// is carried over into them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EditBudget {
    /// A new amount.
    pub amount: Option<String>,
    /// Another length of the periods.
    pub every: Option<Every>,
    /// Another beginning of the periods.
    pub starting: Option<Starting>,
    /// Whether what is left is carried over.
    pub rollover: Option<bool>,
}

/// Why a budget was not made or changed. Nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum BudgetError {
    /// The category has one for these periods in this currency.
    #[error("`{category}` has a budget for each {} already", every.as_str())]
    Exists {
        /// The category.
        category: String,
        /// The length of its periods.
        every: Every,
    },
    /// A budget is more than zero.
    #[error("the amount is zero or less")]
    NotPositive,
    /// The currency is unknown.
    #[error("there is no currency {0}")]
    UnknownCurrency(CurrencyCode),
    /// The periods can't begin there.
    #[error(transparent)]
    Cycle(#[from] CycleError),
    /// An amount can't be read.
    #[error(transparent)]
    Amount(#[from] AmountError),
    /// Something named was not found.
    #[error(transparent)]
    Lookup(#[from] LookupError),
    /// The ledger could not be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Book {
    /// Makes a budget; a category has one for each currency and length of periods.
    pub fn add_budget(&mut self, request: &AddBudget) -> Result<Budget, BudgetError> {
        let today = self.today();
        self.write(Verb::Budget, |writer| {
            let chart = writer.view().chart()?;
            let category = open_account(&chart, &request.category, Wanted::Category)?.id;
            let currency = match request.currency {
                None => main_currency(writer.view())?,
                Some(code) => currency_lookup::known(writer.view(), code)
                    .ok_or(BudgetError::UnknownCurrency(code))?,
            };
            currency_lookup::ensure(writer, currency)?;
            let budget = Budget {
                id: BudgetId(writer.next_id()?),
                category,
                amount: positive(&request.amount, currency)?,
                cycle: Cycle::new(request.every, request.starting, today)?,
                rollover: request.rollover,
            };
            free(writer, &chart, &budget)?;
            writer.create(&budget)?;
            Ok(budget)
        })
    }

    /// Changes a budget, named by its category or its id.
    pub fn edit_budget(&mut self, typed: &str, edit: &EditBudget) -> Result<Budget, BudgetError> {
        let today = self.today();
        self.write(Verb::Budget, |writer| {
            let chart = writer.view().chart()?;
            let before = find(writer.view(), &chart, typed)?;
            let mut after = before.clone();
            if let Some(text) = &edit.amount {
                after.amount = positive(text, before.amount.currency)?;
            }
            if edit.every.is_some() || edit.starting.is_some() {
                let every = edit.every.unwrap_or(before.cycle.every);
                let starting = edit.starting.unwrap_or_default();
                after.cycle = Cycle::new(every, starting, today)?;
            }
            after.rollover = edit.rollover.unwrap_or(before.rollover);
            free(writer, &chart, &after)?;
            writer.update(&before, &after)?;
            Ok(after)
        })
    }

    /// Deletes a budget.
    pub fn remove_budget(&mut self, typed: &str) -> Result<Budget, BudgetError> {
        self.write(Verb::Budget, |writer| {
            let chart = writer.view().chart()?;
            let budget = find(writer.view(), &chart, typed)?;
            writer.delete(&budget)?;
            Ok(budget)
        })
    }

    /// One budget, named by its category or its id.
    pub fn budget(&self, typed: &str) -> Result<Budget, LookupError> {
        find(self.view(), &self.view().chart()?, typed)
    }

    /// All budgets in the periods that contain a day; today's when none is given.
    pub fn budgets(
        &self,
        date: Option<NaiveDate>,
    ) -> Result<Vec<crate::report::BudgetLine>, crate::report::ReportError> {
        self.budget_lines_on(date.unwrap_or(self.today()))
    }
}

fn positive(text: &str, currency: Currency) -> Result<Money, BudgetError> {
    let amount = parse_amount(text, currency)?;
    if amount.minor > 0 {
        Ok(amount)
    } else {
        Err(BudgetError::NotPositive)
    }
}

fn free(writer: &Writer<'_>, chart: &Chart, budget: &Budget) -> Result<(), BudgetError> {
    let twin = |other: &Budget| {
        other.id != budget.id
            && other.category == budget.category
            && other.amount.currency == budget.amount.currency
            && other.cycle.every == budget.cycle.every
    };
    if writer.view().budgets()?.iter().any(twin) {
        return Err(BudgetError::Exists {
            category: chart.path(budget.category).to_owned(),
            every: budget.cycle.every,
        });
    }
    Ok(())
}

/// The budget of a category when it has only one, else the one with an id.
fn find(view: View<'_>, chart: &Chart, typed: &str) -> Result<Budget, LookupError> {
    let category = match chart.resolve(typed, Wanted::Category) {
        Ok(category) => category.id,
        Err(unknown @ NameError::Unknown { .. }) => {
            return entity(view, typed).map_err(|_| unknown.into());
        }
        Err(error) => return Err(error.into()),
    };
    let mut own = view.budgets()?;
    own.retain(|budget| budget.category == category);
    match own.len() {
        0 => entity(view, typed),
        1 => Ok(own.swap_remove(0)),
        _ => Err(LookupError::AmbiguousId {
            typed: typed.to_owned(),
            candidates: own.iter().map(|budget| budget.id.to_string()).collect(),
        }),
    }
}
