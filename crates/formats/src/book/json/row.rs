//! The shape of a statement row.

use std::borrow::Cow;

use domain::account::AccountKind;
use domain::id::{BatchId, StatementRowId, TransactionId};
use domain::statement::{Reason, StatementRow, Unbooked, Verdict};
use domain::{CurrencyCode, NaiveDate};
use serde::{Deserialize, Serialize};

use super::error::ItemError;
use super::resolve::Resolver;
use super::{id, money};
use crate::book::{MissingName, Names};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RowShape<'a> {
    #[serde(with = "id")]
    id: StatementRowId,
    #[serde(with = "id")]
    batch: BatchId,
    account: Cow<'a, str>,
    kind: AccountKind,
    date: NaiveDate,
    amount: Cow<'a, str>,
    currency: CurrencyCode,
    text: Cow<'a, str>,
    #[serde(deserialize_with = "Option::deserialize")]
    bank_id: Option<Cow<'a, str>>,
    #[serde(with = "id::optional")]
    transaction: Option<TransactionId>,
    verdict: Verdict,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reason: Option<Reason>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    waits: bool,
    #[serde(
        with = "id::optional",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    candidate: Option<TransactionId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    unbooked: Option<Box<Unbooked>>,
}

impl<'a> RowShape<'a> {
    pub(super) fn of(names: &'a impl Names, row: &'a StatementRow) -> Result<Self, MissingName> {
        Ok(Self {
            id: row.id,
            batch: row.batch,
            account: Cow::Borrowed(names.chart().path(row.account)),
            kind: names.account(row.account)?.kind,
            date: row.date,
            amount: Cow::Owned(row.amount.digits()),
            currency: row.amount.currency.code,
            text: Cow::Borrowed(&row.text),
            bank_id: row.bank_id.as_deref().map(Cow::Borrowed),
            transaction: row.transaction,
            verdict: row.verdict,
            reason: row.reason,
            waits: row.waits,
            candidate: row.candidate,
            unbooked: row.unbooked.clone(),
        })
    }

    pub(super) fn resolve(self, known: &Resolver) -> Result<StatementRow, ItemError> {
        Ok(StatementRow {
            id: self.id,
            batch: self.batch,
            account: known.account(self.kind, &self.account)?,
            date: self.date,
            amount: known.money(money::join(&self.amount, self.currency)?)?,
            text: self.text.into_owned(),
            bank_id: self.bank_id.map(Cow::into_owned),
            transaction: self.transaction,
            verdict: self.verdict,
            reason: self.reason,
            waits: self.waits,
            candidate: self.candidate,
            unbooked: self.unbooked,
        })
    }
}
