//! Quicken's interchange format: sections, splits, transfers, and dates of every dialect.
//!
//! The order of day and month and the decimal mark are decided over all records of the file.
//! Lists of categories, classes and securities are passed over, investment records counted.

mod sections;

use std::sync::Arc;

use chrono::NaiveDate;
use domain::Decimal;

use super::date::{DateEvidence, Parts, Verdict};
use super::error::{ReadError, RowError, RowProblem, Warning};
use super::layout::{Evidence, Layout, Signs};
use super::number::{Figure, Mark, NumberEvidence};
use super::statement::{Format, Row, Split, Statement, StatementAccount, text};
use super::{DateOrder, Hints, encoding};
use sections::{Collected, RawAccount, RawSplit, Record, collect};

/// How the records are read.
struct Form {
    order: DateOrder,
    mark: Mark,
    today: NaiveDate,
}

/// Reads a QIF file.
pub(super) fn read(bytes: &[u8], hints: &Hints<'_>) -> Result<Statement, ReadError> {
    let decoded = encoding::decode(bytes, None)?;
    let found = collect(&decoded.text);
    if found.records.is_empty() {
        let what = match (found.investments, found.accounts.len()) {
            (0, 0) => "lists without transactions",
            (0, _) => "a list of accounts",
            _ => "investment records only",
        };
        return Err(ReadError::NoTransactions { found: what });
    }
    let mut layout = Layout {
        encoding: decoded.encoding.name().to_owned(),
        signs: Some(Signs::AsWritten),
        ..Layout::default()
    };
    let form = Form {
        order: order(&found, hints, &mut layout)?,
        mark: mark(&found, hints, &mut layout)?,
        today: hints.today,
    };
    let mut statement = Statement {
        format: Format::Qif,
        layout,
        accounts: found
            .accounts
            .iter()
            .map(|raw| account(raw, &form))
            .collect(),
        rows: Vec::with_capacity(found.records.len()),
        errors: Vec::new(),
        warnings: Vec::new(),
    };
    if found.investments > 0 {
        statement.warnings.push(Warning::InvestmentRecords {
            count: found.investments,
        });
    }
    for record in &found.records {
        match row(record, &form, &mut statement.warnings) {
            Ok(row) => statement.rows.push(row),
            Err(error) => statement.errors.push(error),
        }
    }
    Ok(statement)
}

/// Decides the order of day and month over all records.
fn order(
    found: &Collected<'_>,
    hints: &Hints<'_>,
    layout: &mut Layout,
) -> Result<DateOrder, ReadError> {
    let mut dates = DateEvidence::new(hints.today);
    for record in &found.records {
        dates.count(record.date);
    }
    let (order, why) = match (hints.date_order, dates.decide(None)) {
        (Some(order), _) if dates.allows(order) => (order, Evidence::Given("date format")),
        (_, Verdict::Order(order, why)) => (order, why),
        (_, Verdict::NoDates) => (DateOrder::Mdy, Evidence::DatesFitOneOrder),
        (_, Verdict::Mixed { examples }) => {
            return Err(ReadError::MixedDates {
                examples: examples.map(String::from),
            });
        }
        (_, Verdict::Open { example, readings }) => {
            return Err(ReadError::AmbiguousDates {
                example: example.into(),
                readings,
            });
        }
    };
    layout.date_order = Some(order);
    layout.date_format = dates.example().map(|(_, parts)| parts.describe(order));
    layout.evidence.push(why);
    Ok(order)
}

/// Decides the decimal mark over all records and their splits.
fn mark(found: &Collected<'_>, hints: &Hints<'_>, layout: &mut Layout) -> Result<Mark, ReadError> {
    let mut numbers = NumberEvidence::default();
    for record in &found.records {
        numbers.count(record.amount);
        for split in &record.splits {
            numbers.count(split.amount);
        }
    }
    let exponent = hints.currency.map(|currency| currency.exponent);
    let (mark, why) = match (
        hints.decimal.and_then(Mark::from_char),
        numbers.decide(exponent),
    ) {
        (Some(mark), _) => (mark, Evidence::Given("decimal mark")),
        (None, Ok(decided)) => decided,
        (None, Err(open)) => {
            return Err(ReadError::AmbiguousNumbers {
                example: open.example.into(),
                readings: open.readings,
            });
        }
    };
    layout.decimal = Some(mark.as_char());
    layout.number_format = Some(numbers.describe(mark));
    layout.evidence.push(why);
    Ok(mark)
}

impl Form {
    fn date(&self, written: &str) -> Option<NaiveDate> {
        Parts::split(written)
            .filter(|parts| !parts.is_yearless())?
            .date(self.order, self.today, 0)
    }

    fn amount(&self, written: &str) -> Option<Decimal> {
        Figure::read(written)?.value(self.mark)
    }
}

fn account(raw: &RawAccount<'_>, form: &Form) -> StatementAccount {
    StatementAccount {
        id: raw.name.to_owned(),
        kind: Some(raw.kind.to_ascii_lowercase()).filter(|kind| !kind.is_empty()),
        closing: form.amount(raw.balance),
        closing_date: form.date(raw.balance_date),
        ..StatementAccount::default()
    }
}

fn row(record: &Record<'_>, form: &Form, warnings: &mut Vec<Warning>) -> Result<Row, RowError> {
    let error = |field: &str, written: &str, missing, bad| {
        let problem = if written.is_empty() { missing } else { bad };
        RowError::new(record.line, Some(field), written, problem)
    };
    let date = form.date(record.date).ok_or_else(|| {
        error(
            "D",
            record.date,
            RowProblem::MissingDate,
            RowProblem::BadDate,
        )
    })?;
    let amount = form.amount(record.amount).ok_or_else(|| {
        error(
            "T",
            record.amount,
            RowProblem::MissingAmount,
            RowProblem::BadAmount,
        )
    })?;
    let mut row = Row::new(record.line, date, amount);
    row.account = record.account;
    row.payee = text(record.payee);
    row.memo = text(record.memo);
    row.set_check_number(text(record.number));
    let (category, transfer_account) = category(record.category);
    row.category = category.map(Arc::from);
    if transfer_account.is_some() {
        row.extra_mut().transfer_account = transfer_account;
    }
    let splits = splits(record, form)?;
    let parts: Decimal = splits.iter().map(|split| split.amount).sum();
    if !splits.is_empty() && parts != amount {
        warnings.push(Warning::SplitMismatch {
            line: record.line,
            difference: amount - parts,
        });
    } else if !splits.is_empty() {
        row.extra_mut().splits = splits;
    }
    Ok(row)
}

fn splits(record: &Record<'_>, form: &Form) -> Result<Vec<Split>, RowError> {
    let read = |split: &RawSplit<'_>| {
        let wrong = || RowError::new(record.line, Some("$"), split.amount, RowProblem::BadAmount);
        let (category, transfer_account) = category(split.category);
        Ok(Split {
            amount: form.amount(split.amount).ok_or_else(wrong)?,
            category,
            transfer_account,
            memo: text(split.memo),
        })
    };
    record.splits.iter().map(read).collect()
}

/// `[Savings]` is the other account of a transfer, anything else a category. A class after a slash
/// belongs to the category.
fn category(written: &str) -> (Option<Box<str>>, Option<Box<str>>) {
    match written
        .strip_prefix('[')
        .and_then(|rest| rest.split_once(']'))
    {
        Some((account, _)) => (None, text(account)),
        None => (text(written), None),
    }
}
