//! What the ledger keeps under names: accounts, categories, payees, tags, goals, currencies, prices.
//!
//! One file for each. A change is told in one sentence on stderr, or in JSON as the thing as it is
//! now (one that was removed: as it was). Whatever is done here `luka undo` takes back.

pub(super) mod account;
pub(super) mod category;
mod chart;
pub(super) mod currency;
pub(super) mod goal;
pub(super) mod payee;
pub(super) mod price;
pub(super) mod tag;

use domain::date::parse_date;
use domain::{Money, NaiveDate};
use ops::Book;
use serde_json::{Map, Value, json};

use crate::cli::error::{Failure, Kind, OrExplain as _};
use crate::cli::output::{Column, Format, Row, Shape};
use crate::cli::session::{Session, open_book};
use crate::i18n::text;
use crate::present::MoneyStyle;

/// An open book, and how its money is written.
pub(super) struct Desk<'s> {
    pub(super) session: &'s Session,
    pub(super) book: Book,
    pub(super) style: MoneyStyle,
    /// The last change when the command began.
    before: Option<u64>,
}

impl<'s> Desk<'s> {
    /// Opens the ledger.
    pub(super) fn open(session: &'s Session) -> Result<Self, Failure> {
        let book = open_book(session)?;
        let texts = &session.texts;
        let currency = book.currency().or_explain(texts)?;
        let known = book.view().currencies().or_explain(texts)?;
        let style = MoneyStyle::new(texts.language(), Some(currency.code)).with_symbols(&known);
        let before = last_change(&book, session)?;
        Ok(Self {
            session,
            book,
            style,
            before,
        })
    }

    /// A text of the catalogues.
    pub(super) fn text(&self, id: &str) -> String {
        self.session.texts.get(id)
    }

    /// Reads a day, when one was typed.
    pub(super) fn date(&self, typed: Option<&str>) -> Result<Option<NaiveDate>, Failure> {
        let read = |text| parse_date(text, self.book.today()).or_explain(&self.session.texts);
        typed.map(read).transpose()
    }

    /// Whether rows are for people.
    pub(super) fn is_table(&self) -> Result<bool, Failure> {
        Ok(self.session.format()? == Format::Table)
    }

    /// Writes a list; an empty one for people says that there is nothing.
    pub(super) fn list(
        &self,
        name: &'static str,
        columns: Vec<Column>,
        rows: &[impl Row],
    ) -> Result<(), Failure> {
        let texts = &self.session.texts;
        let shape = Shape {
            name,
            head: Vec::new(),
            columns,
        };
        let mut listing = self.session.listing(shape, self.style.clone())?;
        for row in rows {
            listing.row(row).or_explain(texts)?;
        }
        listing.finish(&[]).or_explain(texts)?;
        if rows.is_empty() && self.is_table()? {
            self.session.say(&texts.get("say-nothing-listed"));
        }
        Ok(())
    }

    /// Tells what was done: the sentence for people, for scripts the thing under its name.
    pub(super) fn done(
        &self,
        name: &str,
        thing: Value,
        more: &[(&str, Value)],
        sentence: &str,
    ) -> Result<(), Failure> {
        if !self.session.format()?.is_json() {
            self.session.say(sentence);
            return Ok(());
        }
        let mut body = Map::new();
        body.insert(name.to_owned(), thing);
        body.extend(
            more.iter()
                .map(|(name, value)| ((*name).to_owned(), value.clone())),
        );
        self.session.document(&body)
    }

    /// The failure of an edit that names nothing. Flags make clap take such an edit for a whole one.
    pub(super) fn nothing_to_edit(&self) -> Failure {
        Failure::new(Kind::Usage, self.text("error-nothing-to-edit"))
    }

    /// The sentence for a thing that was made, changed or removed.
    pub(super) fn sentence(&self, done: Done, name: &str) -> String {
        let changed = last_change(&self.book, self.session).ok() != Some(self.before);
        let id = match done {
            Done::Closed if !changed => "say-already-closed",
            Done::Reopened if !changed => "say-already-open",
            Done::Changed if !changed => "say-already-so",
            Done::Added => "say-added",
            Done::Changed => "say-changed",
            Done::Removed => "say-removed",
            Done::Closed => "say-closed",
            Done::Reopened => "say-reopened",
        };
        text!(self.session.texts, id, name = name.to_owned())
    }

    /// The sentence for two things that became one.
    pub(super) fn merged(&self, from: &str, into: &str, transactions: usize) -> String {
        let (from, into) = (from.to_owned(), into.to_owned());
        let n = i64::try_from(transactions).unwrap_or(i64::MAX);
        text!(
            self.session.texts,
            "say-merged",
            from = from,
            into = into,
            n = n
        )
    }
}

fn last_change(book: &Book, session: &Session) -> Result<Option<u64>, Failure> {
    let last = book.view().operations(1).or_explain(&session.texts)?;
    Ok(last.first().map(|operation| operation.sequence))
}

/// What was done to a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Done {
    Added,
    Changed,
    Removed,
    Closed,
    Reopened,
}

/// Money in JSON.
pub(super) fn money(amount: Money) -> Value {
    json!({ "amount": amount.digits(), "currency": amount.currency.code.as_str() })
}

/// A row as JSON, as lists and answers about one thing alike show it.
pub(super) fn object(row: &impl Row) -> Value {
    serde_json::to_value(row).unwrap_or_default()
}
