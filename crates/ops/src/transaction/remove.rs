//! Deleting transactions. What bank files said of them stays, so that they don't come back.

use domain::{Mark, Transaction};
use store::{StoreError, Verb, Writer};

use super::{EntryError, Selection};
use crate::Book;

/// Which transactions to delete.
#[derive(Clone, Debug, Default)]
pub struct RemoveTransactions {
    /// Which.
    pub selection: Selection,
    /// Also those that were reconciled with a statement.
    pub reconciled_too: bool,
}

impl Book {
    /// Deletes all of them, or none when one is not found.
    pub fn remove(&mut self, request: &RemoveTransactions) -> Result<Vec<Transaction>, EntryError> {
        self.write(Verb::Remove, |writer| {
            let removed = request.selection.read(writer.view())?;
            for transaction in &removed {
                let reconciled = |posting: &domain::Posting| posting.mark == Mark::Reconciled;
                if !request.reconciled_too && transaction.postings.iter().any(reconciled) {
                    return Err(EntryError::Reconciled);
                }
                delete(writer, transaction)?;
            }
            Ok(removed)
        })
    }
}

/// Deletes one transaction; bank rows and contributions that name it are let go first.
pub(super) fn delete(writer: &mut Writer<'_>, transaction: &Transaction) -> Result<(), StoreError> {
    for row in writer.view().statement_rows_of(transaction.id)? {
        let mut freed = row.clone();
        freed.transaction = None;
        writer.update(&row, &freed)?;
    }
    for contribution in writer.view().contributions_of(transaction.id)? {
        let mut freed = contribution.clone();
        freed.transaction = None;
        writer.update(&contribution, &freed)?;
    }
    writer.delete(transaction)
}
