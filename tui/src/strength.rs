//! How much a new passphrase is worth, roughly: long beats odd.

use std::collections::HashSet;

/// The fewest characters of a passphrase that a person chooses at the prompt.
pub(crate) const LEAST_CHARACTERS: usize = 8;

/// A rough judgement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Strength {
    /// Refused.
    TooShort,
    /// Taken, with a word of advice.
    Weak,
    /// Taken.
    Good,
}

/// Judges a new passphrase.
pub(crate) fn strength(passphrase: &str) -> Strength {
    let characters = passphrase.chars().count();
    let different = passphrase.chars().collect::<HashSet<_>>().len();
    let kinds = [
        char::is_lowercase as fn(char) -> bool,
        char::is_uppercase,
        char::is_numeric,
        |c| !c.is_alphanumeric(),
    ];
    let kinds = kinds
        .into_iter()
        .filter(|kind| passphrase.contains(*kind))
        .count();
    match characters {
        few if few < LEAST_CHARACTERS => Strength::TooShort,
        _ if different < 6 => Strength::Weak,
        many if many >= 16 || (many >= 12 && kinds >= 3) => Strength::Good,
        _ => Strength::Weak,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("seven77", Strength::TooShort)]
    #[case("ñandúes", Strength::TooShort)]
    #[case("aaaaaaaaaaaaaaaaaaaaaaaa", Strength::Weak)]
    #[case("password1", Strength::Weak)]
    #[case("Tr0ub4dor&3x", Strength::Good)]
    #[case("correct horse battery staple", Strength::Good)]
    fn long_beats_odd(#[case] passphrase: &str, #[case] expected: Strength) {
        assert_eq!(strength(passphrase), expected);
    }
}
