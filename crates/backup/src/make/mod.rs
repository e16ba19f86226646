//! Making one version: freeze, find what changed, seal, stage, put, remember.
//!
//! What is written when, so that a crash at any point loses nothing:
//! 1. the copy of the key slots is at the remote before a version that needs it;
//! 2. what will be remembered (`pending.json`, its pages) is on the disk before the staged object;
//! 3. the staged object is whole and synced before it has its name;
//! 4. only what the remote has confirmed is remembered as a version.
//!
//! A process that dies after 3 is taken up by the next one: the same bytes under the same name.

mod check;
mod error;
mod pending;
mod scan;

use std::path::Path;
use std::time::Duration;

use chrono::{DateTime, Utc};
use data_encoding::HEXLOWER;
use vault::backup::{OVERHEAD, short_digest};
use vault::private;

use crate::chain::Place;
use crate::image::{Image, ImageError};
use crate::manifest::{self, Manifest};
use crate::object::{self, ObjectWriter};
use crate::pages::PageTable;
use crate::progress::{Progress, Unwatched};
use crate::{ObjectName, RemoteError, Site, Staged, key_object};
pub use error::BackupError;
use pending::Pending;
use scan::Scan;

/// How long the ledger's writers are waited for.
const PATIENCE: Duration = Duration::from_mins(1);

/// One backup as it was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// The newest version now.
    pub name: ObjectName,
    /// Whether it was made just now; false when nothing had changed since.
    pub is_new: bool,
    /// The length of the database, in bytes.
    pub ledger_bytes: u64,
    /// What was sent, in bytes.
    pub bytes_uploaded: u64,
    /// Requests to the remote.
    pub requests: u64,
    /// Pages in the version.
    pub changed_pages: u32,
    /// Versions that are found to be gone from the remote without having been pruned.
    pub lost: Vec<ObjectName>,
}

/// The ledger's small files, read before its database is frozen: the head may lag, never lead.
struct Beside {
    keys: String,
    head: Vec<u8>,
}

impl Site {
    /// Makes a version of the ledger as it is now, unless the newest one is that already.
    ///
    /// # Errors
    /// Whatever fails, every version that was there is there, and the next try starts clean.
    pub fn backup(
        &mut self,
        now: DateTime<Utc>,
        progress: &dyn Progress,
    ) -> Result<Made, BackupError> {
        let outcome = self.make(now, progress);
        self.note(now, outcome, BackupError::failure_kind)
    }

    fn make(&mut self, now: DateTime<Utc>, progress: &dyn Progress) -> Result<Made, BackupError> {
        let requests = self.remote.requests();
        let beside = Beside::read(self.home.ledger(), &self.keys)?;
        let lost = self.check_remote(now)?;
        let finished = self.finish_pending(progress)?;
        self.sweep_staging()?;
        let mut sent = finished.unwrap_or(0) + self.put_keys(&beside.keys)?;
        let image = Image::freeze(self.home.ledger(), &self.scratch()?, PATIENCE)?;
        let keys_now = Beside::read_keys(self.home.ledger(), &self.keys)?;
        if !image.is_in_place() || keys_now != beside.keys {
            // Somebody put another ledger here, or another passphrase, at this very moment.
            return Err(ImageError::Busy.into());
        }
        let ledger_bytes = u64::from(image.page_count()) * vault::backup::PAGE_SIZE as u64;
        let staged = self.stage(now, &image, &beside, progress)?;
        // Checkpoints may go on while the version is sent.
        drop(image);
        let is_new = finished.is_some() || staged.is_some();
        if let Some(pending) = staged {
            sent += self.put_pending(&pending, progress)?.unwrap_or(0);
        }
        let name = self.newest().ok_or(BackupError::NothingThere)?;
        let known = self.state.versions.get(&name);
        Ok(Made {
            is_new,
            changed_pages: known
                .filter(|_| is_new)
                .map_or(0, |known| known.changed_pages),
            name,
            ledger_bytes,
            bytes_uploaded: sent,
            requests: self.remote.requests() - requests,
            lost,
        })
    }

    fn newest(&self) -> Option<ObjectName> {
        self.state.chain.newest().map(|step| step.name.clone())
    }

