//! One pass over an image: digests, what changed, and the sealed pieces of it.
//!
//! Three steps run side by side, each a thread with a short queue between: read and compare, seal,
//! write. So memory stays flat whatever the ledger's size, and a first backup takes as long as the
//! slowest of the three.

use std::sync::mpsc::{self, Receiver, SyncSender};
use std::thread;

use vault::backup::{FileDigest, FileHasher, PAGE_SIZE, Sealer};

use super::BackupError;
use crate::chain::Place;
use crate::image::{Image, Page};
use crate::manifest::{PAGES_PER_PIECE, extend_runs};
use crate::object::PIECE;
use crate::pages::PageTable;
use crate::progress::Progress;

/// Pages read at once.
const READ: u32 = 64;
/// Pieces that wait between two steps.
const QUEUE: usize = 2;

/// What a pass found.
#[derive(Debug)]
pub(super) struct Scan {
    pub(super) table: PageTable,
    /// Pages that are not as the newest version has them.
    pub(super) fresh: u32,
    /// The pages in the object.
    pub(super) runs: Vec<(u32, u32)>,
    pub(super) digest: FileDigest,
}

impl Scan {
    /// Goes over the image and gives the sealed pieces to `write`, in order.
    pub(super) fn run(
        image: &Image,
        before: Option<&PageTable>,
        place: &Place,
        sealer: &Sealer,
        progress: &dyn Progress,
        mut write: impl FnMut(&[u8]) -> Result<(), BackupError>,
    ) -> Result<Self, BackupError> {
        let (to_seal, unsealed) = mpsc::sync_channel(QUEUE);
        let (to_write, sealed) = mpsc::sync_channel(QUEUE);
        thread::scope(|scope| {
            let reading = scope.spawn(|| {
                let mut reader = Reader::new(before, place, to_seal);
                reader.read(image, progress)?;
                Ok(reader.finish())
            });
            let sealing = scope.spawn(move || seal(sealer, unsealed, &to_write));
            let mut outcome = Ok(());
            while outcome.is_ok()
                && let Ok(piece) = sealed.recv()
            {
                outcome = write(&piece);
            }
            // Without a receiver the other two end as well.
            drop(sealed);
            let sealing = sealing.join().map_err(|_| BackupError::Broken)?;
            let reading = reading.join().map_err(|_| BackupError::Broken)?;
            outcome?;
            sealing?;
            reading
        })
    }

    /// Whether every page is in the object, so that it needs no other.
    pub(super) fn holds_all_pages(&self) -> bool {
        let length = u32::try_from(self.table.len()).unwrap_or(u32::MAX);
        self.runs == [(1, length)]
    }
}

fn seal(
    sealer: &Sealer,
    pieces: Receiver<Vec<u8>>,
    out: &SyncSender<Vec<u8>>,
) -> Result<(), BackupError> {
    for (number, mut piece) in (0..).zip(pieces) {
        sealer.seal(number, &mut piece)?;
        if out.send(piece).is_err() {
            break;
        }
    }
    Ok(())
}

/// Reads, hashes and compares.
struct Reader<'a> {
    before: Option<&'a PageTable>,
    place: &'a Place,
    piece: Vec<u8>,
    out: SyncSender<Vec<u8>>,
    hasher: FileHasher,
    scan: Scan,
}

impl<'a> Reader<'a> {
    fn new(before: Option<&'a PageTable>, place: &'a Place, out: SyncSender<Vec<u8>>) -> Self {
        Self {
            before,
            place,
            piece: Vec::with_capacity(PIECE),
            out,
            hasher: FileHasher::new(),
            scan: Scan {
                table: PageTable::default(),
                fresh: 0,
                runs: Vec::new(),
                digest: FileHasher::new().finish(),
            },
        }
    }

    fn read(&mut self, image: &Image, progress: &dyn Progress) -> Result<(), BackupError> {
        let mut pages = Vec::with_capacity(READ as usize);
        let mut first = 1;
        progress.expect(u64::from(image.page_count()) * PAGE_SIZE as u64);
        while first <= image.page_count() {
            if progress.is_cancelled() {
                return Err(BackupError::Cancelled);
            }
            image.read(first, &mut pages, READ)?;
            for (number, page) in (first..).zip(&pages) {
                if self.page(number, page).is_err() {
                    // The writer has failed and tells why.
                    return Ok(());
                }
            }
            progress.advance((pages.len() * PAGE_SIZE) as u64);
            first += READ;
        }
        Ok(())
    }

    fn page(&mut self, number: u32, page: &Page) -> Result<(), mpsc::SendError<Vec<u8>>> {
        let digest = self.hasher.page(page);
        let index = self.scan.table.len();
        let unchanged_since = self
            .before
            .and_then(|before| before.unchanged_since(index, &digest));
        let changed_at = unchanged_since.unwrap_or(self.place.position);
        self.scan.fresh += u32::from(unchanged_since.is_none());
        let Some(parent) = &self.place.parent else {
            self.scan.table.push(digest, 0);
            return self.take(number, page);
        };
        self.scan.table.push(digest, changed_at);
        if changed_at > parent.position {
            self.take(number, page)?;
        }
        Ok(())
    }

    fn take(&mut self, number: u32, page: &Page) -> Result<(), mpsc::SendError<Vec<u8>>> {
        extend_runs(&mut self.scan.runs, number);
        self.piece.extend_from_slice(page);
        if self.piece.len() == PAGES_PER_PIECE as usize * PAGE_SIZE {
            let piece = std::mem::replace(&mut self.piece, Vec::with_capacity(PIECE));
            self.out.send(piece)?;
        }
        Ok(())
    }

    fn finish(mut self) -> Scan {
        if !self.piece.is_empty() {
            // When this fails the writer has failed and tells why.
            let _ = self.out.send(self.piece);
        }
        self.scan.digest = self.hasher.finish();
        self.scan
    }
}
