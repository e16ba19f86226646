//! Amounts, currencies, and what makes a transaction one.

use domain::amount::AmountError;
use domain::currency::CurrencyCodeError;
use domain::money::MoneyError;
use domain::transaction::{MAX_MEMO, MAX_POSTINGS, TransactionError};

use super::{Explain, Failure, Kind};
use crate::i18n::{Texts, text};

impl Explain for AmountError {
    fn explain(&self, texts: &Texts) -> Failure {
        match self {
            Self::NotANumber(typed) => {
                let message = text!(texts, "error-amount", text = typed.clone());
                Failure::new(Kind::BadInput, message).hint(texts.get("hint-amount"))
            }
            Self::TwoReadings {
                text,
                readings: [grouped, decimal],
            } => {
                let (grouped, decimal) = (grouped.to_string(), decimal.to_string());
                let message = text!(
                    texts,
                    "error-two-readings",
                    text = text.clone(),
                    grouped = grouped.clone(),
                    decimal = decimal.clone(),
                );
                // With three decimals it would be ambiguous again.
                let three = decimal
                    .split_once('.')
                    .is_some_and(|(_, digits)| digits.len() == 3);
                let hint = if three {
                    text!(texts, "hint-one-reading", grouped = grouped)
                } else {
                    text!(
                        texts,
                        "hint-two-readings",
                        grouped = grouped,
                        decimal = decimal
                    )
                };
                Failure::new(Kind::BadInput, message).hint(hint)
            }
            Self::DivisionByZero => {
                Failure::new(Kind::BadInput, texts.get("error-division-by-zero"))
            }
            Self::Money(error) => error.explain(texts),
        }
    }
}

impl Explain for MoneyError {
    fn explain(&self, texts: &Texts) -> Failure {
        let message = match self {
            Self::Overflow => texts.get("error-amount-too-large"),
            Self::Currencies(one, other) => text!(
                texts,
                "error-two-currencies",
                one = one.as_str().to_owned(),
                other = other.as_str().to_owned()
            ),
            Self::TooPrecise { amount, currency } => text!(
                texts,
                "error-too-precise",
                amount = amount.to_string(),
                currency = currency.code.as_str().to_owned(),
                digits = i64::from(currency.exponent)
            ),
        };
        Failure::new(Kind::BadInput, message)
    }
}

impl Explain for CurrencyCodeError {
    fn explain(&self, texts: &Texts) -> Failure {
        let message = text!(texts, "error-currency-code", text = self.0.clone());
        Failure::new(Kind::BadInput, message).hint(texts.get("hint-currency-code"))
    }
}

impl Explain for TransactionError {
    fn explain(&self, texts: &Texts) -> Failure {
        let message = match self {
            Self::TooFewPostings => texts.get("error-too-few-postings"),
            Self::TooManyPostings => {
                text!(
                    texts,
                    "error-too-many-postings",
                    most = MAX_POSTINGS.to_string()
                )
            }
            Self::Unbalanced(left) => {
                let left: Vec<String> = left.iter().map(ToString::to_string).collect();
                text!(texts, "error-unbalanced", left = left.join(", "))
            }
            Self::BadCost => texts.get("error-bad-cost"),
            Self::MemoTooLong => text!(texts, "error-memo-too-long", most = MAX_MEMO.to_string()),
            Self::Money(error) => return error.explain(texts),
        };
        Failure::new(Kind::BadInput, message)
    }
}
