//! The recovery code: the printed second way into a ledger whose passphrase was forgotten.
//!
//! 160 random bits are written as 32 Crockford symbols; three more carry a 15-bit checksum, which
//! makes seven groups of five. The checksum tells a slip of the pen (`Mistyped`, found without any
//! key derivation) from a code that belongs to another ledger (`WrongSecret`, when it is tried).

use secrecy::{ExposeSecret, ExposeSecretMut, SecretBox};
use zeroize::Zeroizing;

use super::crockford;
use crate::random::{self, RandomError};

const SECRET_LEN: usize = 20;
const BODY: usize = 32;
const CHECK: usize = 3;
const SYMBOLS: usize = BODY + CHECK;
const GROUP: usize = 5;
const CHECK_CONTEXT: &str = "LukaLibre 2025 recovery code checksum v1";

/// A random 160-bit code to be kept on paper, wiped on drop.
#[derive(Debug)]
pub struct RecoveryCode(SecretBox<[u8; SECRET_LEN]>);

/// What is wrong with a typed recovery code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RecoveryCodeError {
    /// Letters are missing or too many.
    #[error("a recovery code has {SYMBOLS} letters and digits, not {found}")]
    Length {
        /// How many there were, without blanks and dashes.
        found: usize,
    },
    /// A character that no code contains.
    #[error("{character:?} is never part of a recovery code")]
    ForeignCharacter {
        /// The first such character.
        character: char,
    },
    /// The checksum does not fit: some letters are wrong or swapped.
    #[error("the recovery code is mistyped: its checksum does not fit")]
    Mistyped,
}

impl RecoveryCode {
    /// Makes a fresh code from the operating system's randomness.
    pub fn generate() -> Result<Self, RandomError> {
        let mut secret = SecretBox::<[u8; SECRET_LEN]>::default();
        random::fill(secret.expose_secret_mut())?;
        Ok(Self(secret))
    }

    /// Reads a typed code; blanks, dashes and case do not matter, O is 0, I and L are 1.
    pub fn parse(typed: &str) -> Result<Self, RecoveryCodeError> {
        let mut values = Zeroizing::new([0; SYMBOLS]);
        let mut found = 0;
        for character in typed.chars().filter(|&c| c != '-' && !c.is_whitespace()) {
            let value = crockford::value(character)
                .ok_or(RecoveryCodeError::ForeignCharacter { character })?;
            if let Some(place) = values.get_mut(found) {
                *place = value;
            }
            found += 1;
        }
        if found != SYMBOLS {
            return Err(RecoveryCodeError::Length { found });
        }
        let (body, check) = values.split_at(BODY);
        let code = Self(SecretBox::init_with_mut(|secret: &mut [u8; SECRET_LEN]| {
            crockford::gather(body, secret);
        }));
        if code.checksum() == check {
            Ok(code)
        } else {
            Err(RecoveryCodeError::Mistyped)
        }
    }

    /// Exposes the code as it is printed: `XXXXX-XXXXX-XXXXX-XXXXX-XXXXX-XXXXX-XXXXX`.
    pub fn expose_text(&self) -> Zeroizing<String> {
        let mut values = Zeroizing::new([0; SYMBOLS]);
        let (body, check) = values.split_at_mut(BODY);
        crockford::spread(self.expose_bytes(), body);
        check.copy_from_slice(&self.checksum());
        let mut text = Zeroizing::new(String::with_capacity(SYMBOLS + SYMBOLS / GROUP - 1));
        for (index, &value) in values.iter().enumerate() {
            if index > 0 && index % GROUP == 0 {
                text.push('-');
            }
            text.push(crockford::symbol(value));
        }
        text
    }

    /// Exposes the secret to the key slots.
    pub(crate) fn expose_bytes(&self) -> &[u8; SECRET_LEN] {
        self.0.expose_secret()
    }

    fn checksum(&self) -> [u8; CHECK] {
        let hash = blake3::derive_key(CHECK_CONTEXT, self.expose_bytes());
        std::array::from_fn(|i| hash[i] & 0x1f)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    fn code(bytes: [u8; SECRET_LEN]) -> RecoveryCode {
        RecoveryCode(SecretBox::new(Box::new(bytes)))
    }

    proptest! {
        #[test]
        fn parse_undoes_print(bytes: [u8; SECRET_LEN]) {
            let text = code(bytes).expose_text();
            prop_assert_eq!(text.len(), text.capacity());
            let parsed = RecoveryCode::parse(&text).unwrap();
            prop_assert_eq!(parsed.expose_bytes(), &bytes);
        }

        #[test]
        fn any_text_is_judged_without_panic(text: String) {
            if let Ok(code) = RecoveryCode::parse(&text) {
                prop_assert!(code.expose_text().len() == 41);
            }
        }
    }

    #[test]
    fn the_printed_form_is_seven_groups_of_five() {
        let text = RecoveryCode::generate().unwrap().expose_text();
        let groups: Vec<_> = text.split('-').collect();
        assert_eq!(groups.len(), 7);
        assert!(
            groups.iter().all(|group| group.len() == GROUP),
            "{groups:?}"
        );
    }

    #[test]
    fn case_blanks_dashes_and_look_alikes_do_not_matter() {
        let printed = code([0; SECRET_LEN]).expose_text();
        let typed = printed
            .to_lowercase()
            .replace('-', " \t-")
            .replace('0', "o")
            .replace('1', "l");
        assert_eq!(
            *RecoveryCode::parse(&typed).unwrap().expose_text(),
            *printed
        );
    }

    #[test]
    fn every_single_wrong_letter_is_told_from_a_wrong_code() {
        let printed = code(*b"a code for the paper").expose_text();
        for position in 0..printed.len() {
            for other in (0..32).map(crockford::symbol) {
                let mut typed: Vec<char> = printed.chars().collect();
                if typed[position] == '-' || typed[position] == other {
                    continue;
                }
                typed[position] = other;
                let typed: String = typed.into_iter().collect();
                assert_eq!(
                    RecoveryCode::parse(&typed).err(),
                    Some(RecoveryCodeError::Mistyped)
                );
            }
        }
    }

    #[rstest]
    #[case::empty("", RecoveryCodeError::Length { found: 0 })]
    #[case::cut("ABCDE-FGHJK", RecoveryCodeError::Length { found: 10 })]
    #[case::foreign("ABCDU", RecoveryCodeError::ForeignCharacter { character: 'U' })]
    fn says_what_is_wrong(#[case] typed: &str, #[case] expected: RecoveryCodeError) {
        assert_eq!(RecoveryCode::parse(typed).err(), Some(expected));
    }

    #[test]
    fn two_swapped_letters_are_mistyped() {
        let mut typed: Vec<char> = code(*b"a code for the paper")
            .expose_text()
            .chars()
            .collect();
        let place = (1..5).find(|&i| typed[i] != typed[i - 1]).unwrap();
        typed.swap(place, place - 1);
        let typed: String = typed.into_iter().collect();
        assert_eq!(
            RecoveryCode::parse(&typed).err(),
            Some(RecoveryCodeError::Mistyped)
        );
    }
}
