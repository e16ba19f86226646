//! What of an account was not reconciled with a statement yet.

use chrono::NaiveDate;
use domain::account::Wanted;
use domain::amount::AmountError;
use domain::id::AccountId;
use domain::{Currency, Mark, Money, Posting, Transaction};

use super::EntryError;
use super::add::account_currency;
use crate::lookup::open_account;
use crate::{Book, KnownNames, Names as _};

/// What of an account was not reconciled yet, up to a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenEntries {
    /// The sum of what was reconciled.
    pub reconciled: Money,
    /// The sum of what was not.
    pub open: Money,
    /// How many transactions were not.
    pub count: u64,
}

impl Book {
    /// Visits what of an account was not reconciled yet, the latest first, with what flowed into
    /// the account; at most `limit` transactions.
    pub fn open_entries<E: From<EntryError>>(
        &self,
        account: &str,
        until: NaiveDate,
        limit: usize,
        mut visitor: impl FnMut(Transaction, Money, &KnownNames) -> Result<(), E>,
    ) -> Result<OpenEntries, E> {
        let view = self.view();
        let mut names = KnownNames::new(view).map_err(EntryError::from)?;
        let chart = names.chart().clone();
        let account = open_account(&chart, account, Wanted::Account).map_err(EntryError::from)?;
        let currency = account_currency(view, account)?;
        let found = view
            .open_postings(account.id, until, limit)
            .map_err(EntryError::from)?;
        for id in found.newest {
            let transaction = view.transaction(id).map_err(EntryError::from)?;
            let Some(transaction) = transaction else {
                continue;
            };
            names.learn(view, &transaction).map_err(EntryError::from)?;
            let flow = open_amount(&transaction, account.id, currency).map_err(EntryError::from)?;
            visitor(transaction, flow, &names)?;
        }
        Ok(OpenEntries {
            reconciled: Money::new(found.reconciled, currency),
            open: Money::new(found.open, currency),
            count: found.count,
        })
    }
}

pub(super) const fn is_open(posting: &Posting) -> bool {
    !matches!(posting.mark, Mark::Reconciled)
}

/// What of a transaction flowed into an account and was not reconciled yet.
pub(super) fn open_amount(
    transaction: &Transaction,
    account: AccountId,
    currency: Currency,
) -> Result<Money, AmountError> {
    let open = transaction.postings.iter();
    let open = open.filter(|posting| posting.account == account && is_open(posting));
    let mut sum = Money::zero(currency);
    for posting in open {
        sum = sum.checked_add(posting.amount)?;
    }
    Ok(sum)
}
