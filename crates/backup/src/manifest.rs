//! What a version says of itself: JSON, sealed at the end of its object.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::ObjectName;

/// The version of the format that is written and read.
pub(crate) const FORMAT: u32 = 1;
/// How many pages are sealed together.
pub(crate) const PAGES_PER_PIECE: u32 = 64;
/// The longest manifest that is read, in bytes; one of a 4 GiB ledger in the worst order has less.
pub(crate) const MAX_LEN: u64 = 16 << 20;

/// The longest `head` that a version carries, in bytes; the file has two slots of 80.
pub(crate) const MAX_HEAD: usize = 64 * 1024;

/// The manifest of one version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Manifest {
    pub(crate) format: u32,
    pub(crate) ledger_id: String,
    pub(crate) created_at: DateTime<Utc>,
    /// The version that it builds on; none for a full one.
    pub(crate) parent: Option<ObjectName>,
    pub(crate) page_size: u32,
    pub(crate) page_count: u32,
    pub(crate) pages_per_piece: u32,
    /// The BLAKE3 of the whole database, in hex.
    pub(crate) blake3: String,
    /// The pages in the object, in order: runs of first page (counted from 1) and length.
    pub(crate) pages: Vec<(u32, u32)>,
    /// The text of `keys.json`.
    pub(crate) keys: String,
    /// The content of the file `head`: places and hex digits; zeros between are left out.
    pub(crate) head: Vec<(u32, String)>,
}

/// Why a manifest can't be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ManifestError {
    /// Not the JSON that a manifest is.
    #[error("its manifest is not well-formed")]
    Malformed,
    /// Made by a newer program.
    #[error("it has format {found}; this program reads format {FORMAT}")]
    Newer {
        /// The format.
        found: u32,
    },
    /// Numbers that contradict each other.
    #[error("its manifest contradicts itself: {what}")]
    Contradiction {
        /// In what.
        what: &'static str,
    },
}

#[derive(Deserialize)]
struct FormatOnly {
    format: u32,
}

impl Manifest {
    /// The text that is sealed.
    pub(crate) fn to_json(&self) -> Vec<u8> {
        serde_json::to_vec(self).unwrap_or_default()
    }

    /// Reads and checks a manifest that was opened.
    pub(crate) fn from_json(text: &[u8]) -> Result<Self, ManifestError> {
        let FormatOnly { format } =
            serde_json::from_slice(text).map_err(|_| ManifestError::Malformed)?;
        if format != FORMAT {
            return Err(ManifestError::Newer { found: format });
        }
        let manifest: Self = serde_json::from_slice(text).map_err(|_| ManifestError::Malformed)?;
        manifest.check()?;
        Ok(manifest)
    }

    fn check(&self) -> Result<(), ManifestError> {
        let contradiction = |what| Err(ManifestError::Contradiction { what });
        if self.page_size as usize != vault::backup::PAGE_SIZE {
            return contradiction("page size");
        }
        if self.pages_per_piece != PAGES_PER_PIECE {
            return contradiction("pages in a piece");
        }
        let mut after = 0;
        for &(first, length) in &self.pages {
            let end = first.checked_add(length);
            match end {
                Some(end) if first > after && length > 0 && end - 1 <= self.page_count => {
                    after = end - 1;
                }
                _ => return contradiction("the order of its pages"),
            }
        }
        if self.parent.is_none() && self.changed_pages() != self.page_count {
            return contradiction("a full version without all pages");
        }
        Ok(())
    }

    /// How many pages are in the object.
    pub(crate) fn changed_pages(&self) -> u32 {
        self.pages.iter().map(|&(_, length)| length).sum()
    }

    /// The numbers of the pages in the object, in order.
    pub(crate) fn page_numbers(&self) -> impl Iterator<Item = u32> + '_ {
        self.pages
            .iter()
            .flat_map(|&(first, length)| first..first + length)
    }
}

/// Adds a page to runs that are in order.
pub(crate) fn extend_runs(runs: &mut Vec<(u32, u32)>, page: u32) {
    match runs.last_mut() {
        Some((first, length)) if *first + *length == page => *length += 1,
        _ => runs.push((page, 1)),
    }
}
