//! A ledger for beancount.
//!
//! - All accounts open on 1900-01-01, the first day a ledger accepts: their first use is not known
//!   before the last transaction has passed. A closed account closes on the day of its last use.
//! - `saving` goes under `Equity:Saving`, as in the journals and for the same reason.
//! - Beancount knows no unmarked transactions: the flag is `!` for pending, else `*`, and the
//!   status is kept as metadata, as are the id, the source and all memos of postings.
//! - Costs are total prices (`@@`). Beancount divides and multiplies them again, so that the file
//!   asks for a tolerance far below any currency's minor unit.

mod metadata;
mod text;

use std::collections::HashMap;
use std::io::Write;

use domain::account::AccountKind;
use domain::id::AccountId;
use domain::transaction::Status;
use domain::{Money, NaiveDate, Posting, Transaction};

use super::naming::{AccountNames, Scheme, TagNames};
use crate::book::{BookHead, BookWriter, Names, WriteError};

const SCHEME: Scheme = Scheme {
    root,
    part: text::component,
};

const fn root(kind: AccountKind) -> &'static str {
    match kind {
        AccountKind::Asset => "Assets",
        AccountKind::Liability => "Liabilities",
        AccountKind::Equity => "Equity",
        AccountKind::Income => "Income",
        AccountKind::Expense => "Expenses",
        AccountKind::Saving => "Equity:Saving",
    }
}

/// The first day that a ledger accepts.
const OPENED: NaiveDate = match NaiveDate::from_ymd_opt(1900, 1, 1) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

/// Writes a beancount file.
#[derive(Debug)]
pub struct BeancountWriter<W> {
    out: W,
    accounts: AccountNames,
    tags: TagNames,
    /// The closed accounts, and when each was used last.
    closed: Vec<AccountId>,
    last_use: HashMap<AccountId, NaiveDate>,
}

impl<W: Write> BeancountWriter<W> {
    /// Writes to `out`, which should be buffered.
    pub fn new(out: W) -> Self {
        Self {
            out,
            accounts: AccountNames::default(),
            tags: TagNames::default(),
            closed: Vec::new(),
            last_use: HashMap::new(),
        }
    }

    fn declarations(&mut self, head: &BookHead) -> Result<(), WriteError> {
        writeln!(self.out, ";; LukaLibre")?;
        writeln!(
            self.out,
            "option \"inferred_tolerance_default\" \"*:0.00001\""
        )?;
        let main = text::currency(head.currency);
        writeln!(self.out, "option \"operating_currency\" \"{main}\"\n")?;
        for currency in head.currencies.iter().map(|entry| entry.currency) {
            let code = text::currency(currency.code);
            writeln!(self.out, "{OPENED} commodity {code}")?;
            writeln!(self.out, "  precision: {}", currency.exponent)?;
        }
        for account in head.chart.iter() {
            let name = self.accounts.get(account.id)?;
            write!(self.out, "{OPENED} open {name}")?;
            match account.currency.filter(|_| account.kind.is_holding()) {
                Some(code) => writeln!(self.out, " {}", text::currency(code))?,
                None => writeln!(self.out)?,
            }
            writeln!(
                self.out,
                "  name: {}",
                text::quoted(head.chart.path(account.id))
            )?;
        }
        for price in &head.prices {
            let (base, quote) = (text::currency(price.base), text::currency(price.quote));
            let (date, rate) = (price.date, price.rate);
            writeln!(self.out, "{date} price {base} {rate} {quote}")?;
        }
        Ok(())
    }

    fn first_line(&mut self, head: &BookHead, transaction: &Transaction) -> Result<(), WriteError> {
        let flag = match transaction.status {
            Status::Pending => '!',
            Status::Unmarked | Status::Cleared => '*',
        };
        write!(self.out, "\n{} {flag}", transaction.date)?;
        if let Some(payee) = head.payee_of(transaction)? {
            write!(self.out, " {}", text::quoted(payee))?;
        }
        write!(self.out, " {}", text::quoted(&transaction.memo))?;
        for &tag in &transaction.tags {
            write!(self.out, " #{}", self.tags.get(tag)?)?;
        }
        Ok(writeln!(self.out)?)
    }

    fn posting(&mut self, posting: &Posting) -> Result<(), WriteError> {
        let account = self.accounts.get(posting.account)?;
        write!(self.out, "  {account}  {}", text::amount(posting.amount))?;
        if let Some(cost) = posting.cost
            && !posting.amount.is_zero()
        {
            let total = Money::new(cost.minor.saturating_abs(), cost.currency);
            write!(self.out, " @@ {}", text::amount(total))?;
        }
        writeln!(self.out)?;
        metadata::of_posting(posting, &mut self.out)
    }
}

impl<W: Write> BookWriter for BeancountWriter<W> {
    fn begin(&mut self, head: &BookHead) -> Result<(), WriteError> {
        self.accounts = AccountNames::new(&head.chart, &SCHEME);
        self.tags = TagNames::new(&head.tags, text::tag);
        let closed = head.chart.iter().filter(|account| account.closed);
        self.closed = closed.map(|account| account.id).collect();
        self.last_use = self.closed.iter().map(|&id| (id, OPENED)).collect();
        self.declarations(head)
    }

    fn transaction(
        &mut self,
        head: &BookHead,
        transaction: &Transaction,
    ) -> Result<(), WriteError> {
        self.first_line(head, transaction)?;
        metadata::of_transaction(transaction, &mut self.out)?;
        for posting in &transaction.postings {
            self.posting(posting)?;
            if let Some(last) = self.last_use.get_mut(&posting.account) {
                *last = transaction.date.max(*last);
            }
        }
        Ok(())
    }

    fn finish(&mut self) -> Result<(), WriteError> {
        for &id in &self.closed {
            let day = self.last_use.get(&id).copied().unwrap_or(OPENED);
            writeln!(self.out, "{day} close {}", self.accounts.get(id)?)?;
        }
        Ok(self.out.flush()?)
    }
}
