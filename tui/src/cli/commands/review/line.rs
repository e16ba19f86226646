//! One thing that waits, as lists show it.

use domain::suggest::Suggestion;
use ops::review::{Proposal, QueueItem};
use ops::{TransactionShape, transaction_shape};
use serde::Serialize;
use serde_json::Value;

use super::super::names::{Desk, money};
use super::super::plans::rule_json;
use crate::cli::error::{Failure, OrExplain as _};
use crate::cli::output::{Cell, Column, Row};
use crate::present;
use crate::present::waiting;

/// One item.
#[derive(Serialize)]
pub(super) struct Line {
    id: String,
    kind: &'static str,
    waits: bool,
    date: Option<String>,
    account: Option<String>,
    amount: Option<Value>,
    text: String,
    file: Option<String>,
    page: Option<u32>,
    sure: bool,
    why: String,
    transaction: Option<Value>,
    candidate: Option<Value>,
    categories: Vec<Likely>,
    rule: Option<Value>,
    #[serde(skip)]
    cells: Vec<Cell>,
}

/// A category that a payment may have.
#[derive(Serialize)]
struct Likely {
    category: String,
    /// In hundredths.
    confidence: u8,
    words: Vec<String>,
}

impl Row for Line {
    fn cells(&self) -> Vec<Cell> {
        self.cells.clone()
    }
}

impl Line {
    pub(super) fn of(desk: &Desk<'_>, item: &QueueItem) -> Result<Self, Failure> {
        let texts = &desk.session.texts;
        let chart = desk.book.view().chart().or_explain(texts)?;
        let why = waiting::why(&desk.book, &chart, item, &desk.style, texts).or_explain(texts)?;
        let shown = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        let likely = |one: &Suggestion| Likely {
            category: chart.path(one.category).to_owned(),
            confidence: one.confidence,
            words: one.voices.iter().map(|voice| voice.words.clone()).collect(),
        };
        let (mut candidate, mut rule, mut categories) = (None, None, Vec::new());
        match &item.proposal {
            Proposal::With(other) => candidate = Some(shape(desk, other)?),
            Proposal::Categories(found) => categories = found.iter().map(likely).collect(),
            Proposal::Rule(found) => rule = Some(rule_json(desk, found)?),
            Proposal::Nothing => {}
        }
        let transaction = item.transaction.as_deref();
        let kind = texts.get(waiting::word(item.kind));
        Ok(Self {
            cells: vec![
                Cell::text(item.id.as_str()),
                Cell::text(kind),
                item.date.map_or(Cell::Empty, Cell::Date),
                Cell::text(item.account.as_str()),
                item.amount.map_or(Cell::Empty, Cell::Money),
                Cell::text(item.text.as_str()),
                Cell::text(why.as_str()),
            ],
            id: item.id.clone(),
            kind: item.kind.as_str(),
            waits: item.waits,
            date: item.date.map(present::date),
            account: shown(&item.account),
            amount: item.amount.map(money),
            text: item.text.clone(),
            file: shown(&item.file),
            page: item.page,
            sure: item.is_sure(),
            why,
            transaction: transaction.map(|one| shape(desk, one)).transpose()?,
            candidate,
            categories,
            rule,
        })
    }
}

fn shape(desk: &Desk<'_>, transaction: &domain::Transaction) -> Result<Value, Failure> {
    let texts = &desk.session.texts;
    let names = desk.book.names_of(transaction).or_explain(texts)?;
    let shape: TransactionShape<'_> = transaction_shape(&names, transaction).or_explain(texts)?;
    Ok(serde_json::to_value(shape).unwrap_or_default())
}

pub(super) fn columns(desk: &Desk<'_>) -> Vec<Column> {
    vec![
        Column::fixed("id", desk.text("head-id")),
        Column::text("kind", desk.text("head-waits-for")),
        Column::fixed("date", desk.text("head-date")),
        Column::text("account", desk.text("head-account")),
        Column::number("amount", desk.text("head-amount")),
        Column::text("text", desk.text("head-text")),
        Column::text("why", desk.text("head-why")),
    ]
}
