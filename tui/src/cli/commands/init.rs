//! `luka init`: makes a ledger, and shows its recovery code this once.

use domain::currency::{CurrencyCode, iso_currency};
use ops::session::StoreError;
use ops::{Book, InitLedger, StarterLanguage};
use serde_json::{Map, Value, json};
use zeroize::Zeroizing;

use crate::cli::args::ledger::{Categories, Init};
use crate::cli::error::{Explain as _, Failure, Kind, OrExplain as _, unknown_currency};
use crate::cli::output::is_closed;
use crate::cli::session::{PASSPHRASE, Session, device_id, new_passphrase, shown};
use crate::config::DEFAULT_CURRENCY;
use crate::i18n::{Language, Texts, text};

/// A ledger that was made: what to tell, this once.
pub(super) struct Made {
    path: String,
    id: String,
    currency: String,
    recovery_code: Zeroizing<String>,
}

impl Made {
    /// For scripts.
    pub(super) fn fields(&self) -> Map<String, Value> {
        let ledger = json!({ "path": self.path, "id": self.id, "currency": self.currency });
        let code = Value::from(self.recovery_code.as_str());
        Map::from_iter([
            ("ledger".to_owned(), ledger),
            ("recovery_code".to_owned(), code),
        ])
    }

    /// For people.
    pub(super) fn lines(&self, texts: &Texts) -> [String; 4] {
        let (path, currency) = (self.path.clone(), self.currency.clone());
        [
            text!(texts, "say-made", path = path, currency = currency),
            String::new(),
            text!(
                texts,
                "say-recovery-code",
                code = self.recovery_code.as_str()
            ),
            texts.get("say-recovery-once"),
        ]
    }
}

/// Makes the ledger.
pub(crate) fn run(session: &Session, args: &Init) -> Result<(), Failure> {
    if is_closed() {
        // The recovery code would go nowhere, and it is shown this once.
        return Err(unseen(session));
    }
    let (book, made) = make(session, args)?;
    let told = if session.format()?.is_json() {
        session.document(&made.fields())
    } else {
        session.lines(made.lines(&session.texts))
    };
    told.map_err(|_| {
        // Nobody has seen the recovery code: a ledger that it can't open is not left behind.
        drop(book);
        session.ledger().discard();
        unseen(session)
    })
}

fn unseen(session: &Session) -> Failure {
    let hint = session.texts.get("hint-no-stdout");
    Failure::new(Kind::Failed, session.texts.get("error-no-stdout")).hint(hint)
}

/// Makes the ledger and says nothing yet.
pub(super) fn make(session: &Session, args: &Init) -> Result<(Book, Made), Failure> {
    let texts = &session.texts;
    let directory = session.ledger();
    if directory.holds_ledger() {
        // Before any question: the answer would be for nothing.
        let taken = StoreError::LedgerExists(directory.path().to_owned());
        return Err(taken.explain(texts));
    }
    let code = currency_code(session, args).or_explain(texts)?;
    let currency = iso_currency(code).ok_or_else(|| Failure {
        kind: Kind::BadInput,
        ..unknown_currency(code, texts)
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
    let told = Made {
        path: shown(directory.path()),
        id: made.book.ledger().id().to_string(),
        currency: code.as_str().to_owned(),
        recovery_code: made.recovery_code.expose_text(),
    };
    Ok((made.book, told))
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
