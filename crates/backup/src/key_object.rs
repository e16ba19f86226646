//! The copy of the key slots at a remote: how a new machine gets from a passphrase to the backups.
//!
//! JSON, in clear, because everything in it is wrapped: the text of `keys.json`, and the backup key
//! under the ledger's key. Its name is the digest of its bytes, so the same content has one name.

use serde::{Deserialize, Serialize};
use vault::backup::{WrappedBackupKey, short_digest};
use vault::slots::UnlockError;
use vault::{KeyFile, LedgerId, LedgerKey, Passphrase, RecoveryCode};

use crate::progress::Unwatched;
use crate::{HomeError, Keys, Listed, ObjectName, Remote, RemoteError};

const FORMAT: u32 = 1;
/// Longer than any that is written, in bytes: what is longer is not read.
const MAX_LEN: u64 = 128 * 1024;
/// How many copies are tried with a passphrase: each costs a key derivation.
const MOST_TRIED: usize = 16;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Wire {
    format: u32,
    ledger_id: String,
    backup_key: String,
    keys: String,
}

/// What a person has to open a repository.
#[derive(Debug)]
pub enum Secret {
    /// The passphrase, now or of a time before.
    Passphrase(Passphrase),
    /// The recovery code.
    Recovery(RecoveryCode),
}

/// Why a repository could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum UnlockRepositoryError {
    /// It could not be read.
    #[error(transparent)]
    Remote(#[from] RemoteError),
    /// There is no copy of key slots: no backup was ever finished there.
    #[error("there are no backups at the remote")]
    Empty,
    /// None of the copies opens with this.
    #[error(transparent)]
    Secret(UnlockError),
    /// Copies there are, and none of them is whole.
    #[error("the key slots at the remote are damaged")]
    Damaged,
    /// The backup key inside is not the ledger's.
    #[error(transparent)]
    Key(#[from] HomeError),
}

/// The bytes and the name of the copy.
pub(crate) fn write(keys: &Keys, key_slots: &str) -> (ObjectName, Vec<u8>) {
    let wire = Wire {
        format: FORMAT,
        ledger_id: keys.ledger_id().to_string(),
        backup_key: keys.wrapped().to_hex(),
        keys: key_slots.to_owned(),
    };
    let mut text = serde_json::to_vec_pretty(&wire).unwrap_or_default();
    text.push(b'\n');
    (ObjectName::key(&short_digest(&text)), text)
}

/// Which ledgers a repository keeps, by what its copies of key slots say.
pub fn ledgers_at(remote: &mut dyn Remote) -> Result<Vec<LedgerId>, RemoteError> {
    let copies = whole_copies(remote)?;
    let mut ledgers: Vec<_> = copies.iter().map(|copy| copy.slots.ledger_id()).collect();
    ledgers.sort();
    ledgers.dedup();
    Ok(ledgers)
}

/// The backup key of a ledger whose key is at hand; `None` when the repository has none of it.
pub fn keys_at(
    remote: &mut dyn Remote,
    ledger: LedgerId,
    key: &LedgerKey,
) -> Result<Option<Keys>, RemoteError> {
    let copies = whole_copies(remote)?;
    let own = copies
        .iter()
        .filter(|copy| copy.slots.ledger_id() == ledger);
    let mut opened = own.filter_map(|copy| Keys::unwrap(ledger, key, copy.wrapped).ok());
    Ok(opened.next())
}

/// Whether a repository keeps backups of this ledger under another backup key than this one.
pub fn is_under_another_key(remote: &mut dyn Remote, keys: &Keys) -> Result<bool, RemoteError> {
    let copies = whole_copies(remote)?;
    let own = |copy: &Copy| copy.slots.ledger_id() == keys.ledger_id();
    Ok(copies
        .iter()
        .any(|copy| own(copy) && copy.wrapped != keys.wrapped()))
}

/// The copies that are whole; damaged ones say nothing.
fn whole_copies(remote: &mut dyn Remote) -> Result<Vec<Copy>, RemoteError> {
    let mut copies = Vec::new();
    for object in key_objects(remote)? {
        copies.extend(Copy::fetch(remote, &object)?);
    }
    Ok(copies)
}

/// Opens a repository with what a person has.
///
/// What is no copy of key slots is passed over, so that junk can't keep anybody out.
pub fn unlock(remote: &mut dyn Remote, secret: &Secret) -> Result<Keys, UnlockRepositoryError> {
    let objects = key_objects(remote)?;
    if objects.is_empty() {
        return Err(UnlockRepositoryError::Empty);
    }
    let copies = whole_copies(remote)?;
    let mut refusal = UnlockRepositoryError::Damaged;
    for copy in copies.iter().take(MOST_TRIED) {
        match copy.open(secret) {
            Ok(key) => match Keys::unwrap(copy.slots.ledger_id(), &key, copy.wrapped) {
                Ok(keys) => return Ok(keys),
                Err(error) => refusal = error.into(),
            },
            Err(error) => refusal = UnlockRepositoryError::Secret(error),
        }
    }
    Err(refusal)
}

fn key_objects(remote: &mut dyn Remote) -> Result<Vec<Listed>, RemoteError> {
    let mut objects = remote.list()?;
    objects.retain(|object| object.name.kind() == crate::Kind::Key);
    Ok(objects)
}

/// Reads a copy; `None` when its bytes are not those that its name says.
fn fetch_wire(remote: &mut dyn Remote, object: &Listed) -> Result<Option<Wire>, RemoteError> {
    if object.size > MAX_LEN {
        return Ok(None);
    }
    let mut text = Vec::new();
    match remote.read(&object.name, 0..object.size, &mut text, &Unwatched) {
        Err(RemoteError::Missing { .. } | RemoteError::Truncated { .. }) => return Ok(None),
        outcome => outcome?,
    }
    if ObjectName::key(&short_digest(&text)) != object.name {
        return Ok(None);
    }
    Ok(serde_json::from_slice(&text).ok())
}

/// A copy that was read.
struct Copy {
    slots: KeyFile,
    wrapped: WrappedBackupKey,
}

impl Copy {
    /// Reads a copy; `None` when it is not whole.
    fn fetch(remote: &mut dyn Remote, object: &Listed) -> Result<Option<Self>, RemoteError> {
        Ok(fetch_wire(remote, object)?.and_then(|wire| Self::of(&wire)))
    }

    fn of(wire: &Wire) -> Option<Self> {
        let slots = KeyFile::from_json(wire.keys.as_bytes()).ok()?;
        let wrapped = WrappedBackupKey::from_hex(&wire.backup_key).ok()?;
        let whole = wire.format == FORMAT && wire.ledger_id == slots.ledger_id().to_string();
        whole.then_some(Self { slots, wrapped })
    }

    fn open(&self, secret: &Secret) -> Result<LedgerKey, UnlockError> {
        match secret {
            Secret::Passphrase(passphrase) => self.slots.unlock_with_passphrase(passphrase),
            Secret::Recovery(code) => self.slots.unlock_with_recovery(code),
        }
    }
}
