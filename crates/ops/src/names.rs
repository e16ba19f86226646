//! The names that a few transactions refer to, learned as they are met.

use std::collections::HashMap;

use domain::id::{PayeeId, TagId};
use domain::{Chart, Payee, Tag, Transaction};
use store::{StoreError, View};

pub use formats::book::json::{TransactionShape, transaction_shape};
pub use formats::book::{MissingName, Names};

/// Names of accounts, payees and tags; enough to show the transactions it has learned.
#[derive(Clone, Debug, Default)]
pub struct KnownNames {
    chart: Chart,
    payees: HashMap<PayeeId, String>,
    tags: HashMap<TagId, String>,
}

impl KnownNames {
    /// Knows the accounts; payees and tags are learned.
    pub fn new(view: View<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            chart: view.chart()?,
            ..Self::default()
        })
    }

    /// Looks up the names of a transaction that are not known yet.
    pub fn learn(&mut self, view: View<'_>, transaction: &Transaction) -> Result<(), StoreError> {
        if let Some(id) = transaction.payee
            && !self.payees.contains_key(&id)
            && let Some(payee) = view.get::<Payee>(id.raw())?
        {
            self.payees.insert(id, payee.name);
        }
        for id in &transaction.tags {
            if !self.tags.contains_key(id)
                && let Some(tag) = view.get::<Tag>(id.raw())?
            {
                self.tags.insert(*id, tag.name);
            }
        }
        Ok(())
    }
}

impl Names for KnownNames {
    fn chart(&self) -> &Chart {
        &self.chart
    }

    fn payee(&self, id: PayeeId) -> Option<&str> {
        self.payees.get(&id).map(String::as_str)
    }

    fn tag(&self, id: TagId) -> Option<&str> {
        self.tags.get(&id).map(String::as_str)
    }
}
