//! Changing one transaction, field by field.

use chrono::NaiveDate;
use domain::account::Wanted;
use domain::amount::parse_amount;
use domain::transaction::{Metadata, Status};
use domain::{Account, Chart, Mark, Money, Posting, Transaction};
use store::{Verb, Writer};

use super::legs::{Share, legs};
use super::{EntryError, labels};
use crate::Book;
use crate::lookup::{self, open_account};

/// What to change; what is `None` stays.
#[derive(Clone, Debug, Default)]
pub struct EditTransaction {
    /// The new day.
    pub date: Option<NaiveDate>,
    /// The new payee; an empty name takes it away.
    pub payee: Option<String>,
    /// The new note; an empty one takes it away.
    pub memo: Option<String>,
    /// The new status.
    pub status: Option<Status>,
    /// The new account of the one leg that is in an account.
    pub account: Option<String>,
    /// The new category of the one leg that is in a category.
    pub category: Option<String>,
    /// The new amount, typed as when entering it.
    pub amount: Option<String>,
    /// New splits, which replace all legs in categories but the first.
    pub splits: Vec<(String, String)>,
    /// Tags to add.
    pub tag: Vec<String>,
    /// Tags to take away.
    pub untag: Vec<String>,
    /// Metadata to set; a null takes a key away.
    pub metadata: Metadata,
}

impl EditTransaction {
    /// True when nothing would change.
    pub fn is_empty(&self) -> bool {
        let plain = self.date.is_none() && self.payee.is_none() && self.memo.is_none();
        let legs = self.account.is_none() && self.category.is_none() && self.amount.is_none();
        let lists = self.splits.is_empty() && self.tag.is_empty() && self.untag.is_empty();
        plain && legs && lists && self.status.is_none() && self.metadata.is_empty()
    }
}

/// The transaction before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TransactionEdited {
    /// As it was.
    pub before: Transaction,
    /// As it is now.
    pub after: Transaction,
}

impl Book {
    /// Changes the transaction whose id begins with what was typed.
    pub fn edit(
        &mut self,
        id: &str,
        edit: &EditTransaction,
    ) -> Result<TransactionEdited, EntryError> {
        self.write(Verb::Edit, |writer| {
            let before = lookup::transaction(writer.view(), id)?;
            let after = apply(writer, &before, edit)?;
            writer.update(&before, &after)?;
            Ok(TransactionEdited { before, after })
        })
    }
}

/// Computes the transaction after an edit; payees and tags that are new are made.
pub(super) fn apply(
    writer: &mut Writer<'_>,
    before: &Transaction,
    edit: &EditTransaction,
) -> Result<Transaction, EntryError> {
    let mut after = before.clone();
    after.date = edit.date.unwrap_or(before.date);
    after.status = edit.status.unwrap_or(before.status);
    if let Some(name) = &edit.payee {
        after.payee = labels::payee(writer, name)?;
    }
    if let Some(memo) = &edit.memo {
        memo.trim().clone_into(&mut after.memo);
    }
    apply_tags(writer, &mut after, edit)?;
    for (key, value) in &edit.metadata {
        if value.is_null() {
            after.metadata.remove(key);
        } else {
            after.metadata.insert(key.clone(), value.clone());
        }
    }
    let chart = writer.view().chart()?;
    after.postings = apply_legs(&chart, before, edit)?;
    let moved = after.postings != before.postings || after.date != before.date;
    if moved
        && before
            .postings
            .iter()
            .any(|posting| posting.mark == Mark::Reconciled)
    {
        return Err(EntryError::Reconciled);
    }
    after.validate()?;
    Ok(after)
}

fn apply_tags(
    writer: &mut Writer<'_>,
    after: &mut Transaction,
    edit: &EditTransaction,
) -> Result<(), EntryError> {
    if !edit.tag.is_empty() {
        let mut tags = labels::tags(writer, &edit.tag)?;
        tags.append(&mut after.tags);
        after.tags = lookup::sorted(tags);
    }
    for name in &edit.untag {
        let tag = lookup::named(writer.view().tags()?, name)?;
        after.tags.retain(|id| *id != tag.id);
    }
    Ok(())
}

