//! Reading the files, before the ledger is asked anything.

use domain::Currency;
use formats::import::{Hints, Profile, Statement, read};

use super::{BankFile, FileSigns, Import, ImportError};
use crate::Book;

/// The profile to read with: its name and its text, a small TOML file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProfileChoice {
    /// Its name.
    pub name: String,
    /// Its TOML.
    pub toml: String,
}

/// What a file is and how it would be read, without importing it.
#[derive(Clone, Debug)]
pub struct Detected {
    /// The file's name.
    pub file: String,
    /// What was read.
    pub statement: Statement,
}

impl Book {
    /// Says what a file is and how it would be read.
    pub fn detect(&self, file: &BankFile, request: &Import) -> Result<Detected, ImportError> {
        let currency = self.currency_for(request)?;
        let (file, statement) = read_file(self, file, request, currency)?;
        Ok(Detected { file, statement })
    }
}

/// Reads one file; `currency` is that of the ledger account, when one is known.
pub(super) fn read_file(
    book: &Book,
    file: &BankFile,
    request: &Import,
    currency: Option<Currency>,
) -> Result<(String, Statement), ImportError> {
    let profile: Option<Profile> = match &request.profile {
        Some(choice) => Some(Profile::from_toml(&choice.toml)?),
        None => None,
    };
    let hints = Hints {
        date_order: request.date_order,
        decimal: request.decimal,
        currency,
        fees: request.fees,
        inverted: match request.signs {
            FileSigns::Open => None,
            FileSigns::AsWritten => Some(false),
            FileSigns::Inverted => Some(true),
        },
        profile: profile.as_ref(),
        today: book.today(),
    };
    let name = file.name.clone();
    match read(&file.bytes, &hints) {
        Ok(mut statement) => {
            statement.rows.shrink_to_fit();
            if request.signs == FileSigns::Inverted {
                invert(&mut statement);
            }
            Ok((name, statement))
        }
        Err(source) => Err(ImportError::Read { file: name, source }),
    }
}

/// Turns all amounts around; balances stay as the bank wrote them.
fn invert(statement: &mut Statement) {
    for row in &mut statement.rows {
        row.amount = -row.amount;
        if !row.extra().splits.is_empty() {
            for split in &mut row.extra_mut().splits {
                split.amount = -split.amount;
            }
        }
    }
}
