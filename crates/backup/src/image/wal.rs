//! The committed pages of a write-ahead log, copied away.
//!
//! The log's headers are in clear and its checksums run over what SQLCipher encrypted, so its
//! commits can be found without the key, by the rules by which SQLite recovers it
//! (<https://sqlite.org/fileformat2.html>, section 4): a frame counts when its salts are those of
//! the header and the running checksum fits, and when a commit frame follows.

use std::collections::BTreeMap;
use std::fs::{File, OpenOptions};
use std::io::{self, BufReader, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::Path;
use std::sync::Mutex;

use tempfile::SpooledTempFile;
use vault::backup::PAGE_SIZE;

use super::index::WalIndex;
use super::{ImageError, Page, open};

const HEADER: usize = 32;
const FRAME_HEADER: usize = 24;
const MAGIC: u32 = 0x377f_0682;
const FORMAT: u32 = 3_007_000;
/// A larger copy goes to the disk.
const IN_MEMORY: usize = 8 << 20;

/// The pages of a log up to its last commit.
#[derive(Debug)]
pub(super) struct WalCopy {
    /// Where in `pages` the newest committed content of a page lies.
    places: BTreeMap<u32, u32>,
    /// How many pages the database has after the last commit.
    page_count: Option<u32>,
    /// How many frames there are up to the last commit.
    frames: u32,
    salts: Option<[u8; 8]>,
    pages: Mutex<SpooledTempFile>,
}

impl WalCopy {
    /// Copies the log at `path`; one that is missing, empty or foreign has no pages.
    pub(super) fn take(path: &Path, scratch: &Path) -> Result<Self, ImageError> {
        let mut copy = Self {
            places: BTreeMap::new(),
            page_count: None,
            frames: 0,
            salts: None,
            pages: Mutex::new(tempfile::spooled_tempfile_in(IN_MEMORY, scratch)),
        };
        match open(path, OpenOptions::new().read(true)) {
            Ok(log) => copy.fill(log).map_err(|source| ImageError::Io {
                path: path.to_path_buf(),
                source,
            })?,
            Err(ImageError::NoLedger(_)) => {}
            Err(error) => return Err(error),
        }
        Ok(copy)
    }

    /// How many pages the database has, when the log has a commit.
    pub(super) fn page_count(&self) -> Option<u32> {
        self.page_count
    }

    /// Whether commits are missing that the users of the log have seen.
    pub(super) fn lacks_commits_of(&self, index: &WalIndex) -> bool {
        self.salts == Some(index.salts) && self.frames < index.frames
    }

    /// Whether a committed page is in the log.
    pub(super) fn holds(&self, page: u32) -> bool {
        self.places.contains_key(&page)
    }

    /// Puts the log's pages over those of the file, of which `pages` begins with number `first`.
    pub(super) fn overlay(&self, first: u32, pages: &mut [Page]) -> io::Result<()> {
        let end = first + u32::try_from(pages.len()).unwrap_or(u32::MAX);
        let mut content = self.pages.lock().map_err(|_| io::ErrorKind::Other)?;
        for (&page, &place) in self.places.range(first..end) {
            content.seek(SeekFrom::Start(u64::from(place) * PAGE_SIZE as u64))?;
            content.read_exact(&mut pages[(page - first) as usize])?;
        }
        Ok(())
    }

    fn fill(&mut self, log: File) -> io::Result<()> {
        let mut log = BufReader::with_capacity(1 << 20, log);
        let Some(mut checksum) = read_header(&mut log)? else {
            return Ok(());
        };
        self.salts = Some(checksum.salts);
        let content = self.pages.get_mut().map_err(|_| io::ErrorKind::Other)?;
        let mut pending = Vec::new();
        let (mut header, mut page) = ([0; FRAME_HEADER], [0; PAGE_SIZE]);
        for place in 0.. {
            if !read_whole(&mut log, &mut header)? || !read_whole(&mut log, &mut page)? {
                break;
            }
            let Some(frame) = checksum.accept(&header, &page) else {
                break;
            };
            content.write_all(&page)?;
            pending.push((frame.page, place));
            if let Some(page_count) = frame.commits {
                self.places.extend(pending.drain(..));
                self.page_count = Some(page_count);
                self.frames = place + 1;
            }
        }
        // Pages that a later commit cut off are no part of the image.
        if let Some(count) = self.page_count {
            self.places.retain(|&page, _| page <= count);
        }
        Ok(())
    }
}

/// One frame that belongs to the log.
struct Frame {
    page: u32,
    /// The size of the database in pages, when the frame ends a commit.
    commits: Option<u32>,
}

/// The running checksum of a log.
struct Checksum {
    big_endian: bool,
    salts: [u8; 8],
    sums: (u32, u32),
}

impl Checksum {
    fn add(&mut self, bytes: &[u8]) {
        let word = if self.big_endian {
            u32::from_be_bytes
        } else {
            u32::from_le_bytes
        };
        for &[a, b, c, d, e, f, g, h] in bytes.as_chunks::<8>().0 {
            let (first, second) = &mut self.sums;
            *first = first.wrapping_add(word([a, b, c, d])).wrapping_add(*second);
            *second = second.wrapping_add(word([e, f, g, h])).wrapping_add(*first);
        }
    }

    fn fits(&self, stored: &[u8]) -> bool {
        stored[..4] == self.sums.0.to_be_bytes() && stored[4..8] == self.sums.1.to_be_bytes()
    }

    fn accept(&mut self, header: &[u8; FRAME_HEADER], page: &Page) -> Option<Frame> {
        if header[8..16] != self.salts {
            return None;
        }
        self.add(&header[..8]);
        self.add(page);
        let number = big_endian(&header[..4]);
        if number == 0 || !self.fits(&header[16..]) {
            return None;
        }
        let size = big_endian(&header[4..8]);
        Some(Frame {
            page: number,
            commits: (size > 0).then_some(size),
        })
    }
}

/// Reads the header; `None` when there is no log of ours.
fn read_header(log: &mut impl io::Read) -> io::Result<Option<Checksum>> {
    let mut header = [0; HEADER];
    if !read_whole(log, &mut header)? {
        return Ok(None);
    }
    let magic = big_endian(&header[..4]);
    let mut salts = [0; 8];
    salts.copy_from_slice(&header[16..24]);
    let mut checksum = Checksum {
        big_endian: magic & 1 == 1,
        salts,
        sums: (0, 0),
    };
    checksum.add(&header[..24]);
    let ours = magic & !1 == MAGIC
        && big_endian(&header[4..8]) == FORMAT
        && big_endian(&header[8..12]) as usize == PAGE_SIZE
        && checksum.fits(&header[24..]);
    Ok(ours.then_some(checksum))
}

fn big_endian(bytes: &[u8]) -> u32 {
    bytes
        .first_chunk()
        .map_or(0, |&bytes| u32::from_be_bytes(bytes))
}

/// Fills the buffer, or says that the file ended before.
fn read_whole(file: &mut impl io::Read, buffer: &mut [u8]) -> io::Result<bool> {
    match file.read_exact(buffer) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(false),
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests;
