//! One process at a time for each remote: a lock that ends with its process.

use std::fs::File;
use std::path::Path;
use std::time::Duration;

use rustix::fs::FlockOperation;
use rustix::io::Errno;
use vault::private;

use super::SiteError;
use crate::HomeError;
use crate::patience::Patience;

/// Takes the lock; `None` when another process kept it all the time.
pub(crate) fn take(path: &Path, limit: Duration) -> Result<Option<File>, SiteError> {
    let file = private::open_private_or_create(path)?;
    let attempt = || match rustix::fs::flock(&file, FlockOperation::NonBlockingLockExclusive) {
        Err(Errno::WOULDBLOCK) => None,
        outcome => Some(outcome),
    };
    match Patience::of(limit).wait_for(attempt) {
        None => Ok(None),
        Some(Ok(())) => Ok(Some(file)),
        Some(Err(error)) => Err(HomeError::io(path, error.into()).into()),
    }
}
