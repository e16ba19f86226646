//! Deleting transactions. What bank files said of them stays, so that they don't come back.

use domain::{Mark, Transaction};
use store::{StoreError, Verb, Writer};

use super::EntryError;
use crate::{Book, lookup};

/// Which transactions to delete, by their ids or the beginnings of them.
#[derive(Clone, Debug, Default)]
pub struct RemoveTransactions {
    /// What was typed.
    pub ids: Vec<String>,
    /// Also those that were reconciled with a statement.
    pub reconciled_too: bool,
}

impl Book {
    /// Deletes all of them, or none when one is not found.
    pub fn remove(&mut self, request: &RemoveTransactions) -> Result<Vec<Transaction>, EntryError> {
        self.write(Verb::Remove, |writer| {
            let mut removed: Vec<Transaction> = Vec::with_capacity(request.ids.len());
            for typed in &request.ids {
                let transaction = lookup::transaction(writer.view(), typed)?;
                if removed.iter().all(|known| known.id != transaction.id) {
                    removed.push(transaction);
                }
            }
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
