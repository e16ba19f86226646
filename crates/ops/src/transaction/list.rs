//! Listing and showing transactions.

use domain::Transaction;
use domain::query::Query;
use store::{Order, StoreError};

use super::EntryError;
use crate::lookup::{self, LookupError};
use crate::{Book, KnownNames};

/// Which transactions to list, the newest first.
#[derive(Clone, Debug, Default)]
pub struct ListTransactions {
    /// What they must match.
    pub query: Query,
    /// At most so many; all when none.
    pub limit: Option<u64>,
}

/// What a listing found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Listed {
    /// How many transactions match in all.
    pub total: u64,
}

impl Book {
    /// Counts what matches, then visits the newest with the names they refer to, one by one.
    pub fn list<E: From<LookupError> + From<StoreError>>(
        &self,
        request: &ListTransactions,
        counted: impl FnOnce(Listed) -> Result<(), E>,
        mut visitor: impl FnMut(&Transaction, &KnownNames) -> Result<(), E>,
    ) -> Result<Listed, E> {
        let _moment = self.ledger().snapshot()?;
        let filter = self.filter(&request.query)?;
        let view = self.view();
        let listed = Listed {
            total: view.count(&filter)?,
        };
        counted(listed)?;
        let mut names = KnownNames::new(view)?;
        view.visit::<E>(&filter, Order::NewestFirst, request.limit, |transaction| {
            names.learn(view, &transaction)?;
            visitor(&transaction, &names)
        })?;
        Ok(listed)
    }

    /// One transaction, by its id or the beginning of it.
    pub fn show(&self, id: &str) -> Result<(Transaction, KnownNames), LookupError> {
        let transaction = lookup::transaction(self.view(), id)?;
        let mut names = KnownNames::new(self.view())?;
        names.learn(self.view(), &transaction)?;
        Ok((transaction, names))
    }

    /// The names that a transaction just written refers to.
    pub fn names_of(&self, transaction: &Transaction) -> Result<KnownNames, EntryError> {
        let mut names = KnownNames::new(self.view())?;
        names.learn(self.view(), transaction)?;
        Ok(names)
    }
}
