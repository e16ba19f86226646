//! Entering an expense, an income or a saving in one line.

use chrono::NaiveDate;
use domain::account::{AccountKind, Wanted};
use domain::amount::parse_amount;
use domain::id::{AccountId, TransactionId};
use domain::transaction::{Metadata, Source, Status};
use domain::{Account, Chart, Currency, Transaction};
use store::{Verb, View, Writer};

use super::legs::{Share, legs};
use super::{EntryError, labels};
use crate::book::LAST_ACCOUNT;
use crate::lookup::open_account;
use crate::{Book, currency_lookup};

/// An entry as typed. The amount is positive in the direction of the category's kind; a negative
/// one is a refund.
#[derive(Clone, Debug, Default)]
pub struct AddTransaction {
    /// `4500`, `2*4990`, `4.5k`: in the account's currency.
    pub amount: String,
    /// The category that takes what the splits leave.
    pub category: String,
    /// The account; the one used last when not given.
    pub account: Option<String>,
    /// With whom; made when new.
    pub payee: Option<String>,
    /// A note.
    pub memo: String,
    /// The day; today when not given.
    pub date: Option<NaiveDate>,
    /// Tags; made when new.
    pub tags: Vec<String>,
    /// Further categories and their amounts.
    pub splits: Vec<(String, String)>,
    /// Makes missing categories with this kind.
    pub create: Option<AccountKind>,
    /// How sure it is.
    pub status: Status,
    /// Free data.
    pub metadata: Metadata,
}

/// The entry is saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TransactionAdded {
    /// What was saved.
    pub transaction: Transaction,
}

impl Book {
    /// Enters a transaction.
    pub fn add(&mut self, entry: &AddTransaction) -> Result<TransactionAdded, EntryError> {
        let today = self.today();
        self.write(Verb::Add, |writer| {
            let transaction = build(writer, entry, today)?;
            transaction.validate()?;
            writer.create(&transaction)?;
            Ok(TransactionAdded { transaction })
        })
    }
}

fn build(
    writer: &mut Writer<'_>,
    entry: &AddTransaction,
    today: NaiveDate,
) -> Result<Transaction, EntryError> {
    let chart = writer.view().chart()?;
    let account = holding_account(writer.view(), &chart, entry.account.as_deref())?.clone();
    let currency = account_currency(writer.view(), &account)?;
    let total = parse_amount(&entry.amount, currency)?;
    if total.is_zero() {
        return Err(EntryError::ZeroAmount);
    }
    let main = labels::category(writer, &entry.category, entry.create)?;
    let mut shares = Vec::with_capacity(entry.splits.len());
    for (name, amount) in &entry.splits {
        let category = labels::category(writer, name, entry.create)?;
        let amount = parse_amount(amount, currency)?;
        if amount.is_zero() {
            return Err(EntryError::ZeroAmount);
        }
        shares.push((category, amount));
    }
    let splits: Vec<Share<'_>> = shares
        .iter()
        .map(|(category, amount)| Share {
            category,
            amount: *amount,
        })
        .collect();
    let postings = legs(&account, &main, total, &splits)?;
    writer.remember(LAST_ACCOUNT, &account.id.raw().to_string())?;
    Ok(Transaction {
        payee: entry
            .payee
            .as_deref()
            .map_or(Ok(None), |name| labels::payee(writer, name))?,
        tags: labels::tags(writer, &entry.tags)?,
        id: TransactionId(writer.next_id()?),
        date: entry.date.unwrap_or(today),
        memo: entry.memo.trim().to_owned(),
        status: entry.status,
        source: Source::Manual,
        metadata: entry.metadata.clone(),
        postings,
    })
}

/// The account that was named, else the one used last, else the only one there is.
pub(crate) fn holding_account<'c>(
    view: View<'_>,
    chart: &'c Chart,
    typed: Option<&str>,
) -> Result<&'c Account, EntryError> {
    if let Some(typed) = typed {
        return Ok(open_account(chart, typed, Wanted::Account)?);
    }
    let usable = |account: &&Account| account.kind.is_holding() && !account.closed;
    let remembered = view.remembered(LAST_ACCOUNT)?;
    let last = remembered
        .and_then(|raw| raw.parse().ok())
        .map(AccountId::from_raw);
    if let Some(last) = last.and_then(|id| chart.get(id)).filter(usable) {
        return Ok(last);
    }
    let mut candidates = chart.iter().filter(usable);
    match (candidates.next(), candidates.next()) {
        (None, _) => Err(EntryError::NoAccount),
        (Some(only), None) => Ok(only),
        (Some(_), Some(_)) => Err(EntryError::WhichAccount),
    }
}

/// The currency of an account that holds value.
pub(crate) fn account_currency(view: View<'_>, account: &Account) -> Result<Currency, EntryError> {
    let known = account
        .currency
        .and_then(|code| currency_lookup::known(view, code));
    known.ok_or(EntryError::NoAccount)
}
