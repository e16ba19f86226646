//! Bank files in: bytes become a [`Statement`], whatever program or bank wrote them.
//!
//! The content decides the format, never the extension. What a file leaves open (day or month
//! first, which mark is the decimal one) is decided over all of its rows; when two readings stay
//! possible the file is refused with both of them named, unless [`Hints`] or a [`Profile`] say.
//! A bad row never stops the good ones: it becomes a [`RowError`].
//! Nothing here knows the ledger; duplicates and accounts are `ops::import`'s business.

mod camt;
mod csv;
mod date;
mod document;
mod encoding;
mod error;
mod joined;
mod layout;
mod mt940;
mod number;
mod ofx;
mod profile;
mod qif;
mod sheet;
mod sniff;
mod statement;
mod wording;
mod workbook;

use chrono::NaiveDate;
use domain::Currency;

pub(crate) use encoding::{decode, is_binary};
pub(crate) use number::Mark as DecimalMark;
pub(crate) use sheet::{Sheet, SheetRow, amount as sheet_amount, header as sheet_header};

pub use csv::{TableColumn, TableHead};
pub use date::DateOrder;
pub use document::{DocumentKind, DocumentText, Word, text_of_pdf};
pub use error::{ReadError, RowError, RowProblem, Warning};
pub use layout::{ColumnUse, Evidence, Fees, Layout, LeftOut, Role, Signs};
pub use profile::{Profile, ProfileError};
pub use statement::{AccountIndex, Extra, Format, Row, Split, Statement, StatementAccount};

/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 256 << 20;

/// What the caller knows about a file.
#[derive(Clone, Copy, Debug)]
pub struct Hints<'a> {
    /// The order of day and month, when a person said so.
    pub date_order: Option<DateOrder>,
    /// The decimal mark (`.` or `,`), when a person said so.
    pub decimal: Option<char>,
    /// The currency of the ledger account; exponent 0 makes `1.000` a thousand.
    pub currency: Option<Currency>,
    /// Where the fees of a column belong, when a person said so.
    pub fees: Option<Fees>,
    /// What a person said about the signs: with `true` money out is written as positive, and the
    /// caller turns all amounts around afterwards; with `false` they are right as written.
    pub inverted: Option<bool>,
    /// How files of this bank are read.
    pub profile: Option<&'a Profile>,
    /// The day of the import: statements hold no rows of the future.
    pub today: NaiveDate,
}

impl Hints<'_> {
    /// Knows nothing but the day.
    pub const fn new(today: NaiveDate) -> Self {
        Self {
            date_order: None,
            decimal: None,
            currency: None,
            fees: None,
            inverted: None,
            profile: None,
            today,
        }
    }
}

/// The folded words of a table's header, by which a profile is chosen before the file is read.
pub fn fingerprint(bytes: &[u8], today: NaiveDate) -> Option<String> {
    match sniff::format(bytes)
        .ok()
        .filter(|_| bytes.len() <= MAX_BYTES)?
    {
        Format::Csv => csv::fingerprint(bytes, today),
        format if format.is_document() => document::fingerprint(bytes, today),
        format if format.is_workbook() => workbook::fingerprint(bytes, format, today),
        _ => None,
    }
}

/// The columns of a table with what stands in its first rows; none for other formats.
pub fn table_head(bytes: &[u8], today: NaiveDate) -> Option<TableHead> {
    match sniff::format(bytes)
        .ok()
        .filter(|_| bytes.len() <= MAX_BYTES)?
    {
        Format::Csv => csv::head(bytes, today),
        format if format.is_document() => document::head(bytes, today),
        format if format.is_workbook() => workbook::head(bytes, format, today),
        _ => None,
    }
}

/// Reads a bank file of any known format.
pub fn read(bytes: &[u8], hints: &Hints<'_>) -> Result<Statement, ReadError> {
    if bytes.len() > MAX_BYTES {
        return Err(ReadError::TooLarge {
            bytes: bytes.len(),
            limit: MAX_BYTES,
        });
    }
    match sniff::format(bytes)? {
        Format::Csv => csv::read(bytes, hints),
        Format::Ofx => ofx::read(bytes, hints),
        Format::Qif => qif::read(bytes, hints),
        Format::Camt => camt::read(bytes),
        Format::Mt940 => mt940::read(bytes),
        format @ (Format::Xlsx | Format::Xls | Format::XmlSheet | Format::Html) => {
            workbook::read(bytes, format, hints)
        }
        Format::Pdf | Format::Image => document::read(bytes, hints),
    }
}
