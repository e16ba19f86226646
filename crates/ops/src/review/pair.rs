//! Two rows of two accounts become one transfer, and two again.
//!
//! The transaction that was there first stays, with what the person wrote; the other's leg moves
//! into it with its mark. Both rows stay, each with the bank's own id.

use domain::id::TransactionId;
use domain::statement::{Reason, StatementRow, Verdict};
use domain::transaction::Source;
use domain::{Chart, Posting, Transaction};
use store::Writer;

use super::ReviewError;
use super::find::booked;
use crate::import::Fallback;
use crate::lookup::sorted;
use crate::transaction::EntryError;

/// Makes a transfer of a row's transaction and another one; returns that.
pub(super) fn pair(
    writer: &mut Writer<'_>,
    chart: &Chart,
    row: &StatementRow,
    other: TransactionId,
) -> Result<TransactionId, ReviewError> {
    let gone = || ReviewError::CandidateGone(row.id.to_string());
    let own = booked(writer.view(), row)?.ok_or_else(gone)?;
    let stays = writer.view().transaction(other)?.ok_or_else(gone)?;
    let mismatch = || ReviewError::OtherAmount {
        row: row.id.to_string(),
        transaction: other.to_string(),
    };
    let (own_leg, _) = single(chart, &own).ok_or_else(mismatch)?;
    let (stays_leg, category) = single(chart, &stays).ok_or_else(mismatch)?;
    let (one, two) = (&own.postings[own_leg], &stays.postings[stays_leg]);
    let opposite = one.amount.currency == two.amount.currency
        && one.amount.minor.checked_neg() == Some(two.amount.minor);
    if !opposite || one.account == two.account {
        return Err(mismatch());
    }
    let mut after = stays.clone();
    if let Some(leg) = after.postings.get_mut(category) {
        *leg = own.postings[own_leg].clone();
    }
    after.payee = stays.payee.or(own.payee);
    if after.memo.is_empty() {
        after.memo.clone_from(&own.memo);
    }
    after.tags = sorted(stays.tags.iter().chain(&own.tags).copied().collect());
    after.metadata.remove(crate::habits::SUGGESTED);
    after.validate().map_err(EntryError::from)?;
    writer.update(&stays, &after)?;
    hand_over(writer, &own, other)?;
    Ok(other)
}

/// Gives rows, contributions and attachments of one transaction to another, and deletes it.
fn hand_over(
    writer: &mut Writer<'_>,
    from: &Transaction,
    into: TransactionId,
) -> Result<(), ReviewError> {
    for before in writer.view().statement_rows_of(from.id)? {
        let after = StatementRow {
            transaction: Some(into),
            reason: Some(Reason::Transfer),
            waits: false,
            ..before.clone()
        };
        writer.update(&before, &after)?;
    }
    for before in writer.view().attachments_of(from.id)? {
        let mut after = before.clone();
        after.transaction = into;
        writer.update(&before, &after)?;
    }
    for before in writer.view().contributions_of(from.id)? {
        let mut after = before.clone();
        after.transaction = Some(into);
        writer.update(&before, &after)?;
    }
    writer.delete(from)?;
    Ok(())
}

/// The positions of the one leg in an account and the one in a category.
fn single(chart: &Chart, transaction: &Transaction) -> Option<(usize, usize)> {
    let is_category = |leg: &Posting| {
        let account = chart.get(leg.account);
        account.is_some_and(|account| account.kind.is_category())
    };
    match transaction.postings.as_slice() {
        [one, two] if is_category(two) && !is_category(one) => Some((0, 1)),
        [one, two] if is_category(one) && !is_category(two) => Some((1, 0)),
        _ => None,
    }
}

/// Takes a transfer of two rows apart.
pub(super) fn unpair(
    writer: &mut Writer<'_>,
    chart: &Chart,
    fallback: &mut Fallback<'_>,
    transfer: &Transaction,
) -> Result<(), ReviewError> {
    let no_pair = || ReviewError::NoPair(transfer.id.to_string());
    let rows = writer.view().statement_rows_of(transfer.id)?;
    let leg_of = |row: &StatementRow| {
        let legs = transfer.postings.iter();
        legs.clone()
            .position(|leg| leg.account == row.account && leg.amount == row.amount)
    };
    let paired = |row: &&StatementRow| row.reason == Some(Reason::Transfer);
    let row = rows.iter().rev().find(paired).ok_or_else(no_pair)?;
    let stays = rows.iter().find(|other| other.account != row.account);
    let (leg, stays) = (leg_of(row).ok_or_else(no_pair)?, stays.ok_or_else(no_pair)?);
    if transfer.postings.len() != 2 || leg_of(stays).is_none() {
        return Err(no_pair());
    }
    let own = transfer.postings[leg].clone();
    let opposite = |amount: domain::Money| domain::Money::new(-amount.minor, amount.currency);
    let counter = fallback.category(writer, chart, own.amount.minor)?;
    let apart = Transaction {
        id: TransactionId(writer.next_id()?),
        date: row.date,
        payee: transfer.payee,
        memo: transfer.memo.clone(),
        status: transfer.status,
        source: Source::Import(row.batch),
        metadata: domain::transaction::Metadata::new(),
        tags: transfer.tags.clone(),
        postings: vec![own.clone(), Posting::new(counter, opposite(own.amount))],
    };
    apart.validate().map_err(EntryError::from)?;
    let mut after = transfer.clone();
    let rest = fallback.category(writer, chart, stays.amount.minor)?;
    if let Some(leg) = after.postings.get_mut(leg) {
        *leg = Posting::new(rest, own.amount);
    }
    after.validate().map_err(EntryError::from)?;
    writer.create(&apart)?;
    let freed = StatementRow {
        transaction: Some(apart.id),
        verdict: Verdict::New,
        waits: false,
        ..row.clone()
    };
    writer.update(row, &freed)?;
    writer.update(transfer, &after)?;
    Ok(())
}
