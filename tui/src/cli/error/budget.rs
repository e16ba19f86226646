//! Budgets that were refused.

use domain::budget::CycleError;
use ops::budget::BudgetError;

use super::{Explain, Failure, Kind};
use crate::i18n::{Texts, text};

impl Explain for BudgetError {
    fn explain(&self, texts: &Texts) -> Failure {
        match self {
            Self::Amount(error) => error.explain(texts),
            Self::Lookup(error) => error.explain(texts),
            Self::Store(error) => error.explain(texts),
            Self::UnknownCurrency(code) => super::currency::unknown(*code, texts),
            Self::Exists { category, every } => {
                let (category, every) = (category.clone(), every.as_str());
                let message = text!(
                    texts,
                    "error-budget-exists",
                    category = category,
                    every = every
                );
                Failure::new(Kind::Conflict, message).hint(texts.get("hint-budget-exists"))
            }
            Self::NotPositive => {
                Failure::new(Kind::BadInput, texts.get("error-budget-not-positive"))
                    .hint(texts.get("hint-amount"))
            }
            Self::Cycle(CycleError::DayOfMonth) => {
                Failure::new(Kind::BadInput, texts.get("error-day-of-month"))
                    .hint(texts.get("hint-day-of-month"))
            }
            Self::Cycle(CycleError::OutOfRange) => {
                Failure::new(Kind::BadInput, texts.get("error-out-of-range"))
                    .hint(texts.get("hint-date"))
            }
        }
    }
}
