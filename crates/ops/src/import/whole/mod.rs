//! A whole book of another program into the ledger: one file, one batch, one undo.
//!
//! `plan` decides what each commodity and account becomes, `convert` makes a transaction of ours from
//! one of theirs, `write` books what is not known yet. A preview does the same and writes nothing.
//! What a transaction is known by is what its file says of it, kept as a statement row; so a book
//! imported again, or grown since, brings only what is new, and what was edited or deleted here
//! stays so (`docs/decisions/0014-whole-books.md`).

mod budgets;
mod chart;
mod convert;
mod currencies;
mod known;
mod plan;
mod prices;
mod write;

use domain::Currency;
use domain::account::AccountKind;
use domain::currency::CurrencyCode;
use domain::id::BatchId;
use formats::book::foreign::{
    BookFormat, BookHints, BookWarning, ForeignBook, LineError, Loader, Uncarried, read, sniff,
};

use super::{BankFile, DateOrder, ImportError, Uncategorized};
use crate::Book;

/// Tells whether a file is a whole book, and of which program.
pub fn book_format(bytes: &[u8]) -> Option<BookFormat> {
    sniff(bytes)
}

/// What a commodity of the book is here: `$=CLP`; without a name, amounts that have none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CurrencyChoice {
    /// The commodity as the book writes it.
    pub in_book: Option<String>,
    /// The currency.
    pub code: CurrencyCode,
}

/// How to import a book.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BookImport {
    /// What commodities are.
    pub currencies: Vec<CurrencyChoice>,
    /// The kinds of accounts, where the book doesn't tell; those below go with them.
    pub kinds: Vec<(String, AccountKind)>,
    /// Day or month first, when the book leaves it open.
    pub date_order: Option<DateOrder>,
    /// The decimal mark, when the book leaves it open.
    pub decimal: Option<char>,
    /// Import nothing at all when something can't be read.
    pub strict: bool,
    /// Names for what the book has no account for.
    pub words: BookWords,
}

/// The names of equity accounts that are made when they are needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BookWords {
    /// For what is left by rounding.
    pub rounding: String,
    /// For the other side of virtual postings.
    pub unbalanced: String,
    /// For transfers that don't say where to.
    pub transfers: String,
    /// The categories of rows that have none.
    pub uncategorized: Uncategorized,
}

impl Default for BookWords {
    fn default() -> Self {
        Self {
            rounding: "Rounding".to_owned(),
            unbalanced: "Virtual postings".to_owned(),
            transfers: "Transfers".to_owned(),
            uncategorized: Uncategorized::default(),
        }
    }
}

/// What an account of the book became.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BookAccount {
    /// Its name in the book; none for one that the import itself needs.
    pub in_book: Option<String>,
    /// Its full name here.
    pub name: String,
    /// Its kind.
    pub kind: AccountKind,
    /// Its currency; none for a category.
    pub currency: Option<CurrencyCode>,
    /// True when it was not there before.
    pub new: bool,
    /// True when the book doesn't tell its kind, and it was taken for an asset.
    pub kind_assumed: bool,
}

/// What a commodity of the book became.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BookCurrency {
    /// As the book writes it.
    pub in_book: String,
    /// The currency.
    pub currency: Currency,
}

/// What became of a book.
#[derive(Clone, Debug)]
pub struct ImportedBook {
    /// The file's name.
    pub file: String,
    /// Where it is from.
    pub format: BookFormat,
    /// What its accounts became, in the order of the book.
    pub accounts: Vec<BookAccount>,
    /// What its commodities became.
    pub currencies: Vec<BookCurrency>,
    /// How many transactions it has, those that can't be read left out.
    pub transactions: usize,
    /// How many were booked.
    pub imported: usize,
    /// How many were known.
    pub duplicates: usize,
    /// How many prices were saved.
    pub prices: usize,
    /// How many budgets were saved.
    pub budgets: usize,
    /// What can't be carried over.
    pub uncarried: Vec<Uncarried>,
    /// What can't be read or booked.
    pub errors: Vec<LineError>,
    /// What a person should look at.
    pub warnings: Vec<BookWarning>,
    /// The batch, when a transaction was booked.
    pub batch: Option<BatchId>,
}

impl Book {
    /// Says what importing a book would do, without doing it.
    pub fn preview_book(
        &self,
        file: &BankFile,
        request: &BookImport,
        load: Loader<'_>,
    ) -> Result<ImportedBook, ImportError> {
        let foreign = self.read_book(file, request, load)?;
        write::preview(self.view(), &file.name, foreign, request)
    }

    /// Imports a whole book: everything that is new, or nothing.
    pub fn import_book(
        &mut self,
        file: &BankFile,
        request: &BookImport,
        load: Loader<'_>,
    ) -> Result<ImportedBook, ImportError> {
        let foreign = self.read_book(file, request, load)?;
        write::import(self, &file.name, foreign, request)
    }

    fn read_book(
        &self,
        file: &BankFile,
        request: &BookImport,
        load: Loader<'_>,
    ) -> Result<ForeignBook, ImportError> {
        let refused = |source| ImportError::Read {
            file: file.name.clone(),
            source,
        };
        let format = sniff(&file.bytes);
        let format = format.ok_or_else(|| {
            refused(super::ReadError::Unsupported {
                what: "no book of another program",
            })
        })?;
        let words = &request.words;
        let hints = BookHints {
            date_order: request.date_order,
            decimal: request.decimal,
            uncategorized: [&words.uncategorized.expense, &words.uncategorized.income],
            transfers: &words.transfers,
            today: self.today(),
        };
        let mut book = read(&file.bytes, format, &hints, load).map_err(refused)?;
        for account in &mut book.accounts {
            let below = |name: &str| {
                let rest = account.name.strip_prefix(name);
                rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(':'))
            };
            let said = request.kinds.iter().rev().find(|(name, _)| below(name));
            let free = account.kind.is_none_or(|kind| !kind.is_category());
            if let Some((_, kind)) = said.filter(|_| free) {
                account.kind = Some(*kind);
            }
        }
        Ok(book)
    }
}
