//! Rules that were refused.

use domain::rule::RuleTermError;
use ops::rule::RuleError;

use super::{Explain, Failure, Kind};
use crate::i18n::{Texts, text};

impl Explain for RuleTermError {
    fn explain(&self, texts: &Texts) -> Failure {
        let message = text!(texts, "error-rule-pattern", text = self.0.clone());
        Failure::new(Kind::BadInput, message).hint(texts.get("hint-rule-pattern"))
    }
}

impl Explain for RuleError {
    fn explain(&self, texts: &Texts) -> Failure {
        match self {
            Self::Entry(error) => error.explain(texts),
            Self::Store(error) => error.explain(texts),
            Self::Term(prefix) => {
                let message = text!(texts, "error-rule-term", prefix = *prefix);
                Failure::new(Kind::BadInput, message).hint(texts.get("hint-rule-term"))
            }
            Self::NoCondition => Failure::new(Kind::BadInput, texts.get("error-rule-blank"))
                .hint(texts.get("hint-rule-term")),
            Self::SetsNothing => Failure::new(Kind::BadInput, texts.get("error-rule-idle"))
                .hint(texts.get("hint-rule-idle")),
            Self::Exists(name) => {
                let message = text!(texts, "error-exists", name = name.clone());
                Failure::new(Kind::Conflict, message).hint(texts.get("hint-rule-exists"))
            }
            Self::SplitsExceed => Failure::new(Kind::BadInput, texts.get("error-rule-parts"))
                .hint(texts.get("hint-rule-parts")),
            Self::Share(error) => {
                let message = text!(texts, "error-rule-share", text = error.0.clone());
                Failure::new(Kind::BadInput, message).hint(texts.get("hint-rule-share"))
            }
            Self::TransferWithCategory => {
                Failure::new(Kind::BadInput, texts.get("error-rule-transfer"))
                    .hint(texts.get("hint-rule-transfer"))
            }
            Self::MemoTooLong => {
                let most = domain::transaction::MAX_MEMO.to_string();
                let message = text!(texts, "error-memo-too-long", most = most);
                Failure::new(Kind::BadInput, message)
            }
        }
    }
}
