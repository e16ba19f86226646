//! The formats by name.

use std::fmt;
use std::str::FromStr;

/// A format that a ledger can be written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ExportFormat {
    /// One row for each posting, for spreadsheets.
    Csv,
    /// The lossless document.
    Json,
    /// A journal for hledger.
    Hledger,
    /// A journal for ledger.
    Ledger,
    /// A ledger for beancount.
    Beancount,
    /// Quicken's line format, account by account.
    Qif,
    /// Bank statements in OFX 2, account by account.
    Ofx,
}

impl ExportFormat {
    /// All formats.
    pub const ALL: [Self; 7] = [
        Self::Csv,
        Self::Json,
        Self::Hledger,
        Self::Ledger,
        Self::Beancount,
        Self::Qif,
        Self::Ofx,
    ];

    /// The word on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Hledger => "hledger",
            Self::Ledger => "ledger",
            Self::Beancount => "beancount",
            Self::Qif => "qif",
            Self::Ofx => "ofx",
        }
    }

    /// True when the writer wants the transactions of one account after the other; see
    /// [`BookWriter`](crate::book::BookWriter).
    pub const fn goes_by_account(self) -> bool {
        matches!(self, Self::Qif | Self::Ofx)
    }
}

impl fmt::Display for ExportFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// Why a text names no format.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no export format")]
pub struct ExportFormatError(pub String);

impl FromStr for ExportFormat {
    type Err = ExportFormatError;

    fn from_str(text: &str) -> Result<Self, ExportFormatError> {
        Self::ALL
            .into_iter()
            .find(|format| format.as_str() == text)
            .ok_or_else(|| ExportFormatError(text.chars().take(40).collect()))
    }
}
