//! What each account holds.

use std::collections::HashMap;

use domain::id::AccountId;
use domain::{Account, Chart, Money, NaiveDate, Period};
use store::StoreError;

use crate::Book;

/// An account and what it holds itself, without those below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountBalance {
    /// The account.
    pub account: Account,
    /// Its full name.
    pub path: String,
    /// What it holds, in its own currency.
    pub balance: Money,
}

/// What all accounts hold, by account.
pub type Balances = HashMap<AccountId, Vec<Money>>;

impl Book {
    /// The accounts that hold value, with what they hold at the end of a day.
    pub fn account_balances(
        &self,
        until: Option<NaiveDate>,
    ) -> Result<Vec<AccountBalance>, StoreError> {
        let chart = self.view().chart()?;
        let balances = self.balances(until)?;
        let mut found = Vec::new();
        for account in chart.iter().filter(|account| !account.kind.is_category()) {
            let code = account.currency.ok_or(StoreError::Overflow)?;
            let currency = self.view().currency(code).ok_or(StoreError::Overflow)?;
            let own = balances
                .get(&account.id)
                .and_then(|sums| sums.first())
                .copied();
            found.push(AccountBalance {
                account: account.clone(),
                path: chart.path(account.id).to_owned(),
                balance: own.unwrap_or(Money::zero(currency)),
            });
        }
        found.sort_by(|a, b| (a.account.kind, &a.path).cmp(&(b.account.kind, &b.path)));
        Ok(found)
    }

    /// The sums of all accounts and categories at the end of a day, one for each currency.
    pub fn balances(&self, until: Option<NaiveDate>) -> Result<Balances, StoreError> {
        let mut balances = Balances::new();
        for sum in self.view().sums(Period {
            from: None,
            to: until,
        })? {
            let own = balances.entry(sum.account).or_default();
            match own
                .iter_mut()
                .find(|money| money.currency == sum.amount.currency)
            {
                Some(money) => {
                    *money = money
                        .checked_add(sum.amount)
                        .map_err(|_| StoreError::Overflow)?;
                }
                None => own.push(sum.amount),
            }
        }
        Ok(balances)
    }

    /// The categories with their full names, by kind and name.
    pub fn categories(&self) -> Result<Vec<(Account, String)>, StoreError> {
        let chart: Chart = self.view().chart()?;
        let mut found: Vec<(Account, String)> = chart
            .iter()
            .filter(|account| account.kind.is_category())
            .map(|account| (account.clone(), chart.path(account.id).to_owned()))
            .collect();
        found.sort_by(|a, b| (a.0.kind, &a.1).cmp(&(b.0.kind, &b.1)));
        Ok(found)
    }
}
