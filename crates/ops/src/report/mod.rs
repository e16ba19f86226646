//! Reports: what the ledger says about a period, as plain data.
//!
//! Each report is one file and one call on a `Book`. All but the register and the payees read the
//! monthly rollups, so their cost does not grow with the ledger's age; a query term that rollups
//! can't answer makes them visit the matching transactions instead (`selection` decides).
//!
//! Money is exact in its own currency. A report has one sheet in its currency (the ledger's main
//! one, or the one asked for, into which `exchange` converts) and one more for each currency that
//! it holds besides: nothing is left out silently. Totals are positive in the direction of their
//! kind, refunds netted; balances of accounts are signed as the account's register is.

mod balance;
mod balance_sheet;
mod budget;
mod cashflow;
mod categories;
mod exchange;
mod frame;
mod goals;
mod income;
mod monthly;
pub(crate) mod months;
mod networth;
mod payees;
mod register;
mod selection;
mod sheet;
mod trend;

use domain::account::NameError;
use domain::period::PeriodError;
use domain::{CurrencyCode, Period, Query};
use store::StoreError;

use crate::LookupError;

pub use balance::{AccountBalance, BalanceReport};
pub use balance_sheet::{BalanceSheet, BalanceSheetReport};
pub use budget::{BudgetLine, BudgetReport};
pub use cashflow::{CashFlow, CashFlowMonth, CashFlowReport};
pub use categories::{Categories, CategoriesReport, CategoryTotal};
pub use goals::{GoalProgress, GoalsReport, Pace};
pub use income::{IncomeReport, IncomeStatement};
pub use monthly::{MonthTotals, Monthly, MonthlyReport};
pub use networth::{NetWorth, NetWorthPoint, NetWorthReport};
pub use payees::{PayeeTotal, Payees, PayeesReport};
pub use register::{RegisterHead, RegisterLine, RegisterReport};
pub use sheet::{Line, Sheet, Sheets};
pub use trend::{Trend, TrendMonth, TrendReport};

/// What a report covers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// Which days; each report has a default of its own.
    pub period: Option<Period>,
    /// Which part of the ledger; everything when empty.
    pub query: Query,
    /// Into which currency amounts are converted; not at all when none.
    pub currency: Option<CurrencyCode>,
}

/// Why a report could not be made.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// Something named was not found.
    #[error(transparent)]
    Lookup(#[from] LookupError),
    /// The currency to convert into is not known.
    #[error("`{0}` is no currency of this ledger")]
    UnknownCurrency(CurrencyCode),
    /// The period and the query have no day in common.
    #[error(transparent)]
    Period(#[from] PeriodError),
    /// A sum or a product doesn't fit.
    #[error("a sum is too large")]
    Overflow,
    /// The ledger could not be read.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<NameError> for ReportError {
    fn from(error: NameError) -> Self {
        Self::Lookup(error.into())
    }
}
