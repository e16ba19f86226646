//! Whole books of other programs, as one neutral value: accounts, commodities, prices,
//! transactions, and a list of all that can't be carried over.
//!
//! A reader resolves everything that its language leaves to the program: amounts left out, balance
//! assignments, automated postings, lots, padding. So what comes out has an amount on each posting,
//! and balances as the program itself would. Assertions are checked on the way. Nothing here knows
//! the ledger or opens a file: an `include` is asked of the caller. Rooms: `journal` for hledger and
//! ledger, `beancount`, and `programs` for the tables of all others.

mod accounts;
mod beancount;
mod commodities;
mod journal;
mod kinds;
mod programs;
mod running;
mod sniff;
mod trouble;

use chrono::NaiveDate;
use domain::Decimal;
use domain::account::AccountKind;
use domain::transaction::{Mark, Status};

use crate::import::{DateOrder, MAX_BYTES, ReadError, decode};

pub use sniff::sniff;
pub use trouble::{BookProblem, BookWarning, LineError, Place, Uncarried, Why};

/// The language or program that a book is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BookFormat {
    /// A journal of hledger.
    Hledger,
    /// A journal of ledger.
    Ledger,
    /// A beancount file.
    Beancount,
    /// The register of YNAB.
    Ynab,
    /// The budget of YNAB.
    YnabBudget,
    /// Transactions of Actual.
    Actual,
    /// Transactions of Firefly III.
    Firefly,
    /// Transactions of Mint.
    Mint,
    /// Transactions of Monarch.
    Monarch,
}

impl BookFormat {
    /// The name in output and in the ledger.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Hledger => "hledger",
            Self::Ledger => "ledger",
            Self::Beancount => "beancount",
            Self::Ynab => "ynab",
            Self::YnabBudget => "ynab-budget",
            Self::Actual => "actual",
            Self::Firefly => "firefly",
            Self::Mint => "mint",
            Self::Monarch => "monarch",
        }
    }

    /// True for tables, whose rows can be read as those of a statement too.
    pub const fn is_table(self) -> bool {
        !matches!(self, Self::Hledger | Self::Ledger | Self::Beancount)
    }
}

/// Gives the text of a file that a book includes, by the path as it is written there.
pub type Loader<'a> = &'a mut dyn FnMut(&str) -> Option<Vec<u8>>;

/// What the caller knows about a book.
#[derive(Clone, Copy, Debug)]
pub struct BookHints<'a> {
    /// Day or month first, when a person said so.
    pub date_order: Option<DateOrder>,
    /// The names of the categories for rows that have none: for money out, and for money in.
    pub uncategorized: [&'a str; 2],
    /// The name of the equity account for transfers that don't say where to.
    pub transfers: &'a str,
    /// The decimal mark (`.` or `,`), when a person said so.
    pub decimal: Option<char>,
    /// The day of the import: dates without a year are of its year.
    pub today: NaiveDate,
}

impl BookHints<'_> {
    /// Knows nothing but the day.
    pub const fn new(today: NaiveDate) -> Self {
        Self {
            date_order: None,
            uncategorized: ["Uncategorized", "Uncategorized income"],
            transfers: "Transfers",
            decimal: None,
            today,
        }
    }
}

/// The position of an account in [`ForeignBook::accounts`].
pub type AccountRef = u32;
/// The position of a commodity in [`ForeignBook::commodities`].
pub type CommodityRef = u32;

/// A book as another program has it.
#[derive(Clone, Debug)]
pub struct ForeignBook {
    /// Where it is from.
    pub format: BookFormat,
    /// Its commodities, in order of appearance.
    pub commodities: Vec<ForeignCommodity>,
    /// Its accounts, those that are only part of another's name included.
    pub accounts: Vec<ForeignAccount>,
    /// Payees that it declares.
    pub payees: Vec<String>,
    /// Its prices.
    pub prices: Vec<ForeignPrice>,
    /// What it plans for categories.
    pub budgets: Vec<ForeignBudget>,
    /// Its transactions, in the order of the file.
    pub transactions: Vec<ForeignTransaction>,
    /// What can't be carried over.
    pub uncarried: Vec<Uncarried>,
    /// Lines that can't be read; the transaction they belong to is left out.
    pub errors: Vec<LineError>,
    /// What a person should look at.
    pub warnings: Vec<BookWarning>,
}

