//! QIF, Quicken's line format: the categories, then each account with its transactions.
//!
//! Dates are written `2025-01-31`: QIF never said which number comes first, and this form has one
//! reading. A counter posting is a category or, in brackets, an account; several are splits, which
//! QIF has in the account's own currency only: when a split has no amount in it, the transaction
//! is written as one line to the first counter posting. Tags, metadata and currencies have no
//! place here. A transfer is written in both accounts, as QIF's readers expect.

use std::io::Write;

use domain::account::AccountKind;
use domain::id::AccountId;
use domain::transaction::Mark;
use domain::{Currency, Money, Posting, Transaction};

use super::naming::{AccountNames, Scheme, one_line};
use crate::book::{BookHead, BookWriter, MissingName, Names, Statement, WriteError};

/// Accounts and categories are two lists in QIF; equal names across them are no collision.
const SCHEME: Scheme = Scheme { root, part };

const fn root(kind: AccountKind) -> &'static str {
    if kind.is_category() {
        "category"
    } else {
        "account"
    }
}

/// One part of a name; brackets and the slash mean something.
fn part(name: &str) -> String {
    let name = one_line(name).replace('[', "(").replace(']', ")");
    let name = name.replace(['/', ':'], "-");
    if name.is_empty() {
        "?".to_owned()
    } else {
        name
    }
}

/// The names of one file.
#[derive(Debug, Default)]
struct QifNames(AccountNames);

impl QifNames {
    /// A name without the list it is from.
    fn name(&self, id: AccountId) -> Result<&str, MissingName> {
        let name = self.0.get(id)?;
        Ok(name.split_once(':').map_or(name, |(_, name)| name))
    }

    /// The other side of a transaction, as `L` and `S` lines name it.
    fn counter(&self, head: &BookHead, posting: &Posting) -> Result<String, MissingName> {
        let name = self.name(posting.account)?;
        Ok(if head.account(posting.account)?.kind.is_category() {
            name.to_owned()
        } else {
            format!("[{name}]")
        })
    }
}

/// Writes a QIF file.
#[derive(Debug)]
pub struct QifWriter<W> {
    out: W,
    names: QifNames,
    statement: Option<Statement>,
}

impl<W: Write> QifWriter<W> {
    /// Writes to `out`, which should be buffered.
    pub fn new(out: W) -> Self {
        Self {
            out,
            names: QifNames::default(),
            statement: None,
        }
    }

    fn counters(
        &mut self,
        head: &BookHead,
        others: &[&Posting],
        total: Money,
    ) -> Result<(), WriteError> {
        let Some(first) = others.first() else {
            return Ok(());
        };
        writeln!(self.out, "L{}", self.names.counter(head, first)?)?;
        if others.len() == 1 {
            return Ok(());
        }
        for (posting, amount) in others.iter().zip(split_amounts(others, total)) {
            writeln!(self.out, "S{}", self.names.counter(head, posting)?)?;
            if let Some(memo) = &posting.memo {
                writeln!(self.out, "E{}", one_line(memo))?;
            }
            writeln!(self.out, "${}", amount.digits())?;
        }
        Ok(())
    }
}

/// What each counter posting moved into the account; nothing when that can't be said in the
/// account's currency.
fn split_amounts(others: &[&Posting], total: Money) -> Vec<Money> {
    let amounts = others.iter().map(|p| split_amount(p, total.currency));
    let amounts: Vec<Money> = amounts.collect::<Option<_>>().unwrap_or_default();
    let start = Money::zero(total.currency);
    let sum = amounts.iter().try_fold(start, |sum, &a| sum.checked_add(a));
    if sum == Ok(total) {
        amounts
    } else {
        Vec::new()
    }
}

fn split_amount(posting: &Posting, currency: Currency) -> Option<Money> {
    [Some(posting.amount), posting.cost]
        .into_iter()
        .flatten()
        .find(|money| money.currency == currency)
        .and_then(|money| money.checked_neg().ok())
}

fn sum(postings: &[&Posting], statement: &Statement) -> Result<Money, WriteError> {
    let mut sum = Money::zero(statement.balance.currency);
    for posting in postings {
        if posting.amount.currency != sum.currency {
            return Err(WriteError::MixedCurrencies(posting.account));
        }
        sum = sum.checked_add(posting.amount)?;
    }
    Ok(sum)
}

impl<W: Write> BookWriter for QifWriter<W> {
    fn begin(&mut self, head: &BookHead) -> Result<(), WriteError> {
        self.names = QifNames(AccountNames::new(&head.chart, &SCHEME));
        writeln!(self.out, "!Type:Cat")?;
        for category in head.chart.iter().filter(|a| a.kind.is_category()) {
            let letter = if category.kind == AccountKind::Income {
                'I'
            } else {
                'E'
            };
            writeln!(self.out, "N{}\n{letter}\n^", self.names.name(category.id)?)?;
        }
        Ok(())
    }

    fn begin_account(&mut self, head: &BookHead, statement: &Statement) -> Result<(), WriteError> {
        let name = self.names.name(statement.account)?;
        let kind = match head.account(statement.account)?.kind {
            AccountKind::Liability => "Oth L",
            _ => "Bank",
        };
        self.statement = Some(*statement);
        Ok(writeln!(
            self.out,
            "!Account\nN{name}\nT{kind}\n^\n!Type:{kind}"
        )?)
    }

    fn transaction(
        &mut self,
        head: &BookHead,
        transaction: &Transaction,
    ) -> Result<(), WriteError> {
        let statement = self.statement.ok_or(WriteError::OutOfOrder)?;
        let (own, others): (Vec<&Posting>, Vec<&Posting>) = transaction
            .postings
            .iter()
            .partition(|posting| posting.account == statement.account);
        let total = sum(&own, &statement)?;
        writeln!(self.out, "D{}\nT{}", transaction.date, total.digits())?;
        match own.iter().map(|posting| posting.mark).min() {
            Some(Mark::Reconciled) => writeln!(self.out, "CX")?,
            Some(Mark::Cleared) => writeln!(self.out, "C*")?,
            Some(Mark::None) | None => {}
        }
        if let Some(payee) = head.payee_of(transaction)? {
            writeln!(self.out, "P{}", one_line(payee))?;
        }
        if !transaction.memo.is_empty() {
            writeln!(self.out, "M{}", one_line(&transaction.memo))?;
        }
        self.counters(head, &others, total)?;
        Ok(writeln!(self.out, "^")?)
    }

    fn finish(&mut self) -> Result<(), WriteError> {
        Ok(self.out.flush()?)
    }
}
