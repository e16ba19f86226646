//! Rebuilding a version: its objects from the full one on, each byte authenticated, and in the end
//! the whole file held against its digest.

mod error;
mod place;

use std::fs::{DirBuilder, File, OpenOptions, Permissions};
use std::io;
use std::os::unix::fs::{
    DirBuilderExt as _, FileExt as _, OpenOptionsExt as _, PermissionsExt as _,
};
use std::path::Path;

use chrono::{DateTime, Utc};
use data_encoding::HEXLOWER;
use tempfile::TempDir;
use vault::backup::{FileDigest, FileHasher, PAGE_SIZE};
use vault::private;

use crate::manifest::Manifest;
use crate::object;
use crate::progress::Progress;
use crate::{FailureKind, Listed, ObjectName, RemoteError, Site};
pub use error::RebuildError;
pub use place::{PlaceError, Placed, parent_of, place};

/// More objects than any version builds on; a longer path is a forgery or a mistake.
const LONGEST_PATH: usize = 1024;

/// A ledger as a version has it, in a private directory that is removed when this is dropped.
#[derive(Debug)]
pub struct Rebuilt {
    pub(crate) directory: TempDir,
    name: ObjectName,
}

impl Rebuilt {
    /// The directory with `ledger.db`, `keys.json` and `head`.
    pub fn path(&self) -> &Path {
        self.directory.path()
    }

    /// The version.
    pub fn name(&self) -> &ObjectName {
        &self.name
    }
}

impl Site {
    /// Rebuilds a version in a directory of this machine's own and remembers that it is whole.
    pub fn verify(
        &mut self,
        name: &ObjectName,
        now: DateTime<Utc>,
        progress: &dyn Progress,
    ) -> Result<Rebuilt, RebuildError> {
        let scratch = self.scratch()?;
        sweep(&scratch);
        let rebuilt = match self.rebuild(name, &scratch, progress) {
            Err(error) if error.is_damage() => {
                self.distrust(name, now)?;
                return Err(error);
            }
            rebuilt => rebuilt?,
        };
        if let Some(known) = self.state.versions.get_mut(name) {
            known.verified_at = Some(now);
        }
        self.save()?;
        Ok(rebuilt)
    }

    /// What was found to be damaged or lost counts as proven no longer, and `status` tells of it
    /// until a version is made again.
    pub fn distrust(
        &mut self,
        name: &ObjectName,
        now: DateTime<Utc>,
    ) -> Result<(), crate::SiteError> {
        if let Some(known) = self.state.versions.get_mut(name) {
            known.verified_at = None;
            known.proven_at = None;
        }
        self.state.contact.failed(now, FailureKind::Integrity);
        self.save()
    }

    /// Remembers that a rebuilt version was opened and is in order.
    pub fn proven(
        &mut self,
        name: &ObjectName,
        now: DateTime<Utc>,
    ) -> Result<(), crate::SiteError> {
        if let Some(known) = self.state.versions.get_mut(name) {
            known.verified_at = Some(now);
            known.proven_at = Some(now);
        }
        self.save()
    }

    /// Rebuilds a version and, when an object of it is damaged or missing, builds no other on it.
    pub fn rebuild(
        &mut self,
        name: &ObjectName,
        parent: &Path,
        progress: &dyn Progress,
    ) -> Result<Rebuilt, RebuildError> {
        let outcome = self.rebuild_whole(name, parent, progress);
        if let Err(error) = &outcome
            && let Some(object) = error.damaged_object()
        {
            self.break_chain(&object.clone());
            self.save()?;
        }
        outcome
    }

    /// Rebuilds a version in a new private directory inside of `parent`, which is made when it is
    /// missing.
    fn rebuild_whole(
        &mut self,
        name: &ObjectName,
        parent: &Path,
        progress: &dyn Progress,
    ) -> Result<Rebuilt, RebuildError> {
        let path = self.path_of(name)?;
        progress.expect(path.iter().map(|(object, _)| object.size).sum());
        DirBuilder::new()
            .recursive(true)
            .mode(private::DIR_MODE)
            .create(parent)
            .map_err(|source| RebuildError::io(parent, source))?;
        let directory = tempfile::Builder::new()
            .prefix(".luka-restore-")
            .permissions(Permissions::from_mode(private::DIR_MODE))
            .tempdir_in(parent)
            .map_err(|source| RebuildError::io(parent, source))?;
        let database = directory.path().join("ledger.db");
        let file = new_file(&database)?;
        for (object, manifest) in &path {
            self.apply(&file, &database, object, manifest, progress)?;
        }
        let Some((_, manifest)) = path.last() else {
            return Err(RebuildError::NoVersion { name: name.clone() });
        };
        file.set_len(u64::from(manifest.page_count) * PAGE_SIZE as u64)
            .and_then(|()| file.sync_all())
            .map_err(|source| RebuildError::io(&database, source))?;
        let digest = digest_of(&file).map_err(|source| RebuildError::io(&database, source))?;
        if digest.to_hex() != manifest.blake3 {
            return Err(RebuildError::WrongDigest { name: name.clone() });
        }
        write_beside(directory.path(), manifest)?;
        Ok(Rebuilt {
            directory,
            name: name.clone(),
        })
    }

