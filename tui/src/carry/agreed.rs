//! What this machine and the server last agreed about, in a private file beside the login.
//!
//! It is lost without harm: then nothing is known to be older than anything else, and what differs
//! is asked about.

use std::collections::BTreeMap;
use std::io::Read as _;
use std::path::Path;

use ops::session::private::{self, PrivateError};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Device, Document};

const FILE: &str = "settings.json";
/// The longest file that is read: a hundred documents of 64 KiB.
const LONGEST: u64 = 8 << 20;

/// What is known of one account on one server.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Agreed {
    server: String,
    user_id: String,
    device: Device,
    documents: BTreeMap<String, Value>,
}

impl Agreed {
    /// Reads what is known; of another account, and of a file that makes no sense, nothing is but
    /// this machine's id.
    pub(crate) fn load(
        directory: &Path,
        server: &str,
        user_id: &str,
    ) -> Result<Self, PrivateError> {
        let found = read(&directory.join(FILE))?;
        let device = match &found {
            Some(found) => found.device.clone(),
            None => Device::new().map_err(|source| PrivateError::Io {
                path: directory.to_owned(),
                source,
            })?,
        };
        let same = found.filter(|found| found.server == server && found.user_id == user_id);
        Ok(same.unwrap_or_else(|| Self {
            server: server.to_owned(),
            user_id: user_id.to_owned(),
            device,
            documents: BTreeMap::new(),
        }))
    }

    /// Keeps what is known.
    pub(crate) fn save(&self, directory: &Path) -> Result<(), PrivateError> {
        let path = directory.join(FILE);
        let text = serde_json::to_vec(self).map_err(|error| PrivateError::Io {
            path: path.clone(),
            source: error.into(),
        })?;
        private::create_private_dir(directory)?;
        private::replace_private(&path, &text)
    }

    /// What both last said.
    pub(crate) fn value(&self, document: Document) -> Option<&Value> {
        self.documents.get(document.as_str())
    }

    /// Both say this now; `None` when the server has nothing.
    pub(crate) fn set(&mut self, document: Document, value: Option<Value>) {
        let key = document.as_str().to_owned();
        match value {
            Some(value) => self.documents.insert(key, value),
            None => self.documents.remove(&key),
        };
    }

    /// This machine, as the other ones see it.
    pub(crate) fn device(&self) -> &Device {
        &self.device
    }
}

fn read(path: &Path) -> Result<Option<Agreed>, PrivateError> {
    let file = match private::open_private(path) {
        Err(error) if error.is_not_found() => return Ok(None),
        file => file?,
    };
    let mut text = Vec::new();
    let read = file.take(LONGEST).read_to_end(&mut text);
    read.map_err(|source| PrivateError::Io {
        path: path.to_owned(),
        source,
    })?;
    Ok(serde_json::from_slice(&text).ok())
}
