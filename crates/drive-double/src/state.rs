//! What the double remembers: files, sessions, tokens. It lies in a directory, so that a double
//! that is started again knows what it knew.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use data_encoding::HEXLOWER;
use md5::{Digest as _, Md5};
use serde::{Deserialize, Serialize};

/// The type of folders.
pub(crate) const FOLDER: &str = "application/vnd.google-apps.folder";
const ROOT: &str = "root";

/// What Drive knows of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Its id.
    pub id: String,
    /// Its name; not unique.
    pub name: String,
    /// Its type.
    pub mime: String,
    /// The folders that it is in.
    pub parents: Vec<String>,
    /// What the app wrote beside it.
    pub properties: BTreeMap<String, String>,
    /// Its length; none for a folder.
    pub size: Option<u64>,
    /// The checksum of its bytes.
    pub md5: Option<String>,
    /// Whether it was put into the trash itself.
    pub trashed: bool,
}

/// What a create says of the file to be.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct Metadata {
    pub(crate) id: Option<String>,
    pub(crate) name: Option<String>,
    pub(crate) mime_type: Option<String>,
    pub(crate) parents: Option<Vec<String>>,
    pub(crate) app_properties: Option<BTreeMap<String, String>>,
    pub(crate) trashed: Option<bool>,
}

/// An upload that takes several requests. Its bytes lie in a file of its name.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Session {
    pub(crate) metadata: Metadata,
    pub(crate) total: Option<u64>,
    pub(crate) received: u64,
    /// The file, once it is complete.
    pub(crate) done: Option<String>,
    pub(crate) fields: String,
}

/// What is asked of a code when it comes back.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Code {
    pub(crate) challenge: String,
    pub(crate) redirect: String,
}

/// Everything.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct State {
    #[serde(skip)]
    directory: PathBuf,
    counter: u64,
    pub(crate) files: Vec<Row>,
    pub(crate) ids: BTreeSet<String>,
    pub(crate) sessions: BTreeMap<String, Session>,
    pub(crate) refresh_tokens: BTreeSet<String>,
    pub(crate) access_tokens: BTreeSet<String>,
    pub(crate) codes: BTreeMap<String, Code>,
    pub(crate) devices: BTreeSet<String>,
    pub(crate) quota: Option<u64>,
    /// Bytes that were sent again into a session and were not the same.
    pub(crate) overlap_mismatches: u64,
}

impl State {
    pub(crate) fn open(directory: &Path) -> io::Result<Self> {
        fs::create_dir_all(directory.join("content"))?;
        let mut state = match fs::read(directory.join("state.json")) {
            Ok(bytes) => serde_json::from_slice(&bytes)?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => Self::default(),
            Err(error) => return Err(error),
        };
        state.directory = directory.to_path_buf();
        Ok(state)
    }

    pub(crate) fn save(&self) -> io::Result<()> {
        let mut file = tempfile::NamedTempFile::new_in(&self.directory)?;
        file.write_all(&serde_json::to_vec(self)?)?;
        file.persist(self.directory.join("state.json"))?;
        Ok(())
    }

    /// A name that was not given before.
    pub(crate) fn fresh(&mut self, prefix: &str) -> String {
        self.counter += 1;
        let mut random = [0; 8];
        let _ = getrandom::fill(&mut random);
        format!("{prefix}{:06}{}", self.counter, HEXLOWER.encode(&random))
    }

    /// Where the bytes of a file or a session are.
    pub(crate) fn content(&self, id: &str) -> PathBuf {
        self.directory.join("content").join(id)
    }

    pub(crate) fn file(&self, id: &str) -> Option<&Row> {
        self.files.iter().find(|row| row.id == id)
    }

    pub(crate) fn file_mut(&mut self, id: &str) -> Option<&mut Row> {
        self.files.iter_mut().find(|row| row.id == id)
    }

    /// Whether it, or a folder above it, is in the trash.
    pub(crate) fn is_trashed(&self, row: &Row) -> bool {
        row.trashed
            || row
                .parents
                .iter()
                .filter_map(|id| self.file(id))
                .any(|parent| self.is_trashed(parent))
    }

    pub(crate) fn used(&self) -> u64 {
        self.files.iter().filter_map(|row| row.size).sum()
    }

    pub(crate) fn is_full(&self, more: u64) -> bool {
        self.quota.is_some_and(|quota| self.used() + more > quota)
    }

    /// Makes a row for what was sent, and takes the bytes from `bytes` (none for a folder).
    pub(crate) fn create(&mut self, metadata: &Metadata, bytes: Option<&Path>) -> io::Result<Row> {
        let id = match &metadata.id {
            Some(id) => id.clone(),
            None => self.fresh("own"),
        };
        let (size, md5) = match bytes {
            None => (None, None),
            Some(path) => {
                let place = self.content(&id);
                if path != place {
                    fs::rename(path, &place)?;
                }
                let (size, md5) = digest(&place)?;
                (Some(size), Some(md5))
            }
        };
        let kind = if bytes.is_some() {
            "application/octet-stream"
        } else {
            FOLDER
        };
        let row = Row {
            id,
            name: metadata.name.clone().unwrap_or_else(|| "Untitled".into()),
            mime: metadata.mime_type.clone().unwrap_or_else(|| kind.into()),
            parents: metadata
                .parents
                .clone()
                .unwrap_or_else(|| vec![ROOT.into()]),
            properties: metadata.app_properties.clone().unwrap_or_default(),
            size,
            md5,
            trashed: metadata.trashed.unwrap_or(false),
        };
        self.files.push(row.clone());
        Ok(row)
    }

    /// Copies a file under another id.
    pub(crate) fn copy(&mut self, id: &str) -> io::Result<Option<Row>> {
        let Some(mut row) = self.file(id).cloned() else {
            return Ok(None);
        };
        row.id = self.fresh("own");
        if row.size.is_some() {
            fs::copy(self.content(id), self.content(&row.id))?;
        }
        self.files.push(row.clone());
        Ok(Some(row))
    }

    /// Removes a file, or a folder with all that is in it; says whether it was there.
    pub(crate) fn delete(&mut self, id: &str) -> bool {
        let Some(place) = self.files.iter().position(|row| row.id == id) else {
            return false;
        };
        self.files.remove(place);
        let _ = fs::remove_file(self.content(id));
        let inside: Vec<String> = self
            .files
            .iter()
            .filter(|row| row.parents.iter().any(|parent| parent == id))
            .map(|row| row.id.clone())
            .collect();
        for id in inside {
            self.delete(&id);
        }
        true
    }
}

/// The length and the checksum of a file.
pub(crate) fn digest(path: &Path) -> io::Result<(u64, String)> {
    let mut file = fs::File::open(path)?;
    let mut md5 = Md5::new();
    let mut buffer = vec![0; 256 * 1024];
    let mut size = 0;
    loop {
        let found = file.read(&mut buffer)?;
        if found == 0 {
            return Ok((size, HEXLOWER.encode(&md5.finalize())));
        }
        md5.update(&buffer[..found]);
        size += found as u64;
    }
}
