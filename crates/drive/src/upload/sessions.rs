//! Uploads that are under way, written down before their first byte, so that another process can
//! take them up. Their addresses are permissions by themselves: 0600, and never in an error.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use backup::ObjectName;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::sum::Sum;
use crate::error::DriveError;
use crate::keep;

/// A session lives a week; the last day is left to chance.
const LIFE: u64 = 6 * 24 * 60 * 60;

#[derive(Serialize, Deserialize)]
struct Session {
    address: Zeroizing<String>,
    id: String,
    size: u64,
    md5: String,
    begun_at: u64,
}

/// The sessions of one remote.
#[derive(Debug)]
pub(crate) struct Sessions {
    directory: PathBuf,
}

impl Sessions {
    pub(crate) fn open(remote: &Path) -> Result<Self, DriveError> {
        let directory = remote.join("sessions");
        keep::directory(&directory)?;
        Ok(Self { directory })
    }

    fn path(&self, name: &ObjectName) -> PathBuf {
        self.directory.join(format!("{name}.json"))
    }

    /// The address of the session that carries just these bytes to this id.
    pub(super) fn of(
        &self,
        name: &ObjectName,
        id: &str,
        sum: &Sum,
    ) -> Result<Option<Zeroizing<String>>, DriveError> {
        let found = keep::read::<Session>(&self.path(name))?;
        Ok(found
            .filter(|session| {
                session.id == id
                    && (session.size, &session.md5) == (sum.size, &sum.md5)
                    && now().saturating_sub(session.begun_at) < LIFE
            })
            .map(|session| session.address))
    }

    pub(super) fn write(
        &self,
        name: &ObjectName,
        id: &str,
        sum: &Sum,
        address: &str,
    ) -> Result<(), DriveError> {
        let session = Session {
            address: Zeroizing::new(address.to_owned()),
            id: id.to_owned(),
            size: sum.size,
            md5: sum.md5.clone(),
            begun_at: now(),
        };
        keep::write(&self.path(name), &session)
    }

    pub(crate) fn remove(&self, name: &ObjectName) -> Result<(), DriveError> {
        keep::remove(&self.path(name))
    }

    /// Removes what is too old to be taken up.
    pub(crate) fn sweep(&self) -> Result<(), DriveError> {
        let failed = |source| DriveError::io(&self.directory, source);
        for entry in fs::read_dir(&self.directory).map_err(failed)? {
            let path = entry.map_err(failed)?.path();
            let session: Option<Session> = keep::read(&path)?;
            if session.is_none_or(|session| now().saturating_sub(session.begun_at) >= LIFE) {
                keep::remove(&path)?;
            }
        }
        Ok(())
    }
}

fn now() -> u64 {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |since| since.as_secs())
}
