//! The remote itself: a place at Drive, and the runtime that waits for it.
//!
//! The runtime turns only while a call is waiting, on the thread of whoever called: between calls
//! there is no thread, no timer, no traffic.

use std::io::Write;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;
use std::time::Duration;

use backup::progress::Unwatched;
use backup::{DriveDefinition, Listed, ObjectName, Progress, Remote, RemoteError, Staged};
use tokio::runtime::{Builder, Runtime};

use crate::error::DriveError;
use crate::keep;
use crate::pace::Pace;
use crate::place::Place;
use crate::settings::Client;

/// A folder at Google Drive as a remote. It brings its own runtime: use and drop it on a plain
/// thread, not inside of another runtime.
pub struct Drive {
    runtime: Runtime,
    place: Place,
    watch: Box<dyn Progress + Send>,
}

impl Drive {
    /// Opens a remote that need not be reachable now. `directory` is its own on this machine: it
    /// holds the tokens, the ids that were chosen, and the uploads that are under way.
    pub fn open(
        definition: &DriveDefinition,
        client: Client,
        directory: PathBuf,
    ) -> Result<Self, DriveError> {
        Self::open_with(definition, client, directory, Pace::default())
    }

    /// The same at another pace.
    pub fn open_with(
        definition: &DriveDefinition,
        client: Client,
        directory: PathBuf,
        pace: Pace,
    ) -> Result<Self, DriveError> {
        keep::directory(&directory)?;
        Ok(Self {
            runtime: runtime()?,
            place: Place::open(definition, client, directory, pace)?,
            watch: Box::new(Unwatched),
        })
    }

    /// Lets somebody stop the verbs that have no progress of their own (a list, a removal), too.
    #[must_use]
    pub fn watched_by(mut self, watch: Box<dyn Progress + Send>) -> Self {
        self.watch = watch;
        self
    }

    /// Makes the folder, or takes the one that is there, although another may have been used
    /// before: for setting a remote up by hand. [`Remote::prepare`] makes it the first time only.
    pub fn create(&mut self) -> Result<(), RemoteError> {
        self.runtime.block_on(self.place.create(&*self.watch))
    }
}

/// A runtime without threads of its own but one for names of hosts, which ends at once.
pub(crate) fn runtime() -> Result<Runtime, DriveError> {
    Builder::new_current_thread()
        .enable_io()
        .enable_time()
        .max_blocking_threads(1)
        .thread_keep_alive(Duration::from_millis(50))
        .build()
        .map_err(|source| DriveError::Network { source })
}

impl Remote for Drive {
    fn prepare(&mut self) -> Result<(), RemoteError> {
        self.runtime.block_on(self.place.prepare(&*self.watch))
    }

    fn list(&mut self) -> Result<Vec<Listed>, RemoteError> {
        self.runtime.block_on(self.place.list(&*self.watch))
    }

    fn size(&mut self, name: &ObjectName) -> Result<Option<u64>, RemoteError> {
        self.runtime.block_on(self.place.size(&*self.watch, name))
    }

    fn read(
        &mut self,
        name: &ObjectName,
        range: Range<u64>,
        sink: &mut dyn Write,
        progress: &dyn Progress,
    ) -> Result<(), RemoteError> {
        self.runtime
            .block_on(self.place.read(progress, name, range, sink))
    }

    fn put(
        &mut self,
        name: &ObjectName,
        staged: &Staged,
        progress: &dyn Progress,
    ) -> Result<(), RemoteError> {
        self.runtime
            .block_on(self.place.put(progress, name, staged))
    }

    fn remove(&mut self, name: &ObjectName) -> Result<(), RemoteError> {
        self.runtime.block_on(self.place.remove(&*self.watch, name))
    }

    fn staging(&self) -> Option<&Path> {
        None
    }

    fn requests(&self) -> u64 {
        self.place.api.wire.requests.load(Ordering::Relaxed)
    }
}
