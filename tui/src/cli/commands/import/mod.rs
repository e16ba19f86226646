//! `luka import FILE…`: bank statements into the ledger, and whole books (`book`).
//!
//! `bank_file` reads them, `profile` knows how files of a bank are read, `question` asks at the terminal
//! what a file leaves open, `report` tells what was decided and what became of each row, `detect`
//! only what a file is. Rows that can't be read never stop the others: they are named, and the
//! command ends with 5.

mod book;
mod date_format;
mod detect;
mod preview;
mod profile;
mod question;
mod report;

use std::path::PathBuf;

use ops::import::{
    AccountChoice, BankFile, Fees, FileSigns, HandEntries, Import as Request, ImportError,
    ImportedFile, Uncategorized,
};

use super::names::Desk;
use crate::cli::args::import::{FileFees, Import, Matches};
use crate::cli::bank_file::{read_bank_file, read_stdin};
use crate::cli::error::{Explain as _, Failure, Kind};
use crate::cli::session::Session;
use crate::i18n::text;

/// Imports, or says what it would do.
pub(crate) fn run(session: &Session, args: &Import) -> Result<(), Failure> {
    let mut request = request(session, args)?;
    let mut files = read_all(session, &args.files)?;
    if book::are_books(session, args, &files)? {
        return book::run(&mut Desk::open(session)?, args, &files);
    }
    if let Some(name) = &args.save_profile {
        profile::may_save(session, name, files.len())?;
    }
    let mut desk = Desk::open(session)?;
    request.profile = profile::choose(session, args.profile.as_deref(), &files)?;
    if args.detect {
        return detect::run(&desk, &files, request);
    }
    let outcome = import(&mut desk, args, &mut files, &mut request)?;
    report::write(&desk, &outcome, &request)?;
    if let Some(name) = &args.save_profile {
        profile::save(session, name, &outcome.files)?;
    }
    outcome.failure(session)
}

/// Reads all files; `-` is stdin.
fn read_all(session: &Session, paths: &[PathBuf]) -> Result<Vec<BankFile>, Failure> {
    let read = |path: &PathBuf| {
        if path.as_os_str() == "-" {
            read_stdin(&session.texts)
        } else {
            read_bank_file(path, &session.texts)
        }
    };
    paths.iter().map(read).collect()
}

/// What became of the files, and how much of it was written.
struct Outcome {
    files: Vec<ImportedFile>,
    extent: Extent,
}

/// How much was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Extent {
    Everything,
    /// `--dry-run`: this is what would be written.
    Nothing,
    /// `--strict`: nothing, because rows can't be read.
    Refused,
}

impl Outcome {
    /// The trouble that is left to tell: rows that could not be read.
    fn failure(&self, session: &Session) -> Result<(), Failure> {
        let bad: usize = self.files.iter().map(|file| file.errors().len()).sum();
        if bad == 0 {
            return Ok(());
        }
        let texts = &session.texts;
        if self.extent == Extent::Refused {
            let file = self.files.iter().find(|file| !file.errors().is_empty());
            let file = file.map(|file| file.file.clone()).unwrap_or_default();
            return Err(ImportError::Strict { file, rows: bad }.explain(texts));
        }
        let n = i64::try_from(bad).unwrap_or(i64::MAX);
        Err(
            Failure::new(Kind::BadInput, text!(texts, "error-bad-rows", n = n))
                .hint(texts.get("hint-bad-rows")),
        )
    }
}

fn request(session: &Session, args: &Import) -> Result<Request, Failure> {
    let texts = &session.texts;
    let accounts = args.accounts.iter().map(|choice| AccountChoice {
        in_file: choice.in_file.clone(),
        in_ledger: choice.account.clone(),
    });
    let order = args.date_format.as_deref();
    Ok(Request {
        accounts: accounts.collect(),
        date_order: order
            .map(|typed| date_format::order(typed, texts))
            .transpose()?,
        decimal: args.decimal.as_deref().and_then(|mark| mark.chars().next()),
        signs: match (args.invert, args.as_written) {
            (true, _) => FileSigns::Inverted,
            (false, true) => FileSigns::AsWritten,
            (false, false) => FileSigns::Open,
        },
        fees: args.fees.map(|fees| match fees {
            FileFees::Apart => Fees::Apart,
            FileFees::Within => Fees::Within,
        }),
        profile: None,
        hand_entries: match args.matches {
            None | Some(Matches::Review) => HandEntries::Review,
            Some(Matches::Merge) => HandEntries::Merge,
            Some(Matches::New) => HandEntries::New,
        },
        strict: args.strict,
        uncategorized: Uncategorized {
            expense: texts.get("word-uncategorized"),
            income: texts.get("word-uncategorized-income"),
        },
    })
}

/// Imports or previews, and asks at the terminal what the files leave open.
fn import(
    desk: &mut Desk<'_>,
    args: &Import,
    files: &mut [BankFile],
    request: &mut Request,
) -> Result<Outcome, Failure> {
    loop {
        let (outcome, extent) = if args.dry_run {
            (desk.book.preview_import(files, request), Extent::Nothing)
        } else {
            (desk.book.import(files, request), Extent::Everything)
        };
        let error = match outcome {
            Ok(files) => return Ok(Outcome { files, extent }),
            Err(error) => error,
        };
        if matches!(error, ImportError::Strict { .. }) {
            // The rows themselves are worth more than their number.
            return match desk.book.preview_import(files, request) {
                Ok(files) => Ok(Outcome {
                    files,
                    extent: Extent::Refused,
                }),
                Err(_) => Err(error.explain(&desk.session.texts)),
            };
        }
        question::answer(desk, &error, request)?;
    }
}
