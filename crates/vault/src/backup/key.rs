//! The backup key, in clear on a machine that makes backups and wrapped at the remote.

use chacha20poly1305::aead::{AeadInOut, KeyInit};
use chacha20poly1305::{Tag, XChaCha20Poly1305, XNonce};
use data_encoding::HEXLOWER;
use secrecy::{ExposeSecret, ExposeSecretMut, SecretBox};
use zeroize::Zeroizing;

use crate::random::{self, RandomError};
use crate::{LedgerId, LedgerKey};

const LEN: usize = 32;
const NONCE_LEN: usize = 24;
const WRAPPED_LEN: usize = NONCE_LEN + LEN + 16;
const WRAP_CONTEXT: &str = "LukaLibre 2026 backup key wrap v1";
const PURPOSE: &[u8] = b"lukalibre backup key v1";

/// The 32 random bytes that seal the backups of one ledger, wiped on drop.
#[derive(Debug)]
pub struct BackupKey(SecretBox<[u8; LEN]>);

/// A backup key under a ledger's key: nonce, ciphertext, tag. Not secret.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct WrappedBackupKey([u8; WRAPPED_LEN]);

/// What can go wrong with a backup key.
#[derive(Debug, thiserror::Error)]
pub enum BackupKeyError {
    /// Not the digits that are written.
    #[error("the backup key is damaged")]
    Malformed,
    /// It was wrapped under another ledger's key, or altered.
    #[error("the backup key does not belong to this ledger")]
    Foreign,
    /// No randomness.
    #[error(transparent)]
    Random(#[from] RandomError),
    /// The cipher refused its input, which it never does for a key.
    #[error("the backup key could not be sealed")]
    Cipher,
}

impl BackupKey {
    /// Makes a fresh key from the operating system's randomness.
    pub fn generate() -> Result<Self, RandomError> {
        let mut key = SecretBox::<[u8; LEN]>::default();
        random::fill(key.expose_secret_mut())?;
        Ok(Self(key))
    }

    /// Reads the 64 hex digits of a private key file.
    pub fn from_hex(digits: &str) -> Result<Self, BackupKeyError> {
        let mut key = Zeroizing::new([0; LEN]);
        if digits.len() != 2 * LEN || HEXLOWER.decode_mut(digits.as_bytes(), &mut *key).is_err() {
            return Err(BackupKeyError::Malformed);
        }
        Ok(Self::copy_from(&key))
    }

    /// Exposes the key as 64 hex digits, for the private key file and for nothing else.
    pub fn expose_hex(&self) -> Zeroizing<String> {
        let mut digits = Zeroizing::new(String::with_capacity(2 * LEN));
        HEXLOWER.encode_append(self.expose_bytes(), &mut digits);
        digits
    }

    /// Wraps it under a ledger's key with a fresh nonce.
    pub fn wrap(
        &self,
        ledger_key: &LedgerKey,
        ledger_id: LedgerId,
    ) -> Result<WrappedBackupKey, BackupKeyError> {
        self.wrap_with(ledger_key, ledger_id, random::public_bytes()?)
    }

    fn wrap_with(
        &self,
        ledger_key: &LedgerKey,
        ledger_id: LedgerId,
        nonce: [u8; NONCE_LEN],
    ) -> Result<WrappedBackupKey, BackupKeyError> {
        let mut sealed = Zeroizing::new(*self.expose_bytes());
        let tag = cipher(ledger_key)
            .encrypt_inout_detached(
                &XNonce::from(nonce),
                &associated_data(ledger_id),
                sealed.as_mut_slice().into(),
            )
            .map_err(|_| BackupKeyError::Cipher)?;
        let mut wrapped = [0; WRAPPED_LEN];
        wrapped[..NONCE_LEN].copy_from_slice(&nonce);
        wrapped[NONCE_LEN..NONCE_LEN + LEN].copy_from_slice(sealed.as_slice());
        wrapped[NONCE_LEN + LEN..].copy_from_slice(&tag);
        Ok(WrappedBackupKey(wrapped))
    }

    pub(super) fn expose_bytes(&self) -> &[u8; LEN] {
        self.0.expose_secret()
    }

