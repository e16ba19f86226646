//! From a row to a transaction: the account's leg is the bank's, the other leg is a category.

use std::collections::HashMap;

use domain::account::{AccountKind, Wanted};
use domain::id::{AccountId, BatchId, TransactionId};
use domain::rule::Ruling;
use domain::text::fold;
use domain::transaction::{MAX_MEMO, Metadata, Source, Status};
use domain::{Account, Chart, Mark, Money, Posting, Transaction};
use formats::import::{Row, Split};
use store::{StoreError, Writer};

use super::accounts::Target;
use super::payees::Payees;
use super::rules::RowRules;
use super::{ImportError, Uncategorized};
use crate::lookup::sorted;

/// Under which key the metadata says which rules had a say.
const RULE: &str = "rule";

/// What booking many rows needs at hand: payees and categories by name, looked up once.
pub(super) struct Booker<'a> {
    chart: Chart,
    payees: Payees,
    categories: HashMap<Box<str>, Option<AccountId>>,
    uncategorized: &'a Uncategorized,
    expense: Option<AccountId>,
    income: Option<AccountId>,
    rules: RowRules,
}

impl<'a> Booker<'a> {
    pub(super) fn new(
        writer: &Writer<'_>,
        uncategorized: &'a Uncategorized,
    ) -> Result<Self, StoreError> {
        let payees = Payees::new(writer.view())?;
        let chart = writer.view().chart()?;
        let categories = HashMap::new();
        let (expense, income) = (None, None);
        let rules = RowRules::new(writer, &chart)?;
        Ok(Self {
            chart,
            payees,
            categories,
            uncategorized,
            expense,
            income,
            rules,
        })
    }

    /// Builds the transaction of a row, as the rules have it, and makes the payee it names.
    pub(super) fn transaction(
        &mut self,
        writer: &mut Writer<'_>,
        batch: BatchId,
        row: &Row,
        amount: Money,
        target: &Target,
    ) -> Result<Transaction, ImportError> {
        let ledgers = |name: &str| self.payees.known(name);
        let ruling = self.rules.ask(&self.chart, row, amount, target, ledgers);
        let ruling = ruling.unwrap_or_default();
        let payee = match (ruling.payee, row.payee.as_deref()) {
            (Some(ruled), _) => Some(ruled),
            (None, Some(name)) => self.payees.of(writer, name)?,
            (None, None) => None,
        };
        let mut own = Posting::new(target.account.id, amount);
        own.mark = Mark::Cleared;
        let mut postings = vec![own];
        self.categorize(writer, row, amount, ruling.category, &mut postings)?;
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
            metadata: self.metadata(row, &ruling),
            tags: sorted(ruling.tags),
            postings,
        })
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

    /// Adds the legs on the other side: the file's splits when they sum to the row, else one, to the
    /// category that rules or the file name.
    fn categorize(
        &mut self,
        writer: &mut Writer<'_>,
        row: &Row,
        amount: Money,
        ruled: Option<AccountId>,
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
        let account = match ruled {
            Some(category) => category,
            None => self.other_side(writer, row.category.as_deref(), amount)?,
        };
        postings.push(Posting::new(account, opposite(amount)));
        Ok(())
    }

    fn other_side(
        &mut self,
        writer: &mut Writer<'_>,
        category: Option<&str>,
        amount: Money,
    ) -> Result<AccountId, ImportError> {
        match category.and_then(|name| self.category(name)) {
            Some(id) => Ok(id),
            None => self.fallback(writer, amount),
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

    /// The category for rows without one, made when first needed and remembered by its id, so that
    /// a change of language or name doesn't make a second one.
    fn fallback(
        &mut self,
        writer: &mut Writer<'_>,
        amount: Money,
    ) -> Result<AccountId, ImportError> {
        let (known, kind, name) = if amount.minor < 0 {
            (
                &mut self.expense,
                AccountKind::Expense,
                &self.uncategorized.expense,
            )
        } else {
            (
                &mut self.income,
                AccountKind::Income,
                &self.uncategorized.income,
            )
        };
        if let Some(id) = known {
            return Ok(*id);
        }
        let memory = format!("uncategorized-{kind}");
        let remembered = writer.view().remembered(&memory)?;
        let remembered = remembered
            .and_then(|raw| raw.parse().ok())
            .map(AccountId::from_raw);
        let named = |account: &&Account| {
            let category = account.kind.is_category() && account.parent.is_none();
            category && fold(&account.name) == fold(name)
        };
        let found = remembered
            .and_then(|id| self.chart.get(id))
            .or_else(|| self.chart.iter().find(named));
        let id = match found {
            Some(taken) if taken.closed || taken.kind != kind => {
                return Err(ImportError::FallbackTaken(taken.name.clone()));
            }
            Some(account) => account.id,
            None => make_category(writer, name, kind)?,
        };
        writer.remember(&memory, &id.raw().to_string())?;
        *known = Some(id);
        Ok(id)
    }
}

fn make_category(
    writer: &mut Writer<'_>,
    name: &str,
    kind: AccountKind,
) -> Result<AccountId, StoreError> {
    let id = AccountId(writer.next_id()?);
    let name = name.to_owned();
    writer.create(&Account {
        id,
        name,
        kind,
        parent: None,
        currency: None,
        closed: false,
    })?;
    Ok(id)
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
