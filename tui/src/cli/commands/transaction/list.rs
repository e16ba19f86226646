//! `luka list`: the newest first, one row at a time, whatever the ledger's size.

use std::cell::RefCell;
use std::io::{self, BufWriter, StdoutLock};

use domain::Query;
use ops::session::StoreError;
use ops::transaction::ListTransactions;
use ops::{LookupError, MissingName};
use serde_json::json;

use super::Desk;
use super::row::{Look, TransactionRow, shape};
use crate::cli::args::transaction::List;
use crate::cli::error::{Explain, Failure, OrExplain as _};
use crate::cli::output::{Format, Listing};
use crate::cli::session::Session;
use crate::i18n::{Texts, text};

/// How many rows a table has when nobody says.
const USUAL_LIMIT: u64 = 50;

/// How many rows to write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Rows {
    /// How many were written.
    pub(crate) shown: u64,
    /// How many there are.
    pub(crate) total: u64,
}

/// Lists transactions.
pub(crate) fn run(session: &Session, args: &List) -> Result<(), Failure> {
    let texts = &session.texts;
    let desk = Desk::open(session)?;
    let table = session.format()? == Format::Table;
    let usual = || table.then(|| session.config.config().list_limit.unwrap_or(USUAL_LIMIT));
    let limit = match args.limit {
        None => usual(),
        Some(limit) => limit.0,
    };
    let rows = desk.list(desk.query(&args.query)?, limit)?;
    if table && rows.total == 0 {
        session.say(&texts.get(if args.query.is_empty() {
            "say-no-transactions"
        } else {
            "say-nothing-fits"
        }));
    } else if table && rows.shown < rows.total {
        let n = i64::try_from(rows.total - rows.shown).unwrap_or(i64::MAX);
        session.say(&text!(texts, "say-more-rows", n = n));
    }
    Ok(())
}

impl Desk<'_> {
    /// Writes the newest transactions that match.
    pub(crate) fn list(&self, query: Query, limit: Option<u64>) -> Result<Rows, Failure> {
        let texts = &self.session.texts;
        let look = Look::of(self.session)?;
        let listing: RefCell<Option<Listing<BufWriter<StdoutLock<'static>>>>> = RefCell::new(None);
        let mut shown = 0;
        let listed = self
            .book
            .list::<Stop>(
                &ListTransactions { query, limit },
                |_| {
                    // Only now: a query that names nothing must leave stdout empty.
                    let begun = self.session.listing(shape(texts, look), self.style.clone());
                    *listing.borrow_mut() = Some(begun.map_err(Stop::Told)?);
                    Ok(())
                },
                |transaction, names| {
                    let row = TransactionRow::new(transaction, names, texts, look)?;
                    shown += 1;
                    match listing.borrow_mut().as_mut() {
                        Some(listing) => Ok(listing.row(&row)?),
                        None => Ok(()),
                    }
                },
            )
            .or_explain(texts)?;
        if let Some(listing) = listing.into_inner() {
            listing
                .finish(&[("total", json!(listed.total))])
                .or_explain(texts)?;
        }
        Ok(Rows {
            shown,
            total: listed.total,
        })
    }
}

/// Why a list ended before its last row.
enum Stop {
    Lookup(LookupError),
    Output(io::Error),
    Name(MissingName),
    Told(Failure),
}

impl From<LookupError> for Stop {
    fn from(error: LookupError) -> Self {
        Self::Lookup(error)
    }
}

impl From<StoreError> for Stop {
    fn from(error: StoreError) -> Self {
        Self::Lookup(error.into())
    }
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl From<MissingName> for Stop {
    fn from(error: MissingName) -> Self {
        Self::Name(error)
    }
}

impl Explain for Stop {
    fn explain(&self, texts: &Texts) -> Failure {
        match self {
            Self::Lookup(error) => error.explain(texts),
            Self::Output(error) => error.explain(texts),
            Self::Name(error) => error.explain(texts),
            Self::Told(failure) => failure.clone(),
        }
    }
}
