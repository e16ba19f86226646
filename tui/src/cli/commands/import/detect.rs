//! `luka import --detect`: what a file is and how it would be read; nothing is imported.

use ops::import::{BankFile, ColumnUse, Detected, Import, ImportError, Layout, Signs, Statement};
use serde::Serialize;
use serde_json::{Value, json};

use super::super::names::Desk;
use super::question;
use super::report::{Ignored, Problem};
use crate::cli::error::{Failure, OrExplain as _, warning_sentence};
use crate::cli::output::{Cell, Column, Row, Shape};
use crate::i18n::{Texts, text};
use crate::present::reading::{evidence, role};

/// One file.
#[derive(Serialize)]
struct FileForm {
    file: String,
    format: &'static str,
    rows: usize,
    errors: Vec<Problem>,
    number_format: Option<String>,
    date_format: Option<String>,
    encoding: String,
    delimiter: Option<char>,
    header_line: Option<u32>,
    columns: Vec<Value>,
    signs: Option<Signs>,
    currency: Option<String>,
    accounts: Vec<Value>,
    ignored: u32,
    ignored_lines: Vec<Ignored>,
    profile: Option<String>,
    evidence: Vec<String>,
    warnings: Vec<String>,
}

impl Row for FileForm {
    fn cells(&self) -> Vec<Cell> {
        let text = |text: &Option<String>| Cell::text(text.as_deref().unwrap_or_default());
        let count = |n: usize| Cell::Count(i64::try_from(n).unwrap_or(i64::MAX));
        vec![
            Cell::text(self.file.as_str()),
            Cell::text(self.format),
            Cell::text(self.encoding.as_str()),
            text(&self.date_format),
            text(&self.number_format),
            text(&self.currency),
            count(self.rows),
            count(self.errors.len()),
        ]
    }
}

/// Looks at each file; what it leaves open is asked, or is an error.
pub(super) fn run(desk: &Desk<'_>, files: &[BankFile], mut request: Import) -> Result<(), Failure> {
    let texts = &desk.session.texts;
    let found = loop {
        let detect = |file| desk.book.detect(file, &request);
        let found: Result<Vec<Detected>, ImportError> = files.iter().map(detect).collect();
        match found {
            Ok(found) => break found,
            Err(error) => question::answer(desk, &error, &mut request)?,
        }
    };
    let profile = request.profile.as_ref().map(|profile| profile.name.clone());
    let lines: Vec<FileForm> = found
        .iter()
        .map(|one| line(&one.file, &one.statement, profile.clone(), texts))
        .collect();
    let shape = Shape {
        name: "files",
        head: Vec::new(),
        columns: columns(desk),
    };
    let mut listing = desk.session.listing(shape, desk.style.clone())?;
    for line in &lines {
        listing.row(line).or_explain(texts)?;
    }
    listing.finish(&[]).or_explain(texts)?;
    if desk.is_table()? {
        for (line, one) in lines.iter().zip(&found) {
            desk.session
                .sentences(about(line, &one.statement.layout, texts))?;
        }
    }
    Ok(())
}

fn columns(desk: &Desk<'_>) -> Vec<Column> {
    vec![
        Column::text("file", desk.text("head-file")),
        Column::text("format", desk.text("head-format")),
        Column::text("encoding", desk.text("head-encoding")),
        Column::text("date_format", desk.text("head-dates")),
        Column::text("number_format", desk.text("head-numbers")),
        Column::text("currency", desk.text("head-currency")),
        Column::number("rows", desk.text("head-rows")),
        Column::number("errors", desk.text("head-unreadable")),
    ]
}

fn line(file: &str, statement: &Statement, profile: Option<String>, texts: &Texts) -> FileForm {
    let layout = &statement.layout;
    let column = |column: &ColumnUse| {
        let (number, name, role) = (column.number, &column.name, column.role);
        json!({ "number": number, "name": name, "role": role })
    };
    let accounts = statement.accounts.iter().map(|account| {
        json!({
            "id": account.id,
            "kind": account.kind,
            "currency": account.currency,
            "opening": account.opening.map(|amount| amount.to_string()),
            "closing": account.closing.map(|amount| amount.to_string()),
        })
    });
    FileForm {
        file: file.to_owned(),
        format: statement.format.as_str(),
        rows: statement.rows.len() + statement.errors.len(),
        errors: statement
            .errors
            .iter()
            .map(|error| Problem::of(error, texts))
            .collect(),
        number_format: layout.number_format.clone(),
        date_format: layout.date_format.clone(),
        encoding: layout.encoding.clone(),
        delimiter: layout.delimiter,
        header_line: layout.header_line,
        columns: layout.columns.iter().map(column).collect(),
        signs: layout.signs,
        currency: layout.currency.map(|code| code.as_str().to_owned()),
        accounts: accounts.collect(),
        ignored: layout.ignored,
        ignored_lines: Ignored::all(layout),
        profile,
        evidence: layout
            .evidence
            .iter()
            .map(|reason| evidence(reason, texts))
            .collect(),
        warnings: statement
            .warnings
            .iter()
            .map(|warning| warning_sentence(warning, texts))
            .collect(),
    }
}

/// What a table has no room for: the columns, the accounts, and why it was decided so.
fn about(line: &FileForm, layout: &Layout, texts: &Texts) -> Vec<String> {
    let mut lines = vec![String::new(), line.file.clone()];
    let columns = layout.columns.iter().map(|column| {
        let role = role(column.role, texts);
        text!(
            texts,
            "say-column-role",
            column = column.name.clone(),
            role = role
        )
    });
    lines.extend(columns.map(|line| format!("  {line}")));
    let named = line
        .accounts
        .iter()
        .filter_map(|account| account["id"].as_str());
    let named = named.filter(|id| !id.is_empty());
    lines.extend(named.map(|id| {
        let line = text!(texts, "say-file-account", account = id.to_owned());
        format!("  {line}")
    }));
    let sentences = line.evidence.iter().chain(&line.warnings);
    lines.extend(sentences.map(|sentence| format!("  {sentence}")));
    let problems = line.errors.iter().map(Problem::message);
    lines.extend(problems.map(|message| format!("  {message}")));
    lines
}
