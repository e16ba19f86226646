//! Reports that could not be made.

use ops::report::ReportError;

use super::{Explain, Failure, Kind};
use crate::i18n::{Texts, text};

impl Explain for ReportError {
    fn explain(&self, texts: &Texts) -> Failure {
        match self {
            Self::Lookup(error) => error.explain(texts),
            Self::Store(error) => error.explain(texts),
            Self::Period(error) => error.explain(texts),
            Self::Overflow => Failure::new(Kind::BadInput, texts.get("error-sum-too-large")),
            Self::UnknownCurrency(code) => {
                let code = code.as_str().to_owned();
                let message = text!(texts, "error-report-currency", code = code);
                Failure::new(Kind::NotFound, message).hint(texts.get("hint-report-currency"))
            }
        }
    }
}
