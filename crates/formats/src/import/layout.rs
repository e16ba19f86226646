//! What was decided about the form of a file, and why: shown by `--detect`, kept as a profile.

use std::fmt;

use domain::CurrencyCode;
use serde::{Deserialize, Serialize};

use super::date::DateOrder;

/// What a column of a table is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// The day of the transaction.
    Date,
    /// A second date: posted, value date.
    ValueDate,
    /// Who: merchant, partner.
    Payee,
    /// Who sent the money, when sender and recipient have columns of their own.
    Sender,
    /// Who got the money, when sender and recipient have columns of their own.
    Recipient,
    /// The bank's description: the payee when no column is better.
    Text,
    /// More words.
    Memo,
    /// The signed amount.
    Amount,
    /// Money out.
    Debit,
    /// Money in.
    Credit,
    /// The word or letter that tells money in from money out.
    Sign,
    /// The currency of the amount.
    Currency,
    /// The balance after the row.
    Balance,
    /// The person's own account.
    Account,
    /// The other party's account.
    CounterAccount,
    /// The bank's identifier of the transaction.
    Id,
    /// The number of a cheque or document.
    CheckNumber,
    /// A category.
    Category,
    /// A fee that is not part of the amount.
    Fee,
    /// Booked, pending, failed.
    Status,
    /// The kind of transaction: card, transfer, …
    Kind,
    /// Known, and not used: original amounts, exchange rates, times.
    Other,
}

/// A column that a role was found for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnUse {
    /// Its position, counted from 1.
    pub number: usize,
    /// Its name in the header, or `#3` without one.
    pub name: String,
    /// What it is for.
    pub role: Role,
}

/// How the sign of an amount is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Signs {
    /// From the amounts themselves; money in is positive.
    AsWritten,
    /// From the amounts themselves, the other way round: purchases are positive.
    Inverted,
    /// From two columns.
    DebitAndCredit,
    /// From a word or letter beside the amount.
    Word,
}

/// Where the fees of a column belong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fees {
    /// They were taken in addition to the amount.
    Apart,
    /// They are part of the amount.
    Within,
}

/// Why something was decided.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Evidence {
    /// The caller or the profile said so.
    Given(&'static str),
    /// The dates can be read in one order only.
    DatesFitOneOrder,
    /// Dates with points have the day first.
    DatesWithPoints,
    /// The other order would not follow the order of the rows.
    OrderOfRows,
    /// The other order would put all rows on one day of many months.
    OneMonth,
    /// The other order would give dates after today.
    NoFutureDates,
    /// The numbers can be read with one decimal mark only.
    NumbersFitOneMark,
    /// The currency's decimals leave one decimal mark.
    CurrencyDecimals,
    /// The running balance agrees on this many rows.
    RunningBalance(u32),
    /// The header's words.
    HeaderWords,
    /// The contents of the columns, for want of a header.
    ColumnContents,
    /// Fees were subtracted because the running balance says so.
    FeesSubtracted,
    /// The words are those of a credit card, which writes purchases as positive.
    CardWords,
}

impl fmt::Display for Evidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Given(what) => write!(f, "the {what} was given"),
            Self::DatesFitOneOrder => f.write_str("the dates fit one order only"),
            Self::DatesWithPoints => f.write_str("dates with points have the day first"),
            Self::OrderOfRows => f.write_str("the dates follow the order of the rows"),
            Self::OneMonth => {
                f.write_str("the other order would put all rows on one day of many months")
            }
            Self::NoFutureDates => f.write_str("no date lies in the future"),
            Self::NumbersFitOneMark => f.write_str("the amounts fit one decimal mark only"),
            Self::CurrencyDecimals => f.write_str("the currency's decimals leave one decimal mark"),
            Self::RunningBalance(rows) => write!(f, "the running balance agrees on {rows} rows"),
            Self::HeaderWords => f.write_str("the columns were recognised by the header's words"),
            Self::ColumnContents => f.write_str("the columns were recognised by their contents"),
            Self::CardWords => f.write_str(
                "the words are those of a credit card: what is positive was taken as money out",
            ),
            Self::FeesSubtracted => {
                f.write_str("fees were subtracted, as the running balance says")
            }
        }
    }
}

/// A line below the header that is no row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Its number, counted from 1.
    pub line: u32,
    /// What it says, shortened.
    pub text: String,
}

/// The form of a file as it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// The name of the text encoding: `UTF-8`, `windows-1252`, …
    pub encoding: String,
    /// What separates the columns of a table.
    pub delimiter: Option<char>,
    /// The line of the header, counted from 1.
    pub header_line: Option<u32>,
    /// The header's words, folded and joined: what a profile is matched by.
    pub fingerprint: Option<String>,
    /// The columns with a role, in the order of the file.
    pub columns: Vec<ColumnUse>,
    /// The order of day, month and year.
    pub date_order: Option<DateOrder>,
    /// The dates as people describe them: `DD/MM/YYYY`.
    pub date_format: Option<String>,
    /// The decimal mark.
    pub decimal: Option<char>,
    /// The numbers as people describe them: `1.234,56`.
    pub number_format: Option<String>,
    /// How the sign is known.
    pub signs: Option<Signs>,
    /// Where the fees of a column belong, when that is known.
    pub fees: Option<Fees>,
    /// The currency of the whole file, when it says one.
    pub currency: Option<CurrencyCode>,
    /// How many lines below the header were no rows: balances, totals, repeated headers.
    pub ignored: u32,
    /// Those lines, the first two hundred of them.
    pub left_out: Vec<LeftOut>,
    /// Why all this was decided.
    pub evidence: Vec<Evidence>,
}

impl Layout {
    /// The name of the column with a role.
    pub fn column(&self, role: Role) -> Option<&str> {
        let column = self.columns.iter().find(|column| column.role == role)?;
        Some(&column.name)
    }
}
