//! Reading objects back: nothing is used before it was authenticated, and lengths are bounded.

use std::io::{self, Write};

use vault::LedgerId;
use vault::backup::{BackupKey, NotAuthentic, OVERHEAD, Sealer};

use super::{CLOSING, MAGIC, PIECE, TRAILER, sealed_len};
use crate::manifest::{self, Manifest, ManifestError};
use crate::progress::{Progress, Unwatched};
use crate::{Listed, ObjectName, Remote, RemoteError};

/// Read at once from the end of an object: the manifest of nearly every version is in it.
const TAIL: u64 = 64 * 1024;

/// Why an object can't be used.
#[derive(Debug, thiserror::Error)]
pub enum ObjectError {
    /// It could not be read.
    #[error(transparent)]
    Remote(#[from] RemoteError),
    /// It was altered, cut, exchanged, or sealed under another key.
    #[error("the object {name} is damaged or was altered")]
    NotAuthentic {
        /// The object.
        name: ObjectName,
    },
    /// It is authentic and can't be used all the same.
    #[error("the object {name} can't be used: {source}")]
    Manifest {
        /// The object.
        name: ObjectName,
        /// Why.
        source: ManifestError,
    },
}

impl ObjectError {
    fn altered(name: &ObjectName) -> Self {
        Self::NotAuthentic { name: name.clone() }
    }
}

/// The sealer of an object by its name; a copy of key slots has none.
pub(crate) fn sealer(key: &BackupKey, ledger: LedgerId, name: &ObjectName) -> Option<Sealer> {
    let id = name.stamp()?.id;
    Some(Sealer::new(key, ledger, name.as_str(), id))
}

/// Reads and opens the closing piece of an object.
pub(crate) fn fetch_closing(
    remote: &mut dyn Remote,
    (key, ledger): (&BackupKey, LedgerId),
    object: &Listed,
) -> Result<Vec<u8>, ObjectError> {
    let name = &object.name;
    let altered = || ObjectError::altered(name);
    let start = object.size.saturating_sub(TAIL);
    let mut tail = Vec::new();
    remote.read(name, start..object.size, &mut tail, &Unwatched)?;
    let length = closing_len(&tail).ok_or_else(altered)?;
    let from = (object.size.checked_sub(TRAILER + length))
        .filter(|&from| from >= MAGIC.len() as u64 && length <= manifest::MAX_LEN)
        .ok_or_else(altered)?;
    let mut closing = Vec::new();
    if from >= start {
        let from = usize::try_from(from - start).map_err(|_| altered())?;
        let end = tail.len() - usize::try_from(TRAILER).map_err(|_| altered())?;
        closing.extend_from_slice(&tail[from..end]);
    } else {
        remote.read(name, from..object.size - TRAILER, &mut closing, &Unwatched)?;
    }
    let sealer = sealer(key, ledger, name).ok_or_else(altered)?;
    sealer.open(CLOSING, &mut closing).map_err(|_| altered())?;
    Ok(closing)
}

fn closing_len(tail: &[u8]) -> Option<u64> {
    let (rest, mark) = tail.split_last_chunk::<8>()?;
    let (_, length) = rest.split_last_chunk::<4>()?;
    (mark == MAGIC).then(|| u32::from_be_bytes(*length).into())
}

/// Reads and checks the manifest of a version.
pub(crate) fn fetch_manifest(
    remote: &mut dyn Remote,
    keys: (&BackupKey, LedgerId),
    object: &Listed,
) -> Result<Manifest, ObjectError> {
    let text = fetch_closing(remote, keys, object)?;
    let manifest = Manifest::from_json(&text).map_err(|source| ObjectError::Manifest {
        name: object.name.clone(),
        source,
    })?;
    let closing = (text.len() + OVERHEAD) as u64;
    let adds_up = MAGIC.len() as u64 + sealed_len(&manifest) + closing + TRAILER == object.size;
    if adds_up && manifest.ledger_id == keys.1.to_string() {
        Ok(manifest)
    } else {
        Err(ObjectError::altered(&object.name))
    }
}

/// Reads the pieces of a version and gives each to `take`, opened, in order.
pub(crate) fn stream_pieces(
    remote: &mut dyn Remote,
    (key, ledger): (&BackupKey, LedgerId),
    (object, manifest): (&Listed, &Manifest),
    progress: &dyn Progress,
    take: &mut dyn FnMut(&[u8]) -> io::Result<()>,
) -> Result<(), ObjectError> {
    let name = &object.name;
    let altered = || ObjectError::altered(name);
    let length = sealed_len(manifest);
    let end = MAGIC.len() as u64 + length;
    if object.size < end + TRAILER + OVERHEAD as u64 {
        return Err(altered());
    }
    let mut pieces = Pieces {
        sealer: sealer(key, ledger, name).ok_or_else(altered)?,
        mark: MAGIC,
        piece: Vec::with_capacity(PIECE),
        number: 0,
        left: length,
        take,
        failure: None,
    };
    let outcome = remote.read(name, 0..end, &mut pieces, progress);
    match pieces.failure.take() {
        Some(Failure::NotAuthentic) => Err(altered()),
        Some(Failure::Taking(source)) => {
            Err(RemoteError::io(std::path::Path::new("the rebuilt ledger"), source).into())
        }
        None => Ok(outcome?),
    }
}

/// Cuts a stream into pieces and opens them.
struct Pieces<'a> {
    sealer: Sealer,
    /// What is left of the mark that the object begins with.
    mark: &'static [u8],
    piece: Vec<u8>,
    number: u64,
    /// Sealed bytes that have not arrived.
    left: u64,
    take: &'a mut dyn FnMut(&[u8]) -> io::Result<()>,
    failure: Option<Failure>,
}

enum Failure {
    NotAuthentic,
    Taking(io::Error),
}

impl Pieces<'_> {
    /// Takes bytes of the mark; returns how many, or nothing when they are others.
    fn pass_mark(&mut self, bytes: &[u8]) -> Option<usize> {
        let length = self.mark.len().min(bytes.len());
        let (expected, rest) = self.mark.split_at(length);
        self.mark = rest;
        (bytes[..length] == *expected).then_some(length)
    }

    fn open(&mut self) -> Result<(), Failure> {
        let opened = self.sealer.open(self.number, &mut self.piece);
        opened.map_err(|NotAuthentic| Failure::NotAuthentic)?;
        (self.take)(&self.piece).map_err(Failure::Taking)?;
        self.piece.clear();
        self.number += 1;
        Ok(())
    }
}

impl Write for Pieces<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if !self.mark.is_empty() {
            return self.pass_mark(bytes).ok_or_else(|| {
                self.failure = Some(Failure::NotAuthentic);
                io::ErrorKind::InvalidData.into()
            });
        }
        let taken = bytes.len().min(PIECE - self.piece.len());
        self.piece.extend_from_slice(&bytes[..taken]);
        self.left = self.left.saturating_sub(taken as u64);
        let complete = self.piece.len() == PIECE || self.left == 0;
        if complete && let Err(failure) = self.open() {
            self.failure = Some(failure);
            return Err(io::ErrorKind::InvalidData.into());
        }
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
