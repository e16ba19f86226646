//! Moving value between own accounts, also between currencies.

use chrono::NaiveDate;
use domain::account::Wanted;
use domain::amount::parse_amount;
use domain::id::TransactionId;
use domain::transaction::{Metadata, Source, Status};
use domain::{Money, Posting, Transaction};
use store::{Verb, Writer};

use super::add::account_currency;
use super::{EntryError, TransactionAdded, labels};
use crate::Book;
use crate::lookup::open_account;

/// A transfer as typed.
#[derive(Clone, Debug, Default)]
pub struct AddTransfer {
    /// What leaves the first account, in its currency.
    pub amount: String,
    /// The account it leaves.
    pub from: String,
    /// The account it reaches.
    pub to: String,
    /// What reaches the second account, in its currency; needed when the currencies differ.
    pub received: Option<String>,
    /// With whom.
    pub payee: Option<String>,
    /// A note.
    pub memo: String,
    /// The day; today when not given.
    pub date: Option<NaiveDate>,
    /// Tags; made when new.
    pub tags: Vec<String>,
    /// How sure it is.
    pub status: Status,
}

impl Book {
    /// Enters a transfer.
    pub fn transfer(&mut self, entry: &AddTransfer) -> Result<TransactionAdded, EntryError> {
        let today = self.today();
        self.write(Verb::Transfer, |writer| {
            let postings = legs(writer, entry)?;
            let transaction = Transaction {
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
                metadata: Metadata::new(),
                postings,
            };
            transaction.validate()?;
            writer.create(&transaction)?;
            Ok(TransactionAdded { transaction })
        })
    }
}

fn legs(writer: &Writer<'_>, entry: &AddTransfer) -> Result<Vec<Posting>, EntryError> {
    let view = writer.view();
    let chart = view.chart()?;
    let from = open_account(&chart, &entry.from, Wanted::Account)?;
    let to = open_account(&chart, &entry.to, Wanted::Account)?;
    if from.id == to.id {
        return Err(EntryError::SameAccount);
    }
    let (gives, takes) = (account_currency(view, from)?, account_currency(view, to)?);
    let sent = positive(parse_amount(&entry.amount, gives)?)?;
    let received = match &entry.received {
        None if gives == takes => sent,
        None => {
            return Err(EntryError::ReceivedMissing {
                from: gives.code,
                to: takes.code,
            });
        }
        Some(_) if gives == takes => return Err(EntryError::ReceivedNeedless(gives.code)),
        Some(text) => positive(parse_amount(text, takes)?)?,
    };
    let negative = |money: Money| Money::new(-money.minor, money.currency);
    let mut leaving = Posting::new(from.id, negative(sent));
    if gives != takes {
        leaving.cost = Some(negative(received));
    }
    Ok(vec![leaving, Posting::new(to.id, received)])
}

/// A transfer's direction is given by its accounts, so its amount is more than zero.
pub(super) fn positive(amount: Money) -> Result<Money, EntryError> {
    if amount.minor > 0 {
        Ok(amount)
    } else {
        Err(EntryError::ZeroAmount)
    }
}
