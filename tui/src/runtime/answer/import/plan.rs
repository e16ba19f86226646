//! What would become of a file's rows, and into which account.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash as _, Hasher as _};
use std::path::Path;

use domain::account::Wanted;
use domain::{Currency, Money};
use ops::import::{
    AccountChoice, BankFile, FileSigns, Import, ImportError, ImportedFile, ReadError, RowError,
    RowVerdict, Statement, Uncategorized, book_format, fingerprint, table_head,
};
use ops::{Book, Names as _};

use super::super::super::ground::Ground;
use super::columns;
use crate::cli::bank_file::read_bank_file;
use crate::cli::error::{
    Explain as _, Failure, OrExplain as _, marks, row_sentence, warning_sentence,
};
use crate::cli::profiles::Profiles;
use crate::i18n::{Texts, text};
use crate::present::Sides;
use crate::present::reading::{evidence, role};
use crate::screens::import::{Counts, Found, Guess, Options, Plan, PlanRow, Question, Signs};

/// So many rows are shown; all are counted and imported.
const MOST: usize = 10_000;

/// A number for what is in a file, to notice that it changed meanwhile.
pub(in crate::runtime) fn print(bytes: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    hasher.finish()
}

pub(super) fn plan(
    book: &Book,
    path: &Path,
    options: &Options,
    ground: &Ground,
    texts: &Texts,
) -> Result<Found, Failure> {
    let file = read_bank_file(path, texts)?;
    let book_of = book_format(&file.bytes).filter(|format| !format.is_table());
    if book_of.is_some() {
        return match super::book::plan(book, path, &file, options, texts) {
            Ok(plan) => Ok(Found::Book(Box::new(plan))),
            Err(error) => match question(&error, &file, book) {
                Some(question) => Ok(Found::Question(path.to_owned(), question)),
                None => Err(error.explain(texts)),
            },
        };
    }
    let profiles = Profiles::beside(&ground.places.config_file());
    let mut request = request(options, texts);
    request.profile = match (&options.columns, &options.profile) {
        (Some(columns), _) => Some(columns::said(columns, texts)?),
        (None, Some(name)) => Some(profiles.named(name, texts)?),
        (None, None) => profiles.that_fits(std::slice::from_ref(&file), book.today(), texts),
    };
    match judged(book, &file, options, &mut request, texts)? {
        Ok((imported, guess)) => {
            let save = options.save_as.as_deref();
            let save = save.map(|name| columns::new_profile(name, &imported, &profiles, texts));
            let save = save.transpose()?.flatten();
            let reading = Reading {
                book,
                texts,
                imported,
                request,
                guess,
            };
            let mut plan = reading.plan(path, print(&file.bytes))?;
            plan.profiles = profiles.saved();
            plan.save = save;
            Ok(Found::Plan(Box::new(plan)))
        }
        Err(error) => match question(&error, &file, book) {
            Some(question) => Ok(Found::Question(path.to_owned(), question)),
            None => Err(error.explain(texts)),
        },
    }
}

fn request(options: &Options, texts: &Texts) -> Import {
    let accounts = options.accounts.iter();
    let accounts = accounts.map(|(in_file, in_ledger)| AccountChoice {
        in_file: in_file.clone(),
        in_ledger: in_ledger.clone(),
    });
    Import {
        accounts: accounts.collect(),
        date_order: options.date_order,
        decimal: options.decimal,
        signs: match options.signs {
            Signs::Open => FileSigns::Open,
            Signs::AsWritten => FileSigns::AsWritten,
            Signs::Inverted => FileSigns::Inverted,
        },
        fees: options.fees,
        hand_entries: options.matches.into(),
        uncategorized: Uncategorized {
            expense: texts.get("word-uncategorized"),
            income: texts.get("word-uncategorized-income"),
        },
        ..Import::default()
    }
}

type Judged = Result<(ImportedFile, Guess), ImportError>;

