//! One slot: the ledger's key, wrapped under one secret.
//!
//! The associated data is a fixed-length row of everything the slot and its file say: format and
//! version, ledger id, key check, kind, algorithm, cost, salt. Changing any of it is found out when
//! the slot is opened, and answers like a wrong secret.

use std::fmt;

use chacha20poly1305::aead::{AeadInOut, KeyInit};
use chacha20poly1305::{Tag, XChaCha20Poly1305, XNonce};
use zeroize::Zeroizing;

use super::kdf::{Kdf, KdfError};
use super::{UnlockError, WrapError};
use crate::random;
use crate::{LedgerId, LedgerKey};

/// Names the purpose, the format version and the algorithms (Argon2id 1.3, XChaCha20-Poly1305).
const PURPOSE: &[u8] = b"lukalibre keys.json v1 argon2id-19 xchacha20poly1305";

/// What opens a slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SlotKind {
    /// What a person remembers.
    Passphrase,
    /// What a person keeps on paper.
    Recovery,
}

impl SlotKind {
    fn tag(self) -> u8 {
        match self {
            Self::Passphrase => 1,
            Self::Recovery => 2,
        }
    }
}

impl fmt::Display for SlotKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Passphrase => "passphrase",
            Self::Recovery => "recovery code",
        })
    }
}

/// What all slots of a file are bound to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Binding {
    pub(super) ledger_id: LedgerId,
    /// Tells whether a key is this ledger's, and tells nothing else about it.
    pub(super) key_check: [u8; Binding::CHECK_LEN],
}

impl Binding {
    /// The length of the key check in bytes.
    pub(super) const CHECK_LEN: usize = 32;
    const CHECK_CONTEXT: &str = "LukaLibre 2025 ledger key check v1";

    pub(super) fn new(ledger_id: LedgerId, key: &LedgerKey) -> Self {
        let check_key = key.derive(Self::CHECK_CONTEXT);
        Self {
            ledger_id,
            key_check: blake3::keyed_hash(&check_key, ledger_id.as_bytes()).into(),
        }
    }

    /// Whether the key is the one that this file wraps.
    pub(super) fn fits(&self, key: &LedgerKey) -> bool {
        let expected = Self::new(self.ledger_id, key).key_check;
        blake3::Hash::from_bytes(expected) == blake3::Hash::from_bytes(self.key_check)
    }
}

/// One wrapped key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Slot {
    pub(super) kind: SlotKind,
    pub(super) kdf: Kdf,
    pub(super) nonce: [u8; Slot::NONCE_LEN],
    /// The ciphertext, and its tag.
    pub(super) wrapped: [u8; Slot::WRAPPED_LEN],
}

impl Slot {
    /// The length of the nonce in bytes.
    pub(super) const NONCE_LEN: usize = 24;
    /// The length of the wrapped key with its tag, in bytes.
    pub(super) const WRAPPED_LEN: usize = LedgerKey::LEN + 16;

    /// Wraps a key under a secret, with a fresh salt and nonce and the standard cost.
    pub(super) fn wrap(
        kind: SlotKind,
        secret: &[u8],
        key: &LedgerKey,
        binding: &Binding,
    ) -> Result<Self, WrapError> {
        Self::wrap_with(
            kind,
            secret,
            key,
            binding,
            Kdf::generate()?,
            random::public_bytes()?,
        )
    }

    pub(super) fn wrap_with(
        kind: SlotKind,
        secret: &[u8],
        key: &LedgerKey,
        binding: &Binding,
        kdf: Kdf,
        nonce: [u8; Self::NONCE_LEN],
    ) -> Result<Self, WrapError> {
        let mut slot = Self {
            kind,
            kdf,
            nonce,
            wrapped: [0; Self::WRAPPED_LEN],
        };
        let mut sealed = Zeroizing::new(*key.expose_bytes());
        let tag = slot
            .cipher(secret)?
            .encrypt_inout_detached(
                &XNonce::from(nonce),
                &slot.associated_data(binding),
                sealed.as_mut_slice().into(),
            )
            .map_err(|_| WrapError::Cipher)?;
        let (ciphertext, tag_place) = slot.wrapped.split_at_mut(LedgerKey::LEN);
        ciphertext.copy_from_slice(sealed.as_slice());
        tag_place.copy_from_slice(&tag);
        Ok(slot)
    }

    /// Opens the slot: one key derivation, whatever is wrong.
    pub(super) fn open(&self, secret: &[u8], binding: &Binding) -> Result<LedgerKey, UnlockError> {
        let wrong = || UnlockError::WrongSecret { kind: self.kind };
        let cipher = self.cipher(secret)?;
        let (ciphertext, tag) = self.wrapped.split_first_chunk().ok_or_else(wrong)?;
        let mut opened = Zeroizing::new(*ciphertext);
        cipher
            .decrypt_inout_detached(
                &XNonce::from(self.nonce),
                &self.associated_data(binding),
                opened.as_mut_slice().into(),
                &Tag::try_from(tag).map_err(|_| wrong())?,
            )
            .map_err(|_| wrong())?;
        let key = LedgerKey::copy_from(&opened);
        // Poly1305 commits to no key: a forged slot could open to another one.
        if binding.fits(&key) {
            Ok(key)
        } else {
            Err(wrong())
        }
    }

    fn cipher(&self, secret: &[u8]) -> Result<XChaCha20Poly1305, KdfError> {
        let wrapping_key = self.kdf.derive(secret)?;
        Ok(XChaCha20Poly1305::new((&*wrapping_key).into()))
    }

    fn associated_data(&self, binding: &Binding) -> Vec<u8> {
        let Kdf { m_kib, t, p, salt } = &self.kdf;
        let mut data = Vec::with_capacity(128);
        data.extend_from_slice(PURPOSE);
        data.extend_from_slice(binding.ledger_id.as_bytes());
        data.extend_from_slice(&binding.key_check);
        data.push(self.kind.tag());
        for cost in [m_kib, t, p] {
            data.extend_from_slice(&cost.to_le_bytes());
        }
        data.extend_from_slice(salt);
        data
    }
}
