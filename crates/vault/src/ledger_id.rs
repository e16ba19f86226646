//! The name of a ledger: 16 random bytes, written as 32 lower-case hex digits.
//!
//! It is not secret. Whatever is sealed or authenticated for a ledger is bound to it, so that
//! pieces of two ledgers can't be swapped. Only the canonical spelling is accepted: one ledger, one
//! text.

use std::fmt;
use std::str::FromStr;

use data_encoding::HEXLOWER;

use crate::random::{self, RandomError};

/// Identifies one ledger for its whole life, on every device.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LedgerId([u8; LedgerId::LEN]);

/// A text that is not 32 lower-case hex digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a ledger id is 32 lower-case hex digits")]
pub struct LedgerIdError;

impl LedgerId {
    /// The length in bytes.
    pub const LEN: usize = 16;

    /// Makes a fresh id from the operating system's randomness.
    pub fn generate() -> Result<Self, RandomError> {
        random::public_bytes().map(Self)
    }

    /// Takes the 16 bytes of an id.
    pub const fn from_bytes(bytes: [u8; Self::LEN]) -> Self {
        Self(bytes)
    }

    /// Borrows the 16 bytes.
    pub const fn as_bytes(&self) -> &[u8; Self::LEN] {
        &self.0
    }
}

impl FromStr for LedgerId {
    type Err = LedgerIdError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let bytes = HEXLOWER
            .decode(text.as_bytes())
            .map_err(|_| LedgerIdError)?;
        bytes.try_into().map(Self).map_err(|_| LedgerIdError)
    }
}

impl fmt::Display for LedgerId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&HEXLOWER.encode(&self.0))
    }
}

impl fmt::Debug for LedgerId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "LedgerId({self})")
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[test]
    fn prints_and_parses_itself() {
        let id = LedgerId::generate().unwrap();
        assert_eq!(id.to_string().parse(), Ok(id));
        assert_ne!(id, LedgerId::generate().unwrap());
    }

    #[rstest]
    #[case::empty("")]
    #[case::short("00112233445566778899aabbccddee")]
    #[case::long("00112233445566778899aabbccddeeff00")]
    #[case::odd("00112233445566778899aabbccddeef")]
    #[case::upper("00112233445566778899AABBCCDDEEFF")]
    #[case::uuid("00112233-4455-6677-8899-aabbccddeeff")]
    fn refuses_other_spellings(#[case] text: &str) {
        assert_eq!(text.parse::<LedgerId>(), Err(LedgerIdError));
    }
}
