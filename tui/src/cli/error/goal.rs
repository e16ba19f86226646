//! Goals and contributions that were refused.

use ops::goal::GoalError;

use super::{Explain, Failure, Kind};
use crate::i18n::{Texts, text};
use crate::present::MoneyStyle;

impl Explain for GoalError {
    fn explain(&self, texts: &Texts) -> Failure {
        match self {
            Self::Amount(error) => error.explain(texts),
            Self::Label(error) => error.explain(texts),
            Self::Lookup(error) => error.explain(texts),
            Self::Store(error) => error.explain(texts),
            Self::UnknownCurrency(code) => super::currency::unknown(*code, texts),
            Self::Exists(name) => {
                let message = text!(texts, "error-exists", name = name.clone());
                Failure::new(Kind::Conflict, message)
            }
            Self::Inactive(name) => {
                let message = text!(texts, "error-goal-inactive", name = name.clone());
                let hint = text!(texts, "hint-goal-inactive", name = name.clone());
                Failure::new(Kind::Conflict, message).hint(hint)
            }
            Self::InUse {
                name,
                contributions,
            } => {
                let n = i64::try_from(*contributions).unwrap_or(i64::MAX);
                let message = text!(texts, "error-goal-in-use", name = name.clone(), n = n);
                Failure::new(Kind::Conflict, message).hint(texts.get("hint-goal-in-use"))
            }
            Self::Overdrawn { name, current } => {
                let current = MoneyStyle::new(texts.language(), None).write(*current);
                let name = name.clone();
                let message = text!(texts, "error-overdrawn", name = name, current = current);
                Failure::new(Kind::BadInput, message)
            }
            Self::NotPositive => Failure::new(Kind::BadInput, texts.get("error-not-positive"))
                .hint(texts.get("hint-not-positive")),
            Self::Priority => Failure::new(Kind::BadInput, texts.get("error-priority"))
                .hint(texts.get("hint-priority")),
            Self::MemoTooLong => {
                let most = domain::transaction::MAX_MEMO.to_string();
                let message = text!(texts, "error-memo-too-long", most = most);
                Failure::new(Kind::BadInput, message)
            }
        }
    }
}
