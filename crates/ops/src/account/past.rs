//! What accounts held and categories took in the months before, from the rollups.
//!
//! One read serves all of them, whatever the age of the ledger: what lies before the months is one
//! sum for each account.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::id::AccountId;
use domain::{Account, Chart, Currency, Money, Period};
use store::{StoreError, Sum};

use crate::Book;
use crate::report::months::{month_of, months_between};

/// What an account holds, and held at the ends of some months.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Now, with everything that was entered.
    pub balance: Money,
    /// At the end of each month.
    pub ends: Vec<Money>,
}

/// An account and its past.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountPast {
    /// The account.
    pub account: Account,
    /// Its full name.
    pub path: String,
    /// What it holds itself.
    pub own: Held,
    /// With everything below it; none when that has several currencies.
    pub whole: Option<Held>,
    /// How many postings it has itself.
    pub postings: i64,
}

/// A category and its past, everything below it included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CategoryPast {
    /// The category.
    pub account: Account,
    /// Its full name.
    pub path: String,
    /// What it took in each month, positive in the direction of its kind: one line for each
    /// currency, that of the ledger first.
    pub flows: Vec<Vec<Money>>,
}

/// The past of all, and the first days of the months that it covers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Past<T> {
    /// The months, the earliest first.
    pub months: Vec<NaiveDate>,
    /// By kind, then in the order of their names, those below others right after them.
    pub all: Vec<T>,
}

impl Book {
    /// What all accounts that hold value held at the ends of the months up to today's.
    pub fn accounts_past(&self, months: u32) -> Result<Past<AccountPast>, StoreError> {
        let _moment = self.ledger().snapshot()?;
        let view = self.view();
        let (chart, months) = (view.chart()?, months_up_to(self.today(), months));
        let first = months.first().copied().unwrap_or(self.today());
        let before = view.totals(Period {
            from: None,
            to: first.pred_opt(),
        })?;
        let since = view.sums(Period {
            from: Some(first),
            to: None,
        })?;
        let mut own: HashMap<AccountId, (Held, i64)> = HashMap::new();
        for account in chart.iter().filter(|account| !account.kind.is_category()) {
            let code = account.currency.ok_or(StoreError::Overflow)?;
            let currency = view.currency(code).ok_or(StoreError::Overflow)?;
            let zero = Money::zero(currency);
            let held = Held {
                balance: zero,
                ends: vec![zero; months.len()],
            };
            own.insert(account.id, (held, 0));
        }
        for sum in before.iter().chain(&since) {
            let Some((held, postings)) = own.get_mut(&sum.account) else {
                continue;
            };
            *postings += sum.postings;
            // What came before the months is in all of them.
            let at = months.partition_point(|month| *month < sum.month);
            add(&mut held.balance, sum.amount)?;
            for end in held.ends.iter_mut().skip(at) {
                add(end, sum.amount)?;
            }
        }
        let mut all = Vec::with_capacity(own.len());
        for account in in_order(&chart, |account| !account.kind.is_category()) {
            let Some((held, postings)) = own.get(&account.id) else {
                continue;
            };
            all.push(AccountPast {
                path: chart.path(account.id).to_owned(),
                own: held.clone(),
                whole: whole(&chart, account.id, &own)?,
                postings: *postings,
                account,
            });
        }
        Ok(Past { months, all })
    }

    /// What all categories took in the months up to that of a day.
    pub fn categories_past(
        &self,
        until: NaiveDate,
        months: u32,
    ) -> Result<Past<CategoryPast>, StoreError> {
        let _moment = self.ledger().snapshot()?;
        let view = self.view();
        let (chart, main) = (view.chart()?, self.currency()?);
        let months = months_up_to(until, months);
        let sums = view.sums(Period {
            from: months.first().copied(),
            to: Period::month_of(until).to,
        })?;
        let mut all = Vec::new();
        for account in in_order(&chart, |account| account.kind.is_category()) {
            let inside = chart.subtree(account.id);
            let own = sums.iter().filter(|sum| inside.contains(&sum.account));
            let flows = flows(own, account.kind.direction(), main, &months)?;
            all.push(CategoryPast {
                path: chart.path(account.id).to_owned(),
                account,
                flows,
            });
        }
        Ok(Past { months, all })
    }
}

fn flows<'s>(
    sums: impl Iterator<Item = &'s Sum>,
    direction: i64,
    main: Currency,
    months: &[NaiveDate],
) -> Result<Vec<Vec<Money>>, StoreError> {
    let mut lines = vec![vec![Money::zero(main); months.len()]];
    for sum in sums {
        let currency = sum.amount.currency;
        let at = lines
            .iter()
            .position(|line| line.first().is_some_and(|first| first.currency == currency));
        let at = at.unwrap_or_else(|| {
            lines.push(vec![Money::zero(currency); months.len()]);
            lines.len() - 1
        });
        let month = months.iter().position(|month| *month == sum.month);
        let cell = lines
            .get_mut(at)
            .zip(month)
            .and_then(|(line, at)| line.get_mut(at));
        if let Some(cell) = cell {
            let amount = if direction < 0 {
                sum.amount.checked_neg().map_err(|_| StoreError::Overflow)?
            } else {
                sum.amount
            };
            add(cell, amount)?;
        }
    }
    Ok(lines)
}

/// What an account and all below it hold together, when that is one currency.
fn whole(
    chart: &Chart,
    root: AccountId,
    own: &HashMap<AccountId, (Held, i64)>,
) -> Result<Option<Held>, StoreError> {
    let mut sum: Option<Held> = None;
    for held in chart.subtree(root).iter().filter_map(|id| own.get(id)) {
        let held = &held.0;
        match &mut sum {
            None => sum = Some(held.clone()),
            Some(sum) if sum.balance.currency != held.balance.currency => return Ok(None),
            Some(sum) => {
                add(&mut sum.balance, held.balance)?;
                for (end, more) in sum.ends.iter_mut().zip(&held.ends) {
                    add(end, *more)?;
                }
            }
        }
    }
    Ok(sum)
}

fn add(sum: &mut Money, amount: Money) -> Result<(), StoreError> {
    *sum = sum.checked_add(amount).map_err(|_| StoreError::Overflow)?;
    Ok(())
}

/// By kind, then by the parts of their names: what is below another comes right after it.
fn in_order(chart: &Chart, keep: impl Fn(&Account) -> bool) -> Vec<Account> {
    let mut accounts: Vec<&Account> = chart.iter().filter(|account| keep(account)).collect();
    accounts.sort_by_cached_key(|account| {
        let path = chart.path(account.id);
        let parts: Vec<String> = path.split(':').map(str::to_owned).collect();
        (account.kind, parts)
    });
    accounts.into_iter().cloned().collect()
}

/// The first days of the months before, up to that of a day.
fn months_up_to(until: NaiveDate, months: u32) -> Vec<NaiveDate> {
    let before = chrono::Months::new(months.saturating_sub(1));
    let first = month_of(until).checked_sub_months(before).unwrap_or(until);
    months_between(first, until)
}