    /// Puts the copy of the key slots when they are not the ones that the remote has.
    fn put_keys(&mut self, key_slots: &str) -> Result<u64, BackupError> {
        let (name, text) = key_object::write(&self.keys, key_slots);
        if self.state.key_object.as_ref() == Some(&name) {
            return Ok(0);
        }
        let path = self.outbox()?.join(name.as_str());
        let staged = stage_text(&path, &text)?;
        match self.remote.put(&name, &staged, &Unwatched) {
            // Its name is the digest of its bytes: what is there under it is damaged.
            Err(RemoteError::Differs { .. }) => {
                self.remote.remove(&name)?;
                self.remote.put(&name, &staged, &Unwatched)?;
            }
            outcome => outcome?,
        }
        let _ = std::fs::remove_file(&path);
        self.state.key_object = Some(name);
        self.save()?;
        Ok(text.len() as u64)
    }

    /// Stages a version, or nothing when nothing changed since the newest.
    fn stage(
        &mut self,
        now: DateTime<Utc>,
        image: &Image,
        beside: &Beside,
        progress: &dyn Progress,
    ) -> Result<Option<Pending>, BackupError> {
        let newest = self.newest();
        let table = newest.and_then(|newest| PageTable::load(&self.pages_file(), &newest));
        let bytes = u64::from(image.page_count()) * vault::backup::PAGE_SIZE as u64;
        let mut place = match &table {
            Some(_) => self.state.chain.next(bytes),
            None => Place::FULL,
        };
        let name = ObjectName::version(&self.next_stamp(now)?);
        let staged = self.staging()?.join(name.as_str());
        let part = staged.with_extension("part");
        let takes_files = self.remote.staging().is_some();
        let failed = |source| BackupError::staging(&part, source, takes_files);
        let mut writer = ObjectWriter::begin(&part).map_err(failed)?;
        let sealer = object::sealer(self.keys.pair().0, self.keys.ledger_id(), &name)
            .ok_or(BackupError::NothingThere)?;
        let mut scan = Scan::run(image, table.as_ref(), &place, &sealer, progress, |piece| {
            writer.write(piece).map_err(failed)
        })?;
        if self.is_unchanged(table.as_ref(), &scan, beside) {
            return Ok(None);
        }
        if scan.holds_all_pages() {
            place = Place::FULL;
            scan.table.restart();
        }
        let manifest = self.manifest(&name, &place, &scan, beside);
        let mut closing = manifest.to_json();
        if closing.len() as u64 + OVERHEAD as u64 > manifest::MAX_LEN {
            return Err(BackupError::TooLarge);
        }
        let pending = Pending::new(name, &place, &manifest, object::sealed_len(&manifest));
        sealer.seal(object::CLOSING, &mut closing)?;
        let pending = pending.with_closing(closing.len());
        pending.save(&self.directory, &scan.table)?;
        writer.finish(&closing, &staged).map_err(failed)?;
        Ok(Some(pending))
    }

    fn is_unchanged(&self, table: Option<&PageTable>, scan: &Scan, beside: &Beside) -> bool {
        let newest = self.state.chain.newest();
        let known = newest.and_then(|step| self.state.versions.get(&step.name));
        let same_size = table.is_some_and(|table| table.len() == scan.table.len());
        let same_keys = known.is_some_and(|known| known.keys == digest_of(&beside.keys));
        scan.fresh == 0 && same_size && same_keys
    }

    fn manifest(&self, name: &ObjectName, place: &Place, scan: &Scan, beside: &Beside) -> Manifest {
        Manifest {
            format: manifest::FORMAT,
            ledger_id: self.keys.ledger_id().to_string(),
            created_at: name
                .stamp()
                .map_or(DateTime::UNIX_EPOCH, |stamp| stamp.created_at),
            parent: place.parent.as_ref().map(|parent| parent.name.clone()),
            page_size: u32::try_from(vault::backup::PAGE_SIZE).unwrap_or(0),
            page_count: u32::try_from(scan.table.len()).unwrap_or(0),
            pages_per_piece: manifest::PAGES_PER_PIECE,
            blake3: scan.digest.to_hex(),
            pages: scan.runs.clone(),
            keys: beside.keys.clone(),
            head: sparse(&beside.head),
        }
    }

    /// Takes up what an earlier process staged and did not finish.
    fn finish_pending(&mut self, progress: &dyn Progress) -> Result<Option<u64>, BackupError> {
        let Some(pending) = Pending::load(&self.directory) else {
            return Ok(None);
        };
        let newest = self.state.chain.newest();
        let known = self.state.versions.contains_key(&pending.name);
        // What it builds on must be what is newest still, or it is of another time.
        let fits = pending.place.parent.is_none() || pending.place.builds_on(newest);
        let ours = pending.ledger_id == self.keys.ledger_id().to_string();
        if known || !fits || !ours {
            Pending::discard(&self.directory);
            return Ok(None);
        }
        match self.put_pending(&pending, progress) {
            Err(BackupError::Remote(RemoteError::Differs { .. })) => {
                // It was never confirmed: nobody counts on it.
                Pending::discard(&self.directory);
                Ok(None)
            }
            outcome => outcome,
        }
    }

