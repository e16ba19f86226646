//! The shape of a transaction: the command line's, and in a book the same.

use std::borrow::Cow;

use domain::account::AccountKind;
use domain::id::TransactionId;
use domain::transaction::{Mark, Metadata, Source, Status};
use domain::{CurrencyCode, NaiveDate, Posting, Transaction};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::value::RawValue;

use super::error::ItemError;
use super::money::MoneyShape;
use super::resolve::Resolver;
use super::{id, money};
use crate::book::{MissingName, Names};

/// A transaction with names instead of ids, ready for serde.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TransactionShape<'a> {
    #[serde(with = "id")]
    id: TransactionId,
    date: NaiveDate,
    #[serde(deserialize_with = "Option::deserialize")]
    payee: Option<Cow<'a, str>>,
    memo: Cow<'a, str>,
    status: Status,
    source: Source,
    tags: Vec<Cow<'a, str>>,
    #[serde(deserialize_with = "metadata")]
    metadata: Cow<'a, Metadata>,
    postings: Vec<PostingShape<'a>>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct PostingShape<'a> {
    account: Cow<'a, str>,
    kind: AccountKind,
    amount: Cow<'a, str>,
    currency: CurrencyCode,
    #[serde(deserialize_with = "Option::deserialize")]
    memo: Option<Cow<'a, str>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    cost: Option<MoneyShape>,
    #[serde(default, skip_serializing_if = "is_none")]
    mark: Mark,
}

#[allow(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde calls this with a reference to the field"
)]
fn is_none(mark: &Mark) -> bool {
    *mark == Mark::None
}

/// Reads metadata as a document of its own, so that it may nest as deeply here as in the ledger.
fn metadata<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Cow<'static, Metadata>, D::Error> {
    let text = Box::<RawValue>::deserialize(deserializer)?;
    serde_json::from_str(text.get())
        .map(Cow::Owned)
        .map_err(serde::de::Error::custom)
}

/// Gives a transaction the shape in which `show`, `list` and the lossless export write it.
pub fn transaction_shape<'a>(
    names: &'a impl Names,
    transaction: &'a Transaction,
) -> Result<TransactionShape<'a>, MissingName> {
    let postings = transaction.postings.iter().map(|p| posting(names, p));
    Ok(TransactionShape {
        id: transaction.id,
        date: transaction.date,
        payee: names.payee_of(transaction)?.map(Cow::Borrowed),
        memo: Cow::Borrowed(&transaction.memo),
        status: transaction.status,
        source: transaction.source,
        tags: names
            .tags_of(transaction)?
            .into_iter()
            .map(Cow::Borrowed)
            .collect(),
        metadata: Cow::Borrowed(&transaction.metadata),
        postings: postings.collect::<Result<_, _>>()?,
    })
}

fn posting<'a>(
    names: &'a impl Names,
    posting: &'a Posting,
) -> Result<PostingShape<'a>, MissingName> {
    Ok(PostingShape {
        account: Cow::Borrowed(names.chart().path(posting.account)),
        kind: names.account(posting.account)?.kind,
        amount: Cow::Owned(posting.amount.digits()),
        currency: posting.amount.currency.code,
        memo: posting.memo.as_deref().map(Cow::Borrowed),
        cost: posting.cost.map(MoneyShape::from),
        mark: posting.mark,
    })
}

impl TransactionShape<'_> {
    /// Finds what the names stand for, and checks the transaction.
    pub(super) fn resolve(self, known: &Resolver) -> Result<Transaction, ItemError> {
        let tags = self.tags.iter().map(|name| known.tag(name));
        // In the order of the ledger, whatever that of the document.
        let mut tags = tags.collect::<Result<Vec<_>, _>>()?;
        tags.sort_unstable();
        tags.dedup();
        let postings = self.postings.into_iter().map(|p| p.resolve(known));
        let transaction = Transaction {
            id: self.id,
            date: self.date,
            payee: self.payee.map(|name| known.payee(&name)).transpose()?,
            memo: self.memo.into_owned(),
            status: self.status,
            source: self.source,
            tags,
            metadata: self.metadata.into_owned(),
            postings: postings.collect::<Result<_, _>>()?,
        };
        match transaction.validate() {
            Ok(()) => Ok(transaction),
            Err(problem) => Err(ItemError::Transaction {
                id: transaction.id,
                problem,
            }),
        }
    }
}

impl PostingShape<'_> {
    fn resolve(self, known: &Resolver) -> Result<Posting, ItemError> {
        let cost = match self.cost {
            Some(shape) => Some(known.money(shape.try_into()?)?),
            None => None,
        };
        let account = known.account(self.kind, &self.account)?;
        known.fits(account, &self.account, self.currency)?;
        Ok(Posting {
            account,
            amount: known.money(money::join(&self.amount, self.currency)?)?,
            cost,
            memo: self.memo.map(Cow::into_owned),
            mark: self.mark,
        })
    }
}
