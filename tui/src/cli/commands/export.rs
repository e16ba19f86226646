//! `luka export`: the ledger, or what fits a query, in an open format.
//!
//! Without `--format` it is JSON, the one format that loses nothing.

use std::io::Write as _;
use std::path::Path;

use domain::Query;
use ops::Book;
use ops::export::{Export as Request, ExportFormat, Exported};

use super::file;
use crate::cli::args::export::Export;
use crate::cli::args::global::FormatArg;
use crate::cli::error::{Failure, Kind, OrExplain as _};
use crate::cli::output;
use crate::cli::session::{Session, open_book, shown};
use crate::i18n::text;

/// Exports to stdout, or into a private file.
pub(crate) fn run(session: &Session, args: &Export) -> Result<(), Failure> {
    let texts = &session.texts;
    let format = format(session)?;
    let book = open_book(session)?;
    let currency = book.currency().or_explain(texts)?;
    let query = Query::parse(&args.query, book.today(), currency).or_explain(texts)?;
    let request = Request { format, query };
    match args
        .output
        .as_deref()
        .filter(|path| path.as_os_str() != "-")
    {
        None => to_stdout(session, &book, &request),
        Some(path) => {
            let exported = to_file(session, args, path, &book, &request)?;
            let n = i64::try_from(exported.transactions).unwrap_or(i64::MAX);
            session.say(&text!(texts, "say-exported", n = n, path = shown(path)));
            Ok(())
        }
    }
}

fn to_stdout(session: &Session, book: &Book, request: &Request) -> Result<(), Failure> {
    let mut to = output::stdout();
    book.export(request, &mut to).or_explain(&session.texts)?;
    to.flush().or_explain(&session.texts)
}

fn to_file(
    session: &Session,
    args: &Export,
    path: &Path,
    book: &Book,
    request: &Request,
) -> Result<Exported, Failure> {
    let texts = &session.texts;
    let write = |to: &mut _| book.export(request, to).or_explain(texts);
    if args.force {
        file::replace(path, texts, write)
    } else {
        file::create(path, texts, write)
    }
}

/// The format that was asked for.
fn format(session: &Session) -> Result<ExportFormat, Failure> {
    let wished = session.globals.format;
    match wished {
        None | Some(FormatArg::Json) => Ok(ExportFormat::Json),
        Some(FormatArg::Csv) => Ok(ExportFormat::Csv),
        Some(FormatArg::Hledger) => Ok(ExportFormat::Hledger),
        Some(FormatArg::Ledger) => Ok(ExportFormat::Ledger),
        Some(FormatArg::Beancount) => Ok(ExportFormat::Beancount),
        Some(FormatArg::Qif) => Ok(ExportFormat::Qif),
        Some(FormatArg::Ofx) => Ok(ExportFormat::Ofx),
        Some(FormatArg::Table | FormatArg::Jsonl) => {
            let texts = &session.texts;
            let known = ExportFormat::ALL.map(ExportFormat::as_str).join(", ");
            Err(
                Failure::new(Kind::Usage, texts.get("error-no-export-format")).hint(text!(
                    texts,
                    "hint-choice",
                    values = known
                )),
            )
        }
    }
}
