//! What the daemon itself remembers across a restart: `backup/syncd.json`.
//!
//! Whether it was told to pause, and when each remote was last pruned. Losing it costs nothing
//! but that.

use std::collections::BTreeMap;
use std::fs;

use backup::{Home, RemoteName};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use vault::private::{self, PrivateError};

/// What is remembered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Memory {
    pub(crate) paused: bool,
    pruned_at: BTreeMap<String, DateTime<Utc>>,
}

impl Memory {
    /// Reads it; what can't be read is nothing.
    pub(crate) fn load(home: &Home) -> Self {
        let text = fs::read(path(home)).unwrap_or_default();
        serde_json::from_slice(&text).unwrap_or_default()
    }

    /// Writes it.
    pub(crate) fn save(&self, home: &Home) -> Result<(), PrivateError> {
        let text = serde_json::to_vec_pretty(self).unwrap_or_default();
        private::replace_private(&path(home), &text)
    }

    /// When a remote was last pruned.
    pub(crate) fn pruned_at(&self, remote: &RemoteName) -> Option<DateTime<Utc>> {
        self.pruned_at.get(remote.as_str()).copied()
    }

    /// Remembers that a remote was pruned.
    pub(crate) fn pruned(&mut self, remote: &RemoteName, at: DateTime<Utc>) {
        self.pruned_at.insert(remote.to_string(), at);
    }
}

fn path(home: &Home) -> std::path::PathBuf {
    home.path().join("syncd.json")
}
