//! Booking a row that was kept: as the import would have done, with the rules of today.

use domain::Chart;
use domain::id::TransactionId;
use domain::statement::{StatementRow, Unbooked, UnbookedSplit, Verdict};
use domain::transaction::Source;
use formats::import::{Row, Split};
use store::Writer;

use super::ReviewError;
use crate::import::{Booked, Booker, Target, propose_transfers};
use crate::transaction::EntryError;

/// Makes the transaction of a row that is not booked.
pub(super) fn book_waiting(
    writer: &mut Writer<'_>,
    chart: &Chart,
    booker: &mut Booker<'_>,
    row: &StatementRow,
) -> Result<TransactionId, ReviewError> {
    let account = chart.get(row.account).ok_or(EntryError::NoAccount)?;
    let target = Target {
        account: account.clone(),
        path: chart.path(account.id).to_owned(),
        currency: row.amount.currency,
    };
    let bank_row = bank_row(row);
    let transaction = booker.transaction(writer, row.batch, &bank_row, row.amount, &target)?;
    debug_assert_eq!(transaction.source, Source::Import(row.batch));
    transaction.validate().map_err(EntryError::from)?;
    writer.create(&transaction)?;
    let after = StatementRow {
        verdict: Verdict::New,
        transaction: Some(transaction.id),
        waits: false,
        unbooked: None,
        ..row.clone()
    };
    writer.update(row, &after)?;
    let booked = Booked::of(row.id, transaction.id, row.account, row.amount, row.date);
    propose_transfers(writer, &[booked])?;
    Ok(transaction.id)
}

/// The row as the file had it, as far as it was kept.
fn bank_row(row: &StatementRow) -> Row {
    let mut found = Row::new(0, row.date, row.amount.to_decimal());
    let Some(parts) = row.unbooked.as_deref() else {
        found.payee = Some(row.text.as_str().into()).filter(|_| !row.text.is_empty());
        return found;
    };
    let Unbooked {
        payee,
        memo,
        check_number,
        category,
        transfer_account,
        pending,
        splits,
        page: _,
    } = parts.clone();
    found.payee = payee.map(Into::into);
    found.memo = memo.map(Into::into);
    found.category = category.map(Into::into);
    found.pending = pending;
    if check_number.is_some() || transfer_account.is_some() || !splits.is_empty() {
        let extra = found.extra_mut();
        extra.check_number = check_number.map(Into::into);
        extra.transfer_account = transfer_account.map(Into::into);
        extra.splits = splits.into_iter().map(split).collect();
    }
    found
}

fn split(split: UnbookedSplit) -> Split {
    Split {
        amount: split.amount,
        category: split.category.map(Into::into),
        transfer_account: split.transfer_account.map(Into::into),
        memo: split.memo.map(Into::into),
    }
}
