//! A bank row confirms an entry that is there: its leg is marked, what the person wrote stays.

use chrono::NaiveDate;
use domain::id::{AccountId, TransactionId};
use domain::statement::Reason;
use domain::{Mark, Transaction};
use formats::import::Row;
use store::{StoreError, Writer};

use super::accounts::Target;
use super::proposals::Finding;

/// What the bank says about an entry.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Confirmation {
    /// The account whose leg it is.
    pub(crate) account: AccountId,
    /// True while the bank has only announced it.
    pub(crate) pending: bool,
    /// The day that the bank gave it, when the entry is the bank's own and moves there.
    pub(crate) day: Option<NaiveDate>,
}

impl Confirmation {
    /// That of a row of a file.
    pub(super) fn of(row: &Row, target: &Target, finding: Option<Finding>) -> Self {
        let redated = finding.is_some_and(|finding| finding.reason == Reason::Redated);
        Self {
            account: target.account.id,
            pending: row.pending,
            day: redated.then_some(row.date),
        }
    }
}

/// Marks the leg of an entry; one that is gone is left alone.
pub(crate) fn confirm(
    writer: &mut Writer<'_>,
    id: TransactionId,
    said: &Confirmation,
) -> Result<(), StoreError> {
    let Some(before) = writer.current::<Transaction>(id.raw())? else {
        return Ok(());
    };
    let mut after: Transaction = before.clone();
    let reconciled = |posting: &domain::Posting| posting.mark == Mark::Reconciled;
    if let Some(day) = said.day
        && !before.postings.iter().any(reconciled)
    {
        after.date = day;
    }
    for posting in &mut after.postings {
        if posting.account == said.account && posting.mark == Mark::None {
            posting.mark = Mark::Cleared;
        }
    }
    if !said.pending {
        after.status = domain::Status::Cleared;
    }
    writer.update_current(&before, &after)
}
