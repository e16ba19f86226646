//! The list of versions that were pruned while others still build on them.

use serde::{Deserialize, Serialize};
use vault::LedgerId;
use vault::backup::BackupKey;

use crate::manifest::ManifestError;
use crate::object::{self, ObjectError};
use crate::{Listed, ObjectName, Remote};

const FORMAT: u32 = 1;

/// Versions that are no longer shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Forgotten {
    format: u32,
    pub(crate) versions: Vec<ObjectName>,
}

impl Forgotten {
    pub(crate) fn new(versions: Vec<ObjectName>) -> Self {
        Self {
            format: FORMAT,
            versions,
        }
    }

    pub(crate) fn to_json(&self) -> Vec<u8> {
        serde_json::to_vec(self).unwrap_or_default()
    }

    /// Reads and opens a list.
    pub(crate) fn fetch(
        remote: &mut dyn Remote,
        keys: (&BackupKey, LedgerId),
        object: &Listed,
    ) -> Result<Self, ObjectError> {
        let text = object::fetch_closing(remote, keys, object)?;
        let list: Option<Self> = serde_json::from_slice(&text).ok();
        list.filter(|list| list.format == FORMAT)
            .ok_or_else(|| ObjectError::Manifest {
                name: object.name.clone(),
                source: ManifestError::Malformed,
            })
    }
}
