//! `luka init`: makes a ledger, and shows its recovery code this once.

use domain::currency::{CurrencyCode, iso_currency};
use ops::session::StoreError;
use ops::{InitLedger, StarterLanguage};
use serde::Serialize;

use crate::cli::args::ledger::{Categories, Init};
use crate::cli::config::DEFAULT_CURRENCY;
use crate::cli::error::{Explain as _, Failure, Kind, OrExplain as _};
use crate::cli::session::{PASSPHRASE, Session, device_id, new_passphrase, shown};
use crate::i18n::{Language, text};

#[derive(Serialize)]
struct Made<'a> {
    ledger: LedgerJson,
    recovery_code: &'a str,
}

#[derive(Serialize)]
struct LedgerJson {
    path: String,
    id: String,
    currency: CurrencyCode,
}

/// Makes the ledger.
pub(crate) fn run(session: &Session, args: &Init) -> Result<(), Failure> {
    let texts = &session.texts;
    let directory = session.ledger();
    if directory.holds_ledger() {
        // Before any question: the answer would be for nothing.
        let taken = StoreError::LedgerExists(directory.path().to_owned());
        return Err(taken.explain(texts));
    }
    let code = currency_code(session, args).or_explain(texts)?;
    let currency = iso_currency(code).ok_or_else(|| {
        let code = code.as_str().to_owned();
        Failure::new(
            Kind::BadInput,
            text!(texts, "error-unknown-currency", code = code),
        )
        .hint(texts.get("hint-unknown-currency"))
    })?;
    let made = InitLedger {
        directory: directory.clone(),
        passphrase: new_passphrase(session, PASSPHRASE)?,
        device: device_id(&session.places.device_file(), texts)?,
        currency,
        starter: starter(session, args),
    }
    .run(session.clock())
    .or_explain(texts)?;
    let path = shown(directory.path());
    let recovery_code = made.recovery_code.expose_text();
    if session.format()?.is_json() {
        return session.document(&Made {
            ledger: LedgerJson {
                path,
                id: made.book.ledger().id().to_string(),
                currency: code,
            },
            recovery_code: &recovery_code,
        });
    }
    session.lines([
        text!(
            texts,
            "say-made",
            path = path,
            currency = code.as_str().to_owned()
        ),
        String::new(),
        text!(texts, "say-recovery-code", code = recovery_code.as_str()),
        texts.get("say-recovery-once"),
    ])
}

fn currency_code(
    session: &Session,
    args: &Init,
) -> Result<CurrencyCode, domain::currency::CurrencyCodeError> {
    match args.currency.or(session.config.config().currency) {
        Some(code) => Ok(code),
        None => DEFAULT_CURRENCY.parse(),
    }
}

fn starter(session: &Session, args: &Init) -> Option<StarterLanguage> {
    let chosen = args.categories.unwrap_or(match session.texts.language() {
        Language::En => Categories::En,
        Language::Es => Categories::Es,
    });
    match chosen {
        Categories::En => Some(StarterLanguage::English),
        Categories::Es => Some(StarterLanguage::Spanish),
        Categories::None => None,
    }
}
