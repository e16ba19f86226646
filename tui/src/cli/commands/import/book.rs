//! A whole book of another program: what it becomes, and what of it stays behind.
//!
//! The same command as for statements; the content decides. Files that a book includes are read from
//! beside it. What can't be carried over is told and is no failure; what can't be read is one.

use std::io::Write as _;
use std::path::Path;

use ops::import::{
    BankFile, BookImport, BookWords, CurrencyChoice, ImportError, ImportedBook, Uncategorized,
    book_format,
};
use serde::Serialize;
use serde_json::{Value, json};

use super::super::names::Desk;
use super::{date_format, question};
use crate::cli::args::import::Import;
use crate::cli::bank_file::beside;
use crate::cli::error::{
    Explain as _, Failure, Kind, OrExplain as _, book_warning_sentence, line_sentence,
    uncarried_sentence,
};
use crate::cli::output::{self, Cell, Column, Row, Shape};
use crate::cli::session::Session;
use crate::i18n::{Texts, text};

/// So many lines of a sort are told one by one; JSON has all.
const MOST_TOLD: usize = 20;

/// True when the files are books; an error when they are of both sorts, or the options of one are
/// used with the other.
pub(super) fn are_books(
    session: &Session,
    args: &Import,
    files: &[BankFile],
) -> Result<bool, Failure> {
    let texts = &session.texts;
    // A table of another program has rows like a statement's, when it is told whose they are.
    let as_rows = !args.accounts.is_empty() || args.profile.is_some();
    let is_book = |file: &&BankFile| {
        let format = book_format(&file.bytes);
        format.is_some_and(|format| !(format.is_table() && as_rows))
    };
    let books = files.iter().filter(is_book);
    let usage =
        |message: String, hint: &str| Err(Failure::new(Kind::Usage, message).hint(texts.get(hint)));
    match books.count() {
        0 if args.currencies.is_empty() && args.kinds.is_empty() => Ok(false),
        0 => usage(
            texts.get("error-statement-currency"),
            "hint-statement-currency",
        ),
        books if books < files.len() => usage(texts.get("error-mixed-files"), "hint-mixed-files"),
        _ => {
            let options = [
                (!args.accounts.is_empty(), "--account"),
                (args.profile.is_some(), "--profile"),
                (args.save_profile.is_some(), "--save-profile"),
                (args.invert, "--invert"),
                (args.fees.is_some(), "--fees"),
                (args.matches.is_some(), "--matches"),
            ];
            match options.iter().find(|(used, _)| *used) {
                Some((_, option)) => {
                    let message = text!(texts, "error-book-option", option = (*option).to_owned());
                    usage(message, "hint-book-option")
                }
                None => Ok(true),
            }
        }
    }
}

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
    errors: Vec<Value>,
    number_format: Option<String>,
    date_format: Option<String>,
    batch: Option<String>,
    accounts: Vec<String>,
    prices: usize,
    budgets: usize,
    uncarried: Vec<Value>,
    chart: Vec<Value>,
    currencies: Vec<Value>,
    warnings: Vec<String>,
}

fn count(n: usize) -> Cell {
    Cell::Count(i64::try_from(n).unwrap_or(i64::MAX))
}

impl Row for Line {
    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::text(self.file.as_str()),
            Cell::text(self.format),
            count(self.rows),
            count(self.imported),
            count(self.duplicates),
            count(self.accounts.len()),
            count(self.prices),
            count(self.uncarried.len()),
            count(self.errors.len()),
            count(self.budgets),
            Cell::text(self.batch.as_deref().unwrap_or_default()),
        ]
    }
}

