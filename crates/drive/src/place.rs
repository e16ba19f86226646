//! What the verbs of a remote share: the API, the ids, the folder, and what was seen a moment ago.

use std::cell::RefCell;
use std::collections::HashMap;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use backup::{DriveDefinition, ObjectName, Progress, RemoteError};

use crate::api::Api;
use crate::error::DriveError;
use crate::fault::{Fault, ours};
use crate::ids::Ids;
use crate::pace::Pace;
use crate::retry::Tries;
use crate::settings::{Addresses, Client};
use crate::token::Tokens;
use crate::upload::Sessions;
use crate::wire::Wire;

/// How long what was seen of an object is believed. Objects don't change; they go.
const FRESH: Duration = Duration::from_mins(1);

/// An object as it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) id: String,
    pub(crate) size: u64,
}

/// A folder at Drive.
pub(crate) struct Place {
    pub(crate) api: Api,
    pub(crate) ids: Ids,
    pub(crate) sessions: Sessions,
    pub(crate) directory: PathBuf,
    pub(crate) folder_name: String,
    pub(crate) pace: Pace,
    pub(crate) folder_id: RefCell<Option<String>>,
    seen: RefCell<HashMap<ObjectName, (Found, Instant)>>,
}

impl Place {
    pub(crate) fn open(
        definition: &DriveDefinition,
        client: Client,
        directory: PathBuf,
        pace: Pace,
    ) -> Result<Self, DriveError> {
        let addresses = Addresses::of(definition)?;
        let wire = Wire::new(&pace, addresses.need_tls())
            .map_err(|source| DriveError::Network { source })?;
        let tokens = Tokens::new(client, addresses.token.clone(), directory.clone());
        Ok(Self {
            api: Api::new(wire, tokens, &addresses.api),
            ids: Ids::open(&directory)?,
            sessions: Sessions::open(&directory)?,
            directory,
            folder_name: definition.folder.clone(),
            pace,
            folder_id: RefCell::new(None),
            seen: RefCell::default(),
        })
    }

    pub(crate) fn tries<'a>(&'a self, progress: &'a dyn Progress) -> Tries<'a> {
        Tries::new(self.pace, &self.api.tokens, progress)
    }

    /// Does what may be repeated without harm until it is done, or can't be.
    pub(crate) async fn again<T>(
        &self,
        progress: &dyn Progress,
        mut work: impl AsyncFnMut() -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        let mut tries = self.tries(progress);
        loop {
            match work().await {
                Err(fault @ (Fault::NotFound | Fault::InUse | Fault::OutOfRange)) => {
                    return Err(fault);
                }
                Err(fault) => tries.after(fault).await?,
                Ok(done) => return Ok(done),
            }
        }
    }

    /// What was seen of an object a moment ago.
    pub(crate) fn seen(&self, name: &ObjectName) -> Option<Found> {
        let seen = self.seen.borrow();
        let (found, at) = seen.get(name)?;
        (at.elapsed() < FRESH).then(|| found.clone())
    }

    pub(crate) fn saw(&self, name: &ObjectName, found: Found) {
        let seen = (found, Instant::now());
        self.seen.borrow_mut().insert(name.clone(), seen);
    }

    pub(crate) fn unsee(&self, name: &ObjectName) {
        self.seen.borrow_mut().remove(name);
    }

    /// Forgets which ids objects have: they were in another folder.
    pub(crate) fn forget_objects(&self) -> Result<(), RemoteError> {
        self.seen.borrow_mut().clear();
        self.ids.clear().map_err(ours)
    }

    /// An id that was not used yet; a hundred are fetched when none is left.
    pub(crate) async fn fresh_id(&self, progress: &dyn Progress) -> Result<String, RemoteError> {
        loop {
            if let Some(id) = self.ids.take().map_err(ours)? {
                return Ok(id);
            }
            self.fetch_ids(progress).await?;
        }
    }

    pub(crate) async fn fetch_ids(&self, progress: &dyn Progress) -> Result<(), RemoteError> {
        let work = async || self.api.generate_ids(progress, 100).await;
        let ids = self.again(progress, work).await;
        self.ids.add(ids.map_err(Fault::into_error)?).map_err(ours)
    }
}
