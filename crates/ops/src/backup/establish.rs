//! The backup key of a ledger: the one that its repository has already, else a fresh one.

use backup::ledgers_at;
use backup::{Home, HomeError, Keys, Remote, RemoteError, is_under_another_key, keys_at};
use vault::{KeyFile, LedgerId, LedgerKey};

/// Why a remote can't take a ledger's backups.
#[derive(Debug, thiserror::Error)]
pub enum EstablishError {
    /// The remote keeps another ledger.
    #[error("the remote keeps the backups of another ledger")]
    AnotherLedger,
    /// It keeps this ledger, sealed under a backup key that is not this machine's.
    #[error("the remote keeps backups that this machine's backup key does not open")]
    AnotherKey,
    /// The remote failed.
    #[error(transparent)]
    Remote(#[from] RemoteError),
    /// What is kept on this machine is missing or damaged.
    #[error(transparent)]
    Home(#[from] HomeError),
}

/// Makes sure that a remote keeps no other ledger, and that this machine has the backup key that
/// fits it. `unlock` is asked for the ledger's key only when there is no backup key yet.
pub fn establish<E: From<EstablishError>>(
    home: &Home,
    remote: &mut dyn Remote,
    slots: &KeyFile,
    unlock: impl FnOnce() -> Result<LedgerKey, E>,
) -> Result<Keys, E> {
    let id = slots.ledger_id();
    let kept = check_ledger(remote, id)?;
    if let Some(keys) = home.keys().map_err(EstablishError::from)? {
        if keys.ledger_id() != id {
            return Err(EstablishError::from(HomeError::ForeignKey).into());
        }
        let another = is_under_another_key(remote, &keys).map_err(EstablishError::from)?;
        return if another {
            Err(EstablishError::AnotherKey.into())
        } else {
            Ok(keys)
        };
    }
    let key = unlock()?;
    let keys = if kept {
        let found = keys_at(remote, id, &key).map_err(EstablishError::from)?;
        let keys = found.ok_or(EstablishError::AnotherKey)?;
        home.adopt(&keys).map_err(EstablishError::from)?;
        keys
    } else {
        home.establish(id, &key).map_err(EstablishError::from)?
    };
    Ok(keys)
}

/// Whether the remote keeps this ledger already; one that keeps another is refused.
fn check_ledger(remote: &mut dyn Remote, id: LedgerId) -> Result<bool, EstablishError> {
    let kept = ledgers_at(remote)?;
    if kept.iter().any(|&other| other != id) {
        return Err(EstablishError::AnotherLedger);
    }
    Ok(!kept.is_empty())
}