/// Judges the rows; without an account that was said, with the one that fits best.
fn judged(
    book: &Book,
    file: &BankFile,
    options: &Options,
    request: &mut Import,
    texts: &Texts,
) -> Result<Judged, Failure> {
    let mut attempts: Vec<(Option<String>, Guess)> = Vec::new();
    if options.accounts.is_empty() {
        if let Some(head) = fingerprint(&file.bytes, book.today()) {
            let before = book.suggest_account(&head).or_explain(texts)?;
            attempts.extend(before.map(|account| (Some(account), Guess::Before)));
        }
        attempts.push((None, Guess::Named));
        let last = book.last_account().or_explain(texts)?;
        attempts.extend(last.map(|account| (Some(account), Guess::LastUsed)));
    } else {
        attempts.push((None, Guess::Said));
    }
    let mut first: Option<ImportError> = None;
    let mut at = 0;
    while let Some((account, guess)) = attempts.get(at).cloned() {
        at += 1;
        if guess != Guess::Said {
            request.accounts = account.iter().map(|account| choice(account)).collect();
        }
        let error = match book.preview_import(std::slice::from_ref(file), request) {
            Ok(mut files) if !files.is_empty() => {
                let imported = files.remove(0);
                if names_several(&imported.statement) && account.is_some() {
                    continue;
                }
                return Ok(Ok((imported, guess)));
            }
            Ok(_) => break,
            Err(error) => error,
        };
        // One account for the rows of several would mix them: a person says which is which.
        if matches!(&error, ImportError::WhichAccount { named, .. } if named.len() > 1) {
            return Ok(Err(error));
        }
        // An account in the currency of the file, when what was tried has another.
        if let (ImportError::OtherCurrency { found, .. }, Guess::LastUsed) = (&error, guess) {
            let chart = book.view().chart().or_explain(texts)?;
            let fits = chart.iter().find(|account| {
                account.kind.is_holding() && !account.closed && account.currency == Some(*found)
            });
            let fits = fits.map(|account| chart.path(account.id).to_owned());
            attempts.extend(fits.map(|account| (Some(account), Guess::Currency)));
        }
        first = Some(error);
    }
    match first {
        Some(error) => Ok(Err(error)),
        None => Err(Failure::new(
            crate::cli::error::Kind::Failed,
            texts.get("error-file-empty"),
        )),
    }
}

/// True when the rows are of several accounts, as far as the file says.
fn names_several(statement: &Statement) -> bool {
    statement.accounts.len() > 1
}

fn choice(account: &str) -> AccountChoice {
    AccountChoice {
        in_file: None,
        in_ledger: account.to_owned(),
    }
}

/// What a person is to be asked, when that is all that is missing.
fn question(error: &ImportError, file: &BankFile, book: &Book) -> Option<Question> {
    match error {
        ImportError::Read {
            source: ReadError::NoColumns { .. } | ReadError::AmbiguousColumns { .. },
            ..
        } => table_head(&file.bytes, book.today()).map(Question::Columns),
        ImportError::Read {
            source: ReadError::AmbiguousDates { example, readings },
            ..
        } => Some(Question::Dates(example.clone(), *readings)),
        ImportError::Read {
            source: ReadError::AmbiguousNumbers { example, readings },
            ..
        } => {
            let (mark, other) = marks(example);
            let [grouped, decimal] = readings;
            let readings = [(other, grouped.to_string()), (mark, decimal.to_string())];
            Some(Question::Numbers(example.clone(), readings))
        }
        ImportError::Read {
            source: ReadError::AmbiguousSigns { example, amount },
            ..
        } => Some(Question::Signs(format!("{example} {amount}"))),
        ImportError::WhichAccount { named, .. } => Some(Question::Accounts(named.clone())),
        _ => None,
    }
}

struct Reading<'a> {
    book: &'a Book,
    texts: &'a Texts,
    imported: ImportedFile,
    request: Import,
    guess: Guess,
}

