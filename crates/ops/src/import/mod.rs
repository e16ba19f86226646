//! Bank files into the ledger: never lose a row, never double one.
//!
//! `judge` decides about each row and is the whole of a dry run; `accept` books what is new, all
//! files of one command in one operation. Rows are counted against what is known of the account
//! for the same days (see `domain::statement`), inside the write transaction, so two imports at
//! once don't double anything either.

mod accept;
mod accounts;
mod book_row;
mod confirm;
mod decide;
mod documents;
mod fallback;
mod judge;
mod kept_row;
mod payees;
mod proposals;
mod read;
mod rules;
mod waiting;
mod whole;

use std::collections::{BTreeMap, HashMap};

use domain::currency::CurrencyCode;
use domain::id::BatchId;
use domain::label::LabelError;
use domain::statement::{Reason, Verdict};
pub use formats::book::foreign::{
    BookFormat, BookProblem, BookWarning, LineError, Loader, Place, Uncarried, Why,
};
pub use formats::import::{
    ColumnUse, DateOrder, DocumentText, Evidence, Fees, Layout, LeftOut, MAX_BYTES, Profile,
    ProfileError, ReadError, Role, RowError, RowProblem, Signs, Statement, TableColumn, TableHead,
    Warning, fingerprint, table_head, text_of_pdf,
};
use store::StoreError;

use crate::LookupError;
use crate::transaction::EntryError;

pub use accounts::AccountChoice;
pub(crate) use accounts::Target;
pub(crate) use book_row::Booker;
pub(crate) use confirm::{Confirmation, confirm};
pub use decide::decided;
pub(crate) use fallback::{Fallback, fallbacks};
pub use proposals::Finding;
pub(crate) use proposals::{Booked, propose_transfers};
pub use read::{Detected, ProfileChoice};
pub use whole::{
    BookAccount, BookCurrency, BookImport, BookWords, CurrencyChoice, ImportedBook, book_format,
};

/// A file to import: its name for people, and its bytes.
#[derive(Clone, Debug)]
pub struct BankFile {
    /// The name without its folder.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
    /// What a person decided about single rows, by their positions in the statement.
    pub decisions: BTreeMap<usize, Decision>,
}

impl BankFile {
    /// A file about whose rows nothing is decided yet.
    pub fn new(name: String, bytes: Vec<u8>) -> Self {
        Self {
            name,
            bytes,
            decisions: BTreeMap::new(),
        }
    }
}

/// What a person decided about one row; it outranks what was found out about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// It is something else than what is known: book it.
    Book,
    /// It is the entry made by hand that it looks like.
    Merge,
    /// Take nothing from it this time.
    LeaveOut,
}

/// What to do with rows that look like an entry made by hand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum HandEntries {
    /// Leave them for a person to decide: they are kept, but not booked.
    #[default]
    Review,
    /// They are that entry: link it with the bank's row.
    Merge,
    /// They are something else: book them.
    New,
}

/// What the sign of an amount in the file means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FileSigns {
    /// Nobody said: what the file leaves open is a question.
    #[default]
    Open,
    /// Money in is positive.
    AsWritten,
    /// Money out is positive, as on many card statements.
    Inverted,
}

/// How to import.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Import {
    /// Which ledger accounts the rows belong to.
    pub accounts: Vec<AccountChoice>,
    /// Day or month first, when the files leave it open.
    pub date_order: Option<DateOrder>,
    /// The decimal mark, when the files leave it open.
    pub decimal: Option<char>,
    /// Whether the file writes money out as positive.
    pub signs: FileSigns,
    /// Where the fees of a column belong, when the files leave it open.
    pub fees: Option<Fees>,
    /// How files of this bank are read.
    pub profile: Option<ProfileChoice>,
    /// What to do with rows that look like entries by hand.
    pub hand_entries: HandEntries,
    /// Import nothing at all when a row can't be read.
    pub strict: bool,
    /// Names for the categories of rows that have none.
    pub uncategorized: Uncategorized,
}

/// The names of the categories that rows without one are booked to, made when first needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Uncategorized {
    /// For money out.
    pub expense: String,
    /// For money in.
    pub income: String,
}

