//! The bytes of an object: sealed pieces between two marks.
//!
//! ```text
//! "LUKABAK1" · piece 0 · piece 1 · … · closing piece · length of the closing piece: u32 BE · "LUKABAK1"
//! ```
//!
//! The pieces of a version hold pages, the closing piece its manifest; a list of forgotten versions
//! is a closing piece alone. What the marks say is not believed: each piece is authenticated with its
//! number, and the lengths must add up to the object's.

mod read;
mod write;

pub use read::ObjectError;
pub(crate) use read::{fetch_closing, fetch_manifest, sealer, stream_pieces};
pub(crate) use write::ObjectWriter;

use vault::backup::{OVERHEAD, PAGE_SIZE};

use crate::manifest::{Manifest, PAGES_PER_PIECE};

pub(crate) const MAGIC: &[u8; 8] = b"LUKABAK1";
/// The length of the closing piece, and the mark.
pub(crate) const TRAILER: u64 = 12;
/// The number of the closing piece, whatever came before it.
pub(crate) const CLOSING: u64 = u64::MAX;
/// A whole sealed piece of pages, in bytes.
pub(crate) const PIECE: usize = PAGES_PER_PIECE as usize * PAGE_SIZE + OVERHEAD;

/// How many bytes the sealed pages of a manifest take.
pub(crate) fn sealed_len(manifest: &Manifest) -> u64 {
    let pages = u64::from(manifest.changed_pages());
    let pieces = pages.div_ceil(u64::from(PAGES_PER_PIECE));
    pages * PAGE_SIZE as u64 + pieces * OVERHEAD as u64
}
