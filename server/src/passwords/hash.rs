//! The hash of a password, as a PHC string (`$argon2id$v=19$m=19456,t=2,p=1$salt$hash`).

use argon2::{Algorithm, Argon2, Block, Params, Version};
use data_encoding::BASE64_NOPAD;
use subtle::ConstantTimeEq as _;
use zeroize::Zeroizing;

use crate::refusal::Refusal;

/// OWASP's first choice for Argon2id: 19 MiB, two passes, one lane.
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;
const SALT_BYTES: usize = 16;
const HASH_BYTES: usize = 32;

/// Memory for one hash at a time.
pub(super) struct Memory(Vec<Block>);

impl Memory {
    pub(super) fn new() -> Self {
        Self(vec![Block::default(); MEMORY_KIB as usize])
    }
}

/// One.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PasswordHash {
    salt: [u8; SALT_BYTES],
    hash: [u8; HASH_BYTES],
}

/// A stored text is no hash of ours.
#[derive(Debug, thiserror::Error)]
#[error("a stored password hash can't be read")]
pub(crate) struct HashError;

impl PasswordHash {
    pub(super) fn make(password: &[u8], memory: &mut Memory) -> Result<Self, Refusal> {
        let salt = random()?;
        let hash = derive(password, &salt, memory)?;
        Ok(Self { salt, hash: *hash })
    }

    /// One that no password has.
    pub(super) fn of_nobody() -> Result<Self, Refusal> {
        Ok(Self {
            salt: random()?,
            hash: random()?,
        })
    }

    pub(super) fn is_of(&self, password: &[u8], memory: &mut Memory) -> Result<bool, Refusal> {
        let hash = derive(password, &self.salt, memory)?;
        Ok(hash.ct_eq(&self.hash).into())
    }

    /// As it is stored.
    pub(crate) fn to_phc(&self) -> String {
        let (salt, hash) = (
            BASE64_NOPAD.encode(&self.salt),
            BASE64_NOPAD.encode(&self.hash),
        );
        format!("$argon2id$v=19$m={MEMORY_KIB},t={PASSES},p={LANES}${salt}${hash}")
    }

    /// From what was stored.
    pub(crate) fn from_phc(text: &str) -> Result<Self, HashError> {
        let ours = format!("$argon2id$v=19$m={MEMORY_KIB},t={PASSES},p={LANES}$");
        let rest = text.strip_prefix(&ours).ok_or(HashError)?;
        let (salt, hash) = rest.split_once('$').ok_or(HashError)?;
        let bytes = |text: &str| BASE64_NOPAD.decode(text.as_bytes()).map_err(|_| HashError);
        Ok(Self {
            salt: bytes(salt)?.try_into().map_err(|_| HashError)?,
            hash: bytes(hash)?.try_into().map_err(|_| HashError)?,
        })
    }
}

fn derive(
    password: &[u8],
    salt: &[u8],
    memory: &mut Memory,
) -> Result<Zeroizing<[u8; HASH_BYTES]>, Refusal> {
    let params =
        Params::new(MEMORY_KIB, PASSES, LANES, Some(HASH_BYTES)).map_err(Refusal::internal)?;
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    let mut hash = Zeroizing::new([0; HASH_BYTES]);
    argon2
        .hash_password_into_with_memory(password, salt, hash.as_mut_slice(), &mut memory.0)
        .map_err(Refusal::internal)?;
    Ok(hash)
}

fn random<const N: usize>() -> Result<[u8; N], Refusal> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(Refusal::internal)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_knows_its_password_and_no_other() {
        let mut memory = Memory::new();
        let hash = PasswordHash::make(b"correct horse", &mut memory).unwrap();
        let stored = PasswordHash::from_phc(&hash.to_phc()).unwrap();
        assert_eq!(stored, hash);
        assert!(stored.is_of(b"correct horse", &mut memory).unwrap());
        assert!(!stored.is_of(b"correct horsf", &mut memory).unwrap());
        assert!(
            !PasswordHash::of_nobody()
                .unwrap()
                .is_of(b"", &mut memory)
                .unwrap()
        );
    }

    #[test]
    fn memory_that_was_used_before_changes_nothing() {
        let (mut used, salt) = (Memory::new(), b"somesaltsomesalt");
        derive(b"another password", salt, &mut used).unwrap();
        let hash = derive(b"password", salt, &mut used).unwrap();
        assert_eq!(hash, derive(b"password", salt, &mut Memory::new()).unwrap());
    }

    #[test]
    fn a_weaker_hash_is_not_taken() {
        let phc = PasswordHash::of_nobody().unwrap().to_phc();
        for (from, to) in [
            ("argon2id", "argon2i"),
            ("m=19456", "m=8"),
            ("t=2", "t=1"),
            ("v=19", "v=16"),
        ] {
            assert!(
                PasswordHash::from_phc(&phc.replace(from, to)).is_err(),
                "{to}"
            );
        }
    }
}
