//! What of a book can't be read, what can be read but not carried over, and what looks wrong.

use std::fmt;
use std::sync::Arc;

use chrono::NaiveDate;
use domain::Decimal;

/// A place in a book.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The included file, as it is written; none for the book's own.
    pub file: Option<Arc<str>>,
    /// The line, counted from 1.
    pub line: u32,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.file {
            Some(file) => write!(f, "{file}:{}", self.line),
            None => write!(f, "line {}", self.line),
        }
    }
}

/// Something that was read and has no place in a ledger here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Uncarried {
    /// Where it is written.
    pub place: Place,
    /// Its text, shortened.
    pub what: String,
    /// Why it stays behind.
    pub why: Why,
}

macro_rules! reasons {
    ($(#[$about:meta])* $name:ident: $($(#[$doc:meta])* $variant:ident = $word:literal, $sentence:literal;)+) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
        pub enum $name {
            $($(#[$doc])* #[error($sentence)] $variant),+
        }

        impl $name {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// One word for scripts and texts.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }
    };
}

reasons! {
    /// Why something is not carried over.
    Why:
    /// `~` in a journal.
    Periodic = "periodic", "periodic transactions are budgets and forecasts of their program";
    /// `=` in a journal, where the program itself applies it only when asked or the rule is not understood.
    Automated = "automated", "automated transactions are not applied";
    /// Lines of a clock.
    Timeclock = "timeclock", "lines of a time clock are not money";
    /// A file that could not be had.
    Include = "include", "the included file was not read";
    /// A directive without a counterpart.
    Directive = "directive", "this directive has no counterpart";
    /// Data about an account or commodity.
    Attribute = "attribute", "accounts and currencies carry no data of their own";
    /// The date of one posting.
    PostingDate = "posting-date", "all postings of a transaction have its date";
    /// A mark on one posting.
    PostingMark = "posting-mark", "a posting can't be pending on its own";
    /// What was paid for a lot that has a price too.
    Lot = "lot", "lots are not kept apart";
    /// A beancount `note`.
    Note = "note", "notes on accounts are not kept";
    /// A beancount `event`.
    Event = "event", "events are not kept";
    /// A beancount `document`.
    Document = "document", "documents are not kept";
    /// A beancount `query`.
    Query = "query", "queries of the other program are not kept";
    /// A beancount `custom`.
    Custom = "custom", "custom entries are not kept";
    /// An option or a plugin.
    Setting = "setting", "settings of the other program are not kept";
    /// A transaction without two postings.
    Empty = "empty", "a transaction needs two postings";
    /// A price that says nothing.
    Price = "price", "a price is more than zero, in another currency";
    /// The ledger has a price of that day.
    PriceKnown = "price-known", "the ledger has another price of that day";
    /// A budget of a month, where the ledger has one for all.
    Budget = "budget", "a category has one budget for all months: that of the last";
    /// More digits than a currency has.
    Rounded = "rounded", "the amount was rounded to the digits of its currency";
    /// The postings sum to less than a minor unit.
    Residue = "residue", "the postings don't sum to zero; the rest was booked to equity";
    /// A virtual posting.
    Virtual = "virtual", "the other side of a virtual posting was booked to equity";
    /// A name that was changed.
    Name = "name", "the name was shortened";
}

reasons! {
    /// Why a line can't be read, or its transaction not be booked.
    BookProblem:
    /// Nothing that begins a line.
    UnknownLine = "unknown-line", "no entry begins like this";
    /// Indented, and nothing above to belong to.
    Indented = "indented", "an indented line belongs to nothing";
    /// Not a date.
    BadDate = "bad-date", "a date was expected";
    /// A day before 1900 or after 2999.
    DateRange = "date-range", "the date is not between the years 1900 and 2999";
    /// Not an amount.
    BadAmount = "bad-amount", "an amount was expected";
    /// Not an account.
    BadAccount = "bad-account", "an account was expected";
    /// Not text in quotes.
    BadText = "bad-text", "text in quotes was expected";
    /// Doesn't sum to zero.
    Unbalanced = "unbalanced", "the postings don't sum to zero";
    /// More than one amount left out.
    SeveralOpen = "several-open", "only one amount can be left out";
    /// A reduction without its lot.
    NoLot = "no-lot", "no lot is there that matches";
    /// A reduction with several lots.
    SeveralLots = "several-lots", "several lots match";
    /// An amount beyond what is held.
    TooLarge = "too-large", "the amount is too large";
    /// A price with the wrong sign, or in the posting's own commodity.
    BadCost = "bad-cost", "a price is in another commodity and has the sign of its amount";
    /// More than a thousand postings.
    TooManyPostings = "too-many-postings", "a transaction can have at most a thousand postings";
    /// A block or text without its end.
    NoEnd = "no-end", "its end is missing";
    /// A file that includes itself, or includes too deep.
    IncludeDepth = "include-depth", "a file includes itself, or too many others";
}

/// One line that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {problem} (`{text}`)")]
pub struct LineError {
    /// Where it is.
    pub place: Place,
    /// The text that was found, shortened.
    pub text: String,
    /// What is wrong with it.
    pub problem: BookProblem,
}

/// Something that a person should look at, although the book was read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BookWarning {
    /// A balance that the book asserts, and that its transactions don't make.
    #[error("{place}: `{account}` should hold {expected} {commodity} but holds {found}")]
    Assertion {
        /// Where it is asserted.
        place: Place,
        /// On which day.
        date: NaiveDate,
        /// The account.
        account: String,
        /// The commodity.
        commodity: String,
        /// What the book says.
        expected: Decimal,
        /// What the transactions make.
        found: Decimal,
    },
}

/// A text as it is shown in a report.
pub(super) fn shortened(text: &str) -> String {
    let line = text.trim().lines().next().unwrap_or_default();
    line.chars().take(120).collect()
}
