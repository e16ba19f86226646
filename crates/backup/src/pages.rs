//! What this machine remembers of the newest version's pages, to find those that change.
//!
//! For each page: its digest, and the position in the chain at which it last changed. So the pages
//! that changed since any earlier position are known, not only since the last version. The file is
//! a cache: when it is missing, torn or of another version, the next version is a full one.
//!
//! ```text
//! "LUKAPAG1" · 32 hex: id of the version · count: u32 · count × 16: digests · count × u32: positions
//! · 16: BLAKE3 of all before, its first half                        (integers little endian)
//! ```

use std::fs;
use std::path::Path;

use vault::backup::{PageDigest, short_digest};
use vault::private::{self, PrivateError};

use crate::ObjectName;

const MAGIC: &[u8] = b"LUKAPAG1";
const DIGEST: usize = 16;
const ID: usize = 32;

/// The pages of one version, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct PageTable {
    digests: Vec<PageDigest>,
    changed_at: Vec<u32>,
}

impl PageTable {
    /// How many pages.
    pub(crate) fn len(&self) -> usize {
        self.digests.len()
    }

    /// When page `index` (from 0) last changed, if it still has this digest.
    pub(crate) fn unchanged_since(&self, index: usize, digest: &PageDigest) -> Option<u32> {
        (self.digests.get(index) == Some(digest)).then(|| self.changed_at[index])
    }

    /// Adds the next page.
    pub(crate) fn push(&mut self, digest: PageDigest, changed_at: u32) {
        self.digests.push(digest);
        self.changed_at.push(changed_at);
    }

    /// Says of every page that it changed at the start of a chain.
    pub(crate) fn restart(&mut self) {
        self.changed_at.fill(0);
    }

    /// Reads the table, if there is one for this version.
    pub(crate) fn load(path: &Path, version: &ObjectName) -> Option<Self> {
        let bytes = fs::read(path).ok()?;
        let (content, seal) = bytes.split_last_chunk::<DIGEST>()?;
        if *seal != short_digest(content) {
            return None;
        }
        let rest = content.strip_prefix(MAGIC)?;
        let (id, rest) = rest.split_at_checked(ID)?;
        let (count, rest) = rest.split_first_chunk()?;
        let count = u32::from_le_bytes(*count) as usize;
        let (digests, positions) = rest.split_at_checked(count.checked_mul(DIGEST)?)?;
        if id != version.id_text().as_bytes() || positions.len() != count * 4 {
            return None;
        }
        Some(Self {
            digests: digests.as_chunks().0.to_vec(),
            changed_at: positions
                .as_chunks()
                .0
                .iter()
                .map(|&position| u32::from_le_bytes(position))
                .collect(),
        })
    }

    /// Writes the table for a version, at once or not at all.
    pub(crate) fn save(&self, path: &Path, version: &ObjectName) -> Result<(), PrivateError> {
        let length = MAGIC.len() + ID + 4 + self.len() * (DIGEST + 4) + DIGEST;
        let mut bytes = Vec::with_capacity(length);
        bytes.extend_from_slice(MAGIC);
        bytes.extend_from_slice(version.id_text().as_bytes());
        bytes.extend_from_slice(&u32::try_from(self.len()).unwrap_or(u32::MAX).to_le_bytes());
        bytes.extend_from_slice(self.digests.as_flattened());
        for position in &self.changed_at {
            bytes.extend_from_slice(&position.to_le_bytes());
        }
        bytes.extend_from_slice(&short_digest(&bytes));
        private::replace_private(path, &bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Stamp;

    fn version(id: u8) -> ObjectName {
        ObjectName::version(&Stamp {
            device: [1; 8],
            sequence: 1,
            created_at: chrono::DateTime::UNIX_EPOCH,
            id: [id; 16],
        })
    }

    #[test]
    fn it_is_read_as_it_was_written_and_only_for_its_version() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("pages");
        let mut table = PageTable::default();
        table.push([1; 16], 0);
        table.push([2; 16], 7);
        table.save(&path, &version(1)).unwrap();
        assert_eq!(PageTable::load(&path, &version(1)), Some(table));
        assert_eq!(PageTable::load(&path, &version(2)), None);
        let whole = fs::read(&path).unwrap();
        for end in 0..whole.len() {
            fs::write(&path, &whole[..end]).unwrap();
            assert_eq!(PageTable::load(&path, &version(1)), None, "cut at {end}");
            let mut flipped = whole.clone();
            flipped[end] ^= 1;
            fs::write(&path, &flipped).unwrap();
            assert_eq!(
                PageTable::load(&path, &version(1)),
                None,
                "flipped at {end}"
            );
        }
    }
}
