//! `keys.json` as a value: made with a ledger, opened by a passphrase or a code, rewrapped.
//!
//! It always has one passphrase slot and at most one recovery slot, so that an attempt to unlock
//! costs one key derivation, never a search. Changing a slot changes the value only;
//! [`KeyFile::save`] then replaces the file at once or not at all.

use std::io::Read;
use std::path::Path;

use super::kdf::KdfLimits;
use super::slot::{Binding, Slot};
use super::{KeyFileError, SlotKind, UnlockError, WrapError, wire};
use crate::private::{self, PrivateError, Trust};
use crate::{LedgerId, LedgerKey, Passphrase, RecoveryCode};

/// The wrapped key of one ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyFile {
    binding: Binding,
    passphrase: Slot,
    recovery: Option<Slot>,
}

impl KeyFile {
    /// The longest file that is read, in bytes.
    pub const MAX_LEN: usize = 64 * 1024;

    /// Names a new ledger and wraps its key under a passphrase and a fresh recovery code.
    pub fn create(
        key: &LedgerKey,
        passphrase: &Passphrase,
    ) -> Result<(Self, RecoveryCode), WrapError> {
        let binding = Binding::new(LedgerId::generate()?, key);
        let passphrase = wrap_passphrase(passphrase, key, &binding)?;
        let mut file = Self {
            binding,
            passphrase,
            recovery: None,
        };
        let code = file.new_recovery_code(key)?;
        Ok((file, code))
    }

    /// The ledger that this file opens.
    pub fn ledger_id(&self) -> LedgerId {
        self.binding.ledger_id
    }

    /// Whether a key (from an agent, say) is this ledger's; costs microseconds.
    pub fn fits(&self, key: &LedgerKey) -> bool {
        self.binding.fits(key)
    }

    /// Whether there is a recovery code that opens it.
    pub fn has_recovery_code(&self) -> bool {
        self.recovery.is_some()
    }

    /// Unwraps the ledger's key with the passphrase.
    pub fn unlock_with_passphrase(
        &self,
        passphrase: &Passphrase,
    ) -> Result<LedgerKey, UnlockError> {
        self.passphrase
            .open(passphrase.expose().as_bytes(), &self.binding)
    }

    /// Unwraps the ledger's key with the recovery code.
    pub fn unlock_with_recovery(&self, code: &RecoveryCode) -> Result<LedgerKey, UnlockError> {
        let slot = self.recovery.as_ref().ok_or(UnlockError::NoSlot {
            kind: SlotKind::Recovery,
        })?;
        slot.open(code.expose_bytes(), &self.binding)
    }

    /// Replaces the passphrase; the recovery code stays as it is.
    pub fn change_passphrase(
        &mut self,
        key: &LedgerKey,
        new: &Passphrase,
    ) -> Result<(), WrapError> {
        self.passphrase = wrap_passphrase(new, key, &self.binding)?;
        Ok(())
    }

    /// Makes a new recovery code; the one before opens nothing any more.
    pub fn new_recovery_code(&mut self, key: &LedgerKey) -> Result<RecoveryCode, WrapError> {
        if !self.fits(key) {
            return Err(WrapError::ForeignKey);
        }
        let code = RecoveryCode::generate()?;
        let secret = code.expose_bytes();
        self.recovery = Some(Slot::wrap(SlotKind::Recovery, secret, key, &self.binding)?);
        Ok(code)
    }

    /// Loads a key file that only its owner can reach.
    pub fn load(path: &Path) -> Result<Self, KeyFileError> {
        Self::load_trusting(path, Trust::Private)
    }

    /// Loads a key file, perhaps one that others can reach.
    pub fn load_trusting(path: &Path, trust: Trust) -> Result<Self, KeyFileError> {
        let mut text = Vec::new();
        private::open_to_read(path, trust)?
            .take(Self::MAX_LEN as u64 + 1)
            .read_to_end(&mut text)
            .map_err(|source| PrivateError::io(path, source))?;
        Self::from_json(&text)
    }

    /// Saves the key file, durably and at once, with mode 0600.
    pub fn save(&self, path: &Path) -> Result<(), KeyFileError> {
        Ok(private::replace_private(path, &self.to_json()?)?)
    }

    /// Reads the text of a key file.
    pub fn from_json(text: &[u8]) -> Result<Self, KeyFileError> {
        Self::from_json_within(text, &KdfLimits::STANDARD)
    }

    /// Writes the text of the key file; nothing in it is secret to who lacks passphrase and code.
    pub fn to_json(&self) -> Result<Vec<u8>, KeyFileError> {
        wire::write(
            &self.binding,
            [&self.passphrase].into_iter().chain(&self.recovery),
        )
    }

    fn from_json_within(text: &[u8], limits: &KdfLimits) -> Result<Self, KeyFileError> {
        if text.len() > Self::MAX_LEN {
            return Err(KeyFileError::TooLong {
                limit: Self::MAX_LEN,
            });
        }
        let (binding, slots) = wire::read(text, limits)?;
        let (mut passphrase, mut recovery) = (None, None);
        for slot in slots {
            let kind = slot.kind;
            let place = match kind {
                SlotKind::Passphrase => &mut passphrase,
                SlotKind::Recovery => &mut recovery,
            };
            if place.replace(slot).is_some() {
                return Err(KeyFileError::DuplicateSlot { kind });
            }
        }
        let passphrase = passphrase.ok_or(KeyFileError::NoPassphraseSlot)?;
        Ok(Self {
            binding,
            passphrase,
            recovery,
        })
    }
}

fn wrap_passphrase(
    passphrase: &Passphrase,
    key: &LedgerKey,
    binding: &Binding,
) -> Result<Slot, WrapError> {
    if passphrase.is_empty() {
        return Err(WrapError::EmptyPassphrase);
    }
    if !binding.fits(key) {
        return Err(WrapError::ForeignKey);
    }
    Slot::wrap(
        SlotKind::Passphrase,
        passphrase.expose().as_bytes(),
        key,
        binding,
    )
}

#[cfg(test)]
mod tests;
