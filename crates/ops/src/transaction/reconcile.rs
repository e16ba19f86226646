//! Reconciling an account with a statement: what the ledger has up to the statement's day, pending
//! entries included, must be what the bank has; then all of it is marked.

use chrono::NaiveDate;
use domain::account::Wanted;
use domain::amount::{AmountError, parse_amount};
use domain::{Account, Mark, Money, Period, Transaction};
use store::{Order, StoreError, Test, Verb, Writer};

use super::EntryError;
use super::add::account_currency;
use crate::Book;
use crate::lookup::{LookupError, open_account};

/// A statement to reconcile with.
#[derive(Clone, Debug)]
pub struct Reconcile {
    /// The account.
    pub account: String,
    /// The last day of the statement.
    pub date: NaiveDate,
    /// The bank's balance on that day, in the account's currency.
    pub balance: String,
}

/// The statement and the ledger agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reconciled {
    /// The balance that both have.
    pub balance: Money,
    /// How many postings were marked.
    pub marked: usize,
}

/// Why a statement was not reconciled. Nothing was marked.
#[derive(Debug, thiserror::Error)]
pub enum ReconcileError {
    /// The balances differ.
    #[error("the ledger has {ours}, the statement {theirs}: {difference} apart")]
    Differs {
        /// The ledger's balance on that day.
        ours: Money,
        /// The statement's.
        theirs: Money,
        /// The statement's less the ledger's.
        difference: Money,
    },
    /// The account or amount was refused.
    #[error(transparent)]
    Entry(#[from] EntryError),
    /// The ledger could not be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<LookupError> for ReconcileError {
    fn from(error: LookupError) -> Self {
        Self::Entry(error.into())
    }
}

impl From<AmountError> for ReconcileError {
    fn from(error: AmountError) -> Self {
        Self::Entry(error.into())
    }
}

impl Book {
    /// Marks everything up to the statement's day as reconciled, when the balances agree.
    pub fn reconcile(&mut self, request: &Reconcile) -> Result<Reconciled, ReconcileError> {
        self.write(Verb::Reconcile, |writer| {
            let chart = writer.view().chart()?;
            let account = open_account(&chart, &request.account, Wanted::Account)?;
            let currency = account_currency(writer.view(), account)?;
            let theirs = parse_amount(&request.balance, currency)?;
            let until = Period {
                from: None,
                to: Some(request.date),
            };
            let mut ours = Money::zero(currency);
            for sum in writer.view().sums(until)? {
                if sum.account == account.id {
                    ours = ours.checked_add(sum.amount).map_err(AmountError::from)?;
                }
            }
            let difference = theirs.checked_sub(ours).map_err(AmountError::from)?;
            if !difference.is_zero() {
                return Err(ReconcileError::Differs {
                    ours,
                    theirs,
                    difference,
                });
            }
            let marked = mark(writer, account, until)?;
            Ok(Reconciled {
                balance: ours,
                marked,
            })
        })
    }
}

fn mark(writer: &mut Writer<'_>, account: &Account, until: Period) -> Result<usize, StoreError> {
    let mut filter = store::Filter::default();
    filter.and(Test::Accounts(vec![account.id]));
    filter.and(Test::Date(until));
    let open = |posting: &domain::Posting| {
        posting.account == account.id && posting.mark != Mark::Reconciled
    };
    let mut unmarked: Vec<Transaction> = Vec::new();
    writer
        .view()
        .visit::<StoreError>(&filter, Order::OldestFirst, None, |transaction| {
            if transaction.postings.iter().any(open) {
                unmarked.push(transaction);
            }
            Ok(())
        })?;
    let mut marked = 0;
    for before in unmarked {
        let mut after = before.clone();
        for posting in after.postings.iter_mut().filter(|posting| open(posting)) {
            posting.mark = Mark::Reconciled;
            marked += 1;
        }
        writer.update(&before, &after)?;
    }
    Ok(marked)
}
