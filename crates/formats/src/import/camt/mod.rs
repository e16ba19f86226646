//! CAMT.053, .052 and .054 (ISO 20022) in all versions: one row for each entry.
//!
//! A batch stays one row; its parts are splits when they add up, else words. Every entry that
//! can't be read is reported with its line; so is the place where a file is cut or damaged, and
//! what stands before it is read. Entities are refused.

mod detail;
mod entry;
mod report;
mod walk;

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use domain::Decimal;
use encoding_rs::Encoding;

use super::DateOrder;
use super::encoding::{Decoded, decode};
use super::error::{ReadError, RowError, RowProblem, Warning};
use super::joined::{closing_mismatch, join_accounts};
use super::layout::{Layout, Signs};
use super::statement::{Format, Statement};
use entry::Entry;
use report::Report;
use walk::{Step, Walk};

/// Reads a CAMT message.
pub(super) fn read(bytes: &[u8]) -> Result<Statement, ReadError> {
    let decoded = decode_declared(bytes)?;
    let mut statement = Statement {
        format: Format::Camt,
        layout: Layout::default(),
        accounts: Vec::new(),
        rows: Vec::new(),
        errors: Vec::new(),
        warnings: Vec::new(),
    };
    let references = references(&decoded.text);
    let mut reading = Reading {
        statement: &mut statement,
        references,
        report: None,
        entry: None,
        left_out: BTreeMap::new(),
        first_row: 0,
    };
    reading.walk(&decoded.text)?;
    statement.layout = layout(decoded.encoding.name(), &statement);
    join_accounts(&mut statement);
    Ok(statement)
}

/// The encoding that the declaration names, unless the bytes say otherwise: many files claim
/// latin-1 and are UTF-8, or the other way round.
fn decode_declared(bytes: &[u8]) -> Result<Decoded<'_>, ReadError> {
    let marked = Encoding::for_bom(bytes).is_some() || bytes.iter().take(64).any(|byte| *byte == 0);
    if marked || std::str::from_utf8(bytes).is_ok() {
        return decode(bytes, None);
    }
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(200)]);
    let declared = head.split_once("encoding=").and_then(|(_, rest)| {
        let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        rest[1..].split(quote).next()
    });
    let known = declared
        .and_then(|name| Encoding::for_label(name.as_bytes()))
        .filter(|page| page.is_single_byte())
        .map(Encoding::name);
    decode(bytes, known)
}

/// How often each `NtryRef` is written.
fn references(document: &str) -> HashMap<u64, u32> {
    let mut counts = HashMap::new();
    for piece in document.split("NtryRef>").skip(1).step_by(2) {
        let name = piece.split('<').next().unwrap_or_default().trim();
        *counts.entry(key(name)).or_default() += 1;
    }
    counts
}

fn key(name: &str) -> u64 {
    use std::hash::{DefaultHasher, Hash as _, Hasher as _};
    let mut hasher = DefaultHasher::new();
    name.hash(&mut hasher);
    hasher.finish()
}

/// A message while it is read.
struct Reading<'s> {
    statement: &'s mut Statement,
    references: HashMap<u64, u32>,
    /// The report and its depth.
    report: Option<(Report, usize)>,
    /// The entry and its depth.
    entry: Option<(Entry, usize)>,
    left_out: BTreeMap<String, u32>,
    /// The first row of the report.
    first_row: usize,
}

