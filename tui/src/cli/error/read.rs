//! Bank files that can't be read at all.

use ops::import::ReadError;

use super::{Explain, Failure, Kind};
use crate::i18n::{Texts, text};

impl Explain for ReadError {
    fn explain(&self, texts: &Texts) -> Failure {
        let message = message(self, texts);
        Failure::new(Kind::BadInput, message).maybe_hint(hint(self, texts))
    }
}

fn message(error: &ReadError, texts: &Texts) -> String {
    match error {
        ReadError::Empty => texts.get("error-file-empty"),
        ReadError::TooLarge { limit, .. } => {
            let mib = (limit >> 20).to_string();
            text!(texts, "error-file-large", mib = mib)
        }
        ReadError::Unsupported { what } => {
            text!(texts, "error-file-unsupported", what = thing(what, texts))
        }
        ReadError::Encrypted => texts.get("error-workbook-encrypted"),
        ReadError::DamagedWorkbook => texts.get("error-workbook-damaged"),
        ReadError::EncryptedDocument => texts.get("error-document-encrypted"),
        ReadError::DamagedDocument => texts.get("error-document-damaged"),
        ReadError::NoText => texts.get("error-document-no-text"),
        ReadError::TooManyCells { limit } => {
            text!(texts, "error-workbook-cells", limit = limit.to_string())
        }
        ReadError::Damaged { line } => {
            text!(texts, "error-file-damaged", line = line.to_string())
        }
        ReadError::UnknownEncoding(name) => {
            text!(texts, "error-encoding", name = name.clone())
        }
        ReadError::NoTransactions { found } => {
            text!(
                texts,
                "error-no-transactions",
                found = content(found, texts)
            )
        }
        ReadError::ServerError { code, message } => text!(
            texts,
            "error-bank-server",
            code = code.clone(),
            message = message.clone()
        ),
        ReadError::AmbiguousDates { example, readings } => text!(
            texts,
            "error-ambiguous-dates",
            example = example.clone(),
            day_first = readings[0].to_string(),
            month_first = readings[1].to_string()
        ),
        ReadError::MixedDates { examples } => text!(
            texts,
            "error-mixed-dates",
            one = examples[0].clone(),
            other = examples[1].clone()
        ),
        ReadError::AmbiguousNumbers { example, readings } => text!(
            texts,
            "error-ambiguous-numbers",
            example = example.clone(),
            grouped = readings[0].to_string(),
            decimal = readings[1].to_string()
        ),
        columns => columns_message(columns, texts),
    }
}

/// A table whose columns, or the signs in them, could not be told.
fn columns_message(error: &ReadError, texts: &Texts) -> String {
    match error {
        ReadError::AmbiguousSigns { example, amount } => text!(
            texts,
            "error-ambiguous-signs",
            example = example.to_string(),
            amount = amount.to_string()
        ),
        ReadError::NoColumns { missing, found } => text!(
            texts,
            "error-no-columns",
            what = column(missing, texts),
            found = found.join(", ")
        ),
        ReadError::AmbiguousColumns { what, candidates } => text!(
            texts,
            "error-ambiguous-columns",
            what = column(what, texts),
            found = candidates.join(", ")
        ),
        ReadError::UnknownSigns { column, words } => text!(
            texts,
            "error-unknown-signs",
            column = column.clone(),
            words = words.join(", ")
        ),
        ReadError::ProfileMismatch {
            profile,
            column,
            found,
        } => text!(
            texts,
            "error-profile-mismatch",
            profile = profile.clone(),
            column = column.clone(),
            found = found.join(", ")
        ),
        _ => texts.get("error-file-empty"),
    }
}

