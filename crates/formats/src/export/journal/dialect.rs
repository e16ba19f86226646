//! What hledger and ledger write differently, and the declarations at the top of a journal.

use std::io::Write;

use domain::Money;
use domain::account::{Account, AccountKind};

use super::super::naming::AccountNames;
use super::text;
use crate::book::{BookHead, WriteError};

/// A way to write journals.
#[derive(Debug)]
pub struct Dialect {
    /// Lines at the very top.
    preamble: &'static str,
    /// Declares a commodity by its name and the digits of a sample amount.
    commodity: fn(name: &str, digits: &str) -> String,
    /// What follows an account's name in its declaration.
    account: fn(&Account) -> String,
    /// A tag inside a comment.
    pub(super) tag: fn(&str) -> String,
}

/// The dialect of hledger: account types, the decimal mark and `tag:`.
pub static HLEDGER: Dialect = Dialect {
    preamble: "decimal-mark .\n",
    commodity: |name, digits| {
        let point = if digits.contains('.') { "" } else { "." };
        format!("commodity {digits}{point} {name}\n")
    },
    account: |account| {
        let closed = if account.closed { ", closed:" } else { "" };
        format!("  ; type: {}{closed}", kind_letter(account.kind))
    },
    tag: |tag| format!("{tag}:"),
};

/// The dialect of ledger: formats under commodities and `:tag:`.
pub static LEDGER: Dialect = Dialect {
    preamble: "",
    commodity: |name, digits| format!("commodity {name}\n    format {digits} {name}\n"),
    account: |account| {
        let closed = if account.closed {
            "\n    note closed"
        } else {
            ""
        };
        closed.to_owned()
    },
    tag: |tag| format!(":{tag}:"),
};

/// hledger's account types.
const fn kind_letter(kind: AccountKind) -> char {
    match kind {
        AccountKind::Asset => 'A',
        AccountKind::Liability => 'L',
        AccountKind::Equity | AccountKind::Saving => 'E',
        AccountKind::Income => 'R',
        AccountKind::Expense => 'X',
    }
}

/// Declares commodities, accounts and payees, then gives the prices.
pub(super) fn declarations(
    dialect: &Dialect,
    head: &BookHead,
    accounts: &AccountNames,
    out: &mut impl Write,
) -> Result<(), WriteError> {
    write!(out, "; LukaLibre\n{}\n", dialect.preamble)?;
    for currency in head.currencies.iter().map(|entry| entry.currency) {
        let name = text::commodity(currency.code);
        let digits = Money::new(1000, currency).digits();
        out.write_all((dialect.commodity)(&name, &digits).as_bytes())?;
    }
    writeln!(out)?;
    for account in head.chart.iter() {
        let name = accounts.get(account.id)?;
        writeln!(out, "account {name}{}", (dialect.account)(account))?;
    }
    writeln!(out)?;
    for payee in &head.payees {
        writeln!(out, "payee {}", text::description(&payee.name))?;
    }
    writeln!(out)?;
    for price in &head.prices {
        let (base, quote) = (text::commodity(price.base), text::commodity(price.quote));
        writeln!(out, "P {} {base} {} {quote}", price.date, price.rate)?;
    }
    Ok(())
}
