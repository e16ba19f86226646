//! "This row is that transaction": joined by hand, whatever was proposed.

use domain::Chart;
use domain::id::TransactionId;
use domain::statement::{StatementRow, Verdict};
use domain::{Posting, Transaction};
use store::Writer;

use super::{ReviewError, pair};
use crate::import::{Confirmation, confirm};

/// Joins a row with a transaction: they are the same when the transaction has the row's amount in
/// the row's account, and two sides of a transfer when another account has the opposite amount.
pub(super) fn join(
    writer: &mut Writer<'_>,
    chart: &Chart,
    row: &StatementRow,
    other: &Transaction,
) -> Result<TransactionId, ReviewError> {
    if row.transaction == Some(other.id) {
        return Err(ReviewError::Decided(row.id.to_string()));
    }
    let same = |leg: &Posting| leg.account == row.account && leg.amount == row.amount;
    if !other.postings.iter().any(same) {
        if row.transaction.is_some() {
            return pair::pair(writer, chart, row, other.id);
        }
        return Err(ReviewError::OtherAmount {
            row: row.id.to_string(),
            transaction: other.id.to_string(),
        });
    }
    let said = Confirmation {
        account: row.account,
        pending: row.unbooked.as_ref().is_some_and(|parts| parts.pending),
        day: None,
    };
    confirm(writer, other.id, &said)?;
    let former = row.transaction.filter(|_| row.verdict == Verdict::New);
    let after = StatementRow {
        verdict: Verdict::Matched,
        transaction: Some(other.id),
        waits: false,
        unbooked: None,
        ..row.clone()
    };
    writer.update(row, &after)?;
    if let Some(former) = former
        && let Some(former) = writer.view().transaction(former)?
    {
        crate::transaction::let_go(writer, former.id)?;
        writer.delete(&former)?;
    }
    Ok(other.id)
}
