//! From a row to a transaction: the account's leg is the bank's, the other leg is a category.

use std::collections::HashMap;

use domain::account::Wanted;
use domain::id::{AccountId, BatchId, TransactionId};
use domain::rule::Ruling;
use domain::suggest::{Payment, Suggestion};
use domain::transaction::{MAX_MEMO, Metadata, Source, Status};
use domain::{Chart, Mark, Money, Posting, Transaction};
use formats::import::{Row, Split};
use store::{StoreError, Writer};

use super::accounts::Target;
use super::fallback::Fallback;
use super::payees::Payees;
use super::rules::RowRules;
use super::{ImportError, Uncategorized};
use crate::habits::{Habits, SUGGESTED};
use crate::lookup::sorted;
use crate::rule::RULE;

/// What booking many rows needs at hand: payees and categories by name, looked up once.
pub(crate) struct Booker<'a> {
    chart: Chart,
    payees: Payees,
    categories: HashMap<Box<str>, Option<AccountId>>,
    fallback: Fallback<'a>,
    rules: RowRules,
    habits: Habits,
}

impl<'a> Booker<'a> {
    pub(crate) fn new(
        writer: &Writer<'_>,
        uncategorized: &'a Uncategorized,
    ) -> Result<Self, StoreError> {
        let payees = Payees::new(writer.view())?;
        let chart = writer.view().chart()?;
        let categories = HashMap::new();
        let rules = RowRules::new(writer, &chart)?;
        let habits = Habits::of(writer.view(), &chart)?;
        Ok(Self {
            chart,
            payees,
            categories,
            fallback: Fallback::new(uncategorized),
            rules,
            habits,
        })
    }

    /// Builds the transaction of a row, as the rules have it, and makes the payee it names.
    pub(crate) fn transaction(
        &mut self,
        writer: &mut Writer<'_>,
        batch: BatchId,
        row: &Row,
        amount: Money,
        target: &Target,
    ) -> Result<Transaction, ImportError> {
        let ledgers = |name: &str| self.payees.known(name);
        let ruling = self.rules.ask(&self.chart, row, amount, target, ledgers);
        let mut ruling = ruling.unwrap_or_default();
        let payee = match (ruling.payee, row.payee.as_deref()) {
            (Some(ruled), _) => Some(ruled),
            (None, Some(name)) => self.payees.of(writer, name)?,
            (None, None) => None,
        };
        let mut own = Posting::new(target.account.id, amount);
        own.mark = Mark::Cleared;
        let mut postings = vec![own];
        let mut metadata = self.metadata(row, &ruling);
        if let Some(suggestion) = self.suggestion(row, amount, &ruling) {
            metadata.insert(SUGGESTED.to_owned(), Habits::tell(&suggestion));
            ruling.category = Some(suggestion.category);
        }
        self.other_legs(writer, row, amount, &ruling, &mut postings)?;
        Ok(Transaction {
            id: TransactionId(writer.next_id()?),
            date: row.date,
            payee,
            memo: match (&ruling.memo, row.memo.as_deref()) {
                (Some(memo), _) => memo.clone(),
                (None, memo) => memo.map(|m| shorten(m, MAX_MEMO)).unwrap_or_default(),
            },
            status: if row.pending {
                Status::Pending
            } else {
                Status::Cleared
            },
            source: Source::Import(batch),
            metadata,
            tags: sorted(ruling.tags),
            postings,
        })
    }

    /// The category that payments like this one had, when nothing and nobody says one and the
    /// person's own history is sure.
    fn suggestion(&mut self, row: &Row, amount: Money, ruling: &Ruling) -> Option<Suggestion> {
        let ruled = ruling.category.is_some() || ruling.transfer.is_some();
        let split = !ruling.splits.is_empty() || !row.extra().splits.is_empty();
        let named = row.category.as_deref();
        if ruled || split || named.is_some_and(|name| self.category(name).is_some()) {
            return None;
        }
        let payment = Payment {
            payee: row.payee.as_deref().unwrap_or_default(),
            memo: row.memo.as_deref().unwrap_or_default(),
            minor: amount.minor,
        };
        self.habits.sure(&self.chart, &payment)
    }