/// A commodity or currency as a book writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ForeignCommodity {
    /// `USD`, `$`, `bytes`; empty for amounts without one.
    pub name: String,
    /// The digits that its amounts need.
    pub digits: u8,
}

/// An account of a book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ForeignAccount {
    /// The full name as the book writes it.
    pub name: String,
    /// The names on the path without the root that only says the kind; never empty.
    pub path: Vec<String>,
    /// Its kind, when the book tells.
    pub kind: Option<AccountKind>,
    /// The one commodity that it is declared to hold.
    pub commodity: Option<CommodityRef>,
    /// True when it takes no more postings.
    pub closed: bool,
    /// True when the book declares it or posts to it.
    pub mentioned: bool,
}

/// A price of a commodity on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ForeignPrice {
    /// Where it is written.
    pub place: Place,
    /// The day.
    pub date: NaiveDate,
    /// What is priced.
    pub base: CommodityRef,
    /// The price of one unit.
    pub rate: Decimal,
    /// In what.
    pub quote: CommodityRef,
}

/// What a category may cost in a month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ForeignBudget {
    /// Where it is written.
    pub place: Place,
    /// The first day of the month.
    pub month: NaiveDate,
    /// The category.
    pub account: AccountRef,
    /// The amount.
    pub amount: Decimal,
    /// Of what.
    pub commodity: CommodityRef,
}

/// A transaction of a book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ForeignTransaction {
    /// Where it begins.
    pub place: Place,
    /// The day.
    pub date: NaiveDate,
    /// How sure it is.
    pub status: Status,
    /// With whom.
    pub payee: Option<String>,
    /// What is noted about it.
    pub memo: String,
    /// Its tags.
    pub tags: Vec<String>,
    /// Keys with values.
    pub metadata: Vec<(String, String)>,
    /// Its legs.
    pub postings: Vec<ForeignPosting>,
    /// What makes it this transaction, as the file writes it: without marks and notes, which people
    /// add later.
    pub identity: String,
}

/// One leg.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ForeignPosting {
    /// Where it is written.
    pub line: u32,
    /// The account.
    pub account: AccountRef,
    /// The amount.
    pub amount: Decimal,
    /// Of what.
    pub commodity: CommodityRef,
    /// The whole value in another commodity, with the sign of the amount.
    pub cost: Option<(Decimal, CommodityRef)>,
    /// A note on this leg.
    pub memo: Option<String>,
    /// How far it has been compared with the bank.
    pub mark: Mark,
    /// True for a posting that nothing stands against (ledger's `(account)`).
    pub unbalanced: bool,
}

impl ForeignPosting {
    /// What counts in the transaction's sum.
    pub fn weight(&self) -> (Decimal, CommodityRef) {
        self.cost.unwrap_or((self.amount, self.commodity))
    }
}

/// Reads a book; `format` is what [`sniff`] said.
pub fn read(
    bytes: &[u8],
    format: BookFormat,
    hints: &BookHints<'_>,
    load: Loader<'_>,
) -> Result<ForeignBook, ReadError> {
    if bytes.len() > MAX_BYTES {
        return Err(ReadError::TooLarge {
            bytes: bytes.len(),
            limit: MAX_BYTES,
        });
    }
    let text = decode(bytes, None)?.text;
    let text = text.trim_start_matches('\u{feff}');
    match format {
        BookFormat::Hledger | BookFormat::Ledger => journal::read(text, hints, load),
        BookFormat::Beancount => beancount::read(text, load),
        _ => programs::read(text, format, hints),
    }
}
