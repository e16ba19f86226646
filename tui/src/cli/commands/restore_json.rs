//! `luka restore-json FILE`: a lossless export comes back.
//!
//! Into the ledger when it is as `init` left it; where there is none, one is made first. Its
//! recovery code is shown even when the document turns out to be damaged: the ledger is there then,
//! and empty, and the command can be given again.

use std::fs::File;
use std::io::{self, BufRead};

use serde_json::{Map, Value};

use super::init;
use crate::cli::args::export::RestoreJson;
use crate::cli::args::ledger::{Categories, Init};
use crate::cli::error::{Failure, Kind, OrExplain as _, read_failure};
use crate::cli::session::{Session, open_book};
use crate::i18n::text;

/// Restores.
pub(crate) fn run(session: &Session, args: &RestoreJson) -> Result<(), Failure> {
    let texts = &session.texts;
    // Before anything is made or asked: there must be something to restore.
    let mut document = open(session, args)?;
    let (mut book, made) = if session.ledger().holds_ledger() {
        (open_book(session)?, None)
    } else {
        look(session, &mut document)?;
        let empty = Init {
            currency: None,
            categories: Some(Categories::None),
        };
        let (book, made) = init::make(session, &empty)?;
        (book, Some(made))
    };
    let json = session.format()?.is_json();
    let restored = book.restore_json(document);
    if restored.is_err() && made.is_some() {
        // The ledger was made for this document alone; nobody has seen its recovery code yet.
        drop(book);
        session.ledger().discard();
        restored.or_explain(texts)?;
        return Ok(());
    }
    let transactions = restored
        .as_ref()
        .map_or(0, |restored| restored.transactions);
    if json && (made.is_some() || restored.is_ok()) {
        let mut body = Map::new();
        body.insert("transactions".to_owned(), Value::from(transactions));
        if let Some(made) = &made {
            body.extend(made.fields());
        }
        session.document(&body)?;
    }
    restored.or_explain(texts)?;
    let n = i64::try_from(transactions).unwrap_or(i64::MAX);
    if let Some(made) = made.as_ref().filter(|_| !json) {
        session.lines(made.lines(texts))?;
    }
    if !json {
        session.say(&text!(texts, "say-restored", n = n));
    }
    Ok(())
}

/// No ledger is made for a file that can't be one: a first look, at its first byte.
fn look(session: &Session, document: &mut impl BufRead) -> Result<(), Failure> {
    let texts = &session.texts;
    let begins = document.fill_buf().is_ok_and(|head| {
        let first = head.iter().find(|byte| !byte.is_ascii_whitespace());
        first == Some(&b'{')
    });
    if begins {
        return Ok(());
    }
    let message = texts.get("error-document-none");
    Err(Failure::new(Kind::BadInput, message).hint(texts.get("hint-document")))
}

fn open(session: &Session, args: &RestoreJson) -> Result<Box<dyn BufRead>, Failure> {
    if args.file.as_os_str() == "-" {
        return Ok(Box::new(io::BufReader::with_capacity(
            64 * 1024,
            io::stdin(),
        )));
    }
    let told = |error: &io::Error| read_failure(&session.texts, &args.file, error);
    let file = File::open(&args.file).map_err(|error| told(&error))?;
    if file.metadata().map_err(|error| told(&error))?.is_dir() {
        return Err(told(&io::Error::from(io::ErrorKind::IsADirectory)));
    }
    Ok(Box::new(io::BufReader::with_capacity(64 * 1024, file)))
}