impl Line {
    fn of(book: &ImportedBook, texts: &Texts) -> Self {
        let file = |place: &ops::import::Place| place.file.as_ref().map(ToString::to_string);
        let chart = book.accounts.iter().map(|account| {
            json!({
                "in_book": account.in_book,
                "name": account.name,
                "kind": account.kind,
                "currency": account.currency,
                "new": account.new,
            })
        });
        let currencies = book.currencies.iter();
        let currencies = currencies.map(|one| {
            let (code, digits) = (one.currency.code, one.currency.exponent);
            json!({ "in_book": one.in_book, "currency": code, "digits": digits })
        });
        Self {
            file: book.file.clone(),
            format: book.format.as_str(),
            account: None,
            rows: book.transactions + book.errors.len(),
            imported: book.imported,
            duplicates: book.duplicates,
            review: 0,
            errors: book
                .errors
                .iter()
                .map(|error| {
                    let message = line_sentence(error, texts);
                    let (line, file) = (error.place.line, file(&error.place));
                    json!({ "line": line, "file": file, "text": error.text, "message": message })
                })
                .collect(),
            number_format: None,
            date_format: None,
            batch: book.batch.map(|batch| batch.to_string()),
            accounts: book.accounts.iter().map(|account| account.name.clone()).collect(),
            prices: book.prices,
            budgets: book.budgets,
            uncarried: book
                .uncarried
                .iter()
                .map(|one| {
                    let message = uncarried_sentence(one, texts);
                    let (line, file, why) = (one.place.line, file(&one.place), one.why.as_str());
                    json!({ "line": line, "file": file, "what": one.what, "why": why, "message": message })
                })
                .collect(),
            chart: chart.collect(),
            currencies: currencies.collect(),
            warnings: book.warnings.iter().map(|w| book_warning_sentence(w, texts)).collect(),
        }
    }
}

/// Imports books, or says what would come of them.
pub(super) fn run(desk: &mut Desk<'_>, args: &Import, files: &[BankFile]) -> Result<(), Failure> {
    let session = desk.session;
    let texts = &session.texts;
    let mut request = request(args, texts)?;
    let dry = args.dry_run || args.detect;
    let mut books = Vec::with_capacity(files.len());
    for (file, path) in files.iter().zip(&args.files) {
        books.push(one(desk, file, path, &mut request, dry)?);
    }
    let lines: Vec<Line> = books.iter().map(|book| Line::of(book, texts)).collect();
    write(desk, &lines, dry)?;
    if !desk.session.format()?.is_json() {
        for (book, line) in books.iter().zip(&lines) {
            tell(desk, book, line);
        }
        if dry {
            desk.session.say(&texts.get("say-dry-run"));
        }
    }
    let bad: usize = books.iter().map(|book| book.errors.len()).sum();
    if bad == 0 || args.detect {
        return Ok(());
    }
    let n = i64::try_from(bad).unwrap_or(i64::MAX);
    let failure = Failure::new(Kind::BadInput, text!(texts, "error-bad-lines", n = n));
    Err(failure.hint(texts.get("hint-bad-rows")))
}

fn request(args: &Import, texts: &Texts) -> Result<BookImport, Failure> {
    let currencies = args.currencies.iter().map(|choice| CurrencyChoice {
        in_book: choice.in_book.clone(),
        code: choice.code,
    });
    let kinds = args
        .kinds
        .iter()
        .map(|said| (said.account.clone(), said.kind));
    let order = args.date_format.as_deref();
    Ok(BookImport {
        currencies: currencies.collect(),
        kinds: kinds.collect(),
        date_order: order
            .map(|typed| date_format::order(typed, texts))
            .transpose()?,
        decimal: args.decimal.as_deref().and_then(|mark| mark.chars().next()),
        strict: args.strict,
        words: BookWords {
            rounding: texts.get("word-rounding"),
            unbalanced: texts.get("word-virtual-postings"),
            transfers: texts.get("word-transfers"),
            uncategorized: Uncategorized {
                expense: texts.get("word-uncategorized"),
                income: texts.get("word-uncategorized-income"),
            },
        },
    })
}

/// One book; what it leaves open is asked at the terminal.
fn one(
    desk: &mut Desk<'_>,
    file: &BankFile,
    path: &Path,
    request: &mut BookImport,
    dry: bool,
) -> Result<ImportedBook, Failure> {
    let session = desk.session;
    let texts = &session.texts;
    let mut load = beside(path, texts);
    loop {
        let outcome = if dry {
            desk.book.preview_book(file, request, &mut load)
        } else {
            desk.book.import_book(file, request, &mut load)
        };
        let error = match outcome {
            Ok(book) => return Ok(book),
            Err(error) => error,
        };
        if matches!(error, ImportError::Strict { .. })
            && let Ok(book) = desk.book.preview_book(file, request, &mut load)
        {
            tell(desk, &book, &Line::of(&book, texts));
            return Err(error.explain(texts));
        }
        // Marks and the order of dates are all that a book can leave open.
        let mut asked = ops::import::Import {
            decimal: request.decimal,
            date_order: request.date_order,
            ..ops::import::Import::default()
        };
        question::answer(desk, &error, &mut asked)?;
        (request.decimal, request.date_order) = (asked.decimal, asked.date_order);
    }
}