impl Reading<'_> {
    fn walk(&mut self, document: &str) -> Result<(), ReadError> {
        let mut walk = Walk::new(document);
        while let Some(step) = walk.next() {
            match step {
                Step::Open => self.open(&walk),
                Step::Close => self.close(&walk),
                Step::Declares => {
                    return Err(ReadError::Unsupported {
                        what: "an XML document that declares entities (DTD)",
                    });
                }
                Step::Damaged | Step::Cut => self.stop(step, &walk),
            }
        }
        self.close_report();
        if let (true, Some(RowError { line, .. })) = (
            self.statement.accounts.is_empty(),
            self.statement.errors.first(),
        ) {
            return Err(ReadError::Damaged { line: *line });
        }
        if self.statement.accounts.is_empty() && self.statement.rows.is_empty() {
            return Err(ReadError::NoTransactions {
                found: "a CAMT message without a statement",
            });
        }
        for (status, count) in std::mem::take(&mut self.left_out) {
            let warning = Warning::Skipped { status, count };
            self.statement.warnings.push(warning);
        }
        Ok(())
    }

    fn open(&mut self, walk: &Walk<'_>) {
        let (path, line) = (walk.path(), walk.line());
        if let Some((entry, depth)) = &mut self.entry {
            entry.open(&path[*depth..]);
            return;
        }
        match path.last().copied().unwrap_or_default() {
            "Stmt" | "Rpt" | "Ntfctn" if self.report.is_none() => {
                self.first_row = self.statement.rows.len();
                let mut report = Report::default();
                report.intraday = path.last() != Some(&"Stmt");
                self.report = Some((report, path.len()));
            }
            "Ntry" => self.entry = Some((Entry::new(line), path.len())),
            _ => {}
        }
    }

    fn close(&mut self, walk: &Walk<'_>) {
        let path = walk.path();
        if let Some((entry, depth)) = &mut self.entry {
            if path.len() > *depth {
                entry.value(&path[*depth..], walk.text(), walk.currency());
            } else if let Some((entry, _)) = self.entry.take() {
                self.finish_entry(&entry);
            }
        } else if let Some((report, depth)) = &mut self.report {
            if path.len() > *depth {
                report.value(&path[*depth..], walk.text(), walk.currency());
            } else {
                self.close_report();
            }
        }
    }

    fn finish_entry(&mut self, entry: &Entry) {
        if let Some(status) = entry.not_booked() {
            *self.left_out.entry(status.to_owned()).or_default() += 1;
            return;
        }
        let report = self.report.as_ref().map(|(report, _)| report);
        let currency = report.and_then(Report::currency);
        let unique = self.references.get(&key(entry.own_ref())) == Some(&1);
        match entry.row(currency, unique) {
            Ok(mut row) => {
                let account = u32::try_from(self.statement.accounts.len()).ok();
                row.account = account.filter(|_| report.is_some());
                self.statement.rows.push(row);
            }
            Err(error) => self.statement.errors.push(error),
        }
    }

    fn close_report(&mut self) {
        let Some((report, _)) = self.report.take() else {
            return;
        };
        let account = report.account();
        if let (Some(opening), Some(closing), true) =
            (account.opening, account.closing, report.must_add_up())
        {
            let rows = &self.statement.rows[self.first_row..];
            let booked = rows.iter().filter(|row| !row.pending);
            self.statement
                .warnings
                .extend(closing_mismatch(opening, booked, closing));
        }
        self.statement.accounts.push(account);
    }

    /// The file ends or is damaged here. The entry that is open is lost, and is said to be.
    fn stop(&mut self, step: Step, walk: &Walk<'_>) {
        let problem = if step == Step::Cut {
            RowProblem::Truncated
        } else {
            RowProblem::Damaged
        };
        let named = |name: &&&'static str| !name.is_empty();
        let inside = walk.path().iter().rev().find(named).copied();
        let error = RowError::new(walk.line(), inside, walk.text(), problem);
        self.entry = None;
        self.statement.errors.push(error);
    }
}

/// An amount as the standard has it: digits, at most one point, no sign of its own.
fn read_amount(written: &str) -> Option<Decimal> {
    let digits = written.strip_prefix('+').unwrap_or(written);
    let plain = digits.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    let number = digits.trim_end_matches('.');
    let count = number.bytes().filter(u8::is_ascii_digit).count();
    if !plain || count == 0 || count > 20 {
        return None;
    }
    Decimal::from_str_exact(number).ok()
}

/// The day of a date or of a time, as written: time zones are not shifted.
fn read_date(written: &str) -> Option<NaiveDate> {
    let (day, rest) = written.split_at_checked(10)?;
    let ends = rest.is_empty() || rest.starts_with(['T', 't', 'Z', '+', '-', ' ']);
    let date = NaiveDate::parse_from_str(day, "%Y-%m-%d").ok()?;
    let year = chrono::Datelike::year(&date);
    (ends && domain::date::YEARS.contains(&year)).then_some(date)
}

fn layout(encoding: &str, statement: &Statement) -> Layout {
    let currency = statement.rows.first().and_then(|row| row.currency);
    let one = statement.rows.iter().all(|row| row.currency == currency);
    Layout {
        encoding: encoding.to_owned(),
        date_order: Some(DateOrder::Ymd),
        date_format: Some("YYYY-MM-DD".to_owned()),
        decimal: Some('.'),
        number_format: Some("1234.56".to_owned()),
        signs: Some(Signs::Word),
        currency: currency.filter(|_| one),
        ..Layout::default()
    }
}
