//! What a bank file says, before anybody decides what it means for the ledger.

use std::sync::Arc;

use chrono::NaiveDate;
use domain::{CurrencyCode, Decimal};

use super::error::{RowError, Warning};
use super::layout::Layout;

/// A kind of file that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// Text in columns: comma, semicolon, tab or bar separated.
    Csv,
    /// OFX 1.x (SGML), OFX 2.x (XML) and Quicken's QFX.
    Ofx,
    /// Quicken Interchange Format.
    Qif,
    /// CAMT.052, .053 and .054 of ISO 20022.
    Camt,
    /// SWIFT MT940 and MT942.
    Mt940,
    /// An Excel workbook of today (a zip of XML).
    Xlsx,
    /// An Excel workbook of before 2007.
    Xls,
    /// Excel's XML of 2003.
    XmlSheet,
    /// A web page with tables, which banks name `.xls`.
    Html,
    /// The words of a PDF, with their places.
    Pdf,
    /// The words that were recognised in a picture.
    Image,
}

impl Format {
    /// True for formats of sheets and cells.
    pub const fn is_workbook(self) -> bool {
        matches!(self, Self::Xlsx | Self::Xls | Self::XmlSheet | Self::Html)
    }

    /// True for documents made for people, of which every row has to be looked at.
    pub const fn is_document(self) -> bool {
        matches!(self, Self::Pdf | Self::Image)
    }

    /// The name in output and in the ledger.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Ofx => "ofx",
            Self::Qif => "qif",
            Self::Camt => "camt",
            Self::Mt940 => "mt940",
            Self::Xlsx => "xlsx",
            Self::Xls => "xls",
            Self::XmlSheet => "xml-sheet",
            Self::Html => "html",
            Self::Pdf => "pdf",
            Self::Image => "image",
        }
    }
}

/// The position of an account in [`Statement::accounts`].
pub type AccountIndex = u32;

/// A file's rows, and what was decided to read them.
#[derive(Clone, Debug)]
pub struct Statement {
    /// The kind of file.
    pub format: Format,
    /// What was decided about its form, and why.
    pub layout: Layout,
    /// The accounts it names, in order of appearance.
    pub accounts: Vec<StatementAccount>,
    /// The rows in the order of the file.
    pub rows: Vec<Row>,
    /// The rows that could not be read.
    pub errors: Vec<RowError>,
    /// What a person should look at.
    pub warnings: Vec<Warning>,
}

impl Statement {
    /// The account of a row, when the file names one.
    pub fn account_of(&self, row: &Row) -> Option<&StatementAccount> {
        self.accounts.get(usize::try_from(row.account?).ok()?)
    }
}

/// An account as a file names it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StatementAccount {
    /// Its number or name as written; empty when the file gives balances of an unnamed account.
    pub id: String,
    /// The kind as the file says it: `bank`, `creditcard`, `investment`, `cash`, …
    pub kind: Option<String>,
    /// Its currency.
    pub currency: Option<CurrencyCode>,
    /// The balance before the first row.
    pub opening: Option<Decimal>,
    /// The balance at the end.
    pub closing: Option<Decimal>,
    /// The day of the closing balance.
    pub closing_date: Option<NaiveDate>,
}

/// One movement of money as the bank wrote it. Texts are boxed: a file may hold a million rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The line on which it starts, counted from 1.
    pub line: u32,
    /// The account, when the file names one.
    pub account: Option<AccountIndex>,
    /// The day of the transaction.
    pub date: NaiveDate,
    /// The amount; money in is positive.
    pub amount: Decimal,
    /// The currency, when the file says it.
    pub currency: Option<CurrencyCode>,
    /// Who was paid or paid.
    pub payee: Option<Box<str>>,
    /// Everything else that was written about it.
    pub memo: Option<Box<str>>,
    /// The bank's own identifier.
    pub bank_id: Option<Box<str>>,
    /// The category that the exporting program gave it; rows of one category share its text.
    pub category: Option<Arc<str>>,
    /// The balance after this row, as written.
    pub balance: Option<Decimal>,
    /// True while the bank has not booked it.
    pub pending: bool,
    /// What few files say.
    extra: Option<Box<Extra>>,
}

/// What few rows have; in a box of its own, since the others are many.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Extra {
    /// The number of the cheque or document.
    pub check_number: Option<Box<str>>,
    /// The parts of the amount; empty when it is not split.
    pub splits: Vec<Split>,
    /// The other account of a transfer (QIF `L[Savings]`).
    pub transfer_account: Option<Box<str>>,
    /// The page of the document on which it stands, from 1.
    pub page: Option<u32>,
}

/// That of a row that has nothing of it.
static NOTHING: Extra = Extra {
    check_number: None,
    splits: Vec::new(),
    transfer_account: None,
    page: None,
};

impl Row {
    /// What few rows have.
    pub fn extra(&self) -> &Extra {
        self.extra.as_deref().unwrap_or(&NOTHING)
    }

    /// The same, to be written.
    pub fn extra_mut(&mut self) -> &mut Extra {
        self.extra.get_or_insert_default()
    }

    /// Writes the number of the cheque or document, if there is one.
    pub(super) fn set_check_number(&mut self, number: Option<Box<str>>) {
        if number.is_some() {
            self.extra_mut().check_number = number;
        }
    }

    /// A row with nothing but date and amount.
    pub fn new(line: u32, date: NaiveDate, amount: Decimal) -> Self {
        Self {
            line,
            account: None,
            date,
            amount,
            currency: None,
            payee: None,
            memo: None,
            bank_id: None,
            category: None,
            balance: None,
            pending: false,
            extra: None,
        }
    }
}

/// One part of a split row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Split {
    /// Its amount; money in is positive.
    pub amount: Decimal,
    /// Its category, when it is not a transfer.
    pub category: Option<Box<str>>,
    /// The other account, when it is one.
    pub transfer_account: Option<Box<str>>,
    /// Its memo.
    pub memo: Option<Box<str>>,
}

/// A cell's text, or nothing when it holds only blanks.
pub(super) fn text(cell: &str) -> Option<Box<str>> {
    let cell = cell.trim();
    (!cell.is_empty()).then(|| cell.into())
}