/// What to pass, where an option answers the question.
fn hint(error: &ReadError, texts: &Texts) -> Option<String> {
    let flag = error.flag();
    match (error, flag) {
        (ReadError::AmbiguousDates { readings, .. }, Some(flag)) => Some(text!(
            texts,
            "hint-ambiguous-dates",
            flag = flag,
            day_first = readings[0].to_string(),
            month_first = readings[1].to_string()
        )),
        (ReadError::AmbiguousSigns { .. }, Some(flag)) => {
            Some(text!(texts, "hint-ambiguous-signs", flag = flag))
        }
        (ReadError::AmbiguousNumbers { example, readings }, Some(flag)) => {
            let (mark, other) = marks(example);
            Some(text!(
                texts,
                "hint-ambiguous-numbers",
                flag = flag,
                mark = mark.to_string(),
                other = other.to_string(),
                grouped = readings[0].to_string(),
                decimal = readings[1].to_string()
            ))
        }
        (_, Some(flag)) => Some(text!(texts, "hint-read-flag", flag = flag)),
        (ReadError::Encrypted, None) => Some(texts.get("hint-workbook-encrypted")),
        (ReadError::DamagedWorkbook, None) => Some(texts.get("hint-workbook-damaged")),
        (ReadError::EncryptedDocument, None) => Some(texts.get("hint-document-encrypted")),
        (ReadError::NoText, None) => Some(texts.get("hint-document-no-text")),
        (ReadError::Damaged { .. } | ReadError::DamagedDocument, None) => {
            Some(texts.get("hint-file-damaged"))
        }
        (ReadError::Unsupported { .. }, None) => Some(texts.get("hint-file-unsupported")),
        _ => None,
    }
}

/// The mark of a number that has two readings, and the other one of the two.
pub(crate) fn marks(example: &str) -> (char, char) {
    match example.rfind(['.', ',']).map(|at| &example[at..=at]) {
        Some(",") => (',', '.'),
        _ => ('.', ','),
    }
}

/// What a file is, in the person's language; something new stays as the reader named it.
fn thing(what: &str, texts: &Texts) -> String {
    let id = match what {
        "an Excel workbook in binary form (XLSB)" => "word-file-xlsb",
        "an OpenDocument file" => "word-file-opendocument",
        "a text document (DOCX)" => "word-file-docx",
        "a text document (DOC)" => "word-file-doc",
        "an Office document that is no workbook" => "word-file-office",
        "a zip archive" => "word-file-zip",
        "a PDF document" => "word-file-pdf",
        "a gzip archive" => "word-file-gzip",
        "an image" => "word-file-image",
        "a database" => "word-file-database",
        "a text document (RTF)" => "word-file-rtf",
        "a binary file" => "word-file-binary",
        "a JSON document" => "word-file-json",
        "a journal of hledger, ledger or beancount" => "word-file-journal",
        "a web page (HTML)" => "word-file-html",
        "an XML document that is no bank statement" => "word-file-xml",
        "an XML document that declares entities (DTD)" => "word-file-entities",
        other => return other.to_owned(),
    };
    texts.get(id)
}

/// What a file holds instead of transactions.
fn content(found: &str, texts: &Texts) -> String {
    let id = match found {
        "a table without rows" => "word-no-rows",
        "a list of accounts" => "word-account-list",
        "an OFX header without a statement" => "word-ofx-header",
        "a workbook without a table of movements" => "word-empty-workbook",
        "a document without a table of movements" => "word-empty-document",
        "a CAMT message without a statement" => "word-camt-header",
        "an MT940 message without a statement" => "word-mt940-header",
        other => return other.to_owned(),
    };
    texts.get(id)
}

/// The column that was looked for.
fn column(what: &str, texts: &Texts) -> String {
    match what {
        "date" => texts.get("word-column-date"),
        "amount" => texts.get("word-column-amount"),
        other => other.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;
    use domain::NaiveDate;

    #[test]
    fn both_readings_and_the_flag_are_named() {
        let texts = Texts::new(Language::En);
        let numbers = ReadError::AmbiguousNumbers {
            example: "1,234".to_owned(),
            readings: [1234.into(), "1.234".parse().unwrap()],
        };
        let failure = numbers.explain(&texts);
        assert_eq!(failure.kind, Kind::BadInput);
        let hint = failure.hint.unwrap();
        assert!(failure.message.contains("1.234") && failure.message.contains("1234"));
        assert!(hint.contains("--decimal"), "{hint}");
        let day = |m, d| NaiveDate::from_ymd_opt(2025, m, d).unwrap();
        let dates = ReadError::AmbiguousDates {
            example: "03/04/2025".to_owned(),
            readings: [day(4, 3), day(3, 4)],
        };
        let hint = dates.explain(&texts).hint.unwrap();
        assert!(
            hint.contains("--date-format") && hint.contains("2025-04-03"),
            "{hint}"
        );
    }

    #[test]
    fn the_mark_in_question_is_the_last_one() {
        assert_eq!(marks("1,234"), (',', '.'));
        assert_eq!(marks("1.234"), ('.', ','));
    }
}
