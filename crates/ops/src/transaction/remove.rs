//! Deleting transactions. What bank files said of them stays, so that they don't come back.

use domain::id::TransactionId;
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

/// What was deleted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Removal {
    /// The first of them, as many as were wished.
    pub transactions: Vec<Transaction>,
    /// How many in all.
    pub count: usize,
}

impl Book {
    /// Deletes all of them, or none when one is not found; `shown` is how many the answer holds, all
    /// when none. Only the ids are held while it goes on: a million may be meant.
    pub fn remove(
        &mut self,
        request: &RemoveTransactions,
        shown: Option<usize>,
    ) -> Result<Removal, EntryError> {
        self.write_many(Verb::Remove, |writer, work| {
            let meant = request.selection.ids(writer.view())?;
            work.expect(meant.len());
            let mut removal = Removal::default();
            for id in meant {
                work.one()?;
                // One that was named twice is gone by now.
                let Some(transaction) = writer.current::<Transaction>(id.raw())? else {
                    continue;
                };
                let reconciled = |posting: &domain::Posting| posting.mark == Mark::Reconciled;
                if !request.reconciled_too && transaction.postings.iter().any(reconciled) {
                    return Err(EntryError::Reconciled);
                }
                let_go(writer, id)?;
                writer.delete_current(&transaction)?;
                removal.count += 1;
                if shown.is_none_or(|most| removal.transactions.len() < most) {
                    removal.transactions.push(transaction.into_inner());
                }
            }
            Ok(removal)
        })
    }
}

/// Lets bank rows and contributions go that name a transaction; its attachments go with it.
pub(crate) fn let_go(writer: &mut Writer<'_>, id: TransactionId) -> Result<(), StoreError> {
    for row in writer.view().statement_rows_of(id)? {
        let mut freed = row.clone();
        freed.transaction = None;
        writer.update(&row, &freed)?;
    }
    for attachment in writer.view().attachments_of(id)? {
        writer.delete(&attachment)?;
    }
    for contribution in writer.view().contributions_of(id)? {
        let mut freed = contribution.clone();
        freed.transaction = None;
        writer.update(&contribution, &freed)?;
    }
    Ok(())
}
