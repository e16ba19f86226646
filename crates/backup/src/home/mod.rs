//! What a ledger's directory keeps for its backups: `backup/` beside the database.
//!
//! ```text
//! backup/key.json                  the backup key, in clear and wrapped            0600
//! backup/device                    names this machine in the repositories
//! backup/remotes/NAME/             one for each remote, 0700: remote.json, state.json, pages,
//!                                  outbox/, lock, and what the remote itself keeps (a token)
//! ```
//!
//! The key is made when the ledger is open for once, because it has to be wrapped under the
//! ledger's; from then on nothing here needs the ledger's key. On a new machine it comes from the
//! repository, by the passphrase.

mod definition;
mod error;
mod keys;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use data_encoding::HEXLOWER;
use vault::private;
use vault::{LedgerId, LedgerKey};

use crate::DeviceId;
pub use definition::{Definition, DriveDefinition, RemoteName, RemoteNameError};
pub use error::HomeError;
pub use keys::Keys;

/// The `backup/` of one ledger's directory.
#[derive(Clone, Debug)]
pub struct Home {
    ledger: PathBuf,
}

impl Home {
    /// Names the directory of a ledger, in which there need not be anything yet.
    pub fn of(ledger: &Path) -> Self {
        Self {
            ledger: ledger.to_path_buf(),
        }
    }

    /// The ledger's directory.
    pub fn ledger(&self) -> &Path {
        &self.ledger
    }

    /// The directory of the backups.
    pub fn path(&self) -> PathBuf {
        self.ledger.join("backup")
    }

    fn key_file(&self) -> PathBuf {
        self.path().join("key.json")
    }

    fn remotes_dir(&self) -> PathBuf {
        self.path().join("remotes")
    }

    /// The private directory of one remote.
    pub fn remote_dir(&self, name: &RemoteName) -> PathBuf {
        self.remotes_dir().join(name.as_str())
    }

    /// The backup key, when this machine has it.
    pub fn keys(&self) -> Result<Option<Keys>, HomeError> {
        Keys::load(&self.key_file())
    }

    /// Makes the backup key of an open ledger, unless it is there.
    pub fn establish(&self, id: LedgerId, key: &LedgerKey) -> Result<Keys, HomeError> {
        if let Some(keys) = self.keys()? {
            return if keys.ledger_id() == id {
                Ok(keys)
            } else {
                Err(HomeError::ForeignKey)
            };
        }
        let keys = Keys::generate(id, key)?;
        self.adopt(&keys)?;
        Ok(keys)
    }

    /// Keeps a backup key, one that came out of a repository.
    pub fn adopt(&self, keys: &Keys) -> Result<(), HomeError> {
        private::create_private_dir(&self.path())?;
        keys.save(&self.key_file())
    }

    /// The name of this machine in the repositories; made when it is missing.
    pub fn device(&self) -> Result<DeviceId, HomeError> {
        let path = self.path().join("device");
        let failed = |source| HomeError::io(&path, source);
        match fs::read_to_string(&path) {
            Ok(digits) => HEXLOWER
                .decode(digits.trim().as_bytes())
                .ok()
                .and_then(|bytes| bytes.try_into().ok())
                .ok_or(HomeError::Damaged { path }),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let id = vault::backup::random_id()?;
                let device: DeviceId = std::array::from_fn(|place| id[place]);
                private::create_private_dir(&self.path())?;
                private::replace_private(&path, HEXLOWER.encode(&device).as_bytes())?;
                Ok(device)
            }
            Err(error) => Err(failed(error)),
        }
    }

    /// The names of all remotes, in order.
    pub fn remotes(&self) -> Result<Vec<RemoteName>, HomeError> {
        let path = self.remotes_dir();
        let entries = match fs::read_dir(&path) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(HomeError::io(&path, error)),
        };
        let mut names = Vec::new();
        for entry in entries {
            let entry = entry.map_err(|error| HomeError::io(&path, error))?;
            let name = entry
                .file_name()
                .to_str()
                .and_then(|name| name.parse().ok());
            names.extend(name.filter(|name| self.definition_file(name).is_file()));
        }
        names.sort();
        Ok(names)
    }

    fn definition_file(&self, name: &RemoteName) -> PathBuf {
        self.remote_dir(name).join("remote.json")
    }

    /// What a remote is.
    pub fn definition(&self, name: &RemoteName) -> Result<Definition, HomeError> {
        let path = self.definition_file(name);
        match fs::read(&path) {
            Ok(text) => serde_json::from_slice(&text).map_err(|_| HomeError::Damaged { path }),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                Err(HomeError::NoRemote { name: name.clone() })
            }
            Err(error) => Err(HomeError::io(&path, error)),
        }
    }

    /// Keeps a new remote; refuses a name that is taken.
    pub fn add(&self, name: &RemoteName, definition: &Definition) -> Result<(), HomeError> {
        if self.definition_file(name).exists() {
            return Err(HomeError::NameTaken { name: name.clone() });
        }
        private::create_private_dir(&self.remote_dir(name))?;
        let text = serde_json::to_vec_pretty(definition).unwrap_or_default();
        Ok(private::replace_private(
            &self.definition_file(name),
            &text,
        )?)
    }

    /// Forgets a remote and everything that was kept for it here; what is at the remote stays.
    pub fn remove(&self, name: &RemoteName) -> Result<(), HomeError> {
        self.definition(name)?;
        let path = self.remote_dir(name);
        // The definition first: without it there is no remote, whatever else is left.
        fs::remove_file(self.definition_file(name))
            .and_then(|()| fs::remove_dir_all(&path))
            .map_err(|source| HomeError::io(&path, source))
    }
}
