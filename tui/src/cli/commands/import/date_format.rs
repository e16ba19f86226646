//! `--date-format`: `DMY`, `DD/MM/YYYY`, `%d.%m.%y`, and in Spanish `DD-MM-AAAA`.

use ops::import::DateOrder;

use crate::cli::error::{Failure, Kind};
use crate::i18n::{Texts, text};

/// The order that a format stands for.
pub(super) fn order(typed: &str, texts: &Texts) -> Result<DateOrder, Failure> {
    let mut letters: Vec<char> = typed
        .chars()
        .filter(|c| c.is_alphabetic())
        .map(|c| match c.to_ascii_uppercase() {
            'A' => 'Y',
            letter => letter,
        })
        .collect();
    letters.dedup();
    match letters.as_slice() {
        ['D', 'M', 'Y'] => Ok(DateOrder::Dmy),
        ['M', 'D', 'Y'] => Ok(DateOrder::Mdy),
        ['Y', 'M', 'D'] => Ok(DateOrder::Ymd),
        _ => {
            let message = text!(texts, "error-date-format", text = typed.to_owned());
            Err(Failure::new(Kind::BadInput, message).hint(texts.get("hint-date-format")))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;
    use rstest::rstest;

    #[rstest]
    #[case("DMY", Some(DateOrder::Dmy))]
    #[case("dd/mm/yyyy", Some(DateOrder::Dmy))]
    #[case("DD-MM-AAAA", Some(DateOrder::Dmy))]
    #[case("%m/%d/%Y", Some(DateOrder::Mdy))]
    #[case("YYYY-MM-DD", Some(DateOrder::Ymd))]
    #[case("DD MMM YY", Some(DateOrder::Dmy))]
    #[case("YDM", None)]
    #[case("", None)]
    fn forms_of_one_order(#[case] typed: &str, #[case] expected: Option<DateOrder>) {
        let texts = Texts::new(Language::En);
        assert_eq!(order(typed, &texts).ok(), expected);
    }
}
