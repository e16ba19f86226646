//! A version that is staged and not yet confirmed by the remote.

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use vault::backup::OVERHEAD;
use vault::private;

use super::{BackupError, digest_of};
use crate::chain::{Place, Step};
use crate::manifest::Manifest;
use crate::object::{MAGIC, TRAILER};
use crate::pages::PageTable;
use crate::site::Known;
use crate::{HomeError, ObjectName};

/// What will be remembered of a version once the remote has it.
#[derive(Clone, Debug)]
pub(super) struct Pending {
    pub(super) ledger_id: String,
    pub(super) name: ObjectName,
    pub(super) place: Place,
    pub(super) known: Known,
}

#[derive(Serialize, Deserialize)]
struct Wire {
    ledger_id: String,
    name: ObjectName,
    position: u32,
    parent: Option<Step>,
    known: Known,
}

impl Pending {
    /// A version with a manifest and so many sealed bytes of pages.
    pub(super) fn new(name: ObjectName, place: &Place, manifest: &Manifest, sealed: u64) -> Self {
        Self {
            ledger_id: manifest.ledger_id.clone(),
            name,
            place: place.clone(),
            known: Known {
                size: MAGIC.len() as u64 + sealed + TRAILER,
                page_count: manifest.page_count,
                changed_pages: manifest.changed_pages(),
                blake3: manifest.blake3.clone(),
                parent: manifest.parent.clone(),
                keys: digest_of(&manifest.keys),
                verified_at: None,
                proven_at: None,
                forgotten: false,
            },
        }
    }

    /// Adds the length of the sealed closing piece.
    pub(super) fn with_closing(mut self, length: usize) -> Self {
        debug_assert!(length >= OVERHEAD);
        self.known.size += length as u64;
        self
    }

    pub(super) fn load(directory: &Path) -> Option<Self> {
        let text = fs::read(file(directory)).ok()?;
        let wire: Wire = serde_json::from_slice(&text).ok()?;
        Some(Self {
            ledger_id: wire.ledger_id,
            name: wire.name,
            place: Place {
                position: wire.position,
                parent: wire.parent,
            },
            known: wire.known,
        })
    }

    /// Writes it and its pages, durable.
    pub(super) fn save(&self, directory: &Path, table: &PageTable) -> Result<(), BackupError> {
        table.save(&pages(directory), &self.name)?;
        let wire = Wire {
            ledger_id: self.ledger_id.clone(),
            name: self.name.clone(),
            position: self.place.position,
            parent: self.place.parent.clone(),
            known: self.known.clone(),
        };
        let text = serde_json::to_vec(&wire).unwrap_or_default();
        Ok(private::replace_private(&file(directory), &text)?)
    }

    /// Makes the pages of the pending version those of the newest version.
    pub(super) fn keep_pages(directory: &Path, newest: &Path) -> Result<(), BackupError> {
        let from = pages(directory);
        match fs::rename(&from, newest) {
            // An earlier process came as far as this.
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
            outcome => outcome.map_err(|source| HomeError::io(&from, source).into()),
        }
    }

    /// Forgets what is pending.
    pub(super) fn discard(directory: &Path) {
        // What stays behind is taken up, found to be done, and discarded by the next process.
        let _ = fs::remove_file(file(directory));
        let _ = fs::remove_file(pages(directory));
    }
}

fn file(directory: &Path) -> PathBuf {
    directory.join("pending.json")
}

fn pages(directory: &Path) -> PathBuf {
    directory.join("pending.pages")
}