    /// The objects that a version is made of, the full one first, with their manifests.
    fn path_of(&mut self, name: &ObjectName) -> Result<Vec<(Listed, Manifest)>, RebuildError> {
        let mut path: Vec<(Listed, Manifest)> = Vec::new();
        let mut next = Some(name.clone());
        while let Some(name) = next.take() {
            if path.len() >= LONGEST_PATH || path.iter().any(|(object, _)| object.name == name) {
                return Err(RebuildError::WrongDigest { name });
            }
            let size = self.remote.size(&name)?;
            let size = size.ok_or_else(|| RemoteError::Missing { name: name.clone() })?;
            let object = Listed { name, size };
            let keys = self.keys.pair();
            let manifest = object::fetch_manifest(self.remote.as_mut(), keys, &object)?;
            next.clone_from(&manifest.parent);
            path.push((object, manifest));
        }
        path.reverse();
        Ok(path)
    }

    /// Writes the pages of one object to their places.
    fn apply(
        &mut self,
        file: &File,
        database: &Path,
        object: &Listed,
        manifest: &Manifest,
        progress: &dyn Progress,
    ) -> Result<(), RebuildError> {
        let mut numbers = manifest.page_numbers();
        let mut take = |pages: &[u8]| -> io::Result<()> {
            for page in pages.chunks(PAGE_SIZE) {
                let number = numbers.next().ok_or(io::ErrorKind::InvalidData)?;
                file.write_all_at(page, u64::from(number - 1) * PAGE_SIZE as u64)?;
            }
            Ok(())
        };
        let keys = self.keys.pair();
        let remote = self.remote.as_mut();
        object::stream_pieces(remote, keys, (object, manifest), progress, &mut take)
            .map_err(|error| RebuildError::of_object(error, database))
    }
}

/// Removes what killed processes left; this one holds the site, so nobody is at work in it.
fn sweep(scratch: &Path) {
    for entry in std::fs::read_dir(scratch).into_iter().flatten().flatten() {
        // What can't be removed is only in the way.
        let _ = std::fs::remove_dir_all(entry.path());
    }
}

fn new_file(path: &Path) -> Result<File, RebuildError> {
    OpenOptions::new()
        .read(true)
        .write(true)
        .create_new(true)
        .mode(private::FILE_MODE)
        .open(path)
        .map_err(|source| RebuildError::io(path, source))
}

fn digest_of(file: &File) -> io::Result<FileDigest> {
    let mut hasher = FileHasher::new();
    let mut pages = vec![[0; PAGE_SIZE]; 256];
    let length = file.metadata()?.len();
    let mut offset = 0;
    while offset < length {
        let left = usize::try_from((length - offset) / PAGE_SIZE as u64).unwrap_or(usize::MAX);
        let here = left.clamp(1, pages.len());
        file.read_exact_at(pages[..here].as_flattened_mut(), offset)?;
        for page in &pages[..here] {
            hasher.page(page);
        }
        offset += (here * PAGE_SIZE) as u64;
    }
    Ok(hasher.finish())
}

/// Writes `keys.json` and `head` beside the database.
fn write_beside(directory: &Path, manifest: &Manifest) -> Result<(), RebuildError> {
    private::replace_private(&directory.join("keys.json"), manifest.keys.as_bytes())?;
    let mut head = Vec::new();
    for (place, digits) in &manifest.head {
        let bytes = HEXLOWER.decode(digits.as_bytes()).unwrap_or_default();
        let place = *place as usize;
        if place + bytes.len() > crate::manifest::MAX_HEAD {
            return Err(RebuildError::Head);
        }
        head.resize(head.len().max(place + bytes.len()), 0);
        head[place..place + bytes.len()].copy_from_slice(&bytes);
    }
    Ok(private::replace_private(&directory.join("head"), &head)?)
}
