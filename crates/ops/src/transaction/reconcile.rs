//! Reconciling an account with a statement: what the ledger has up to the statement's day, pending
//! entries included, must be what the bank has; then all of it is marked. With a choice only what
//! was marked before and what is chosen counts, and only that is marked.

use chrono::NaiveDate;
use domain::account::Wanted;
use domain::amount::{AmountError, parse_amount};
use domain::id::TransactionId;
use domain::{Account, Currency, Mark, Money, Period, Posting, Transaction};
use store::{Order, StoreError, Test, Verb, View, Writer};

use super::EntryError;
use super::add::account_currency;
use super::open_entries::{is_open, open_amount};
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
    /// Which transactions the statement has.
    pub ticked: Ticked,
}

/// Which of the transactions that were not reconciled yet a statement has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Ticked {
    /// All up to its day.
    #[default]
    All,
    /// These.
    These(Vec<TransactionId>),
    /// All up to its day but these.
    AllBut(Vec<TransactionId>),
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
    /// Marks what the statement has as reconciled, when the balances agree.
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
            let ours = ours(writer.view(), account, currency, request)?;
            let difference = theirs.checked_sub(ours).map_err(AmountError::from)?;
            if !difference.is_zero() {
                return Err(ReconcileError::Differs {
                    ours,
                    theirs,
                    difference,
                });
            }
            let marked = mark(writer, account, until, &request.ticked)?;
            Ok(Reconciled {
                balance: ours,
                marked,
            })
        })
    }
}

/// What the ledger has for a statement.
fn ours(
    view: View<'_>,
    account: &Account,
    currency: Currency,
    request: &Reconcile,
) -> Result<Money, ReconcileError> {
    let listed = |ids: &[TransactionId]| -> Result<Money, ReconcileError> {
        let mut sum = Money::zero(currency);
        for id in ids {
            let found = view.transaction(*id)?;
            if let Some(found) = found.filter(|found| found.date <= request.date) {
                let flow = open_amount(&found, account.id, currency)?;
                sum = sum.checked_add(flow).map_err(AmountError::from)?;
            }
        }
        Ok(sum)
    };
    let until = Period {
        from: None,
        to: Some(request.date),
    };
    if let Ticked::These(ids) = &request.ticked {
        let before = view.open_postings(account.id, request.date, 0)?.reconciled;
        let before = Money::new(before, currency);
        return Ok(before
            .checked_add(listed(ids)?)
            .map_err(AmountError::from)?);
    }
    let mut ours = Money::zero(currency);
    for sum in view.sums(until)? {
        if sum.account == account.id {
            ours = ours.checked_add(sum.amount).map_err(AmountError::from)?;
        }
    }
    if let Ticked::AllBut(ids) = &request.ticked {
        ours = ours.checked_sub(listed(ids)?).map_err(AmountError::from)?;
    }
    Ok(ours)
}

fn mark(
    writer: &mut Writer<'_>,
    account: &Account,
    until: Period,
    ticked: &Ticked,
) -> Result<usize, StoreError> {
    let open = |posting: &Posting| posting.account == account.id && is_open(posting);
    let mut marked = 0;
    for before in unmarked(writer.view(), account, until, ticked)? {
        let mut after = before.clone();
        for posting in after.postings.iter_mut().filter(|posting| open(posting)) {
            posting.mark = Mark::Reconciled;
            marked += 1;
        }
        writer.update(&before, &after)?;
    }
    Ok(marked)
}

/// The transactions to mark.
fn unmarked(
    view: View<'_>,
    account: &Account,
    until: Period,
    ticked: &Ticked,
) -> Result<Vec<Transaction>, StoreError> {
    let open = |found: &Transaction| {
        let mut postings = found.postings.iter();
        postings.any(|posting| posting.account == account.id && is_open(posting))
    };
    let mut unmarked: Vec<Transaction> = Vec::new();
    if let Ticked::These(ids) = ticked {
        for id in ids {
            let found = view.transaction(*id)?;
            let fits = |found: &Transaction| until.contains(found.date) && open(found);
            unmarked.extend(found.filter(fits));
        }
        return Ok(unmarked);
    }
    let left_out: &[TransactionId] = match ticked {
        Ticked::AllBut(ids) => ids,
        _ => &[],
    };
    let mut filter = store::Filter::default();
    filter.and(Test::Accounts(vec![account.id]));
    filter.and(Test::Date(until));
    view.visit::<StoreError>(&filter, Order::OldestFirst, None, |transaction| {
        if open(&transaction) && !left_out.contains(&transaction.id) {
            unmarked.push(transaction);
        }
        Ok(())
    })?;
    Ok(unmarked)
}
