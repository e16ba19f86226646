//! Why a file, or one row of it, could not be read; and what a person should look at.

use chrono::NaiveDate;
use domain::Decimal;

/// Why a file can't be read at all.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// Nothing in it.
    #[error("the file is empty")]
    Empty,
    /// More bytes than [`super::MAX_BYTES`].
    #[error("the file has {bytes} bytes, at most {limit} are read")]
    TooLarge {
        /// The file's size.
        bytes: usize,
        /// The most that is read.
        limit: usize,
    },
    /// Recognised as something that is not read here.
    #[error("the file is {what}, which can't be read as a bank statement")]
    Unsupported {
        /// What it is, with its article: `a PDF document`.
        what: &'static str,
    },
    /// A workbook behind a password.
    #[error("the workbook is protected by a password")]
    Encrypted,
    /// A workbook that can't be taken apart.
    #[error("the workbook is damaged")]
    DamagedWorkbook,
    /// A workbook that spans more cells than any statement.
    #[error("the workbook has more than {limit} cells")]
    TooManyCells {
        /// The most that is read.
        limit: usize,
    },
    /// A document behind a password.
    #[error("the document is protected by a password")]
    EncryptedDocument,
    /// A document that can't be taken apart.
    #[error("the document can't be read")]
    DamagedDocument,
    /// A document without a single word: pictures of pages.
    #[error("the document holds no text")]
    NoText,
    /// Not well-formed, and nothing stands before the place where that shows.
    #[error("the file is cut off or damaged on line {line}, and nothing was read")]
    Damaged {
        /// The line, counted from 1.
        line: u32,
    },
    /// Not recognisable as text in the encoding that was named.
    #[error("`{0}` is not a known text encoding")]
    UnknownEncoding(String),
    /// A well-formed file without a single transaction.
    #[error("the file holds no transactions: {found}")]
    NoTransactions {
        /// What it holds instead.
        found: &'static str,
    },
    /// An OFX file that carries the bank's error message instead of a statement.
    #[error("the bank's server answered with error {code} instead of a statement: {message}")]
    ServerError {
        /// The OFX status code.
        code: String,
        /// The bank's words.
        message: String,
    },
    /// A table in which a needed column could not be told.
    #[error("no column was recognised as the {missing}; the file has: {}", found.join(", "))]
    NoColumns {
        /// `date`, `amount`, …
        missing: &'static str,
        /// The header's words, or a description of each column.
        found: Vec<String>,
    },
    /// Several columns could be the one that was looked for.
    #[error("several columns may be the {what}: {}", candidates.join(", "))]
    AmbiguousColumns {
        /// `amount`, …
        what: &'static str,
        /// Their names.
        candidates: Vec<String>,
    },
    /// Amounts carry no sign, and the words beside them are unknown.
    #[error("column `{column}` must say which amounts are money out, but holds: {}", words.join(", "))]
    UnknownSigns {
        /// The column with the words.
        column: String,
        /// The words that are not known.
        words: Vec<String>,
    },
    /// Day/month and month/day are both possible for every row.
    #[error("`{example}` may be {} (day first) or {} (month first), and no row tells which", readings[0], readings[1])]
    AmbiguousDates {
        /// A date as written.
        example: String,
        /// Its readings with the day first and with the month first.
        readings: [NaiveDate; 2],
    },
    /// Some dates only exist with the day first, others only with the month first.
    #[error("`{}` has the day first and `{}` the month first: the dates have no common format", examples[0], examples[1])]
    MixedDates {
        /// One of each.
        examples: [String; 2],
    },
    /// What is positive may be money in or, as on many cards, money out.
    #[error(
        "`{example}` of {amount} may be money out or, on a card, money in, and nothing tells which"
    )]
    AmbiguousSigns {
        /// The text of a row.
        example: Box<str>,
        /// Its amount as written.
        amount: Decimal,
    },
    /// A mark may group thousands or start the decimals, in every row.
    #[error("`{example}` may be {} or {}, and no row tells which", readings[0], readings[1])]
    AmbiguousNumbers {
        /// An amount as written.
        example: String,
        /// Its readings with the mark grouping and with the mark as the decimal one.
        readings: [Decimal; 2],
    },
    /// A profile names columns that the file doesn't have.
    #[error("the profile `{profile}` needs column `{column}`; the file has: {}", found.join(", "))]
    ProfileMismatch {
        /// The profile's name.
        profile: String,
        /// The column it names.
        column: String,
        /// The columns of the file.
        found: Vec<String>,
    },
}

impl ReadError {
    /// The option of `luka import` that answers the question, where there is one.
    pub const fn flag(&self) -> Option<&'static str> {
        match self {
            Self::AmbiguousDates { .. } | Self::MixedDates { .. } => Some("--date-format"),
            Self::AmbiguousNumbers { .. } => Some("--decimal"),
            Self::AmbiguousSigns { .. } => Some("--invert"),
            Self::NoColumns { .. }
            | Self::AmbiguousColumns { .. }
            | Self::UnknownSigns { .. }
            | Self::ProfileMismatch { .. } => Some("--profile"),
            _ => None,
        }
    }
}

/// One row that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}{}: {problem} (`{text}`)", .column.as_deref().map(|c| format!(", column {c}")).unwrap_or_default())]
pub struct RowError {
    /// The line on which the row starts, counted from 1.
    pub line: u32,
    /// The column or field, by its name in the file.
    pub column: Option<String>,
    /// The text that was found, shortened.
    pub text: String,
    /// What is wrong with it.
    pub problem: RowProblem,
}