    /// What the file says and no field of a transaction holds, and which rules had a say.
    fn metadata(&mut self, row: &Row, ruling: &Ruling) -> Metadata {
        let mut metadata = Metadata::new();
        let mut keep = |key: &str, value: Option<&str>| {
            if let Some(value) = value {
                metadata.insert(key.to_owned(), shorten(value, MAX_MEMO).into());
            }
        };
        keep("check-number", row.extra().check_number.as_deref());
        keep("transfer-account", row.extra().transfer_account.as_deref());
        let category = row.category.as_deref();
        keep(
            "bank-category",
            category.filter(|name| self.category(name).is_none()),
        );
        if let Some(rules) = ruling.names() {
            metadata.insert(RULE.to_owned(), rules.into());
        }
        metadata
    }

    /// Adds the legs on the other side: the file's splits when they sum to the row, else what rules
    /// say, else one leg to the category that the file names.
    fn other_legs(
        &mut self,
        writer: &mut Writer<'_>,
        row: &Row,
        amount: Money,
        ruling: &Ruling,
        postings: &mut Vec<Posting>,
    ) -> Result<(), ImportError> {
        if let Some(parts) = whole_splits(row, amount) {
            for (split, part) in row.extra().splits.iter().zip(parts) {
                let account = self.other_side(writer, split.category.as_deref(), part)?;
                let mut posting = Posting::new(account, opposite(part));
                posting.memo = split.memo.as_deref().map(|memo| shorten(memo, MAX_MEMO));
                postings.push(posting);
            }
            return Ok(());
        }
        if let Some(other) = self.transfer_account(ruling, amount, postings) {
            postings.push(Posting::new(other, opposite(amount)));
            return Ok(());
        }
        let mut left = amount.minor;
        for split in &ruling.splits {
            let part = split.share.of(amount);
            let fits = |part: &Money| part.minor.unsigned_abs() <= left.unsigned_abs();
            if let Some(part) = part.filter(fits) {
                left -= part.minor;
                postings.push(Posting::new(split.category, opposite(part)));
            }
        }
        let rest = Money::new(left, amount.currency);
        if left == 0 && postings.len() > 1 {
            return Ok(());
        }
        let account = match ruling.category {
            Some(category) => category,
            None => self.other_side(writer, row.category.as_deref(), rest)?,
        };
        postings.push(Posting::new(account, opposite(rest)));
        Ok(())
    }

    /// The other own account that a rule names, when it can be: open, in the same currency, and not
    /// the row's own.
    fn transfer_account(
        &self,
        ruling: &Ruling,
        amount: Money,
        postings: &[Posting],
    ) -> Option<AccountId> {
        let other = self.chart.get(ruling.transfer?)?;
        let fits = !other.closed
            && other.currency == Some(amount.currency.code)
            && postings.iter().all(|leg| leg.account != other.id);
        fits.then_some(other.id)
    }

    fn other_side(
        &mut self,
        writer: &mut Writer<'_>,
        category: Option<&str>,
        amount: Money,
    ) -> Result<AccountId, ImportError> {
        match category.and_then(|name| self.category(name)) {
            Some(id) => Ok(id),
            None => self.fallback.category(writer, &self.chart, amount.minor),
        }
    }

    /// The ledger's category with the name that the file gives, if there is one.
    fn category(&mut self, name: &str) -> Option<AccountId> {
        if let Some(known) = self.categories.get(name) {
            return *known;
        }
        let found = self
            .chart
            .resolve(name, Wanted::Category)
            .ok()
            .filter(|found| !found.closed);
        let found = found.map(|account| account.id);
        self.categories.insert(name.into(), found);
        found
    }
}

/// The amounts of a row's splits, when they fit the currency and sum to the row.
fn whole_splits(row: &Row, amount: Money) -> Option<Vec<Money>> {
    let part = |split: &Split| Money::from_decimal(split.amount, amount.currency).ok();
    let parts: Vec<Money> = row.extra().splits.iter().map(part).collect::<Option<_>>()?;
    let sum: i128 = parts.iter().map(|part| i128::from(part.minor)).sum();
    (!parts.is_empty() && sum == i128::from(amount.minor)).then_some(parts)
}

fn opposite(amount: Money) -> Money {
    Money::new(-amount.minor, amount.currency)
}

fn shorten(text: &str, most: usize) -> String {
    text.chars().take(most).collect()
}
