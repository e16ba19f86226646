//! Journals for hledger and ledger, which differ in their declarations and in how they write tags.
//!
//! - An account goes under the top account of its kind. `saving` goes under `equity:saving`: money
//!   put aside is neither spent nor an account one holds, so that hledger's income statement and
//!   balance sheet say what ours say.
//! - The id of a transaction is its code, `(9qk3x7m2)`; payee and memo are `payee | memo`.
//! - Metadata, source and posting memos are comments `key: value`; `text` makes sure that nothing
//!   in them means something.

mod dialect;
mod text;

use std::io::Write;

use domain::account::AccountKind;
use domain::transaction::{Mark, Status};
use domain::{Money, Posting, Transaction};

use super::naming::{AccountNames, Scheme, TagNames};
use crate::book::{BookHead, BookWriter, Names, WriteError};

pub use dialect::{Dialect, HLEDGER, LEDGER};

const SCHEME: Scheme = Scheme {
    root,
    part: text::account,
};

const fn root(kind: AccountKind) -> &'static str {
    match kind {
        AccountKind::Asset => "assets",
        AccountKind::Liability => "liabilities",
        AccountKind::Equity => "equity",
        AccountKind::Income => "income",
        AccountKind::Expense => "expenses",
        AccountKind::Saving => "equity:saving",
    }
}

/// Writes a journal in one of the two dialects.
#[derive(Debug)]
pub struct JournalWriter<W> {
    dialect: &'static Dialect,
    out: W,
    accounts: AccountNames,
    tags: TagNames,
}

impl<W: Write> JournalWriter<W> {
    /// Writes to `out`, which should be buffered.
    pub fn new(dialect: &'static Dialect, out: W) -> Self {
        Self {
            dialect,
            out,
            accounts: AccountNames::default(),
            tags: TagNames::default(),
        }
    }

    fn first_line(&mut self, head: &BookHead, transaction: &Transaction) -> Result<(), WriteError> {
        let status = match transaction.status {
            Status::Unmarked => "",
            Status::Pending => "! ",
            Status::Cleared => "* ",
        };
        write!(
            self.out,
            "\n{} {status}({})",
            transaction.date, transaction.id
        )?;
        let memo = text::description(&transaction.memo);
        match head.payee_of(transaction)?.map(text::description) {
            Some(payee) if memo.is_empty() => write!(self.out, " {payee}")?,
            Some(payee) => write!(self.out, " {payee} | {memo}")?,
            None if memo.is_empty() => {}
            None => write!(self.out, " {memo}")?,
        }
        Ok(writeln!(self.out)?)
    }

    fn comments(&mut self, transaction: &Transaction) -> Result<(), WriteError> {
        for &tag in &transaction.tags {
            writeln!(
                self.out,
                "    ; {}",
                (self.dialect.tag)(self.tags.get(tag)?)
            )?;
        }
        if !transaction.source.is_manual() {
            writeln!(self.out, "    ; source: {}", transaction.source)?;
        }
        for (key, value) in &transaction.metadata {
            writeln!(
                self.out,
                "    ; {}: {}",
                text::key(key),
                text::metadata(value)
            )?;
        }
        Ok(())
    }

    fn posting(&mut self, posting: &Posting) -> Result<(), WriteError> {
        let mark = match posting.mark {
            Mark::None => "",
            Mark::Cleared | Mark::Reconciled => "* ",
        };
        let account = self.accounts.get(posting.account)?;
        write!(
            self.out,
            "    {mark}{account}  {}",
            text::amount(posting.amount)
        )?;
        if let Some(cost) = posting.cost
            && !posting.amount.is_zero()
        {
            let total = Money::new(cost.minor.saturating_abs(), cost.currency);
            write!(self.out, " @@ {}", text::amount(total))?;
        }
        if posting.mark == Mark::Reconciled {
            write!(self.out, "  ; {}", (self.dialect.tag)("reconciled"))?;
        }
        writeln!(self.out)?;
        if let Some(memo) = &posting.memo {
            writeln!(self.out, "    ; memo: {}", text::comment(memo))?;
        }
        Ok(())
    }
}

impl<W: Write> BookWriter for JournalWriter<W> {
    fn begin(&mut self, head: &BookHead) -> Result<(), WriteError> {
        self.accounts = AccountNames::new(&head.chart, &SCHEME);
        self.tags = TagNames::new(&head.tags, text::tag);
        dialect::declarations(self.dialect, head, &self.accounts, &mut self.out)
    }

    fn transaction(
        &mut self,
        head: &BookHead,
        transaction: &Transaction,
    ) -> Result<(), WriteError> {
        self.first_line(head, transaction)?;
        self.comments(transaction)?;
        for posting in &transaction.postings {
            self.posting(posting)?;
        }
        Ok(())
    }

    fn finish(&mut self) -> Result<(), WriteError> {
        Ok(self.out.flush()?)
    }
}
