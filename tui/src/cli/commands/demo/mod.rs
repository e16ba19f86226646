//! `luka demo`: three years of a made-up life to look around in.
//!
//! Without `--ledger` it lives in a folder that vanishes, under a passphrase that nobody knows, and
//! a summary is printed; with it the ledger stays.

mod summary;

use std::ops::ControlFlow;

use domain::currency::iso_currency;
use ops::demo::{DEFAULT_TRANSACTIONS, Demo};
use ops::session::{LedgerDir, Passphrase, StoreError};
use ops::{Book, InitLedger, LedgerMade, StarterLanguage};
use serde_json::json;

use super::transaction::Desk;
use crate::cli::args::ledger::Demo as Args;
use crate::cli::error::{Explain as _, Failure, Kind, OrExplain as _};
use crate::cli::output::{Format, Progress};
use crate::cli::scratch::{Scratch, random_word};
use crate::cli::session::{PASSPHRASE, Session, device_id, new_passphrase, shown};
use crate::config::DEFAULT_CURRENCY;
use crate::i18n::{Language, text};
use crate::runtime::Start;

/// Makes the data, and shows or keeps it.
pub(super) fn run(session: &Session, args: &Args) -> Result<(), Failure> {
    match session.globals.ledger {
        Some(_) => keep(session, args),
        None if session.has_screen() && !args.no_tui && session.format()? == Format::Table => {
            let start = Start::Demo {
                transactions: transactions(args),
                seed: args.seed,
            };
            crate::runtime::run(session, &start)
        }
        None => look_around(session, args),
    }
}

/// A ledger that is gone when the command ends.
fn look_around(session: &Session, args: &Args) -> Result<(), Failure> {
    let texts = &session.texts;
    let scratch = Scratch::new().or_explain(texts)?;
    let request = init(
        session,
        LedgerDir::new(scratch.path().join("ledger")),
        Passphrase::new(random_word().or_explain(texts)?),
        random_word().or_explain(texts)?.parse(),
    )?;
    let LedgerMade { mut book, .. } = request.run(session.clock()).or_explain(texts)?;
    fill(session, &mut book, args)?;
    let desk = Desk::with(session, book)?;
    summary::write(&desk, args)
}

/// A ledger that stays, with the person's passphrase.
fn keep(session: &Session, args: &Args) -> Result<(), Failure> {
    let texts = &session.texts;
    let directory = session.ledger();
    if directory.holds_ledger() {
        // Before any question: the answer would be for nothing.
        return Err(StoreError::LedgerExists(directory.path().to_owned()).explain(texts));
    }
    let path = shown(directory.path());
    let request = init(
        session,
        directory,
        new_passphrase(session, PASSPHRASE)?,
        Ok::<_, std::convert::Infallible>(device_id(&session.places.device_file(), texts)?),
    )?;
    let LedgerMade {
        mut book,
        recovery_code,
    } = request.run(session.clock()).or_explain(texts)?;
    fill(session, &mut book, args)?;
    let code = recovery_code.expose_text();
    if session.format()?.is_json() {
        return session.document(&json!({
            "ledger": {
                "path": path,
                "id": book.ledger().id().to_string(),
                "currency": DEFAULT_CURRENCY,
            },
            "transactions": transactions(args),
            "seed": args.seed,
            "recovery_code": code.as_str(),
        }));
    }
    let n = i64::try_from(transactions(args)).unwrap_or(i64::MAX);
    session.lines([
        text!(texts, "say-made", path = path, currency = DEFAULT_CURRENCY),
        text!(texts, "say-demo-made", n = n),
        String::new(),
        text!(texts, "say-recovery-code", code = code.as_str()),
        texts.get("say-recovery-once"),
    ])
}

fn transactions(args: &Args) -> u64 {
    args.transactions.map_or(DEFAULT_TRANSACTIONS, u64::from)
}

/// An empty ledger in pesos, the currency of the made-up life.
fn init<E>(
    session: &Session,
    directory: LedgerDir,
    passphrase: Passphrase,
    device: Result<ops::session::DeviceId, E>,
) -> Result<InitLedger, Failure> {
    let texts = &session.texts;
    let trouble = || Failure::new(Kind::Failed, texts.get("error-no-randomness"));
    let device = device.map_err(|_| trouble())?;
    let code = DEFAULT_CURRENCY.parse().or_explain(texts)?;
    Ok(InitLedger {
        directory,
        passphrase,
        device,
        currency: iso_currency(code).ok_or_else(trouble)?,
        starter: None,
    })
}

/// Makes the data up.
fn fill(session: &Session, book: &mut Book, args: &Args) -> Result<(), Failure> {
    let texts = &session.texts;
    let demo = Demo {
        transactions: transactions(args),
        seed: args.seed,
        language: match texts.language() {
            Language::En => StarterLanguage::English,
            Language::Es => StarterLanguage::Spanish,
        },
    };
    let mut progress = Progress::new(session.can_see_progress());
    let of = demo.transactions.to_string();
    book.make_demo(demo, |made| {
        let made = made.to_string();
        progress.say(&text!(texts, "say-making", made = made, of = of.as_str()));
        ControlFlow::Continue(())
    })
    .or_explain(texts)
}
