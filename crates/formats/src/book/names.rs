//! From ids to names: what whoever prints a transaction must be able to look up.

use domain::id::{AccountId, PayeeId, TagId};
use domain::{Account, Chart, Transaction};

/// Knows the names that transactions refer to; a [`BookHead`](super::BookHead) does, and so does
/// whatever a face has at hand to show a handful of transactions.
pub trait Names {
    /// All accounts and categories.
    fn chart(&self) -> &Chart;
    /// The name of a payee.
    fn payee(&self, id: PayeeId) -> Option<&str>;
    /// The name of a tag.
    fn tag(&self, id: TagId) -> Option<&str>;

    /// The account with this id.
    fn account(&self, id: AccountId) -> Result<&Account, MissingName> {
        self.chart().get(id).ok_or(MissingName::Account(id))
    }

    /// The name of a transaction's payee, when it has one.
    fn payee_of(&self, transaction: &Transaction) -> Result<Option<&str>, MissingName> {
        let name = |id| self.payee(id).ok_or(MissingName::Payee(id));
        transaction.payee.map(name).transpose()
    }

    /// The names of a transaction's tags.
    fn tags_of(&self, transaction: &Transaction) -> Result<Vec<&str>, MissingName> {
        let name = |&id| self.tag(id).ok_or(MissingName::Tag(id));
        transaction.tags.iter().map(name).collect()
    }
}

/// A transaction refers to something that nobody has named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MissingName {
    /// An account or category.
    #[error("there is no account with the id {0}")]
    Account(AccountId),
    /// A payee.
    #[error("there is no payee with the id {0}")]
    Payee(PayeeId),
    /// A tag.
    #[error("there is no tag with the id {0}")]
    Tag(TagId),
}
