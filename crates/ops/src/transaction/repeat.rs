//! Entering a transaction again: all of its legs as they are, on another day.
//!
//! What a bank said of the first one (marks, its batch, its data) and how sure it was don't come
//! along, since the second has not happened there yet.

use domain::id::TransactionId;
use domain::transaction::{Mark, Metadata, Source, Status};
use domain::{Chart, Transaction};
use store::Verb;

use super::edit::{Named, apply};
use super::{EditTransaction, EntryError, TransactionAdded};
use crate::Book;
use crate::lookup::{self, LookupError};

impl Book {
    /// Enters the transaction whose id begins with what was typed again, today or on the edit's
    /// day, with what else the edit changes.
    pub fn repeat(
        &mut self,
        id: &str,
        edit: &EditTransaction,
    ) -> Result<TransactionAdded, EntryError> {
        let today = self.today();
        self.write(Verb::Add, |writer| {
            let mut copy = lookup::transaction(writer.view(), id)?;
            copy.id = TransactionId(writer.next_id()?);
            copy.date = today;
            copy.status = Status::default();
            copy.source = Source::Manual;
            copy.metadata = Metadata::new();
            for leg in &mut copy.postings {
                leg.mark = Mark::None;
            }
            let chart = writer.view().chart()?;
            let named = Named::of(writer, &chart, edit)?;
            let transaction = apply(writer.view(), &chart, &named, &copy, edit)?;
            all_open(&chart, &transaction)?;
            writer.create(&transaction)?;
            Ok(TransactionAdded { transaction })
        })
    }
}

/// Nothing new goes where it was closed.
fn all_open(chart: &Chart, transaction: &Transaction) -> Result<(), LookupError> {
    let accounts = transaction.postings.iter().map(|leg| leg.account);
    let mut closed = accounts.filter(|id| chart.get(*id).is_some_and(|account| account.closed));
    match closed.next() {
        Some(id) => Err(LookupError::Closed(chart.path(id).to_owned())),
        None => Ok(()),
    }
}