fn write(desk: &Desk<'_>, lines: &[Line], dry: bool) -> Result<(), Failure> {
    let texts = &desk.session.texts;
    let shape = Shape {
        name: "files",
        head: Vec::new(),
        columns: vec![
            Column::text("file", desk.text("head-file")),
            Column::text("format", desk.text("head-format")),
            Column::number("rows", desk.text("head-transactions")),
            Column::number("imported", desk.text("head-imported")),
            Column::number("duplicates", desk.text("head-duplicates")),
            Column::number("accounts", desk.text("head-accounts")),
            Column::number("prices", desk.text("head-prices")),
            Column::number("uncarried", desk.text("head-uncarried")),
            Column::number("errors", desk.text("head-unreadable")),
            if lines.iter().any(|line| line.budgets > 0) {
                Column::number("budgets", desk.text("head-budgets"))
            } else {
                Column::csv_only("budgets")
            },
            Column::csv_only("batch"),
        ],
    };
    let mut listing = desk.session.listing(shape, desk.style.clone())?;
    for line in lines {
        listing.row(line).or_explain(texts)?;
    }
    listing
        .finish(&[("dry_run", Value::from(dry))])
        .or_explain(texts)
}

/// Says what a person should look at. What can't be read is told even to who wants quiet.
fn tell(desk: &Desk<'_>, book: &ImportedBook, line: &Line) {
    let texts = &desk.session.texts;
    let about = |sentence: &str| {
        let (file, sentence) = (book.file.clone(), sentence.to_owned());
        text!(texts, "say-about-file", file = file, sentence = sentence)
    };
    let renamed = book.currencies.iter();
    for one in renamed.filter(|one| one.in_book != one.currency.code.as_str()) {
        let (name, code) = (one.in_book.clone(), one.currency.code.to_string());
        let said = if name.is_empty() {
            text!(texts, "say-open-currency", code = code)
        } else {
            text!(texts, "say-commodity", name = name, code = code)
        };
        desk.session.say(&about(&said));
    }
    let assumed = book.accounts.iter().filter(|account| account.kind_assumed);
    let assumed: Vec<String> = assumed
        .filter_map(|account| account.in_book.clone())
        .collect();
    if let Some(first) = assumed.first() {
        let n = i64::try_from(assumed.len()).unwrap_or(i64::MAX);
        let said = text!(texts, "say-kind-assumed", n = n, name = first.clone());
        desk.session.say(&about(&said));
    }
    for warning in line.warnings.iter().take(MOST_TOLD) {
        desk.session.say(&about(warning));
    }
    let left = book.uncarried.iter();
    for one in left.take(MOST_TOLD) {
        let said = uncarried_sentence(one, texts);
        desk.session
            .say(&about(&text!(texts, "say-uncarried", what = said)));
    }
    let more = book.uncarried.len().saturating_sub(MOST_TOLD);
    if more > 0 {
        let n = i64::try_from(more).unwrap_or(i64::MAX);
        desk.session
            .say(&about(&text!(texts, "say-more-uncarried", n = n)));
    }
    let mut to = output::stderr();
    for error in book.errors.iter().take(MOST_TOLD) {
        // Who can't be told on stderr can read the exit code.
        let _ = writeln!(to, "{}", about(&line_sentence(error, texts)));
    }
    let more = book.errors.len().saturating_sub(MOST_TOLD);
    if more > 0 {
        let n = i64::try_from(more).unwrap_or(i64::MAX);
        let _ = writeln!(to, "{}", about(&text!(texts, "say-more-bad-rows", n = n)));
    }
}
