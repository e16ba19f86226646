//! The hash chain over the recorded changes of a ledger.
//!
//! Each change's hash covers the hash before it, so the last one vouches for the whole history, and
//! a page or file put back from an older copy no longer fits the [`crate::head`]. BLAKE3 in its
//! key-derivation mode keeps these hashes apart from any other use. The chain is not keyed: who may
//! write the database can extend it, and that is what the encrypted database itself is for.

use std::fmt;
use std::str::FromStr;

use data_encoding::HEXLOWER;

use crate::LedgerId;

const GENESIS_CONTEXT: &str = "LukaLibre 2025 ledger chain genesis v1";
const LINK_CONTEXT: &str = "LukaLibre 2025 ledger chain link v1";

/// The state of the chain after one change.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct ChainHash([u8; ChainHash::LEN]);

/// A text that is not 64 lower-case hex digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a chain hash is 64 lower-case hex digits")]
pub struct ChainHashError;

impl ChainHash {
    /// The length in bytes.
    pub const LEN: usize = 32;

    /// The chain of a ledger in which nothing has happened yet.
    pub fn genesis(ledger_id: &LedgerId) -> Self {
        Self(blake3::derive_key(GENESIS_CONTEXT, ledger_id.as_bytes()))
    }

    /// Takes the 32 bytes of a stored hash.
    pub const fn from_bytes(bytes: [u8; Self::LEN]) -> Self {
        Self(bytes)
    }

    /// Borrows the 32 bytes.
    pub const fn as_bytes(&self) -> &[u8; Self::LEN] {
        &self.0
    }
}

impl FromStr for ChainHash {
    type Err = ChainHashError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let bytes = HEXLOWER
            .decode(text.as_bytes())
            .map_err(|_| ChainHashError)?;
        bytes.try_into().map(Self).map_err(|_| ChainHashError)
    }
}

impl fmt::Display for ChainHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&HEXLOWER.encode(&self.0))
    }
}

impl fmt::Debug for ChainHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ChainHash({self})")
    }
}

/// Computes the next hash from the previous one and the fields of a change.
///
/// Each field is preceded by its length (u64, little endian), so that no two lists of fields read
/// alike.
#[derive(Debug, Clone)]
pub struct ChainHasher(blake3::Hasher);

impl ChainHasher {
    /// Starts the link that follows `previous`.
    pub fn new(previous: ChainHash) -> Self {
        let mut hasher = blake3::Hasher::new_derive_key(LINK_CONTEXT);
        hasher.update(previous.as_bytes());
        Self(hasher)
    }

    /// Adds one field.
    pub fn update(&mut self, field: &[u8]) -> &mut Self {
        self.0.update(&(field.len() as u64).to_le_bytes());
        self.0.update(field);
        self
    }

    /// Closes the link.
    pub fn finish(&self) -> ChainHash {
        ChainHash(self.0.finalize().into())
    }
}

/// The BLAKE3 hash of a content, as 64 hexadecimal digits: under this name a file is kept once.
pub fn content_digest(content: &[u8]) -> String {
    blake3::hash(content).to_hex().to_string()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const LEDGER: LedgerId = LedgerId::from_bytes([7; LedgerId::LEN]);

    fn link(previous: ChainHash, fields: &[Vec<u8>]) -> ChainHash {
        let mut hasher = ChainHasher::new(previous);
        for field in fields {
            hasher.update(field);
        }
        hasher.finish()
    }

    /// Computed with the Python package `blake3` (see `tests/vectors/make.py`).
    #[test]
    fn known_answers() {
        let genesis = ChainHash::genesis(&LEDGER);
        assert_eq!(
            genesis.to_string(),
            "c24e35148c4d50575d6958da7b5cc8a72db7d3d4485aa01cb81aa2d2b6537a6c"
        );
        let next = link(genesis, &[b"add".to_vec(), Vec::new(), b"4500".to_vec()]);
        assert_eq!(
            next.to_string(),
            "4a70856b4ff530cfa1ba2e16b3858812c4a9f2387b0e1e9fa672bbec8f60753f"
        );
    }

    /// The test vectors of BLAKE3 itself: no input, and the three bytes `abc`.
    #[test]
    fn contents_hash_as_blake3_says() {
        assert_eq!(
            content_digest(b""),
            "af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262"
        );
        assert_eq!(
            content_digest(b"abc"),
            "6437b3ac38465133ffb63b75273a8db548c558465d79db03fd359c6cd5bd9d85"
        );
    }

    #[test]
    fn each_ledger_starts_elsewhere() {
        let other = LedgerId::from_bytes([8; LedgerId::LEN]);
        assert_ne!(ChainHash::genesis(&LEDGER), ChainHash::genesis(&other));
    }

    proptest! {
        #[test]
        fn prints_and_parses_itself(bytes: [u8; 32]) {
            let hash = ChainHash::from_bytes(bytes);
            prop_assert_eq!(hash.to_string().parse(), Ok(hash));
        }

        #[test]
        fn equal_only_for_equal_fields_after_an_equal_past(
            a in prop::collection::vec(prop::collection::vec(0..2u8, 0..3), 0..4),
            b in prop::collection::vec(prop::collection::vec(0..2u8, 0..3), 0..4),
        ) {
            let genesis = ChainHash::genesis(&LEDGER);
            prop_assert_eq!(link(genesis, &a) == link(genesis, &b), a == b);
            prop_assert_ne!(link(link(genesis, &a), &b), link(genesis, &b));
        }
    }

    #[test]
    fn refuses_other_spellings() {
        let text = ChainHash::genesis(&LEDGER).to_string();
        assert_eq!(
            text.to_uppercase().parse::<ChainHash>(),
            Err(ChainHashError)
        );
        assert_eq!(text[2..].parse::<ChainHash>(), Err(ChainHashError));
    }
}
