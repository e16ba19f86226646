//! A part of a long list, from any place in it: what a screen shows, without reading the rest.

use std::ops::ControlFlow;

use domain::account::Wanted;
use domain::id::PayeeId;
use domain::query::Query;
use domain::{Money, Transaction};
use store::{StoreError, Test};

pub use store::{Order, Place, Start};

use crate::book::LAST_ACCOUNT;
use crate::lookup::{self, LookupError};
use crate::{Book, KnownNames};

/// Which part of which list.
#[derive(Clone, Debug)]
pub struct Window {
    /// What transactions must match.
    pub query: Query,
    /// In which order.
    pub order: Order,
    /// Where to begin.
    pub start: Start,
    /// At most so many.
    pub limit: u64,
}

impl Book {
    /// Visits the transactions of a window with the names they refer to.
    pub fn window<E: From<LookupError> + From<StoreError>>(
        &self,
        window: &Window,
        mut visitor: impl FnMut(Transaction, &KnownNames) -> Result<(), E>,
    ) -> Result<(), E> {
        let (view, filter) = (self.view(), self.filter(&window.query)?);
        let mut names = KnownNames::new(view)?;
        let limit = Some(window.limit);
        view.visit_from::<E>(&filter, window.order, window.start, limit, |transaction| {
            names.learn(view, &transaction)?;
            visitor(transaction, &names)
        })
    }

    /// How many transactions match.
    pub fn count(&self, query: &Query) -> Result<u64, LookupError> {
        Ok(self.view().count(&self.filter(query)?)?)
    }

    /// What an account and those below it hold in the account's currency, everything entered so far
    /// included.
    pub fn holding_of(&self, account: &str) -> Result<Option<Money>, LookupError> {
        let (chart, balances) = (self.view().chart()?, self.balances(None)?);
        let account = chart.resolve(account, Wanted::Account)?;
        let currency = account.currency.and_then(|code| self.view().currency(code));
        let Some(currency) = currency else {
            return Ok(None);
        };
        let subtree = chart.subtree(account.id);
        let sums = subtree.iter().filter_map(|id| balances.get(id)).flatten();
        let own = sums.filter(|sum| sum.currency == currency);
        let held = own
            .copied()
            .try_fold(Money::zero(currency), Money::checked_add);
        Ok(Some(held.map_err(|_| StoreError::Overflow)?))
    }

    /// The same, after the transaction at a place.
    pub fn holding_at(&self, account: &str, place: Place) -> Result<Option<Money>, LookupError> {
        let (view, mut held) = (self.view(), self.holding_of(account)?);
        let chart = view.chart()?;
        let account = chart.resolve(account, Wanted::Account)?.id;
        let later = store::RegisterQuery {
            accounts: chart.subtree(account),
            ..store::RegisterQuery::default()
        };
        // From the newest back: what came after the place is taken away again.
        view.register_postings::<LookupError>(&later, Order::NewestFirst, None, |posting| {
            let at = Place {
                date: posting.date,
                id: posting.transaction,
            };
            if at <= place {
                return Ok(ControlFlow::Break(()));
            }
            if let Some(known) = held.filter(|held| held.currency == posting.amount.currency) {
                held = known.checked_sub(posting.amount).ok();
            }
            Ok(ControlFlow::Continue(()))
        })?;
        Ok(held)
    }

    /// The latest transaction with a payee: the template of the next one.
    pub fn last_with(&self, payee: &str) -> Result<Option<(Transaction, KnownNames)>, LookupError> {
        let Some(payee) = self.view().payee_named(payee)? else {
            return Ok(None);
        };
        self.latest(payee.id)
    }

    fn latest(&self, payee: PayeeId) -> Result<Option<(Transaction, KnownNames)>, LookupError> {
        let (view, mut found) = (self.view(), None);
        let mut filter = store::Filter::default();
        filter.and(Test::Payees(vec![payee]));
        view.visit::<StoreError>(&filter, Order::NewestFirst, Some(1), |transaction| {
            found = Some(transaction);
            Ok(())
        })?;
        let Some(transaction) = found else {
            return Ok(None);
        };
        let mut names = KnownNames::new(view)?;
        names.learn(view, &transaction)?;
        Ok(Some((transaction, names)))
    }

    /// The full name of the account that was used last.
    pub fn last_account(&self) -> Result<Option<String>, StoreError> {
        let Some(raw) = self.view().remembered(LAST_ACCOUNT)? else {
            return Ok(None);
        };
        let id = raw.parse().ok().map(domain::id::AccountId::from_raw);
        let chart = self.view().chart()?;
        let known = id
            .and_then(|id| chart.get(id))
            .filter(|account| !account.closed);
        Ok(known.map(|account| chart.path(account.id).to_owned()))
    }

    /// One transaction by its exact id.
    pub fn transaction_at(
        &self,
        id: domain::id::TransactionId,
    ) -> Result<(Transaction, KnownNames), LookupError> {
        let transaction = lookup::transaction(self.view(), &id.to_string())?;
        let mut names = KnownNames::new(self.view())?;
        names.learn(self.view(), &transaction)?;
        Ok((transaction, names))
    }
}
