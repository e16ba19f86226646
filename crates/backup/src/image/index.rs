//! The head of the WAL's index: how much of the log its users know to be committed.
//!
//! SQLite ends the log at the first frame whose checksum does not fit, without an error: one flipped
//! bit loses the commits after it. While somebody has the database open the index in the `-shm`
//! file says how many frames there were, so a log that ends before is known to be damaged
//! (<https://sqlite.org/walformat.html>, section 2.1; integers in the machine's own order).

use std::fs::File;
use std::os::unix::fs::FileExt as _;

const HEADER: usize = 48;

/// What the users of a log agree on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct WalIndex {
    /// Frames up to the last commit.
    pub(super) frames: u32,
    /// The salts of the log that this is about.
    pub(super) salts: [u8; 8],
}

impl WalIndex {
    /// Reads the head; `None` when there is none that can be relied on.
    pub(super) fn read(shm: &File) -> Option<Self> {
        let mut copies = [0; 2 * HEADER];
        shm.read_exact_at(&mut copies, 0).ok()?;
        let (first, second) = copies.split_at(HEADER);
        // Two copies that differ are being written, by somebody whom a crash stopped.
        let is_ready = first == second && first[12] == 1;
        if !is_ready {
            return None;
        }
        Some(Self {
            frames: u32::from_ne_bytes(*first[16..].first_chunk()?),
            salts: *first[32..].first_chunk()?,
        })
    }
}
