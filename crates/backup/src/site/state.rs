//! What this machine remembers of one remote: `state.json`.
//!
//! Losing it costs a full version and the memory of what was proven; it never costs a version. It
//! is also the witness against a remote that offers an older state than it had.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use vault::LedgerId;
use vault::private;

use super::{Contact, SiteError};
use crate::chain::Chain;
use crate::{DeviceId, HomeError, ObjectName};

const FORMAT: u32 = 1;

/// What is known of one version, from making it or from its authenticated manifest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Known {
    pub(crate) size: u64,
    pub(crate) page_count: u32,
    pub(crate) changed_pages: u32,
    pub(crate) blake3: String,
    pub(crate) parent: Option<ObjectName>,
    /// The digest of the `keys.json` in it: which passphrase opens what is restored from it.
    pub(crate) keys: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) verified_at: Option<DateTime<Utc>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) proven_at: Option<DateTime<Utc>>,
    /// Pruned, and still there because others build on it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) forgotten: bool,
}

/// What is remembered of one remote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct State {
    format: u32,
    ledger_id: String,
    pub(crate) next_sequence: u64,
    pub(crate) chain: Chain,
    /// The last copy of the key slots that was put.
    pub(crate) key_object: Option<ObjectName>,
    pub(crate) versions: BTreeMap<ObjectName, Known>,
    /// Versions that were pruned and removed, here or by another machine.
    #[serde(default)]
    pub(crate) gone: BTreeSet<ObjectName>,
    /// When the remote was last listed.
    #[serde(default)]
    pub(crate) listed_at: Option<DateTime<Utc>>,
    #[serde(default)]
    pub(crate) contact: Contact,
}

impl State {
    fn fresh(ledger: LedgerId) -> Self {
        Self {
            format: FORMAT,
            ledger_id: ledger.to_string(),
            next_sequence: 1,
            chain: Chain::default(),
            key_object: None,
            versions: BTreeMap::new(),
            gone: BTreeSet::new(),
            listed_at: None,
            contact: Contact::default(),
        }
    }

    /// Never uses a number again that a machine has used.
    pub(crate) fn count_past(&mut self, device: DeviceId, name: &ObjectName) {
        if let Some(stamp) = name.stamp()
            && stamp.device == device
        {
            self.next_sequence = self.next_sequence.max(stamp.sequence + 1);
        }
    }

    /// Reads the state; that of another ledger counts for nothing.
    ///
    /// # Errors
    /// One that is damaged or of another format is never taken for none: it is the witness.
    pub(super) fn load(directory: &Path, ledger: LedgerId) -> Result<Self, SiteError> {
        let path = file(directory);
        let text = match fs::read(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Ok(Self::fresh(ledger));
            }
            Err(error) => return Err(HomeError::io(&path, error).into()),
        };
        match serde_json::from_slice::<Self>(&text) {
            Ok(state) if state.format == FORMAT && state.ledger_id == ledger.to_string() => {
                Ok(state)
            }
            Ok(state) if state.format == FORMAT => Ok(Self::fresh(ledger)),
            _ => Err(HomeError::Damaged { path }.into()),
        }
    }

    pub(super) fn save(&self, directory: &Path) -> Result<(), SiteError> {
        let text = serde_json::to_vec(self).unwrap_or_default();
        Ok(private::replace_private(&file(directory), &text)?)
    }
}

fn file(directory: &Path) -> PathBuf {
    directory.join("state.json")
}
