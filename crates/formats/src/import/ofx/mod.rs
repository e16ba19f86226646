//! OFX 1.x (SGML), OFX 2.x (XML) and QFX: bank, card and investment statements.
//!
//! Dates are the first eight digits of DTPOSTED as written, without shifting time zones. Trades
//! are counted, not read; their cash side (INVBANKTRAN) is.

mod collect;
mod token;

use chrono::NaiveDate;
use domain::currency::iso_currency;
use domain::{CurrencyCode, Decimal};
use encoding_rs::Encoding;

use super::error::{ReadError, RowError, RowProblem, Warning, shorten};
use super::joined::join_accounts;
use super::layout::{Evidence, Layout, Signs};
use super::number::{Figure, Mark, NumberEvidence};
use super::statement::{Format, Row, Statement, StatementAccount, text};
use super::{DateOrder, Hints, encoding};
use collect::{Collected, RawAccount, Record, collect};

/// Reads an OFX file.
pub(super) fn read(bytes: &[u8], hints: &Hints<'_>) -> Result<Statement, ReadError> {
    let declared = declared_encoding(bytes);
    let decoded = encoding::decode(bytes, declared)?;
    let found = collect(&decoded.text);
    if found.accounts.is_empty() {
        return Err(nothing(found));
    }
    let (mark, why) = mark(&found, hints)?;
    if let Some(record) = unsigned_debit(&found).filter(|_| hints.inverted.is_none()) {
        return Err(ReadError::AmbiguousSigns {
            example: shorten(&record.name, 60).into(),
            amount: amount(&record.amount, mark).unwrap_or_default(),
        });
    }
    let accounts: Vec<StatementAccount> = found
        .accounts
        .iter()
        .map(|raw| account(raw, mark))
        .collect();
    let mut statement = Statement {
        format: Format::Ofx,
        layout: layout(decoded.encoding.name(), mark, why, &accounts),
        accounts,
        rows: Vec::with_capacity(found.records.len()),
        errors: Vec::new(),
        warnings: Vec::new(),
    };
    if found.trades > 0 {
        statement.warnings.push(Warning::InvestmentRecords {
            count: found.trades,
        });
    }
    for record in found.records {
        match row(&record, &statement.accounts, mark) {
            Ok(row) => statement.rows.push(row),
            Err(error) => statement.errors.push(error),
        }
    }
    join_accounts(&mut statement);
    Ok(statement)
}

/// A row that is called a debit in a file without any sign: the sign alone counts, says the norm,
/// but then all of the money came in.
fn unsigned_debit(found: &Collected) -> Option<&Record> {
    let signed = |record: &Record| record.amount.trim_start().starts_with(['-', '+', '(']);
    let debit = |record: &&Record| record.kind.eq_ignore_ascii_case("DEBIT");
    let records = &found.records;
    records
        .iter()
        .find(debit)
        .filter(|_| !records.iter().any(signed))
}

/// The code page that the header names, for files that are not UTF-8.
fn declared_encoding(bytes: &[u8]) -> Option<&'static str> {
    let marked = Encoding::for_bom(bytes).is_some() || bytes.iter().take(64).any(|byte| *byte == 0);
    if marked || std::str::from_utf8(bytes).is_ok() {
        return None;
    }
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(1024)]).to_ascii_lowercase();
    let pages = ["1250", "1251", "1253", "1254", "1257"];
    let page = pages.iter().position(|page| {
        head.contains(&format!("charset:{page}")) || head.contains(&format!("windows-{page}"))
    });
    let names = [
        "windows-1250",
        "windows-1251",
        "windows-1253",
        "windows-1254",
        "windows-1257",
    ];
    Some(page.map_or("windows-1252", |at| names[at]))
}

/// Why there is no statement.
fn nothing(found: Collected) -> ReadError {
    match found.failure {
        Some((code, message)) => ReadError::ServerError { code, message },
        None if found.lists_accounts => ReadError::NoTransactions {
            found: "a list of accounts",
        },
        None => ReadError::NoTransactions {
            found: "an OFX header without a statement",
        },
    }
}

