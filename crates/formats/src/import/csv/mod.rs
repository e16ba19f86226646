//! Tables of text: comma, semicolon, tab and bar separated files of any bank.
//!
//! The file is read several times and never held as cells: once to find its shape (`shape`), once
//! to see what each column holds (`survey`), then columns, marks and dates are decided (`roles`,
//! `choose`, `plan`), and the last reading makes rows. The running balance checks the result.

mod beside;
mod chain;
mod check;
mod choose;
mod contents;
mod currency;
mod dates;
mod decimals;
mod describe;
mod differences;
mod fees;
mod head;
mod labels;
mod lines;
mod minor;
mod money;
mod plan;
mod preamble;
mod records;
mod roles;
mod rows;
mod shape;
mod signs;
mod sums;
mod survey;
mod vocabulary;
mod words;

use std::borrow::Cow;

use chrono::NaiveDate;
use preamble::Preamble;
use roles::Candidates;
use rows::Reader;

use super::encoding;
use super::error::{ReadError, Warning};
use super::layout::Role;
use super::statement::{Format, Statement};
use super::{Hints, Profile};

pub use head::{TableColumn, TableHead};
pub(super) use head::{head, table_head};
pub(super) use records::{Record, Records};
pub(super) use shape::header_score;
pub(super) use words::{known_words, meaning, normalise};

/// A table as text, from wherever it comes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Table<'a> {
    pub(super) text: &'a str,
    /// The name of the encoding that it was in.
    pub(super) encoding: &'a str,
    /// What separates the columns, when that is known.
    pub(super) delimiter: Option<u8>,
}

/// Reads a file of text in columns.
pub(super) fn read(bytes: &[u8], hints: &Hints<'_>) -> Result<Statement, ReadError> {
    let named = hints
        .profile
        .and_then(|profile| profile.encoding.as_deref());
    let decoded = encoding::decode(bytes, named)?;
    let text = unpacked(decoded.text);
    let table = Table {
        text: &text,
        encoding: decoded.encoding.name(),
        delimiter: None,
    };
    read_table(table, hints)
}

/// Lines that are one quoted cell each, which holds the cells of a table, are unpacked.
pub(super) fn unpacked(text: Cow<'_, str>) -> Cow<'_, str> {
    let inner = |line: &str| {
        let inner = line.trim_end().strip_prefix('"')?.strip_suffix('"')?;
        let cut = inner.replace("\"\"", "");
        let packed = !cut.contains('"') && inner.contains([',', ';', '\t', '|']);
        packed.then(|| inner.replace("\"\"", "\""))
    };
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    let unpacked: Option<Vec<String>> = lines.map(inner).collect();
    match unpacked {
        Some(lines) if lines.len() > 1 => Cow::Owned(lines.join("\n")),
        _ => text,
    }
}

/// Reads a table.
pub(super) fn read_table(table: Table<'_>, hints: &Hints<'_>) -> Result<Statement, ReadError> {
    let shape = shape::shape(table, hints.profile, hints.today);
    let names = shape.names();
    let survey = survey::survey(shape.body.clone(), names, hints.today);
    if let Some(profile) = hints.profile {
        check_profile(profile, names, survey.columns.len())?;
    }
    let nothing = ReadError::NoTransactions {
        found: "a table without rows",
    };
    if survey.records == 0 {
        return Err(nothing);
    }
    let candidates = Candidates::new(&shape, &survey, hints.profile);
    let preamble = Preamble::read(&shape.preamble);
    let mut plan = plan::plan(&candidates, &shape.body, &preamble, hints)?;
    plan.read_card(&shape, hints);
    let mut found = Reader::new(&plan, names, hints.today, survey.records).read(shape.body.clone());
    if found.rows.is_empty() && found.errors.is_empty() {
        return Err(nothing);
    }
    let latest = plan.latest(&preamble, hints.today);
    let said =
        hints.inverted.is_some() || hints.profile.is_some_and(|known| !known.columns.is_empty());
    let mut warnings = check::complete(&plan, &mut found, &preamble, latest, said);
    if warnings.contains(&Warning::SignsLookInverted) && !said {
        return Err(check::ambiguous_signs(&found.rows));
    }
    if let (Some(at), (count @ 1.., total)) = (plan.fees.open, found.fees) {
        let column = candidates.name(at).to_owned();
        warnings.push(Warning::FeesNotBooked {
            column,
            total,
            count,
        });
    }
    let mut layout = describe::layout(table.encoding, &shape, &candidates, plan);
    layout.ignored = found.ignored;
    layout.left_out = found.left_out;
    Ok(Statement {
        format: Format::Csv,
        layout,
        accounts: found.accounts,
        rows: found.rows,
        errors: found.errors,
        warnings,
    })
}

/// The folded words of the header.
pub(super) fn fingerprint(bytes: &[u8], today: NaiveDate) -> Option<String> {
    let decoded = encoding::decode(bytes, None).ok()?;
    let text = unpacked(decoded.text);
    let table = Table {
        text: &text,
        encoding: "",
        delimiter: None,
    };
    table_fingerprint(table, today)
}

/// The folded words of a table's header.
pub(super) fn table_fingerprint(table: Table<'_>, today: NaiveDate) -> Option<String> {
    let (names, _) = shape::shape(table, None, today).header?;
    Some(shape::fingerprint(&names))
}

/// A profile's columns must be there, or it is the profile of another file.
fn check_profile(profile: &Profile, names: &[String], columns: usize) -> Result<(), ReadError> {
    let needed = [Role::Date, Role::Amount, Role::Debit, Role::Credit];
    for choices in needed.iter().filter_map(|role| profile.columns.get(role)) {
        let there = |choice: &String| {
            let position = choice
                .strip_prefix('#')
                .and_then(|number| number.parse::<usize>().ok());
            position.is_some_and(|number| number <= columns)
                || names
                    .iter()
                    .any(|name| domain::text::fold(name) == domain::text::fold(choice))
        };
        if let Some(column) = choices.first().filter(|_| !choices.iter().any(there)) {
            return Err(ReadError::ProfileMismatch {
                profile: profile.name.clone(),
                column: column.clone(),
                found: names.to_vec(),
            });
        }
    }
    Ok(())
}
