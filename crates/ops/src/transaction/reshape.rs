//! The legs of a transaction after an edit: moved to another account, or computed anew.
//!
//! A leg that stays in its account keeps its note and its mark, whatever becomes of the others.

use domain::account::Wanted;
use domain::amount::parse_amount;
use domain::{Account, Chart, Currency, Mark, Money, Posting};
use store::View;

use super::edit::Named;
use super::legs::{Share, legs};
use super::transfer::positive;
use super::{AmountError, EditTransaction, EntryError, Shape};
use crate::currency_lookup;
use crate::lookup::open_account;

/// Computes the legs after an edit.
pub(super) fn reshape(
    view: View<'_>,
    chart: &Chart,
    named: &Named<'_>,
    before: &[Posting],
    edit: &EditTransaction,
) -> Result<Vec<Posting>, EntryError> {
    if edit.keeps_amounts() {
        return move_legs(chart, before, named);
    }
    let ends = edit.from.is_some() || edit.to.is_some() || edit.received.is_some();
    let is_account = |leg: &&Posting| {
        let account = chart.get(leg.account);
        account.is_some_and(|account| !account.kind.is_category())
    };
    match Shape::of(before, chart) {
        shape @ Shape::Everyday { .. } if !ends => everyday(chart, before, &shape, edit),
        Shape::Transfer { gives, takes } if edit.splits.is_none() => {
            let ends = Ends { gives, takes };
            if edit.account.is_some() || edit.category.is_some() {
                return Err(EntryError::WhichLeg { legs: before.len() });
            }
            ends.moved(view, chart, before, edit)
        }
        _ => Err(EntryError::WhichLeg {
            legs: before.iter().filter(is_account).count(),
        }),
    }
}

/// Gives legs to other accounts and leaves the amounts.
fn move_legs(
    chart: &Chart,
    before: &[Posting],
    named: &Named<'_>,
) -> Result<Vec<Posting>, EntryError> {
    let mut postings = before.to_vec();
    for to in [named.account, named.category].into_iter().flatten() {
        move_leg(&mut postings, chart, to)?;
    }
    Ok(postings)
}

/// Gives the one leg of the account's sort (account or category) to that account.
fn move_leg(postings: &mut [Posting], chart: &Chart, to: &Account) -> Result<(), EntryError> {
    let is_category = to.kind.is_category();
    let same_sort = |posting: &&mut Posting| {
        chart
            .get(posting.account)
            .is_some_and(|a| a.kind.is_category() == is_category)
    };
    let mut legs: Vec<&mut Posting> = postings.iter_mut().filter(same_sort).collect();
    let [leg] = legs.as_mut_slice() else {
        return Err(EntryError::WhichLeg { legs: legs.len() });
    };
    fits(to, leg.amount.currency)?;
    // From an income to an expense category the sign stays: the account's leg did not change.
    leg.account = to.id;
    Ok(())
}

fn fits(account: &Account, currency: Currency) -> Result<(), EntryError> {
    let found = currency.code;
    match account.currency.filter(|expected| *expected != found) {
        Some(expected) => Err(EntryError::OtherCurrency { found, expected }),
        None => Ok(()),
    }
}

/// Builds an everyday entry anew.
fn everyday(
    chart: &Chart,
    before: &[Posting],
    shape: &Shape<'_>,
    edit: &EditTransaction,
) -> Result<Vec<Posting>, EntryError> {
    let Shape::Everyday {
        account: leg, main, ..
    } = shape
    else {
        return Err(EntryError::WhichLeg { legs: before.len() });
    };
    let categories = before.len() - 1;
    if categories > 1 && edit.splits.is_none() {
        return Err(EntryError::WhichLeg { legs: categories });
    }
    let account = named(chart, edit.account.as_deref(), leg, Wanted::Account)?;
    let main = named(chart, edit.category.as_deref(), main, Wanted::Category)?;
    let currency = leg.amount.currency;
    fits(account, currency)?;
    let total = match &edit.amount {
        Some(text) => parse_amount(text, currency)?,
        None => Money::new(-leg.amount.minor * main.kind.direction(), currency),
    };
    if total.is_zero() {
        return Err(EntryError::ZeroAmount);
    }
    let mut splits = Vec::new();
    for (name, amount) in edit.splits.as_deref().unwrap_or_default() {
        let amount = parse_amount(amount, currency)?;
        if amount.is_zero() {
            return Err(EntryError::ZeroAmount);
        }
        splits.push(Share {
            category: known_category(chart, name, before)?,
            amount,
        });
    }
    let mut after = legs(account, main, total, &splits)?;
    keep(before, &mut after);
    Ok(after)
}

