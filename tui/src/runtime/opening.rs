//! Opening a ledger: by a key that is there, by what is typed, or by making one.

use std::ops::ControlFlow;

use domain::currency::iso_currency;
use ops::demo::Demo;
use ops::session::{LedgerDir, LedgerKey, Locked, Passphrase, RecoveryCode};
use ops::{Book, InitLedger, LedgerMade, StarterLanguage};
use zeroize::Zeroizing;

use super::ground::Ground;
use crate::app::{Done, Opening, Proof, Rewrap};
use crate::cli::error::{Failure, Kind, OrExplain as _};
use crate::cli::{Scratch, random_word};
use crate::config::DEFAULT_CURRENCY;
use crate::i18n::{Language, Texts, text};
use crate::screens::welcome::NewLedger;

/// A ledger, opened for each thread.
pub(super) struct Opened {
    /// For the readers.
    pub(super) reading: [Book; 2],
    /// For writing.
    pub(super) writing: Book,
    /// There when it was made just now.
    pub(super) recovery_code: Option<Zeroizing<String>>,
    /// True for made-up data.
    pub(super) demo: bool,
    /// For whoever opens what was backed up.
    pub(super) key: LedgerKey,
}

/// Opens a ledger; `progress` is told what takes long, and may break it off.
pub(super) fn open(
    ground: &Ground,
    opening: Opening,
    texts: &Texts,
    progress: impl FnMut(String) -> ControlFlow<()>,
) -> Result<Opened, Failure> {
    match opening {
        Opening::Key(key) => with_key(ground, &ground.directory, &key, texts),
        Opening::Passphrase(passphrase) => {
            let locked = Locked::find(ground.directory.clone()).or_explain(texts)?;
            let key = locked.key_from_passphrase(&passphrase).or_explain(texts)?;
            with_key(ground, &ground.directory, &key, texts)
        }
        Opening::RecoveryCode(typed) => {
            let locked = Locked::find(ground.directory.clone()).or_explain(texts)?;
            let code = RecoveryCode::parse(&typed).or_explain(texts)?;
            let key = locked.key_from_recovery_code(&code).or_explain(texts)?;
            with_key(ground, &ground.directory, &key, texts)
        }
        Opening::New(wanted) => make(ground, *wanted, texts),
        Opening::Demo { transactions, seed } => demo(ground, transactions, seed, texts, progress),
    }
}

/// Puts a ledger's key under another passphrase, for who knows the old one or the recovery code.
pub(super) fn rewrap(
    directory: LedgerDir,
    wanted: &Rewrap,
    texts: &Texts,
) -> Result<Done, Failure> {
    let mut locked = Locked::find(directory).or_explain(texts)?;
    let key = match &wanted.proof {
        Proof::Passphrase(old) => locked.key_from_passphrase(old).or_explain(texts)?,
        Proof::RecoveryCode(typed) => {
            let code = RecoveryCode::parse(typed).or_explain(texts)?;
            locked.key_from_recovery_code(&code).or_explain(texts)?
        }
    };
    locked
        .change_passphrase(&key, &wanted.new)
        .or_explain(texts)?;
    Ok(Done {
        said: texts.get("say-passphrase-changed"),
        transaction: None,
    })
}

fn with_key(
    ground: &Ground,
    directory: &LedgerDir,
    key: &LedgerKey,
    texts: &Texts,
) -> Result<Opened, Failure> {
    let clock = ground.clock();
    let book = || -> Result<Book, Failure> {
        let locked = Locked::find(directory.clone()).or_explain(texts)?;
        let ledger = locked.open(key, ground.device(texts)?).or_explain(texts)?;
        Ok(Book::new(ledger, clock))
    };
    Ok(Opened {
        reading: [book()?, book()?],
        writing: book()?,
        recovery_code: None,
        demo: false,
        key: key.duplicate(),
    })
}

fn make(ground: &Ground, wanted: NewLedger, texts: &Texts) -> Result<Opened, Failure> {
    let request = InitLedger {
        directory: ground.directory.clone(),
        passphrase: wanted.passphrase,
        device: ground.device(texts)?,
        currency: wanted.currency,
        starter: wanted.starter,
    };
    let LedgerMade {
        book,
        recovery_code,
    } = request.run(ground.clock()).or_explain(texts)?;
    let locked = Locked::find(ground.directory.clone()).or_explain(texts)?;
    let key = locked
        .key_from_recovery_code(&recovery_code)
        .or_explain(texts)?;
    let opened = with_key(ground, &ground.directory, &key, texts)?;
    drop(book);
    Ok(Opened {
        recovery_code: Some(recovery_code.expose_text()),
        ..opened
    })
}

/// Made-up data in a folder that vanishes, under a passphrase that nobody knows.
fn demo(
    ground: &Ground,
    transactions: u64,
    seed: u64,
    texts: &Texts,
    mut progress: impl FnMut(String) -> ControlFlow<()>,
) -> Result<Opened, Failure> {
    let trouble = || Failure::new(Kind::Failed, texts.get("error-no-randomness"));
    let scratch = Scratch::new().or_explain(texts)?;
    let directory = LedgerDir::new(scratch.path().join("ledger"));
    // It is removed when the program ends, not when this function does.
    scratch.keep();
    let code = DEFAULT_CURRENCY.parse().or_explain(texts)?;
    let request = InitLedger {
        directory: directory.clone(),
        passphrase: Passphrase::new(random_word().or_explain(texts)?),
        device: random_word()
            .or_explain(texts)?
            .parse()
            .map_err(|_| trouble())?,
        currency: iso_currency(code).ok_or_else(trouble)?,
        starter: None,
    };
    let LedgerMade {
        mut book,
        recovery_code,
    } = request.run(ground.clock()).or_explain(texts)?;
    let wanted = Demo {
        transactions,
        seed,
        language: match texts.language() {
            Language::En => StarterLanguage::English,
            Language::Es => StarterLanguage::Spanish,
        },
    };
    let number = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
    let of = number(transactions);
    book.make_demo(wanted, |made| {
        progress(text!(texts, "say-making", made = number(made), of = of))
    })
    .or_explain(texts)?;
    drop(book);
    let locked = Locked::find(directory.clone()).or_explain(texts)?;
    let key = locked
        .key_from_recovery_code(&recovery_code)
        .or_explain(texts)?;
    let opened = with_key(ground, &directory, &key, texts)?;
    Ok(Opened {
        demo: true,
        ..opened
    })
}
