//! What the commands about transactions share: an open book and how its money is written.

use domain::date::parse_date;
use domain::{NaiveDate, Query, Transaction};
use ops::{Book, KnownNames, TransactionShape, transaction_shape};
use serde::Serialize;

use super::row::{Look, TransactionRow, shape};
use crate::cli::error::{Failure, OrExplain as _};
use crate::cli::output::Format;
use crate::cli::session::{Session, open_book};
use crate::i18n::text;
use crate::present::MoneyStyle;
use crate::present::Sides;

/// An open book, ready for a command.
pub(crate) struct Desk<'s> {
    pub(crate) session: &'s Session,
    pub(crate) book: Book,
    pub(crate) style: MoneyStyle,
}

#[derive(Serialize)]
struct Document<'a> {
    transaction: TransactionShape<'a>,
}

impl<'s> Desk<'s> {
    /// Opens the ledger.
    pub(crate) fn open(session: &'s Session) -> Result<Self, Failure> {
        Self::with(session, open_book(session)?)
    }

    /// Takes a book that is open already.
    pub(crate) fn with(session: &'s Session, book: Book) -> Result<Self, Failure> {
        let texts = &session.texts;
        let currency = book.currency().or_explain(texts)?;
        let known = book.view().currencies().or_explain(texts)?;
        let style = MoneyStyle::new(texts.language(), Some(currency.code)).with_symbols(&known);
        Ok(Self {
            session,
            book,
            style,
        })
    }

    /// Reads a day as typed, if one was.
    pub(super) fn day(&self, typed: Option<&str>) -> Result<Option<NaiveDate>, Failure> {
        let read = |text| parse_date(text, self.book.today()).or_explain(&self.session.texts);
        typed.map(read).transpose()
    }

    /// Reads a query as typed.
    pub(super) fn query(&self, terms: &[String]) -> Result<Query, Failure> {
        let texts = &self.session.texts;
        let currency = self.book.currency().or_explain(texts)?;
        Query::parse(terms, self.book.today(), currency).or_explain(texts)
    }

    /// The names that a transaction refers to.
    pub(super) fn names(&self, transaction: &Transaction) -> Result<KnownNames, Failure> {
        self.book
            .names_of(transaction)
            .or_explain(&self.session.texts)
    }

    /// Tells what became of one transaction; for people by the text `said`.
    pub(super) fn tell(&self, said: &str, transaction: &Transaction) -> Result<(), Failure> {
        let names = self.names(transaction)?;
        match self.session.format()? {
            Format::Table => self.session.outcome([self.said(said, transaction, &names)]),
            _ => self.hand_over(transaction, &names),
        }
    }

    /// One calm line about a transaction.
    pub(super) fn said(&self, id: &str, transaction: &Transaction, names: &KnownNames) -> String {
        let texts = &self.session.texts;
        let line = self.line(transaction, names);
        let number = transaction.id.to_string();
        text!(texts, id, id = number, line = line)
    }

    /// A transaction in one line.
    pub(crate) fn line(&self, transaction: &Transaction, names: &KnownNames) -> String {
        let texts = &self.session.texts;
        Sides::of(transaction, names).line(transaction, names, &self.style, texts)
    }

    /// Gives one transaction to a script: a JSON document, or CSV with a single row.
    pub(super) fn hand_over(
        &self,
        transaction: &Transaction,
        names: &KnownNames,
    ) -> Result<(), Failure> {
        let texts = &self.session.texts;
        if self.session.format()?.is_json() {
            let transaction = transaction_shape(names, transaction).or_explain(texts)?;
            return self.session.document(&Document { transaction });
        }
        let mut listing = self
            .session
            .listing(shape(texts, Look::Plain), self.style.clone())?;
        let row = TransactionRow::new(transaction, names, texts, Look::Plain).or_explain(texts)?;
        listing.row(&row).or_explain(texts)?;
        listing.finish(&[]).or_explain(texts)
    }

    /// Writes transactions that were entered together, or would be.
    pub(crate) fn show_all(
        &self,
        transactions: &[Transaction],
        dry_run: bool,
    ) -> Result<(), Failure> {
        let texts = &self.session.texts;
        let look = Look::of(self.session)?;
        let mut names = KnownNames::new(self.book.view()).or_explain(texts)?;
        let mut listing = self
            .session
            .listing(shape(texts, look), self.style.clone())?;
        for transaction in transactions {
            names
                .learn(self.book.view(), transaction)
                .or_explain(texts)?;
            let row = TransactionRow::new(transaction, &names, texts, look).or_explain(texts)?;
            listing.row(&row).or_explain(texts)?;
        }
        let tail = [("dry_run", serde_json::Value::from(dry_run))];
        listing.finish(&tail).or_explain(texts)
    }

    /// A text of the catalogues.
    pub(super) fn text(&self, id: &str) -> String {
        self.session.texts.get(id)
    }
}
