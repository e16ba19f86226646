//! Argon2id (RFC 9106): from what a person knows to the key that wraps a ledger's key.
//!
//! New slots take 64 MiB and three passes, about 120 ms. The working memory is ours, so that it is
//! wiped afterwards (the `argon2` crate frees its own as it is) and a machine without that much
//! memory gets an error instead of an abort.

use std::ops::RangeInclusive;

use argon2::{Algorithm, Argon2, Block, Params, Version};
use zeroize::Zeroizing;

use super::KeyFileError;
use crate::random::{self, RandomError};

/// The cost and salt of one derivation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Kdf {
    pub(super) m_kib: u32,
    pub(super) t: u32,
    pub(super) p: u32,
    pub(super) salt: [u8; Kdf::SALT_LEN],
}

/// The costs that a key file may ask for.
#[derive(Debug, Clone)]
pub(super) struct KdfLimits {
    pub(super) m_kib: RangeInclusive<u32>,
    pub(super) t: RangeInclusive<u32>,
    pub(super) p: RangeInclusive<u32>,
}

impl KdfLimits {
    /// From what is written here to what a machine may be asked for.
    pub(super) const STANDARD: Self = Self {
        m_kib: 64 * 1024..=1024 * 1024,
        t: 3..=16,
        p: 1..=16,
    };
}

/// Why a key derivation could not run.
#[derive(Debug, thiserror::Error)]
pub enum KdfError {
    /// The machine could not give the memory.
    #[error("the key derivation needs {m_kib} KiB of memory, which are not available")]
    OutOfMemory {
        /// The memory, in KiB.
        m_kib: u32,
    },
    /// Argon2 refused its parameters or input.
    #[error("the key derivation was refused")]
    Refused(#[from] argon2::Error),
}

impl Kdf {
    /// The length of the salt in bytes.
    pub(super) const SALT_LEN: usize = 16;

    /// The standard cost with a fresh salt.
    pub(super) fn generate() -> Result<Self, RandomError> {
        Ok(Self {
            m_kib: 64 * 1024,
            t: 3,
            p: 1,
            salt: random::public_bytes()?,
        })
    }

    /// Refuses a cost outside the limits.
    pub(super) fn check(&self, limits: &KdfLimits) -> Result<(), KeyFileError> {
        check_one("m_kib", self.m_kib, &limits.m_kib)?;
        check_one("t", self.t, &limits.t)?;
        check_one("p", self.p, &limits.p)
    }

    /// Derives the wrapping key.
    pub(super) fn derive(&self, secret: &[u8]) -> Result<Zeroizing<[u8; 32]>, KdfError> {
        #[cfg(test)]
        tests::RUNS.with(|runs| runs.set(runs.get() + 1));
        let params = Params::new(self.m_kib, self.t, self.p, Some(32))?;
        let mut memory = Zeroizing::new(Vec::new());
        memory
            .try_reserve_exact(params.block_count())
            .map_err(|_| KdfError::OutOfMemory { m_kib: self.m_kib })?;
        memory.resize(params.block_count(), Block::new());
        let mut key = Zeroizing::new([0; 32]);
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params).hash_password_into_with_memory(
            secret,
            &self.salt,
            key.as_mut_slice(),
            memory.as_mut_slice(),
        )?;
        Ok(key)
    }
}

fn check_one(
    parameter: &'static str,
    found: u32,
    allowed: &RangeInclusive<u32>,
) -> Result<(), KeyFileError> {
    let (floor, ceiling) = (*allowed.start(), *allowed.end());
    if found < floor {
        return Err(KeyFileError::KdfTooWeak {
            parameter,
            found,
            floor,
        });
    }
    if found > ceiling {
        return Err(KeyFileError::KdfTooCostly {
            parameter,
            found,
            ceiling,
        });
    }
    Ok(())
}

#[cfg(test)]
pub(super) mod tests {
    use std::cell::Cell;

    use super::*;

    thread_local! {
        /// How often this thread ran Argon2: an attempt to unlock must cost exactly one run.
        pub(in crate::slots) static RUNS: Cell<u32> = const { Cell::new(0) };
    }

    /// Costs next to nothing; for tests of what surrounds the derivation.
    pub(in crate::slots) const CHEAP: Kdf = Kdf {
        m_kib: 8,
        t: 1,
        p: 1,
        salt: [0x5a; 16],
    };

    /// Computed with the Python package `argon2-cffi`, the C reference (see
    /// `tests/vectors/make.py`).
    #[test]
    fn known_answer() {
        let key = CHEAP.derive(b"luka libre").unwrap();
        assert_eq!(
            data_encoding::HEXLOWER.encode(key.as_slice()),
            "049cacb98509ded0e30140f22335efa4fe5ffa0be3e474e8cea28f4649b26df6"
        );
    }

    #[test]
    fn what_is_generated_is_allowed_and_salted_anew() {
        let kdf = Kdf::generate().unwrap();
        kdf.check(&KdfLimits::STANDARD).unwrap();
        assert_ne!(kdf.salt, Kdf::generate().unwrap().salt);
    }

    #[test]
    fn impossible_parameters_are_an_error() {
        let impossible = Kdf { m_kib: 1, ..CHEAP };
        assert!(matches!(impossible.derive(b""), Err(KdfError::Refused(_))));
    }
}
