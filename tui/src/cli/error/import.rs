//! Imports that were refused: nothing was written.

use domain::CurrencyCode;
use ops::import::{ImportError, ProfileError};

use super::{Explain, Failure, Kind};
use crate::i18n::{Texts, text};

impl Explain for ImportError {
    fn explain(&self, texts: &Texts) -> Failure {
        match self {
            Self::Read { file, source } => {
                let mut failure = source.explain(texts);
                let (file, problem) = (file.clone(), failure.message);
                failure.message = text!(texts, "error-in-file", file = file, problem = problem);
                failure
            }
            Self::WhichAccount { file, named } => which_account(file, named, texts),
            Self::OtherCurrency {
                file,
                account,
                found,
                expected,
            } => {
                let message = text!(
                    texts,
                    "error-import-currency",
                    file = file.clone(),
                    account = account.clone(),
                    found = found.as_str().to_owned(),
                    expected = expected.as_str().to_owned()
                );
                let found = found.as_str().to_owned();
                Failure::new(Kind::BadInput, message).hint(text!(
                    texts,
                    "hint-import-currency",
                    found = found
                ))
            }
            Self::FallbackTaken(name) => Failure::new(
                Kind::Conflict,
                text!(texts, "error-fallback-taken", name = name.clone()),
            )
            .hint(text!(texts, "hint-fallback-taken", name = name.clone())),
            Self::OpenCurrency {
                file,
                currency,
                digits,
            } => open_currency(file, *currency, *digits, texts),
            Self::Strict { file, rows } => {
                let n = i64::try_from(*rows).unwrap_or(i64::MAX);
                let message = text!(texts, "error-strict", file = file.clone(), n = n);
                Failure::new(Kind::BadInput, message).hint(texts.get("hint-strict"))
            }
            Self::Profile(error) => error.explain(texts),
            Self::Lookup(error) => error.explain(texts),
            Self::Entry(error) => error.explain(texts),
            Self::Label(error) => error.explain(texts),
            Self::Store(error) => error.explain(texts),
        }
    }
}

fn open_currency(file: &str, currency: CurrencyCode, digits: u8, texts: &Texts) -> Failure {
    let message = text!(
        texts,
        "error-open-currency",
        file = file.to_owned(),
        n = i64::from(digits),
        code = currency.as_str().to_owned()
    );
    Failure::new(Kind::BadInput, message).hint(texts.get("hint-open-currency"))
}

fn which_account(file: &str, named: &[String], texts: &Texts) -> Failure {
    let message = text!(texts, "error-which-account", file = file.to_owned());
    // A file may give balances without naming the account.
    let named: Vec<&String> = named
        .iter()
        .filter(|name| !name.trim().is_empty())
        .collect();
    let hint = match named.first() {
        None => texts.get("hint-which-account"),
        Some(first) => {
            let quoted: Vec<String> = named.iter().map(|name| format!("`{name}`")).collect();
            let (names, example) = (quoted.join(", "), (*first).clone());
            text!(
                texts,
                "hint-which-accounts",
                names = names,
                example = example
            )
        }
    };
    Failure::new(Kind::Usage, message).hint(hint)
}

impl Explain for ProfileError {
    fn explain(&self, texts: &Texts) -> Failure {
        let message = match self {
            Self::Syntax(error) => text!(
                texts,
                "error-profile-syntax",
                problem = error.message().to_owned()
            ),
            Self::Write(_) => texts.get("error-profile-write"),
        };
        Failure::new(Kind::BadInput, message).hint(texts.get("hint-profile-syntax"))
    }
}
