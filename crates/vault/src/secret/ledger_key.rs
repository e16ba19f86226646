//! The key of a ledger: 32 random bytes that open its database.
//!
//! It is given to SQLCipher raw (so opening costs no key derivation there), and other keys are
//! derived from it by BLAKE3 under a context of their own. It lives on the heap, so that moving it
//! leaves no copy behind.

use data_encoding::HEXLOWER;
use secrecy::{ExposeSecret, ExposeSecretMut, SecretBox};
use zeroize::Zeroizing;

use crate::random::{self, RandomError};

/// The key that opens one ledger, wiped on drop.
#[derive(Debug)]
pub struct LedgerKey(SecretBox<[u8; LedgerKey::LEN]>);

impl LedgerKey {
    /// The length in bytes.
    pub(crate) const LEN: usize = 32;

    /// Makes a fresh key from the operating system's randomness.
    pub fn generate() -> Result<Self, RandomError> {
        let mut key = SecretBox::<[u8; Self::LEN]>::default();
        random::fill(key.expose_secret_mut())?;
        Ok(Self(key))
    }

    /// Makes a second copy, for the few who must hold one of their own (the agent, a second
    /// connection).
    #[must_use]
    pub fn duplicate(&self) -> Self {
        Self::copy_from(self.expose_bytes())
    }

    /// Exposes the key as the raw-key literal `x'<64 hex digits>'` that SQLCipher's `PRAGMA key`
    /// takes.
    pub fn expose_sqlcipher_hex(&self) -> Zeroizing<String> {
        // The full capacity at once: a string that grows leaves copies behind.
        let mut literal = Zeroizing::new(String::with_capacity(2 * Self::LEN + 3));
        literal.push_str("x'");
        HEXLOWER.encode_append(self.expose_bytes(), &mut literal);
        literal.push('\'');
        literal
    }

    /// Exposes the key inside of the whole statement that gives it to SQLCipher, so that no other
    /// string with it has to be made, which nobody would wipe.
    pub fn expose_sqlcipher_statement(&self) -> Zeroizing<String> {
        let literal = self.expose_sqlcipher_hex();
        let mut statement = Zeroizing::new(String::with_capacity(literal.len() + 16));
        statement.push_str("PRAGMA key = \"");
        statement.push_str(&literal);
        statement.push_str("\";");
        statement
    }

    /// Copies a key out of a buffer that its owner wipes.
    pub(crate) fn copy_from(bytes: &[u8; Self::LEN]) -> Self {
        Self(SecretBox::init_with_mut(|key: &mut [u8; Self::LEN]| {
            key.copy_from_slice(bytes);
        }))
    }

    /// Exposes the bytes to the rooms of this crate.
    pub(crate) fn expose_bytes(&self) -> &[u8; Self::LEN] {
        self.0.expose_secret()
    }

    /// Derives a key for one purpose; `context` is a constant that names it (BLAKE3 `derive_key`).
    pub(crate) fn derive(&self, context: &'static str) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(blake3::derive_key(context, self.expose_bytes()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_is_redacted() {
        let shown = format!("{:?}", LedgerKey::copy_from(&[0xab; 32]));
        assert!(shown.contains("REDACTED"), "{shown}");
        assert!(
            !shown.contains("171") && !shown.contains("ab, ab"),
            "{shown}"
        );
    }

    #[test]
    fn sqlcipher_literal_is_a_raw_key_in_one_allocation() {
        let key = LedgerKey::copy_from(&std::array::from_fn(|i| u8::try_from(i).unwrap()));
        let literal = key.expose_sqlcipher_hex();
        assert_eq!(
            *literal,
            "x'000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f'"
        );
        assert_eq!(literal.len(), literal.capacity());
    }

    #[test]
    fn a_duplicate_is_equal_and_a_new_key_is_not() {
        let key = LedgerKey::generate().unwrap();
        assert_eq!(key.duplicate().expose_bytes(), key.expose_bytes());
        assert_ne!(
            LedgerKey::generate().unwrap().expose_bytes(),
            key.expose_bytes()
        );
    }
}
