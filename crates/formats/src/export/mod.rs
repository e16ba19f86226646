//! Ways out: a ledger in the formats that other programs read.
//!
//! JSON (`book::json`) alone is lossless. The journals (hledger, ledger, beancount) keep every
//! posting, cost, price, tag, memo and status, under names that those programs accept; CSV is for
//! spreadsheets; QIF and OFX are what banks speak, one account at a time. Budgets, goals and
//! statement rows have no place in any of them. A writer never changes an amount: what can't be
//! said exactly in a format is an error.

mod beancount;
mod csv;
mod format;
mod journal;
mod naming;
mod ofx;
mod qif;

use std::io::Write;

use domain::NaiveDate;

use crate::book::BookWriter;
use crate::book::json::JsonWriter;

pub use beancount::BeancountWriter;
pub use csv::CsvWriter;
pub use format::{ExportFormat, ExportFormatError};
pub use journal::{Dialect, HLEDGER, JournalWriter, LEDGER};
pub use ofx::OfxWriter;
pub use qif::QifWriter;

/// The writer of a format. `out` should be buffered; `today` is the day that an OFX file is said
/// to have been made on, no other format mentions it.
pub fn writer<'a>(
    format: ExportFormat,
    today: NaiveDate,
    out: impl Write + 'a,
) -> Box<dyn BookWriter + 'a> {
    match format {
        ExportFormat::Csv => Box::new(CsvWriter::new(out)),
        ExportFormat::Json => Box::new(JsonWriter::new(out)),
        ExportFormat::Hledger => Box::new(JournalWriter::new(&HLEDGER, out)),
        ExportFormat::Ledger => Box::new(JournalWriter::new(&LEDGER, out)),
        ExportFormat::Beancount => Box::new(BeancountWriter::new(out)),
        ExportFormat::Qif => Box::new(QifWriter::new(out)),
        ExportFormat::Ofx => Box::new(OfxWriter::new(today, out)),
    }
}
