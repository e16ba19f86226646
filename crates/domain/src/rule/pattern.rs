//! Regular expressions in rules, in the syntax of the crate `regex-lite`: matching takes linear time.
//!
//! Texts come folded (small letters, no accents), so letters of the pattern lose their accents too
//! and their case doesn't matter. Escapes such as `\D` keep theirs.

use regex_lite::{Regex, RegexBuilder};

use crate::text::fold;

/// The largest pattern that is compiled, in characters.
const MOST: usize = 500;

/// A compiled pattern.
#[derive(Clone, Debug)]
pub struct Pattern {
    written: String,
    compiled: Regex,
}

/// Why a text is no pattern.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no regular expression")]
pub struct PatternError(String);

impl PartialEq for Pattern {
    fn eq(&self, other: &Self) -> bool {
        self.written == other.written
    }
}

impl Eq for Pattern {}

impl Pattern {
    /// Compiles a pattern.
    pub fn new(written: &str) -> Result<Self, PatternError> {
        let wrong = || PatternError(written.chars().take(60).collect());
        if written.chars().count() > MOST {
            return Err(wrong());
        }
        let plain: String = written.chars().map(without_accent).collect();
        let compiled = RegexBuilder::new(&plain)
            .case_insensitive(true)
            .size_limit(1 << 20)
            .build()
            .map_err(|_| wrong())?;
        Ok(Self {
            written: written.to_owned(),
            compiled,
        })
    }

    /// The pattern as a person wrote it.
    pub fn as_str(&self) -> &str {
        &self.written
    }

    /// True when a folded text has it somewhere.
    pub fn fits(&self, folded: &str) -> bool {
        self.compiled.is_match(folded)
    }
}

/// The plain letter below an accent; everything of ASCII stays as it is.
fn without_accent(letter: char) -> char {
    if letter.is_ascii() {
        return letter;
    }
    let folded = fold(letter.encode_utf8(&mut [0; 4]));
    let mut letters = folded.chars();
    match (letters.next(), letters.next()) {
        (Some(one), None) => one,
        _ => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("^caf[eé]", "Café Luna", true)]
    #[case("CAFÉ", "cafe luna", true)]
    #[case(r"\bluna$", "cafe luna", true)]
    #[case(r"^\d+$", "cafe", false)]
    #[case(r"^\D+$", "cafe", true)]
    #[case("uber *eats", "UBER  EATS", true)]
    fn accents_and_case_do_not_matter(
        #[case] pattern: &str,
        #[case] text: &str,
        #[case] fits: bool,
    ) {
        assert_eq!(Pattern::new(pattern).unwrap().fits(&fold(text)), fits);
    }

    #[test]
    fn what_is_no_pattern_or_too_large_is_refused() {
        Pattern::new("(").unwrap_err();
        Pattern::new(&"a".repeat(MOST + 1)).unwrap_err();
        Pattern::new("(((a{1000}){1000}){1000})").unwrap_err();
    }
}