fn apply_legs(
    chart: &Chart,
    before: &Transaction,
    edit: &EditTransaction,
) -> Result<Vec<Posting>, EntryError> {
    let mut postings = before.postings.clone();
    if let Some(typed) = &edit.account {
        let account = open_account(chart, typed, Wanted::Account)?;
        move_leg(&mut postings, chart, account)?;
    }
    if let Some(typed) = &edit.category {
        let category = open_account(chart, typed, Wanted::Category)?;
        move_leg(&mut postings, chart, category)?;
    }
    if edit.amount.is_none() && edit.splits.is_empty() {
        return Ok(postings);
    }
    rebuild(chart, &postings, edit)
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
    let found = leg.amount.currency.code;
    if let Some(expected) = to.currency.filter(|expected| *expected != found) {
        return Err(EntryError::OtherCurrency { found, expected });
    }
    // From an income to an expense category the sign stays: the account's leg did not change.
    leg.account = to.id;
    Ok(())
}

/// Builds an everyday entry anew, with a new amount or new splits; transfers keep their two legs.
fn rebuild(
    chart: &Chart,
    postings: &[Posting],
    edit: &EditTransaction,
) -> Result<Vec<Posting>, EntryError> {
    let kind = |posting: &&Posting| {
        chart
            .get(posting.account)
            .is_some_and(|a| a.kind.is_category())
    };
    let (categories, accounts): (Vec<&Posting>, Vec<&Posting>) = postings.iter().partition(kind);
    let (&[leg], Some(first)) = (accounts.as_slice(), categories.first()) else {
        return resize_transfer(postings, edit, accounts.len());
    };
    if postings.iter().any(|posting| posting.cost.is_some()) {
        return Err(EntryError::WhichLeg {
            legs: postings.len(),
        });
    }
    if categories.len() > 1 && edit.splits.is_empty() {
        return Err(EntryError::WhichLeg {
            legs: categories.len(),
        });
    }
    let lookup = |id| chart.get(id).ok_or(EntryError::NoAccount);
    let (account, main) = (lookup(leg.account)?, lookup(first.account)?);
    let currency = leg.amount.currency;
    let flow = -leg.amount.minor * main.kind.direction();
    let total = match &edit.amount {
        Some(text) => parse_amount(text, currency)?,
        None => Money::new(flow, currency),
    };
    if total.is_zero() {
        return Err(EntryError::ZeroAmount);
    }
    let mut splits = Vec::with_capacity(edit.splits.len());
    for (name, amount) in &edit.splits {
        let category = open_account(chart, name, Wanted::Category)?;
        splits.push(Share {
            category,
            amount: parse_amount(amount, currency)?,
        });
    }
    let mut rebuilt = legs(account, main, total, &splits)?;
    for (new, old) in rebuilt.iter_mut().zip([leg, first]) {
        if new.account == old.account {
            new.memo.clone_from(&old.memo);
            new.mark = old.mark;
        }
    }
    Ok(rebuilt)
}

/// A new amount for a transfer in one currency: both legs keep their direction.
fn resize_transfer(
    postings: &[Posting],
    edit: &EditTransaction,
    accounts: usize,
) -> Result<Vec<Posting>, EntryError> {
    let wrong = EntryError::WhichLeg { legs: accounts };
    let ([_, _], Some(text), true) = (postings, &edit.amount, edit.splits.is_empty()) else {
        return Err(wrong);
    };
    if postings.iter().any(|posting| posting.cost.is_some()) {
        return Err(wrong);
    }
    let mut resized = postings.to_vec();
    for posting in &mut resized {
        let amount = parse_amount(text, posting.amount.currency)?;
        if amount.minor <= 0 {
            return Err(EntryError::ZeroAmount);
        }
        posting.amount.minor = amount.minor * posting.amount.minor.signum();
    }
    Ok(resized)
}
