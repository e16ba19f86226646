//! What became of each file: what was decided to read it, how many rows were new, known, unreadable.

use std::io::Write as _;

use domain::statement::Verdict;
use ops::import::{Import, ImportedFile, Layout, LeftOut, RowError, RowVerdict};
use serde::Serialize;
use serde_json::Value;

use super::super::names::Desk;
use super::preview::{self, PreviewRow};
use super::{Extent, Outcome};
use crate::cli::error::{Failure, OrExplain as _, row_sentence, warning_sentence};
use crate::cli::output::{self, Cell, Column, Row, Shape};
use crate::i18n::{Texts, text};

/// So many bad rows of a file are told one by one; JSON has all.
const MOST_TOLD: usize = 20;

/// So many lines that were left out are named; JSON has them with their texts.
const MOST_IGNORED: usize = 8;

/// One file, with the fields of the contract first.
#[derive(Serialize)]
struct Line {
    file: String,
    format: &'static str,
    account: Option<String>,
    rows: usize,
    imported: usize,
    duplicates: usize,
    review: usize,
    errors: Vec<Problem>,
    number_format: Option<String>,
    date_format: Option<String>,
    batch: Option<String>,
    matched: usize,
    pairs: usize,
    late: usize,
    accounts: Vec<String>,
    encoding: String,
    profile: Option<String>,
    warnings: Vec<String>,
    ignored: Vec<Ignored>,
    #[serde(skip_serializing)]
    ignored_in_all: u32,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    preview: Vec<PreviewRow>,
    #[serde(skip)]
    document: bool,
}

/// One line that is no movement: a balance, a sum, a note.
#[derive(Serialize)]
pub(super) struct Ignored {
    line: u32,
    text: String,
}

impl Ignored {
    pub(super) fn all(layout: &Layout) -> Vec<Self> {
        let told = |left: &LeftOut| Self {
            line: left.line,
            text: left.text.clone(),
        };
        layout.left_out.iter().map(told).collect()
    }
}

/// One row that could not be read.
#[derive(Serialize)]
pub(super) struct Problem {
    line: u32,
    column: Option<String>,
    text: String,
    message: String,
}

impl Problem {
    pub(super) fn of(error: &RowError, texts: &Texts) -> Self {
        Self {
            line: error.line,
            column: error.column.clone(),
            text: error.text.clone(),
            message: row_sentence(error, texts),
        }
    }

    /// What is wrong with it.
    pub(super) fn message(&self) -> &String {
        &self.message
    }
}

impl Row for Line {
    fn cells(&self) -> Vec<Cell> {
        let text = |text: &Option<String>| Cell::text(text.as_deref().unwrap_or_default());
        vec![
            Cell::text(self.file.as_str()),
            Cell::text(self.format),
            Cell::text(self.accounts.join(", ")),
            text(&self.date_format),
            text(&self.number_format),
            count(self.rows),
            count(self.imported),
            count(self.duplicates),
            count(self.review),
            count(self.errors.len()),
            count(self.matched),
            text(&self.batch),
        ]
    }
}

fn count(n: usize) -> Cell {
    Cell::Count(i64::try_from(n).unwrap_or(i64::MAX))
}

impl Line {
    fn of(file: &ImportedFile, extent: Extent, request: &Import, texts: &Texts) -> Self {
        let layout = &file.statement.layout;
        let taken = |wanted| match extent {
            Extent::Refused => 0,
            _ => file.count(|verdict| verdict == wanted),
        };
        let errors = file.errors();
        Self {
            file: file.file.clone(),
            format: file.statement.format.as_str(),
            document: file.statement.format.is_document(),
            account: file.accounts.first().cloned(),
            rows: file.statement.rows.len() + file.statement.errors.len(),
            imported: taken(RowVerdict::Taken(Verdict::New)),
            duplicates: taken(RowVerdict::Duplicate),
            review: taken(RowVerdict::Taken(Verdict::Review)),
            matched: taken(RowVerdict::Taken(Verdict::Matched)),
            pairs: file.pairs,
            late: file.late(),
            errors: errors
                .into_iter()
                .map(|error| Problem::of(error, texts))
                .collect(),
            number_format: layout.number_format.clone(),
            date_format: layout.date_format.clone(),
            batch: file.batch.map(|batch| batch.to_string()),
            accounts: file.accounts.clone(),
            encoding: layout.encoding.clone(),
            profile: request.profile.as_ref().map(|profile| profile.name.clone()),
            warnings: warnings(file, texts),
            ignored: Ignored::all(layout),
            ignored_in_all: layout.ignored,
            preview: match extent {
                Extent::Nothing => preview::rows(file),
                _ => Vec::new(),
            },
        }
    }
}