/// The decimal mark. The specification allows both and no grouping, which banks do nevertheless.
fn mark(found: &Collected, hints: &Hints<'_>) -> Result<(Mark, Evidence), ReadError> {
    if let Some(mark) = hints.decimal.and_then(Mark::from_char) {
        return Ok((mark, Evidence::Given("decimal mark")));
    }
    let mut numbers = NumberEvidence::default();
    for record in &found.records {
        numbers.count(&record.amount);
    }
    let code = found
        .accounts
        .iter()
        .find_map(|account| account.currency.parse::<CurrencyCode>().ok());
    let exponent = code
        .and_then(iso_currency)
        .or(hints.currency)
        .map(|currency| currency.exponent);
    numbers.decide(exponent).or_else(|open| {
        if open.example.contains('.') && !open.example.contains(',') {
            return Ok((Mark::Point, Evidence::NumbersFitOneMark));
        }
        Err(ReadError::AmbiguousNumbers {
            example: open.example.into(),
            readings: open.readings,
        })
    })
}

/// A bare number: OFX has no currency signs and no parentheses.
fn amount(written: &str, mark: Mark) -> Option<Decimal> {
    let plain = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '+' | '-' | ' ');
    let figure = Figure::read(written).filter(|_| written.chars().all(plain))?;
    let other = if mark == Mark::Point {
        Mark::Comma
    } else {
        Mark::Point
    };
    figure.value(mark).or_else(|| figure.value(other))
}

fn date(written: &str) -> Option<NaiveDate> {
    let digits = written
        .trim()
        .get(..8)
        .filter(|digits| digits.bytes().all(|b| b.is_ascii_digit()))?;
    let date = NaiveDate::parse_from_str(digits, "%Y%m%d").ok()?;
    let year = chrono::Datelike::year(&date);
    domain::date::YEARS.contains(&year).then_some(date)
}

fn account(raw: &RawAccount, mark: Mark) -> StatementAccount {
    StatementAccount {
        id: raw.id.clone(),
        kind: Some(raw.kind.to_owned()),
        currency: raw.currency.parse().ok(),
        opening: None,
        closing: amount(&raw.balance, mark),
        closing_date: date(&raw.balance_date),
    }
}

fn row(record: &Record, accounts: &[StatementAccount], mark: Mark) -> Result<Row, RowError> {
    let error = |field: &str, written: &str, missing, bad| {
        let problem = if written.trim().is_empty() {
            missing
        } else {
            bad
        };
        RowError::new(record.line, Some(field), written, problem)
    };
    let amount = amount(&record.amount, mark).ok_or_else(|| {
        error(
            "TRNAMT",
            &record.amount,
            RowProblem::MissingAmount,
            RowProblem::BadAmount,
        )
    })?;
    let date = date(&record.date).ok_or_else(|| {
        error(
            "DTPOSTED",
            &record.date,
            RowProblem::MissingDate,
            RowProblem::BadDate,
        )
    })?;
    let account = usize::try_from(record.account)
        .ok()
        .and_then(|at| accounts.get(at));
    let mut row = Row::new(record.line, date, amount);
    row.account = Some(record.account);
    row.currency = record.currency.parse().ok().or_else(|| account?.currency);
    row.payee = text(&record.name).or_else(|| text(&record.payee_name));
    row.memo = text(&record.memo);
    row.bank_id = text(&record.id);
    row.set_check_number(text(&record.check_number));
    row.pending = record.pending;
    Ok(row)
}

fn layout(encoding: &str, mark: Mark, why: Evidence, accounts: &[StatementAccount]) -> Layout {
    let currency = accounts.first().and_then(|account| account.currency);
    Layout {
        encoding: encoding.to_owned(),
        date_order: Some(DateOrder::Ymd),
        date_format: Some("YYYYMMDD".to_owned()),
        decimal: Some(mark.as_char()),
        number_format: Some(format!("1234{}56", mark.as_char())),
        signs: Some(Signs::AsWritten),
        currency: currency.filter(|_| accounts.iter().all(|account| account.currency == currency)),
        evidence: vec![why],
        ..Layout::default()
    }
}
