//! The two sides of a transaction as people see it: the account, and what the money was for.

use domain::{AccountKind, Chart, Money, Posting, Transaction};
use ops::Names;

use super::{MoneyStyle, date};
use crate::i18n::{Texts, text};

/// A transaction's legs, divided.
pub(crate) struct Sides<'t> {
    /// The legs in accounts; of a transfer those that give.
    accounts: Vec<&'t Posting>,
    /// The legs in categories; of a transfer those that take.
    others: Vec<&'t Posting>,
    /// True when no category is involved.
    transfer: bool,
}

impl<'t> Sides<'t> {
    pub(crate) fn of(transaction: &'t Transaction, names: &impl Names) -> Self {
        let kind = |posting: &Posting| names.chart().get(posting.account).map(|a| a.kind);
        let holds = |posting: &&Posting| kind(posting).is_some_and(AccountKind::is_holding);
        let (accounts, others): (Vec<&Posting>, Vec<&Posting>) =
            transaction.postings.iter().partition(holds);
        if !accounts.is_empty() && !others.is_empty() {
            return Self {
                accounts,
                others,
                transfer: false,
            };
        }
        // Accounts alone, or categories alone: from the side that gives to the one that takes.
        let transfer = others.is_empty();
        let (accounts, others) = transaction
            .postings
            .iter()
            .partition(|posting| posting.amount.minor < 0);
        Self {
            accounts,
            others,
            transfer,
        }
    }

    /// What flowed into the accounts (out of them when negative).
    pub(crate) fn amount(&self) -> Option<Money> {
        sum(&self.accounts).or_else(|| self.accounts.first().map(|posting| posting.amount))
    }

    /// The account, or how many there are.
    pub(crate) fn account(&self, chart: &Chart, texts: &Texts) -> String {
        place(&self.accounts, chart, texts)
    }

    /// The category, or how many there are; of a transfer where it went, with an arrow.
    pub(crate) fn category(&self, chart: &Chart, texts: &Texts) -> String {
        let place = place(&self.others, chart, texts);
        if self.transfer {
            format!("→ {place}")
        } else {
            place
        }
    }

    /// The same without words: all full names.
    pub(crate) fn plain(&self, chart: &Chart) -> (String, String) {
        let names = |legs: &[&Posting]| {
            let paths: Vec<&str> = legs.iter().map(|leg| chart.path(leg.account)).collect();
            paths.join("; ")
        };
        (names(&self.accounts), names(&self.others))
    }

    /// `2025-03-14 · Café Luna · Food:Lunch · -$4.500 from Cash`
    pub(crate) fn line(
        &self,
        transaction: &Transaction,
        names: &impl Names,
        style: &MoneyStyle,
        texts: &Texts,
    ) -> String {
        let mut parts = vec![date(transaction.date)];
        let payee = transaction.payee.and_then(|id| names.payee(id));
        parts.extend(payee.map(str::to_owned));
        if !self.transfer {
            parts.push(self.category(names.chart(), texts));
        }
        parts.push(self.flow(names.chart(), style, texts));
        parts.join(" · ")
    }

    fn flow(&self, chart: &Chart, style: &MoneyStyle, texts: &Texts) -> String {
        let Some(amount) = self.amount() else {
            return String::new();
        };
        let account = self.account(chart, texts);
        let written = style.write(amount);
        if !self.transfer {
            return if amount.minor < 0 {
                text!(texts, "word-from", amount = written, account = account)
            } else {
                text!(texts, "word-to", amount = written, account = account)
            };
        }
        let to = place(&self.others, chart, texts);
        let sent = written.strip_prefix('-').unwrap_or(&written).to_owned();
        match sum(&self.others) {
            Some(received) if received.currency != amount.currency => text!(
                texts,
                "word-exchanged",
                amount = sent,
                one = account,
                received = style.write(received),
                other = to
            ),
            _ => text!(
                texts,
                "word-moved",
                amount = sent,
                one = account,
                other = to
            ),
        }
    }
}

/// The sum of legs in one currency.
fn sum(legs: &[&Posting]) -> Option<Money> {
    let (first, rest) = legs.split_first()?;
    rest.iter()
        .try_fold(first.amount, |sum, leg| sum.checked_add(leg.amount).ok())
}

fn place(legs: &[&Posting], chart: &Chart, texts: &Texts) -> String {
    match legs {
        [one] => chart.path(one.account).to_owned(),
        several => {
            let n = i64::try_from(several.len()).unwrap_or(i64::MAX);
            text!(texts, "word-split", n = n)
        }
    }
}
