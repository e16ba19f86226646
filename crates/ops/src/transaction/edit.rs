//! Changing one transaction, field by field.

use chrono::NaiveDate;
use domain::account::{NameError, Wanted};
use domain::id::{PayeeId, TagId};
use domain::transaction::{Metadata, Status};
use domain::{Account, AccountKind, Chart, Mark, Posting, Transaction};
use store::{Verb, View, Writer};

use super::reshape::reshape;
use super::{EntryError, labels};
use crate::Book;
use crate::habits::SUGGESTED;
use crate::lookup::{self, LookupError, open_account};
use crate::review::correction::Corrections;

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
    /// The new category of the one leg that is in a category; with splits, the one that takes
    /// what they leave.
    pub category: Option<String>,
    /// Makes categories that are missing, with this kind.
    pub create: Option<AccountKind>,
    /// The account that a transfer leaves.
    pub from: Option<String>,
    /// The account that a transfer reaches.
    pub to: Option<String>,
    /// The new amount, typed as when entering it.
    pub amount: Option<String>,
    /// What a transfer between currencies brings to the account that it reaches.
    pub received: Option<String>,
    /// New splits, which replace all legs in categories but the main one; an empty list leaves
    /// nothing but that one.
    pub splits: Option<Vec<(String, String)>>,
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
        let ends = self.from.is_none() && self.to.is_none() && self.received.is_none();
        let lists = self.splits.is_none() && self.tag.is_empty() && self.untag.is_empty();
        plain && legs && ends && lists && self.status.is_none() && self.metadata.is_empty()
    }

    /// True when legs go to other accounts at most.
    pub(super) const fn keeps_amounts(&self) -> bool {
        let ends = self.from.is_some() || self.to.is_some() || self.received.is_some();
        self.amount.is_none() && self.splits.is_none() && !ends
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
            let chart = writer.view().chart()?;
            let chart = make_missing(writer, &chart, edit)?.unwrap_or(chart);
            let named = Named::of(writer, &chart, edit)?;
            let after = apply(writer.view(), &chart, &named, &before, edit)?;
            writer.update(&before, &after)?;
            let mut corrections = Corrections::default();
            corrections.take(writer, &chart, &before, &after)?;
            corrections.propose_rules(writer)?;
            Ok(TransactionEdited { before, after })
        })
    }
}

/// What an edit names, looked up once for all transactions that it changes.
pub(super) struct Named<'c> {
    /// None as well when the payee is taken away.
    payee: Option<PayeeId>,
    tags: Vec<TagId>,
    untags: Vec<TagId>,
    /// The account and the category of an edit that moves legs and leaves their amounts.
    pub(super) account: Option<&'c Account>,
    pub(super) category: Option<&'c Account>,
}

impl<'c> Named<'c> {
    /// Looks them up; payees and tags that are new are made.
    pub(super) fn of(
        writer: &mut Writer<'_>,
        chart: &'c Chart,
        edit: &EditTransaction,
    ) -> Result<Self, EntryError> {
        let payee = match &edit.payee {
            Some(name) => labels::payee(writer, name)?,
            None => None,
        };
        let tags = labels::tags(writer, &edit.tag)?;
        let untags = labels::known_tags(writer.view(), &edit.untag)?;
        let open = |typed: &Option<String>, wanted| match typed {
            Some(typed) if edit.keeps_amounts() => open_account(chart, typed, wanted).map(Some),
            _ => Ok(None),
        };
        Ok(Self {
            payee,
            tags,
            untags,
            account: open(&edit.account, Wanted::Account)?,
            category: open(&edit.category, Wanted::Category)?,
        })
    }

    fn tag(&self, tags: &mut Vec<TagId>) {
        if !self.tags.is_empty() {
            tags.extend_from_slice(&self.tags);
            *tags = lookup::sorted(std::mem::take(tags));
        }
        tags.retain(|tag| !self.untags.contains(tag));
    }
}

/// Computes the transaction after an edit.
pub(super) fn apply(
    view: View<'_>,
    chart: &Chart,
    named: &Named<'_>,
    before: &Transaction,
    edit: &EditTransaction,
) -> Result<Transaction, EntryError> {
    let mut after = before.clone();
    after.date = edit.date.unwrap_or(before.date);
    after.status = edit.status.unwrap_or(before.status);
    if edit.payee.is_some() {
        after.payee = named.payee;
    }
    if let Some(memo) = &edit.memo {
        memo.trim().clone_into(&mut after.memo);
    }
    named.tag(&mut after.tags);
    for (key, value) in &edit.metadata {
        if value.is_null() {
            after.metadata.remove(key);
        } else {
            after.metadata.insert(key.clone(), value.clone());
        }
    }
    after.postings = reshape(view, chart, named, &before.postings, edit)?;
    if edit.category.is_some() || edit.splits.is_some() {
        // From now on it is what the person said.
        after.metadata.remove(SUGGESTED);
    }
    let moved = after.postings != before.postings || after.date != before.date;
    let reconciled = |posting: &Posting| posting.mark == Mark::Reconciled;
    if moved && before.postings.iter().any(reconciled) {
        return Err(EntryError::Reconciled);
    }
    after.validate()?;
    Ok(after)
}

/// Makes the categories that are named and not there, when that is wished; the chart with them.
fn make_missing(
    writer: &mut Writer<'_>,
    chart: &Chart,
    edit: &EditTransaction,
) -> Result<Option<Chart>, EntryError> {
    let Some(kind) = edit.create else {
        return Ok(None);
    };
    let splits = edit.splits.iter().flatten().map(|(name, _)| name);
    for name in edit.category.iter().chain(splits) {
        let known = open_account(chart, name, Wanted::Category);
        if let Err(LookupError::Name(NameError::Unknown { .. })) = known {
            labels::category(writer, name, Some(kind))?;
        }
    }
    Ok(Some(writer.view().chart()?))
}
