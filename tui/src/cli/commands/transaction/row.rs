//! One transaction as a row of a list, in every format.

use domain::{Mark, Status, Transaction};
use ops::{MissingName, Names, TransactionShape, transaction_shape};
use serde::{Serialize, Serializer};

use super::sides::Sides;
use crate::cli::error::Failure;
use crate::cli::output::{Cell, Column, Format, Row, Shape};
use crate::cli::session::Session;
use crate::i18n::Texts;

/// For whom rows are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// For a program.
    Plain,
    /// For a person with room for every column.
    Wide,
    /// For a person with a small screen: whom and how much.
    Narrow,
}

/// The columns of a screen that has room for all.
const ROOM: usize = 60;

impl Look {
    /// The look that the session asks for.
    pub(super) fn of(session: &Session) -> Result<Self, Failure> {
        Ok(match session.format()? {
            Format::Table if session.screen().width.is_some_and(|width| width < ROOM) => {
                Self::Narrow
            }
            Format::Table => Self::Wide,
            Format::Json | Format::Jsonl | Format::Csv => Self::Plain,
        })
    }
}

/// What a list of transactions looks like.
pub(super) fn shape(texts: &Texts, look: Look) -> Shape {
    let wide = |key: &'static str, head: &str| match look {
        Look::Narrow => Column::csv_only(key),
        Look::Plain | Look::Wide => Column::text(key, texts.get(head)),
    };
    Shape {
        name: "transactions",
        head: Vec::new(),
        columns: vec![
            Column::fixed("id", texts.get("head-id")),
            Column::fixed("date", texts.get("head-date")),
            Column::text("payee", texts.get("head-payee")),
            wide("category", "head-category"),
            wide("account", "head-account"),
            Column::number("amount", texts.get("head-amount")),
            wide("tags", "head-tags"),
            Column::csv_only("currency"),
            match look {
                Look::Narrow => Column::csv_only("status"),
                // The marks need no head.
                Look::Plain | Look::Wide => Column::fixed("status", ""),
            },
            Column::csv_only("memo"),
            Column::csv_only("source"),
        ],
    }
}

/// A transaction with the names that it refers to.
pub(super) struct TransactionRow<'a, N> {
    transaction: &'a Transaction,
    names: &'a N,
    texts: &'a Texts,
    look: Look,
    json: TransactionShape<'a>,
}

impl<'a, N: Names> TransactionRow<'a, N> {
    pub(super) fn new(
        transaction: &'a Transaction,
        names: &'a N,
        texts: &'a Texts,
        look: Look,
    ) -> Result<Self, MissingName> {
        Ok(Self {
            transaction,
            names,
            texts,
            look,
            json: transaction_shape(names, transaction)?,
        })
    }

    fn tags(&self) -> String {
        let tags = self.names.tags_of(self.transaction).unwrap_or_default();
        tags.join(", ")
    }

    /// The status; in a table hledger's mark of it, `=` for a reconciled one.
    fn status(&self) -> &'static str {
        match self.look {
            Look::Plain => self.transaction.status.as_str(),
            Look::Wide | Look::Narrow => mark(self.transaction),
        }
    }
}

/// The mark of a transaction's status.
fn mark(transaction: &Transaction) -> &'static str {
    let reconciled = |posting: &domain::Posting| posting.mark == Mark::Reconciled;
    match transaction.status {
        _ if transaction.postings.iter().any(reconciled) => "=",
        Status::Unmarked => "",
        Status::Pending => "!",
        Status::Cleared => "*",
    }
}

impl<N> Serialize for TransactionRow<'_, N> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.json.serialize(serializer)
    }
}

impl<N: Names> Row for TransactionRow<'_, N> {
    fn cells(&self) -> Vec<Cell> {
        let (transaction, chart) = (self.transaction, self.names.chart());
        let sides = Sides::of(transaction, self.names);
        let (account, category) = if self.look == Look::Plain {
            sides.plain(chart)
        } else {
            let account = sides.account(chart, self.texts);
            (account, sides.category(chart, self.texts))
        };
        let payee = transaction.payee.and_then(|id| self.names.payee(id));
        let amount = sides.amount();
        vec![
            Cell::text(transaction.id.to_string()),
            Cell::Date(transaction.date),
            match (payee, self.look) {
                (None, Look::Narrow) => Cell::text(category.as_str()),
                (payee, _) => Cell::text(payee.unwrap_or_default()),
            },
            Cell::text(category),
            Cell::text(account),
            amount.map_or(Cell::Empty, Cell::Money),
            Cell::text(self.tags()),
            amount.map_or(Cell::Empty, |money| {
                Cell::text(money.currency.code.as_str())
            }),
            Cell::text(self.status()),
            Cell::text(transaction.memo.as_str()),
            Cell::text(transaction.source.to_string()),
        ]
    }
}