/// The account that is named, else the one that the leg is in, closed or not.
fn named<'c>(
    chart: &'c Chart,
    typed: Option<&str>,
    leg: &Posting,
    wanted: Wanted,
) -> Result<&'c Account, EntryError> {
    match typed {
        Some(typed) => Ok(open_account(chart, typed, wanted)?),
        None => chart.get(leg.account).ok_or(EntryError::NoAccount),
    }
}

/// A category of a split; one that the transaction was in already may have been closed since.
fn known_category<'c>(
    chart: &'c Chart,
    name: &str,
    before: &[Posting],
) -> Result<&'c Account, EntryError> {
    let found = chart.resolve(name, Wanted::Category)?;
    if before.iter().any(|leg| leg.account == found.id) {
        return Ok(found);
    }
    Ok(open_account(chart, name, Wanted::Category)?)
}

/// Takes notes and marks over to the legs in the same accounts, the first to the first.
fn keep(before: &[Posting], after: &mut [Posting]) {
    let mut left: Vec<&Posting> = before.iter().collect();
    for leg in after {
        if let Some(at) = left.iter().position(|old| old.account == leg.account) {
            let old = left.remove(at);
            leg.memo.clone_from(&old.memo);
            leg.mark = old.mark;
        }
    }
}

/// The two legs of a transfer.
struct Ends<'t> {
    gives: &'t Posting,
    takes: &'t Posting,
}

impl Ends<'_> {
    /// The legs between other accounts or with other amounts.
    fn moved(
        &self,
        view: View<'_>,
        chart: &Chart,
        before: &[Posting],
        edit: &EditTransaction,
    ) -> Result<Vec<Posting>, EntryError> {
        let from = named(chart, edit.from.as_deref(), self.gives, Wanted::Account)?;
        let to = named(chart, edit.to.as_deref(), self.takes, Wanted::Account)?;
        if from.id == to.id {
            return Err(EntryError::SameAccount);
        }
        let out = currency_of(view, from, self.gives)?;
        let into = currency_of(view, to, self.takes)?;
        let sent = self.sent(out, edit)?;
        let received = self.received(sent, into, edit)?;
        let was_priced_there = self.takes.cost.is_some();
        let mut after = before.to_vec();
        for leg in &mut after {
            let leaves = leg.amount.minor < 0;
            let account = if leaves { from.id } else { to.id };
            if leg.account != account {
                // What the statement of one account has is not on that of another.
                leg.mark = Mark::None;
            }
            leg.account = account;
            let (own, other) = if leaves {
                (negative(sent)?, negative(received)?)
            } else {
                (received, sent)
            };
            leg.amount = own;
            leg.cost = (out != into && leaves != was_priced_there).then_some(other);
        }
        Ok(after)
    }

    fn sent(&self, currency: Currency, edit: &EditTransaction) -> Result<Money, EntryError> {
        let was = self.gives.amount;
        match &edit.amount {
            Some(text) => positive(parse_amount(text, currency)?),
            None if currency == was.currency => negative(was),
            None => Err(EntryError::OtherCurrency {
                found: was.currency.code,
                expected: currency.code,
            }),
        }
    }

    fn received(
        &self,
        sent: Money,
        currency: Currency,
        edit: &EditTransaction,
    ) -> Result<Money, EntryError> {
        let (was, same) = (self.takes.amount, sent.currency == currency);
        let exchanged = self.gives.amount.currency != was.currency;
        match &edit.received {
            Some(_) if same => Err(EntryError::ReceivedNeedless(currency.code)),
            Some(text) => positive(parse_amount(text, currency)?),
            None if same => Ok(sent),
            None if exchanged && was.currency == currency => Ok(was),
            None => Err(EntryError::ReceivedMissing {
                from: sent.currency.code,
                to: currency.code,
            }),
        }
    }
}

fn negative(money: Money) -> Result<Money, EntryError> {
    Ok(money.checked_neg().map_err(AmountError::from)?)
}

/// The currency of an account; that of its leg for one which holds any currency.
fn currency_of(view: View<'_>, account: &Account, leg: &Posting) -> Result<Currency, EntryError> {
    match account.currency {
        Some(code) if code != leg.amount.currency.code => {
            currency_lookup::known(view, code).ok_or(EntryError::NoAccount)
        }
        _ => Ok(leg.amount.currency),
    }
}