impl Default for Uncategorized {
    fn default() -> Self {
        Self {
            expense: "Uncategorized".to_owned(),
            income: "Uncategorized income".to_owned(),
        }
    }
}

/// What was decided about a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowVerdict {
    /// Booked, or kept for review, or linked with an entry by hand.
    Taken(Verdict),
    /// Known from an earlier file.
    Duplicate,
    /// A person said so. A later import asks about it again.
    LeftOut,
    /// Not booked: it could not be read to the end.
    Bad,
}

/// What became of one file.
#[derive(Clone, Debug)]
pub struct ImportedFile {
    /// The file's name.
    pub file: String,
    /// The ledger accounts its rows belong to.
    pub accounts: Vec<String>,
    /// The same for each account that the file names.
    pub targets: Vec<AccountChoice>,
    /// What was read.
    pub statement: Statement,
    /// What was decided about each row of the statement.
    pub verdicts: Vec<RowVerdict>,
    /// Rows that could be read but not booked, in addition to the statement's own errors.
    pub refused: Vec<RowError>,
    /// Numbers of decimals that were rounded away (investment statements only).
    pub rounded: usize,
    /// Why rows are remarkable, by their positions.
    pub findings: HashMap<usize, Finding>,
    /// How many pairs of rows may be transfers; known once the rows are booked.
    pub pairs: usize,
    /// The batch, when anything was taken from it.
    pub batch: Option<BatchId>,
}

impl ImportedFile {
    /// How many rows have a verdict.
    pub fn count(&self, wanted: impl Fn(RowVerdict) -> bool) -> usize {
        self.verdicts
            .iter()
            .filter(|verdict| wanted(**verdict))
            .count()
    }

    /// How many of the booked rows came late.
    pub fn late(&self) -> usize {
        let late = self.findings.iter().filter(|(position, finding)| {
            let verdict = self.verdicts.get(**position).copied();
            finding.reason == Reason::Late && verdict == Some(RowVerdict::Taken(Verdict::New))
        });
        late.count()
    }

    /// All rows that were not taken because they could not be read, in the order of the file.
    pub fn errors(&self) -> Vec<&RowError> {
        let mut errors: Vec<&RowError> =
            self.statement.errors.iter().chain(&self.refused).collect();
        errors.sort_by_key(|error| error.line);
        errors
    }

    /// What a person should look at.
    pub fn warnings(&self) -> &[Warning] {
        &self.statement.warnings
    }
}

/// Why an import was refused. Nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// A file can't be read.
    #[error("{file}: {source}")]
    Read {
        /// The file's name.
        file: String,
        /// Why.
        source: ReadError,
    },
    /// No ledger account is known for the rows.
    #[error("{file}: which account are its rows of?")]
    WhichAccount {
        /// The file's name.
        file: String,
        /// The accounts that the file names.
        named: Vec<String>,
    },
    /// The rows are in another currency than the account.
    #[error("{file} is in {found}, the account `{account}` in {expected}")]
    OtherCurrency {
        /// The file's name.
        file: String,
        /// The ledger account.
        account: String,
        /// The currency of the rows.
        found: CurrencyCode,
        /// The currency of the account.
        expected: CurrencyCode,
    },
    /// Amounts without a currency have more decimal digits than the ledger's currency.
    #[error(
        "{file} doesn't say its currency, and {currency} has fewer than {digits} decimal digits"
    )]
    OpenCurrency {
        /// The file's name.
        file: String,
        /// The ledger's currency.
        currency: CurrencyCode,
        /// The digits of the amounts.
        digits: u8,
    },
    /// Rows could not be read, and the import was to be strict.
    #[error("{file}: {rows} rows can't be read")]
    Strict {
        /// The file's name.
        file: String,
        /// How many.
        rows: usize,
    },
    /// The category for rows without one is closed, or another thing has its name.
    #[error("rows without a category can't be booked to `{0}`")]
    FallbackTaken(String),
    /// The profile can't be read.
    #[error(transparent)]
    Profile(#[from] ProfileError),
    /// An account was not found.
    #[error(transparent)]
    Lookup(#[from] LookupError),
    /// A row can't be booked.
    #[error(transparent)]
    Entry(#[from] EntryError),
    /// A name can't be given.
    #[error(transparent)]
    Label(#[from] LabelError),
    /// The ledger could not be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
}
