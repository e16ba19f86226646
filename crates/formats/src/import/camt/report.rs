//! One statement, report or notification: its account and its balances.

use domain::{CurrencyCode, Decimal, NaiveDate};

use super::{read_amount, read_date};
use crate::import::statement::StatementAccount;

/// What is said above the entries of a `Stmt`, `Rpt` or `Ntfctn`.
#[derive(Debug, Default)]
pub(super) struct Report {
    iban: String,
    other_id: String,
    currency: String,
    kind: String,
    balances: Vec<Balance>,
    /// The balance being read.
    raw: RawBalance,
    /// The rows of an intraday report need not follow the opening balance of its day.
    pub(super) intraday: bool,
}

/// A balance as written.
#[derive(Debug, Default)]
struct RawBalance {
    kind: String,
    amount: String,
    currency: String,
    sign: String,
    date: String,
}

#[derive(Debug)]
struct Balance {
    kind: String,
    amount: Decimal,
    currency: String,
    date: Option<NaiveDate>,
}

/// No statement has more; those of a hostile file are not kept.
const MAX_BALANCES: usize = 500;

impl Report {
    /// Takes a value; the path begins below the report.
    pub(super) fn value(&mut self, path: &[&str], text: &str, currency: &str) {
        let field = match path {
            ["Acct", "Id", "IBAN"] => &mut self.iban,
            ["Acct", "Id", "Othr" | "PrtryAcct", "Id"] => &mut self.other_id,
            ["Acct", "Ccy"] => &mut self.currency,
            ["Acct", "Tp", "Cd"] => &mut self.kind,
            ["Bal"] => return self.close_balance(),
            ["Bal", "Tp", "CdOrPrtry", "Cd" | "Prtry"] | ["Bal", "Tp", "Cd"] => &mut self.raw.kind,
            ["Bal", "Amt"] => {
                currency.clone_into(&mut self.raw.currency);
                &mut self.raw.amount
            }
            ["Bal", "CdtDbtInd"] => &mut self.raw.sign,
            ["Bal", "Dt", "Dt" | "DtTm"] => &mut self.raw.date,
            _ => return,
        };
        if field.is_empty() {
            text.clone_into(field);
        }
    }

    fn close_balance(&mut self) {
        let raw = std::mem::take(&mut self.raw);
        let amount = match raw.sign.as_str() {
            "CRDT" => read_amount(&raw.amount),
            "DBIT" => read_amount(&raw.amount).map(|amount| -amount),
            _ => None,
        };
        if let Some(amount) = amount.filter(|_| self.balances.len() < MAX_BALANCES) {
            self.balances.push(Balance {
                kind: raw.kind,
                amount,
                currency: raw.currency,
                date: read_date(&raw.date),
            });
        }
    }

    /// The currency of the account, or of its booked balance.
    pub(super) fn currency(&self) -> Option<CurrencyCode> {
        let booked = self.ends().into_iter().flatten();
        let written = booked.map(|balance| balance.currency.as_str());
        std::iter::once(self.currency.as_str())
            .chain(written)
            .find_map(|code| code.parse().ok())
    }

    /// The balances before the first and after the last entry. Pages of a statement begin and end
    /// with an interim one; the available balances (`CLAV`) are none of the books.
    fn ends(&self) -> [Option<&Balance>; 2] {
        let of = |kind: &str| {
            let found = self.balances.iter().filter(move |one| one.kind == kind);
            found.collect::<Vec<_>>()
        };
        let (interim, closed) = (of("ITBD"), of("CLBD"));
        let latest = |found: &[&'_ Balance]| {
            let date = found.iter().map(|one| one.date).max();
            found.iter().rposition(|one| Some(one.date) == date)
        };
        let closing = latest(&closed).map(|at| closed[at]);
        let begins_within = closing.is_some() || interim.len() > 1;
        let opening = of("OPBD").first().or(of("PRCD").first()).copied();
        let opening = opening.or_else(|| interim.first().copied().filter(|_| begins_within));
        let closing = closing.or_else(|| latest(&interim).map(|at| interim[at]));
        [opening, closing]
    }

    /// The account with its balances.
    pub(super) fn account(&self) -> StatementAccount {
        let [opening, closing] = self.ends();
        let id = if self.iban.is_empty() {
            &self.other_id
        } else {
            &self.iban
        };
        let kind = if self.kind == "CARD" {
            "creditcard"
        } else {
            "bank"
        };
        StatementAccount {
            id: id.clone(),
            kind: Some(kind.to_owned()),
            currency: self.currency(),
            opening: opening.map(|balance| balance.amount),
            closing: closing.map(|balance| balance.amount),
            closing_date: closing.and_then(|balance| balance.date),
        }
    }

    /// True when the booked rows must lead from the first balance to the last.
    pub(super) fn must_add_up(&self) -> bool {
        !self.intraday || self.balances.iter().any(|balance| balance.kind == "CLBD")
    }
}