fn warnings(file: &ImportedFile, texts: &Texts) -> Vec<String> {
    let warnings = file.warnings().iter();
    let mut sentences: Vec<String> = warnings
        .map(|warning| warning_sentence(warning, texts))
        .collect();
    if file.rounded > 0 {
        let n = i64::try_from(file.rounded).unwrap_or(i64::MAX);
        sentences.push(text!(texts, "say-rounded", n = n));
    }
    let named = &file.statement.accounts;
    if named.len() > 1 && file.accounts.len() == 1 {
        let names: Vec<&str> = named.iter().map(|account| account.id.as_str()).collect();
        let into = file.accounts.join("");
        let example = names.first().copied().unwrap_or_default().to_owned();
        let names = names.join(", ");
        sentences.push(text!(
            texts,
            "say-one-account",
            names = names,
            into = into,
            example = example
        ));
    }
    sentences
}

/// Writes the report: rows on stdout, what else there is to know on stderr.
pub(super) fn write(desk: &Desk<'_>, outcome: &Outcome, request: &Import) -> Result<(), Failure> {
    let texts = &desk.session.texts;
    let files = outcome.files.iter();
    let lines: Vec<Line> = files
        .map(|file| Line::of(file, outcome.extent, request, texts))
        .collect();
    let shape = Shape {
        name: "files",
        head: Vec::new(),
        columns: columns(desk, lines.iter().any(|line| line.matched > 0)),
    };
    let mut listing = desk.session.listing(shape, desk.style.clone())?;
    for line in &lines {
        listing.row(line).or_explain(texts)?;
    }
    let dry_run = Value::from(outcome.extent == Extent::Nothing);
    listing.finish(&[("dry_run", dry_run)]).or_explain(texts)?;
    if desk.session.format()?.is_json() {
        return Ok(());
    }
    if outcome.extent == Extent::Nothing && desk.is_table()? {
        preview::write(desk, lines.iter().map(|line| (&line.file, &line.preview)))?;
    }
    for line in &lines {
        tell(desk, line);
    }
    if outcome.extent == Extent::Nothing {
        desk.session.say(&texts.get("say-dry-run"));
    }
    Ok(())
}

fn columns(desk: &Desk<'_>, matched: bool) -> Vec<Column> {
    vec![
        Column::text("file", desk.text("head-file")),
        Column::text("format", desk.text("head-format")),
        Column::text("account", desk.text("head-account")),
        Column::text("date_format", desk.text("head-dates")),
        Column::text("number_format", desk.text("head-numbers")),
        Column::number("rows", desk.text("head-rows")),
        Column::number("imported", desk.text("head-imported")),
        Column::number("duplicates", desk.text("head-duplicates")),
        Column::number("review", desk.text("head-review")),
        Column::number("errors", desk.text("head-unreadable")),
        if matched {
            Column::number("matched", desk.text("head-matched"))
        } else {
            Column::csv_only("matched")
        },
        Column::csv_only("batch"),
    ]
}

/// How many lines were left out, and which.
fn ignored(line: &Line, texts: &Texts) -> String {
    let numbers = line.ignored.iter().take(MOST_IGNORED);
    let mut lines: Vec<String> = numbers.map(|left| left.line.to_string()).collect();
    if line.ignored.len() > MOST_IGNORED {
        lines.push("\u{2026}".to_owned());
    }
    let (n, lines) = (i64::from(line.ignored_in_all), lines.join(", "));
    text!(texts, "say-left-out-lines", n = n, lines = lines)
}

/// Says what a person should look at. Bad rows are errors: they are told even to who wants quiet.
fn tell(desk: &Desk<'_>, line: &Line) {
    let texts = &desk.session.texts;
    let about = |sentence: &str| {
        text!(
            texts,
            "say-about-file",
            file = line.file.clone(),
            sentence = sentence.to_owned()
        )
    };
    for warning in &line.warnings {
        desk.session.say(&about(warning));
    }
    if !line.ignored.is_empty() {
        desk.session.say(&about(&ignored(line, texts)));
    }
    if line.review > 0 {
        let n = i64::try_from(line.review).unwrap_or(i64::MAX);
        desk.session.say(&about(&if line.document {
            text!(texts, "say-document-rows", n = n)
        } else {
            text!(texts, "say-review", n = n)
        }));
    }
    for (id, n) in [("say-pairs", line.pairs), ("say-late-rows", line.late)] {
        if n > 0 {
            let n = i64::try_from(n).unwrap_or(i64::MAX);
            desk.session.say(&about(&text!(texts, id, n = n)));
        }
    }
    let mut to = output::stderr();
    for problem in line.errors.iter().take(MOST_TOLD) {
        // Who can't be told on stderr can read the exit code.
        let _ = writeln!(to, "{}", about(&problem.message));
    }
    let more = line.errors.len().saturating_sub(MOST_TOLD);
    if more > 0 {
        let n = i64::try_from(more).unwrap_or(i64::MAX);
        let _ = writeln!(to, "{}", about(&text!(texts, "say-more-bad-rows", n = n)));
    }
}