impl Reading<'_> {
    fn plan(self, path: &Path, print: u64) -> Result<Plan, Failure> {
        let texts = self.texts;
        let mut counts = Counts::default();
        for verdict in self.imported.verdicts.iter().copied() {
            if verdict != RowVerdict::Bad {
                *counts.of(verdict) += 1;
            }
        }
        let errors = self.imported.errors();
        counts.bad = errors.len();
        let currency = self.currency()?;
        let mut rows = Vec::new();
        for (position, verdict) in self.imported.verdicts.iter().copied().enumerate() {
            if verdict == RowVerdict::Bad || rows.len() >= MOST {
                continue;
            }
            rows.extend(self.row(position, verdict, currency)?);
        }
        rows.extend(errors.into_iter().take(MOST).map(|error| bad(error, texts)));
        rows.sort_by_key(|row| row.line);
        let statement = &self.imported.statement;
        let named = statement.accounts.iter();
        let named = named.map(|account| account.id.clone());
        Ok(Plan {
            path: path.to_owned(),
            file: self.imported.file.clone(),
            print,
            accounts: self.imported.accounts.clone(),
            targets: self.targets(),
            guess: self.guess,
            named: named.filter(|name| !name.trim().is_empty()).collect(),
            facts: self.facts(),
            columns: self.columns(),
            reasons: statement
                .layout
                .evidence
                .iter()
                .map(|reason| evidence(reason, texts))
                .collect(),
            warnings: self.warnings(),
            more: counts.all().saturating_sub(rows.len()),
            rows,
            counts,
            profiles: Vec::new(),
            save: None,
            request: Box::new(self.request),
        })
    }

    /// What the rows go to: one account for all, or those of each account in the file.
    fn targets(&self) -> Vec<(Option<String>, String)> {
        if !names_several(&self.imported.statement) {
            let account = self.imported.accounts.first().cloned();
            return account.map(|account| (None, account)).into_iter().collect();
        }
        let targets = self.imported.targets.iter().cloned();
        targets
            .map(|choice| (choice.in_file, choice.in_ledger))
            .collect()
    }

    /// The currency in which amounts are shown where the row says none.
    fn currency(&self) -> Result<Option<Currency>, Failure> {
        let view = self.book.view();
        let chart = view.chart().or_explain(self.texts)?;
        let account = self.imported.accounts.first();
        let account = account.and_then(|path| chart.resolve(path, Wanted::Account).ok());
        let code = account.and_then(|account| account.currency);
        Ok(code.and_then(|code| view.currency(code)))
    }

    fn row(
        &self,
        position: usize,
        verdict: RowVerdict,
        currency: Option<Currency>,
    ) -> Result<Option<PlanRow>, Failure> {
        let Some(row) = self.imported.statement.rows.get(position) else {
            return Ok(None);
        };
        let own = row
            .currency
            .and_then(|code| self.book.view().currency(code));
        let currency = own.or(currency);
        let texts = [&row.payee, &row.memo].into_iter().flatten();
        let texts: Vec<&str> = texts.map(|text| &**text).collect();
        Ok(Some(PlanRow {
            position: Some(position),
            line: row.line,
            date: Some(row.date),
            text: texts.join(" "),
            amount: currency.and_then(|currency| Money::round(row.amount, currency).ok()),
            verdict,
            entry: self.entry(position)?,
            problem: None,
        }))
    }

    /// The entry that a row looks like.
    fn entry(&self, position: usize) -> Result<Option<(domain::NaiveDate, String)>, Failure> {
        let texts = self.texts;
        let finding = self.imported.findings.get(&position);
        let Some(id) = finding.and_then(|finding| finding.candidate) else {
            return Ok(None);
        };
        let Some(entry) = self.book.transaction(id).or_explain(texts)? else {
            return Ok(None);
        };
        let names = self.book.names_of(&entry).or_explain(texts)?;
        let payee = entry.payee.and_then(|id| names.payee(id));
        let category = Sides::of(&entry, &names).category(names.chart(), texts);
        let what = payee.map_or_else(|| category.clone(), |payee| format!("{payee}, {category}"));
        Ok(Some((entry.date, what)))
    }

    /// Format, encoding, dates, numbers: what the file is.
    fn facts(&self) -> Vec<(&'static str, String)> {
        let statement = &self.imported.statement;
        let layout = &statement.layout;
        let format = statement.format.as_str().to_uppercase();
        let profile = self.request.profile.as_ref().map(|one| one.name.clone());
        let code = layout.currency.map(|code| code.to_string());
        let facts = [
            ("head-format", Some(format)),
            (
                "head-encoding",
                Some(layout.encoding.clone()).filter(|name| !name.is_empty()),
            ),
            ("head-dates", layout.date_format.clone()),
            ("head-numbers", layout.number_format.clone()),
            ("head-currency", code),
            ("label-profile", profile),
        ];
        let known = facts.into_iter();
        known
            .filter_map(|(label, value)| Some((label, value.filter(|v| !v.is_empty())?)))
            .collect()
    }

    fn columns(&self) -> Vec<String> {
        let columns = self.imported.statement.layout.columns.iter();
        columns
            .map(|column| {
                let role = role(column.role, self.texts);
                let column = column.name.clone();
                text!(self.texts, "say-column-role", column = column, role = role)
            })
            .collect()
    }

    fn warnings(&self) -> Vec<String> {
        let warnings = self.imported.warnings().iter();
        let mut said: Vec<String> = warnings
            .map(|warning| warning_sentence(warning, self.texts))
            .collect();
        if self.imported.rounded > 0 {
            let n = i64::try_from(self.imported.rounded).unwrap_or(i64::MAX);
            said.push(text!(self.texts, "say-rounded", n = n));
        }
        said
    }
}

/// A row that can't be read.
fn bad(error: &RowError, texts: &Texts) -> PlanRow {
    PlanRow {
        position: None,
        line: error.line,
        date: None,
        text: error.text.clone(),
        amount: None,
        verdict: RowVerdict::Bad,
        entry: None,
        problem: Some(row_sentence(error, texts)),
    }
}
