//! What the ledger keeps of a row that was taken.

use domain::Money;
use domain::id::{BatchId, StatementRowId, TransactionId};
use domain::statement::{Reason, StatementRow, Unbooked, UnbookedSplit, Verdict};
use formats::import::{Row, Split};
use store::{StoreError, Writer};

use super::accounts::Target;
use super::judge::row_text;
use super::proposals::Finding;

/// A row with what was decided about it.
pub(super) struct KeptRow<'a> {
    pub(super) row: &'a Row,
    pub(super) amount: Money,
    pub(super) target: &'a Target,
    pub(super) transaction: Option<TransactionId>,
    pub(super) verdict: Verdict,
    pub(super) finding: Option<Finding>,
}

impl KeptRow<'_> {
    /// Writes it, over the row that waited for the decision if there is one.
    pub(super) fn write(
        self,
        writer: &mut Writer<'_>,
        batch: BatchId,
        known: Option<StatementRow>,
    ) -> Result<StatementRowId, StoreError> {
        if let Some(before) = known {
            let after = StatementRow {
                transaction: self.transaction,
                verdict: self.verdict,
                waits: false,
                unbooked: None,
                ..before.clone()
            };
            writer.update(&before, &after)?;
            return Ok(before.id);
        }
        let unbooked = self.verdict == Verdict::Review;
        let asked = |one: Finding| matches!(one.reason, Reason::Late | Reason::Suggested);
        let booked = self.verdict == Verdict::New && self.finding.is_some_and(asked);
        let kept = StatementRow {
            id: StatementRowId(writer.next_id()?),
            batch,
            account: self.target.account.id,
            date: self.row.date,
            amount: self.amount,
            text: row_text(self.row),
            bank_id: self.row.bank_id.as_deref().map(str::to_owned),
            transaction: self.transaction,
            verdict: self.verdict,
            reason: self.finding.map(|finding| finding.reason),
            waits: unbooked || booked,
            candidate: self.finding.and_then(|finding| finding.candidate),
            unbooked: unbooked.then(|| Box::new(parts(self.row))),
        };
        writer.create(&kept)?;
        Ok(kept.id)
    }
}

/// What booking the row later needs.
fn parts(row: &Row) -> Unbooked {
    let text = |text: Option<&str>| text.map(str::to_owned);
    let extra = row.extra();
    Unbooked {
        payee: text(row.payee.as_deref()),
        memo: text(row.memo.as_deref()),
        check_number: text(extra.check_number.as_deref()),
        category: text(row.category.as_deref()),
        transfer_account: text(extra.transfer_account.as_deref()),
        pending: row.pending,
        splits: extra.splits.iter().map(split).collect(),
        page: extra.page,
    }
}

fn split(split: &Split) -> UnbookedSplit {
    let text = |text: Option<&str>| text.map(str::to_owned);
    UnbookedSplit {
        amount: split.amount,
        category: text(split.category.as_deref()),
        transfer_account: text(split.transfer_account.as_deref()),
        memo: text(split.memo.as_deref()),
    }
}
