//! What a ledger says before its first transaction.

use domain::goal::{Contribution, Goal};
use domain::id::{PayeeId, TagId};
use domain::statement::Batch;
use domain::{
    Budget, Chart, Currency, CurrencyCode, LedgerCurrency, Payee, Price, Rule, Schedule, Tag,
};

use super::names::Names;
use super::register::Register;

/// Everything of a ledger but its transactions and statement rows.
#[derive(Clone, Debug)]
pub struct BookHead {
    /// Names the ledger across its backups and exports.
    pub ledger_id: Option<String>,
    /// The ledger's default currency.
    pub currency: CurrencyCode,
    /// All currencies that occur in the ledger.
    pub currencies: Vec<LedgerCurrency>,
    /// All accounts and categories.
    pub chart: Chart,
    /// All payees.
    pub payees: Register<Payee>,
    /// All tags.
    pub tags: Register<Tag>,
    /// All prices, by date.
    pub prices: Vec<Price>,
    /// All saving goals.
    pub goals: Vec<Goal>,
    /// All contributions to goals.
    pub contributions: Vec<Contribution>,
    /// All imports that statement rows came from.
    pub batches: Vec<Batch>,
    /// All budgets.
    pub budgets: Vec<Budget>,
    /// All schedules.
    pub schedules: Vec<Schedule>,
    /// All rules, in their order.
    pub rules: Vec<Rule>,
}

impl BookHead {
    /// The head of a ledger that has nothing but a default currency.
    pub fn new(currency: LedgerCurrency) -> Self {
        Self {
            ledger_id: None,
            currency: currency.currency.code,
            currencies: vec![currency],
            chart: Chart::default(),
            payees: Register::default(),
            tags: Register::default(),
            prices: Vec::new(),
            goals: Vec::new(),
            contributions: Vec::new(),
            batches: Vec::new(),
            budgets: Vec::new(),
            schedules: Vec::new(),
            rules: Vec::new(),
        }
    }

    /// True when the ledger uses this code with this exponent.
    pub fn knows_currency(&self, currency: Currency) -> bool {
        self.currencies
            .iter()
            .any(|entry| entry.currency == currency)
    }
}

impl Names for BookHead {
    fn chart(&self) -> &Chart {
        &self.chart
    }

    fn payee(&self, id: PayeeId) -> Option<&str> {
        self.payees.get(id).map(|payee| payee.name.as_str())
    }

    fn tag(&self, id: TagId) -> Option<&str> {
        self.tags.get(id).map(|tag| tag.name.as_str())
    }
}