    pub(super) fn copy_from(bytes: &[u8; LEN]) -> Self {
        Self(SecretBox::init_with_mut(|key: &mut [u8; LEN]| {
            key.copy_from_slice(bytes);
        }))
    }
}

impl WrappedBackupKey {
    /// Unwraps it with the ledger's key.
    pub fn open(
        &self,
        ledger_key: &LedgerKey,
        ledger_id: LedgerId,
    ) -> Result<BackupKey, BackupKeyError> {
        let foreign = BackupKeyError::Foreign;
        let (Some(nonce), Some(ciphertext), Some(tag)) = (
            self.0.first_chunk::<NONCE_LEN>(),
            self.0[NONCE_LEN..].first_chunk::<LEN>(),
            self.0.last_chunk::<16>(),
        ) else {
            return Err(foreign);
        };
        let mut opened = Zeroizing::new(*ciphertext);
        cipher(ledger_key)
            .decrypt_inout_detached(
                &XNonce::from(*nonce),
                &associated_data(ledger_id),
                opened.as_mut_slice().into(),
                &Tag::from(*tag),
            )
            .map_err(|_| foreign)?;
        Ok(BackupKey::copy_from(&opened))
    }

    /// Reads the hex digits of a key object.
    pub fn from_hex(digits: &str) -> Result<Self, BackupKeyError> {
        HEXLOWER
            .decode(digits.as_bytes())
            .ok()
            .and_then(|bytes| bytes.try_into().ok())
            .map(Self)
            .ok_or(BackupKeyError::Malformed)
    }

    /// The hex digits for a key object.
    pub fn to_hex(&self) -> String {
        HEXLOWER.encode(&self.0)
    }
}

impl std::fmt::Debug for WrappedBackupKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("WrappedBackupKey(…)")
    }
}

fn cipher(ledger_key: &LedgerKey) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new((&*ledger_key.derive(WRAP_CONTEXT)).into())
}

fn associated_data(ledger_id: LedgerId) -> Vec<u8> {
    [PURPOSE, ledger_id.as_bytes()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LEDGER: LedgerId = LedgerId::from_bytes([7; 16]);

    fn ledger_key(byte: u8) -> LedgerKey {
        LedgerKey::copy_from(&[byte; 32])
    }

    /// Computed with the Python packages `blake3` and `pycryptodome` (see
    /// `tests/vectors/backup.py`).
    #[test]
    fn known_answer() {
        let key = BackupKey::copy_from(&std::array::from_fn(|i| u8::try_from(i).unwrap()));
        let wrapped = key.wrap_with(&ledger_key(9), LEDGER, [3; 24]).unwrap();
        assert_eq!(
            wrapped.to_hex(),
            include_str!("../../tests/vectors/wrapped-backup-key.hex").trim()
        );
    }

    #[test]
    fn only_the_same_ledger_unwraps_it() {
        let key = BackupKey::generate().unwrap();
        let wrapped = key.wrap(&ledger_key(1), LEDGER).unwrap();
        let again = WrappedBackupKey::from_hex(&wrapped.to_hex()).unwrap();
        let opened = again.open(&ledger_key(1), LEDGER).unwrap();
        assert_eq!(opened.expose_bytes(), key.expose_bytes());
        assert!(wrapped.open(&ledger_key(2), LEDGER).is_err());
        assert!(
            wrapped
                .open(&ledger_key(1), LedgerId::from_bytes([8; 16]))
                .is_err()
        );
        for place in 0..WRAPPED_LEN {
            let mut altered = wrapped;
            altered.0[place] ^= 1;
            assert!(altered.open(&ledger_key(1), LEDGER).is_err(), "{place}");
        }
    }

    #[test]
    fn hex_goes_there_and_back_and_debug_shows_nothing() {
        let key = BackupKey::generate().unwrap();
        let digits = key.expose_hex();
        assert_eq!(
            BackupKey::from_hex(&digits).unwrap().expose_bytes(),
            key.expose_bytes()
        );
        assert!(BackupKey::from_hex(&digits[1..]).is_err());
        assert!(!format!("{key:?}").contains(&digits[..8]));
    }
}