impl RowError {
    /// Describes a problem of one cell.
    pub(super) fn new(line: u32, column: Option<&str>, text: &str, problem: RowProblem) -> Self {
        Self {
            line,
            column: column.map(|name| shorten(name, 60)),
            text: shorten(text, 120),
            problem,
        }
    }
}

pub(super) fn shorten(text: &str, most: usize) -> String {
    text.trim().chars().take(most).collect()
}

/// What is wrong with a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum RowProblem {
    /// No date where one must be.
    #[error("the date is missing")]
    MissingDate,
    /// Not a date in the file's format, or not in the calendar.
    #[error("a date in the format of the other rows was expected")]
    BadDate,
    /// No amount where one must be.
    #[error("the amount is missing")]
    MissingAmount,
    /// Not a number in the file's format.
    #[error("an amount in the format of the other rows was expected")]
    BadAmount,
    /// The word that tells money in from money out is unknown.
    #[error("a word for money in or money out was expected")]
    BadSign,
    /// The file ends in the middle of something; what followed is missing.
    #[error("the file ends here in the middle; what followed is missing")]
    Truncated,
    /// The file can't be understood from here on.
    #[error("the file is damaged here; what follows was not read")]
    Damaged,
    /// The words are those of a balance, and nothing proves or refutes that it is one.
    #[error("a movement was expected, but the words are those of a balance")]
    MaybeBalance,
    /// The last line has another shape than all others: a footer, or cut off.
    #[error("a line of the shape of the other rows was expected")]
    OtherShape,
    /// More digits than the currency has; set by who books the row.
    #[error("the amount has more decimal digits than its currency")]
    TooPrecise,
}

/// Something that a person should look at, although the rows were read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Warning {
    /// The running balance doesn't follow from the amounts.
    #[error(
        "the balance on line {line} should be {expected} but is {found} (difference {difference}); {count} such rows"
    )]
    BalanceMismatch {
        /// The first line on which it doesn't.
        line: u32,
        /// What the row before and the amount make.
        expected: Decimal,
        /// What the file says.
        found: Decimal,
        /// `found - expected`.
        difference: Decimal,
        /// On how many rows it doesn't.
        count: u32,
    },
    /// Opening balance and rows don't make the closing balance.
    #[error(
        "opening balance and rows make {expected}, but the closing balance is {found} (difference {difference})"
    )]
    ClosingMismatch {
        /// Opening balance plus all rows.
        expected: Decimal,
        /// What the file says.
        found: Decimal,
        /// `found - expected`.
        difference: Decimal,
    },
    /// No amount has a sign and nothing says which are money out: all were taken as written.
    #[error("no amount has a sign, so all were read as money in")]
    UnsignedAmounts,
    /// Payments of the card are negative, or the balance falls where amounts are positive.
    #[error(
        "purchases seem to be written as positive and payments as negative: check the signs, or use a profile with `inverted = true`"
    )]
    SignsLookInverted,
    /// Rows of failed, cancelled or not yet booked payments were left out.
    #[error("{count} rows with status `{status}` were left out: they are not booked")]
    Skipped {
        /// The status as written.
        status: String,
        /// How many rows.
        count: u32,
    },
    /// A column of fees, and nothing tells whether they are part of the amounts.
    #[error("{count} rows have a fee in `{column}`, {total} in all, which were not booked")]
    FeesNotBooked {
        /// The column.
        column: String,
        /// The sum of the fees.
        total: Decimal,
        /// How many rows have one.
        count: u32,
    },
    /// Trades and other investment records, which are not money movements of an account.
    #[error("{count} investment records were left out")]
    InvestmentRecords {
        /// How many.
        count: u32,
    },
    /// The parts of a split don't add up to its amount; the row was read without them.
    #[error("the parts of the split on line {line} don't add up (difference {difference})")]
    SplitMismatch {
        /// The line on which the row starts.
        line: u32,
        /// The amount minus its parts.
        difference: Decimal,
    },
    /// A total that the statement states is not that of its rows.
    #[error("`{label}` says {found}, but the rows make {expected} (difference {difference})")]
    TotalMismatch {
        /// The words beside it.
        label: String,
        /// What the rows make.
        expected: Decimal,
        /// What the file says.
        found: Decimal,
        /// `found - expected`.
        difference: Decimal,
    },
    /// A sheet or table without movements.
    #[error("`{name}` has no movements that could be read and was left out ({rows} rows)")]
    LeftOut {
        /// The sheet, and the table's title.
        name: String,
        /// How many rows it has.
        rows: u32,
    },
    /// A sheet that who opens the workbook does not see.
    #[error("the sheet `{name}` is hidden and was left out")]
    HiddenSheet {
        /// Its name.
        name: String,
    },
    /// A statement without the closing balance that ends one: its end may be missing.
    #[error(
        "the statement that begins on line {line} has no closing balance: its end may be missing"
    )]
    NoClosing {
        /// The line on which the statement begins.
        line: u32,
    },
    /// A date without a year: the year was taken from the period or from today.
    #[error("the dates have no year; the latest was taken as {latest}")]
    YearAssumed {
        /// The latest date of the file as it was read.
        latest: NaiveDate,
    },
}