    /// Removes what an earlier process of this machine began to stage and left.
    fn sweep_staging(&self) -> Result<(), BackupError> {
        let staging = self.staging()?;
        let entries = std::fs::read_dir(&staging);
        let entries = entries.map_err(|source| BackupError::staging(&staging, source, false))?;
        for entry in entries.flatten() {
            let path = entry.path();
            let stem = path.file_stem().and_then(|stem| stem.to_str());
            let name: Option<ObjectName> = stem.and_then(|stem| stem.parse().ok());
            let stamp = name.and_then(|name| name.stamp());
            if stamp.is_some_and(|stamp| stamp.device == self.device) {
                // What can't be removed now is in nobody's way.
                let _ = std::fs::remove_file(&path);
            }
        }
        Ok(())
    }

    /// Puts a staged version and remembers it; gives its size, or nothing when it was lost.
    fn put_pending(
        &mut self,
        pending: &Pending,
        progress: &dyn Progress,
    ) -> Result<Option<u64>, BackupError> {
        let path = self.staging()?.join(pending.name.as_str());
        let there = match Staged::new(path.clone()) {
            Ok(staged) if staged.size() == pending.known.size => {
                progress.expect(staged.size());
                self.remote.put(&pending.name, &staged, progress)?;
                true
            }
            // A folder has taken the staged file itself, if it came so far.
            _ => self.remote.size(&pending.name)? == Some(pending.known.size),
        };
        if there {
            self.remember(pending)?;
        }
        let _ = std::fs::remove_file(&path);
        Pending::discard(&self.directory);
        Ok(there.then_some(pending.known.size))
    }

    fn remember(&mut self, pending: &Pending) -> Result<(), BackupError> {
        Pending::keep_pages(&self.directory, &self.pages_file())?;
        let size = pending.known.size;
        self.state
            .chain
            .push(&pending.place, pending.name.clone(), size);
        let known = pending.known.clone();
        self.state.versions.insert(pending.name.clone(), known);
        self.state.count_past(self.device, &pending.name);
        Ok(self.save()?)
    }
}

impl Beside {
    fn read(ledger: &Path, keys: &crate::Keys) -> Result<Self, BackupError> {
        let keys = Self::read_keys(ledger, keys)?;
        let head = ledger.join("head");
        let head = match std::fs::read(&head) {
            Ok(content) if content.len() > manifest::MAX_HEAD => {
                return Err(crate::HomeError::Damaged { path: head }.into());
            }
            Ok(content) => content,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Vec::new(),
            Err(source) => return Err(crate::HomeError::io(&head, source).into()),
        };
        Ok(Self { keys, head })
    }

    /// The key slots, which must be those of the ledger that is backed up here.
    fn read_keys(ledger: &Path, keys: &crate::Keys) -> Result<String, BackupError> {
        let path = ledger.join("keys.json");
        if vault::KeyFile::load(&path)?.ledger_id() != keys.ledger_id() {
            return Err(BackupError::AnotherLedger);
        }
        let text = std::fs::read(&path).map_err(|source| crate::HomeError::io(&path, source))?;
        Ok(String::from_utf8_lossy(&text).into_owned())
    }
}

/// The digest by which versions tell which key slots they carry.
pub(crate) fn digest_of(key_slots: &str) -> String {
    HEXLOWER.encode(&short_digest(key_slots.as_bytes()))
}

fn stage_text(path: &Path, text: &[u8]) -> Result<Staged, BackupError> {
    private::replace_private(path, text)?;
    Ok(Staged::new(path.to_path_buf())?)
}

/// The parts of a small file that are not zeros, in runs that begin at multiples of 16.
fn sparse(content: &[u8]) -> Vec<(u32, String)> {
    const STEP: usize = 16;
    let mut runs: Vec<(u32, String)> = Vec::new();
    let mut ends = None;
    for (index, step) in content.chunks(STEP).enumerate() {
        if step.iter().all(|&byte| byte == 0) {
            continue;
        }
        let digits = HEXLOWER.encode(step);
        match runs.last_mut() {
            Some((_, run)) if ends == Some(index) => run.push_str(&digits),
            _ => runs.push((u32::try_from(index * STEP).unwrap_or(u32::MAX), digits)),
        }
        ends = Some(index + 1);
    }
    runs
}
