//! The backup key of a ledger as a machine keeps it: in clear, and wrapped for the repositories.

use std::io::Read as _;
use std::path::Path;

use serde::{Deserialize, Serialize};
use vault::backup::{BackupKey, WrappedBackupKey};
use vault::private;
use vault::{LedgerId, LedgerKey};
use zeroize::Zeroizing;

use super::HomeError;

/// Longer than any key file of ours, in bytes.
const MAX_LEN: u64 = 4096;

/// The backup key of one ledger.
#[derive(Debug)]
pub struct Keys {
    ledger_id: LedgerId,
    key: BackupKey,
    wrapped: WrappedBackupKey,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Wire {
    version: u32,
    ledger_id: String,
    key: Zeroizing<String>,
    wrapped: String,
}

impl Keys {
    /// Makes a fresh key and wraps it.
    pub(super) fn generate(ledger_id: LedgerId, ledger_key: &LedgerKey) -> Result<Self, HomeError> {
        let key = BackupKey::generate()?;
        let wrapped = key.wrap(ledger_key, ledger_id)?;
        Ok(Self {
            ledger_id,
            key,
            wrapped,
        })
    }

    /// Takes a key out of its wrap.
    pub fn unwrap(
        ledger_id: LedgerId,
        ledger_key: &LedgerKey,
        wrapped: WrappedBackupKey,
    ) -> Result<Self, HomeError> {
        Ok(Self {
            ledger_id,
            key: wrapped.open(ledger_key, ledger_id)?,
            wrapped,
        })
    }

    /// The ledger whose backups it opens.
    pub fn ledger_id(&self) -> LedgerId {
        self.ledger_id
    }

    pub(crate) fn wrapped(&self) -> WrappedBackupKey {
        self.wrapped
    }

    /// What opens an object.
    pub(crate) fn pair(&self) -> (&BackupKey, LedgerId) {
        (&self.key, self.ledger_id)
    }

    pub(super) fn load(path: &Path) -> Result<Option<Self>, HomeError> {
        let file = match private::open_private(path) {
            Err(error) if error.is_not_found() => return Ok(None),
            file => file?,
        };
        let mut text = Zeroizing::new(Vec::with_capacity(1024));
        file.take(MAX_LEN)
            .read_to_end(&mut text)
            .map_err(|source| HomeError::io(path, source))?;
        let damaged = || HomeError::Damaged {
            path: path.to_path_buf(),
        };
        let wire: Wire = serde_json::from_slice(&text).map_err(|_| damaged())?;
        Ok(Some(Self {
            ledger_id: wire.ledger_id.parse().map_err(|_| damaged())?,
            key: BackupKey::from_hex(&wire.key)?,
            wrapped: WrappedBackupKey::from_hex(&wire.wrapped)?,
        }))
    }

    pub(super) fn save(&self, path: &Path) -> Result<(), HomeError> {
        let wire = Wire {
            version: 1,
            ledger_id: self.ledger_id.to_string(),
            key: self.key.expose_hex(),
            wrapped: self.wrapped.to_hex(),
        };
        // The full capacity at once: a buffer that grows leaves copies behind.
        let mut text = Zeroizing::new(Vec::with_capacity(1024));
        serde_json::to_writer_pretty(&mut *text, &wire).map_err(|_| HomeError::Damaged {
            path: path.to_path_buf(),
        })?;
        Ok(private::replace_private(path, &text)?)
    }
}
