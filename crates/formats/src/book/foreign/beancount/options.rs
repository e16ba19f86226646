//! Options: the names of the five roots, tolerances, how lots are booked. The others stay behind.

use std::collections::HashMap;

use domain::Decimal;
use domain::account::AccountKind;

use super::super::kinds::Kinds;
use super::booking::Method;

/// What a file says of itself.
#[derive(Debug)]
pub(super) struct Options {
    roots: [String; 5],
    /// By currency, `*` for all others.
    tolerances: HashMap<String, Decimal>,
    pub(super) multiplier: Decimal,
    pub(super) method: Method,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            roots: ["Assets", "Liabilities", "Equity", "Income", "Expenses"].map(str::to_owned),
            tolerances: HashMap::new(),
            multiplier: Decimal::new(5, 1),
            method: Method::Strict,
        }
    }
}

impl Options {
    /// Takes an option in; false when it says nothing here.
    pub(super) fn set(&mut self, name: &str, value: &str) -> bool {
        let root = match name {
            "name_assets" => Some(0),
            "name_liabilities" => Some(1),
            "name_equity" => Some(2),
            "name_income" => Some(3),
            "name_expenses" => Some(4),
            _ => None,
        };
        if let Some(slot) = root.and_then(|at: usize| self.roots.get_mut(at)) {
            value.clone_into(slot);
            return true;
        }
        match name {
            "inferred_tolerance_default" => {
                let (currency, number) = value.split_once(':').unwrap_or(("*", value));
                let number = Decimal::from_str_exact(number.trim());
                let set = number.map(|n| self.tolerances.insert(currency.trim().to_owned(), n));
                set.is_ok()
            }
            "inferred_tolerance_multiplier" | "tolerance_multiplier" => {
                let number = Decimal::from_str_exact(value.trim());
                number.map(|n| self.multiplier = n).is_ok()
            }
            "booking_method" => {
                let method = Method::named(value);
                method.map(|method| self.method = method).is_some()
            }
            "operating_currency" => true,
            _ => false,
        }
    }

    /// The tolerance of a currency whose amounts say nothing about it.
    pub(super) fn tolerance(&self, currency: &str) -> Decimal {
        let found = self
            .tolerances
            .get(currency)
            .or_else(|| self.tolerances.get("*"));
        found.copied().unwrap_or_default()
    }

    pub(super) fn kinds(&self, own: bool) -> Kinds {
        let [assets, liabilities, equity, income, expenses] = &self.roots;
        Kinds::of_names(
            [
                (assets, AccountKind::Asset),
                (liabilities, AccountKind::Liability),
                (equity, AccountKind::Equity),
                (income, AccountKind::Income),
                (expenses, AccountKind::Expense),
            ],
            own,
        )
    }
}
