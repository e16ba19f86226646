//! Journals of hledger and ledger: one grammar, two dialects.
//!
//! A journal is read twice at most: the second time when the marks in its numbers could only be told
//! from all of them together. `lines` goes through the file, `directive` and `entry` read what is
//! there, `settle` works out what was left open. Written from the two manuals.

mod amount;
mod automated;
mod comment;
mod dialect;
mod directive;
mod entry;
mod expression;
mod lines;
mod number;
mod posting;
mod predicate;
mod settle;
mod weigh;

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{Datelike as _, NaiveDate};
use domain::Decimal;
use domain::transaction::{Mark, Status};

use self::automated::Rule;
use self::dialect::{Dialect, Evidence};
use self::number::Marks;
use super::accounts::Accounts;
use super::commodities::Commodities;
use super::kinds::Kinds;
use super::trouble::shortened;
use super::{
    AccountRef, BookFormat, BookHints, BookProblem, CommodityRef, ForeignBook, ForeignPrice,
    LineError, Loader, Place, Uncarried, Why,
};
use crate::import::ReadError;

/// The line that begins a journal of our own.
const OWN: &str = "; LukaLibre";

/// An amount as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Amount {
    number: Decimal,
    commodity: CommodityRef,
}

/// A price: of one unit, or of all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Price {
    amount: Amount,
    total: bool,
}

/// `= $5` behind a posting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Assertion {
    amount: Amount,
    /// Nothing but this commodity is there.
    sole: bool,
    /// With all accounts below.
    whole: bool,
}

/// What stands against a posting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reality {
    Real,
    /// `(account)`: nothing.
    Virtual,
    /// `[account]`: others of its kind.
    Balanced,
}

/// A posting with what it leaves open.
#[derive(Clone, Debug)]
struct DraftPosting {
    line: u32,
    account: AccountRef,
    reality: Reality,
    amount: Option<Amount>,
    lot: Option<Price>,
    price: Option<Price>,
    assertion: Option<Assertion>,
    memo: Vec<String>,
    mark: Mark,
    /// Added to what is written; automated transactions of ledger pass it by.
    generated: bool,
}

/// A transaction with what it leaves open.
#[derive(Clone, Debug)]
struct Draft {
    place: Place,
    date: NaiveDate,
    status: Status,
    payee: Option<String>,
    memo: Vec<String>,
    tags: Vec<String>,
    metadata: Vec<(String, String)>,
    postings: Vec<DraftPosting>,
    identity: String,
}

/// Another name for accounts.
#[derive(Clone, Debug)]
enum Alias {
    Name(String, String),
    Pattern(regex_lite::Regex, String),
}

/// A journal while it is read.
struct Reader {
    dialect: Dialect,
    marks: Marks,
    accounts: Accounts,
    commodities: Commodities,
    /// The digits that a commodity is declared to be shown with.
    declared: HashMap<CommodityRef, u32>,
    payees: Vec<String>,
    prices: Vec<ForeignPrice>,
    drafts: Vec<Draft>,
    rules: Vec<Rule>,
    uncarried: Vec<Uncarried>,
    errors: Vec<LineError>,
    year: i32,
    default_commodity: Option<CommodityRef>,
    prefixes: Vec<String>,
    applied: Vec<String>,
    aliases: Vec<Alias>,
    bucket: Option<AccountRef>,
    /// The files that are being read, the innermost last.
    files: Vec<Arc<str>>,
}

/// Reads a journal.
pub(super) fn read(
    text: &str,
    hints: &BookHints<'_>,
    load: Loader<'_>,
) -> Result<ForeignBook, ReadError> {
    let evidence = Evidence::of(text);
    let mut cache: HashMap<String, Option<Vec<u8>>> = HashMap::new();
    let mut load = |path: &str| {
        let known = cache.entry(path.to_owned());
        known.or_insert_with(|| load(path)).clone()
    };
    let mut reader = Reader::new(evidence.dialect(), hints, Marks::new(hints.decimal));
    reader.text(text, &mut load);
    if let Some(marks) = reader.marks.decided(evidence)? {
        reader = Reader::new(evidence.dialect(), hints, marks);
        reader.text(text, &mut load);
    }
    let own = text.starts_with(OWN);
    let book = reader.finish(own);
    let nothing = book.transactions.is_empty()
        && book.errors.is_empty()
        && book.accounts.is_empty()
        && book.prices.is_empty()
        && book.uncarried.is_empty();
    if nothing {
        return Err(ReadError::NoTransactions {
            found: "comments and directives",
        });
    }
    Ok(book)
}

impl Reader {
    fn new(dialect: Dialect, hints: &BookHints<'_>, marks: Marks) -> Self {
        Self {
            dialect,
            marks,
            accounts: Accounts::default(),
            commodities: Commodities::default(),
            declared: HashMap::new(),
            payees: Vec::new(),
            prices: Vec::new(),
            drafts: Vec::new(),
            rules: Vec::new(),
            uncarried: Vec::new(),
            errors: Vec::new(),
            year: hints.today.year(),
            default_commodity: None,
            prefixes: Vec::new(),
            applied: Vec::new(),
            aliases: Vec::new(),
            bucket: None,
            files: Vec::new(),
        }
    }

    fn finish(mut self, own: bool) -> ForeignBook {
        let settled = settle::settle(&mut self);
        let format = match self.dialect {
            Dialect::Ledger => BookFormat::Ledger,
            Dialect::Hledger => BookFormat::Hledger,
        };
        self.errors
            .sort_by(|one, other| one.place.cmp(&other.place));
        self.uncarried
            .sort_by(|one, other| one.place.cmp(&other.place));
        ForeignBook {
            format,
            accounts: self.accounts.into_list(&Kinds::of_journals(own)),
            commodities: self.commodities.into_list(),
            payees: self.payees,
            prices: self.prices,
            budgets: Vec::new(),
            transactions: settled.transactions,
            uncarried: self.uncarried,
            errors: self.errors,
            warnings: settled.warnings,
        }
    }

    fn place(&self, line: u32) -> Place {
        Place {
            file: self.files.last().cloned(),
            line,
        }
    }

    fn error(&mut self, line: u32, text: &str, problem: BookProblem) {
        let (place, text) = (self.place(line), shortened(text));
        self.errors.push(LineError {
            place,
            text,
            problem,
        });
    }

    fn leave(&mut self, line: u32, text: &str, why: Why) {
        let (place, what) = (self.place(line), shortened(text));
        self.uncarried.push(Uncarried { place, what, why });
    }
}
