//! Whether a password is worth its hash.

use secrecy::{ExposeSecret as _, SecretString};
use unicode_normalization::UnicodeNormalization as _;
use zxcvbn::{Score, zxcvbn};

/// The least and the most characters (NIST SP 800-63B, ASVS 6.2).
const LEAST: usize = 8;
const MOST: usize = 256;
/// zxcvbn takes time with the square of the length; what is longer than this is strong enough.
const LOOKED_AT: usize = 64;

/// What is wrong with a password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Weakness {
    /// Fewer than eight characters.
    Short,
    /// More than 256.
    Long,
    /// It would be guessed.
    Guessable,
}

impl Weakness {
    /// What to do.
    pub(crate) const fn advice(self) -> &'static str {
        match self {
            Self::Short => "The password has fewer than 8 characters.",
            Self::Long => "The password has more than 256 characters.",
            Self::Guessable => "The password is easy to guess: take a longer or rarer one.",
        }
    }
}

/// The password as it is hashed: however a keyboard composes its letters, they are the same (NFC).
pub(crate) fn check(password: &str, email: &str) -> Result<SecretString, Weakness> {
    let composed = composed(password)?;
    let length = composed.expose_secret().chars().count();
    if length < LEAST {
        return Err(Weakness::Short);
    }
    let beginning: zeroize::Zeroizing<String> = composed
        .expose_secret()
        .chars()
        .take(LOOKED_AT)
        .collect::<String>()
        .into();
    let name = email.split('@').next().unwrap_or_default();
    if zxcvbn(&beginning, &[email, name, "luka", "lukalibre"]).score() < Score::Three {
        return Err(Weakness::Guessable);
    }
    Ok(composed)
}

/// The same for a password that is only compared.
pub(crate) fn composed(password: &str) -> Result<SecretString, Weakness> {
    if password.chars().take(MOST + 1).count() > MOST {
        return Err(Weakness::Long);
    }
    Ok(password.nfc().collect::<String>().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_short_long_or_common_is_refused() {
        let weakness = |password: &str| check(password, "rosa.perez@example.org").err();
        assert_eq!(weakness("a1#Xz9!"), Some(Weakness::Short));
        assert_eq!(weakness(&"x".repeat(257)), Some(Weakness::Long));
        for common in [
            "password1",
            "qwerty123456",
            "rosa.perez@example.org",
            "12345678901234567890",
        ] {
            assert_eq!(weakness(common), Some(Weakness::Guessable), "{common}");
        }
        assert_eq!(weakness("correct horse battery staple"), None);
        assert_eq!(weakness("ñandú y copihue en Chiloé"), None);
    }

    #[test]
    fn composed_and_decomposed_letters_are_one_password() {
        let one = check("can\u{303}ón bajo la lluvia", "").unwrap();
        let other = check("cañón bajo la lluvia", "").unwrap();
        assert_eq!(one.expose_secret(), other.expose_secret());
    }
}
