//! Writes the lossless document.

use std::io::Write;

use domain::statement::StatementRow;
use domain::{Attachment, Transaction};
use serde::Serialize;

use super::attachment::AttachmentShape;
use super::entries::{
    AccountDef, BatchDef, ContributionDef, CurrencyShape, GoalDef, PayeeDef, PriceDef, TagDef,
};
use super::plans::{BudgetDef, RuleDef, ScheduleDef};
use super::resolve::{Resolver, SameName};
use super::row::RowShape;
use super::{KIND, VERSION, transaction_shape};
use crate::book::{BookHead, BookWriter, WriteError};

/// Writes a book as one JSON document, one entry a line.
#[derive(Debug)]
pub struct JsonWriter<W> {
    out: W,
    part: Part,
    first: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Nothing,
    Transactions,
    StatementRows,
    Attachments,
    Everything,
}

type Json<'a, W> = serde_json::Serializer<&'a mut W>;

impl<W: Write> JsonWriter<W> {
    /// Writes to `out`, which should be buffered.
    pub const fn new(out: W) -> Self {
        Self {
            out,
            part: Part::Nothing,
            first: true,
        }
    }

    /// Gives back what was written to.
    pub fn into_inner(self) -> W {
        self.out
    }

    fn open(&mut self, field: &str) -> Result<(), WriteError> {
        self.first = true;
        Ok(write!(self.out, ",\n\"{field}\":[")?)
    }

    fn entry(
        &mut self,
        serialize: impl FnOnce(&mut Json<'_, W>) -> Result<(), serde_json::Error>,
    ) -> Result<(), WriteError> {
        let separator: &[u8] = if self.first { b"\n" } else { b",\n" };
        self.first = false;
        self.out.write_all(separator)?;
        Ok(serialize(&mut serde_json::Serializer::new(&mut self.out))?)
    }

    fn list<T>(
        &mut self,
        field: &str,
        entries: impl IntoIterator<Item = T>,
        serialize: impl Fn(T, &mut Json<'_, W>) -> Result<(), serde_json::Error>,
    ) -> Result<(), WriteError> {
        self.open(field)?;
        for entry in entries {
            self.entry(|json| serialize(entry, json))?;
        }
        Ok(self.out.write_all(b"]")?)
    }

    fn head(&mut self, head: &BookHead) -> Result<(), WriteError> {
        write!(self.out, "{{\"version\":{VERSION},\"kind\":\"{KIND}\"")?;
        self.out.write_all(b",\n\"ledger_id\":")?;
        serde_json::to_writer(&mut self.out, &head.ledger_id)?;
        write!(self.out, ",\n\"currency\":\"{}\"", head.currency)?;
        self.list("currencies", &head.currencies, |entry, json| {
            CurrencyShape::of(entry).serialize(json)
        })?;
        self.list("accounts", head.chart.iter(), |account, json| {
            AccountDef::serialize(account, json)
        })?;
        self.list("payees", &head.payees, |p, json| {
            PayeeDef::serialize(p, json)
        })?;
        self.list("tags", &head.tags, |tag, json| TagDef::serialize(tag, json))?;
        self.list("prices", &head.prices, |p, json| {
            PriceDef::serialize(p, json)
        })?;
        self.list("goals", &head.goals, |g, json| GoalDef::serialize(g, json))?;
        self.list("contributions", &head.contributions, |c, json| {
            ContributionDef::serialize(c, json)
        })?;
        self.list("batches", &head.batches, |b, json| {
            BatchDef::serialize(b, json)
        })?;
        self.list("budgets", &head.budgets, |b, json| {
            BudgetDef::serialize(b, json)
        })?;
        self.list("schedules", &head.schedules, |s, json| {
            ScheduleDef::serialize(s, json)
        })?;
        self.list("rules", &head.rules, |r, json| RuleDef::serialize(r, json))
    }

    /// Closes the parts before `part` and opens it.
    fn enter(&mut self, part: Part) -> Result<(), WriteError> {
        if self.part == Part::Nothing || self.part > part {
            return Err(WriteError::OutOfOrder);
        }
        if self.part == Part::Transactions && part > Part::Transactions {
            self.out.write_all(b"\n]")?;
            self.open("statement_rows")?;
            self.part = Part::StatementRows;
        }
        if self.part == Part::StatementRows && part == Part::Attachments {
            self.out.write_all(b"\n]")?;
            self.open("attachments")?;
            self.part = Part::Attachments;
        }
        if part == Part::Everything {
            self.out.write_all(b"\n]}\n")?;
            self.part = part;
        }
        Ok(())
    }
}

/// Refuses currencies that the head doesn't have, which could not be read back.
fn check_currencies(head: &BookHead, transaction: &Transaction) -> Result<(), WriteError> {
    let amounts = transaction.postings.iter().map(|posting| posting.amount);
    let costs = transaction
        .postings
        .iter()
        .filter_map(|posting| posting.cost);
    let mut currencies = amounts.chain(costs).map(|money| money.currency);
    match currencies.find(|&currency| !head.knows_currency(currency)) {
        Some(currency) => Err(WriteError::UnknownCurrency(currency.code)),
        None => Ok(()),
    }
}

impl<W: Write> BookWriter for JsonWriter<W> {
    fn begin(&mut self, head: &BookHead) -> Result<(), WriteError> {
        if self.part != Part::Nothing {
            return Err(WriteError::OutOfOrder);
        }
        Resolver::new(head).map_err(|SameName(name)| WriteError::SameName(name))?;
        self.head(head)?;
        self.open("transactions")?;
        self.part = Part::Transactions;
        Ok(())
    }

    fn transaction(
        &mut self,
        head: &BookHead,
        transaction: &Transaction,
    ) -> Result<(), WriteError> {
        self.enter(Part::Transactions)?;
        check_currencies(head, transaction)?;
        let shape = transaction_shape(head, transaction)?;
        self.entry(|json| shape.serialize(json))
    }

    fn statement_row(&mut self, head: &BookHead, row: &StatementRow) -> Result<(), WriteError> {
        self.enter(Part::StatementRows)?;
        if !head.knows_currency(row.amount.currency) {
            return Err(WriteError::UnknownCurrency(row.amount.currency.code));
        }
        let shape = RowShape::of(head, row)?;
        self.entry(|json| shape.serialize(json))
    }

    fn attachment(&mut self, attachment: &Attachment, content: &[u8]) -> Result<(), WriteError> {
        self.enter(Part::Attachments)?;
        let shape = AttachmentShape::of(attachment, content);
        self.entry(|json| shape.serialize(json))
    }

    fn finish(&mut self) -> Result<(), WriteError> {
        self.enter(Part::Everything)?;
        Ok(self.out.flush()?)
    }
}
