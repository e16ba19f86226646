//! Currencies and prices that were refused.

use domain::CurrencyCode;
use domain::currency::MAX_EXPONENT;
use ops::currency::CurrencyError;

use super::{Explain, Failure, Kind};
use crate::i18n::{Texts, text};

/// A currency that neither the ledger nor the program knows.
pub(crate) fn unknown(code: CurrencyCode, texts: &Texts) -> Failure {
    let hint = match code.as_str() {
        "UF" => "hint-uf",
        _ => "hint-unknown-currency",
    };
    let code = code.as_str().to_owned();
    let message = text!(texts, "error-unknown-currency", code = code);
    Failure::new(Kind::NotFound, message).hint(texts.get(hint))
}

impl Explain for CurrencyError {
    fn explain(&self, texts: &Texts) -> Failure {
        let word = |code: &CurrencyCode| code.as_str().to_owned();
        let bad = |message: String| Failure::new(Kind::BadInput, message);
        match self {
            Self::Amount(error) => error.explain(texts),
            Self::Lookup(error) => error.explain(texts),
            Self::Store(error) => error.explain(texts),
            Self::Unknown(code) => unknown(*code, texts),
            Self::Exists(code) => {
                let message = text!(texts, "error-currency-exists", code = word(code));
                Failure::new(Kind::Conflict, message)
            }
            Self::InUse(code) => {
                let message = text!(texts, "error-currency-in-use", code = word(code));
                Failure::new(Kind::Conflict, message)
            }
            Self::ExponentMissing(code) => {
                bad(text!(texts, "error-decimals-missing", code = word(code)))
                    .hint(texts.get("hint-decimals-missing"))
            }
            Self::ExponentFixed { code, exponent } => bad(text!(
                texts,
                "error-decimals-fixed",
                code = word(code),
                digits = i64::from(*exponent)
            )),
            Self::Exponent => {
                let most = MAX_EXPONENT.to_string();
                bad(text!(texts, "error-decimals", most = most))
            }
            Self::Rate(rate) => bad(text!(texts, "error-rate", rate = rate.to_string())),
            Self::SameCurrency => bad(texts.get("error-same-currency")),
            Self::NoPrice { base, quote, date } => {
                let message = text!(
                    texts,
                    "error-no-price",
                    base = word(base),
                    quote = word(quote),
                    date = date.to_string()
                );
                Failure::new(Kind::NotFound, message).hint(texts.get("hint-list-prices"))
            }
        }
    }
}
