//! Where objects go: a small interface, the same for a folder and for Google Drive.
//!
//! A remote keeps immutable objects by name. It knows nothing of what is in them, and nobody
//! believes it: what comes back is authenticated by the rooms above. Names are unique as far as the
//! remote can help it; where it holds two objects of one name (Drive may), either may be given.
//!
//! One contract holds for every remote; `remote::contract` is its test. A remote retries by itself
//! what passes within a minute, and reports what does not; when to try again is the caller's.

#[cfg(any(test, feature = "contract"))]
pub mod contract;
mod error;
mod folder;
mod staged;

use std::io::Write;
use std::ops::Range;
use std::path::Path;

use crate::ObjectName;
use crate::progress::Progress;

pub use error::RemoteError;
pub use folder::Folder;
pub use staged::Staged;

/// An object as the remote lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its name.
    pub name: ObjectName,
    /// Its length in bytes.
    pub size: u64,
}

/// A place that keeps immutable objects by name.
pub trait Remote: Send {
    /// Makes the place ready (creates the folder) and says whether it can be reached and written.
    fn prepare(&mut self) -> Result<(), RemoteError>;

    /// Lists every object; files with names that are no object's are passed over. What was put
    /// just now may be missing where the remote's lists are late.
    fn list(&mut self) -> Result<Vec<Listed>, RemoteError>;

    /// Gives the length of one object, or `None` when the remote says that it is not there (never
    /// on a failure to ask).
    fn size(&mut self, name: &ObjectName) -> Result<Option<u64>, RemoteError>;

    /// Writes the bytes `range` of an object to `sink`, exactly as many as asked for. A connection
    /// that is cut is taken up where it ended.
    ///
    /// # Errors
    /// [`RemoteError::Missing`] when there is no such object, [`RemoteError::Truncated`] when it
    /// is shorter.
    fn read(
        &mut self,
        name: &ObjectName,
        range: Range<u64>,
        sink: &mut dyn Write,
        progress: &dyn Progress,
    ) -> Result<(), RemoteError>;

    /// Puts a staged object, whole or not at all, and returns once the remote has it durably and
    /// (where it can say) with the right checksum.
    ///
    /// Repeatable: after an unknown outcome, or in a later process, the same name with the same
    /// bytes ends with exactly one object. The staged file stays with the caller unless the remote
    /// took it (see [`Remote::staging`]).
    fn put(
        &mut self,
        name: &ObjectName,
        staged: &Staged,
        progress: &dyn Progress,
    ) -> Result<(), RemoteError>;

    /// Removes an object; one that is not there is no error.
    fn remove(&mut self, name: &ObjectName) -> Result<(), RemoteError>;

    /// Where objects should be staged so that [`Remote::put`] need not copy them; `None` when any
    /// place does.
    fn staging(&self) -> Option<&Path>;

    /// How many requests were sent since the remote was opened (for a folder: objects touched).
    fn requests(&self) -> u64;
}
