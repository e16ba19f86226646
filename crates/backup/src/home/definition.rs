//! What a remote is: its name, and where it lies.

use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// What a person calls a remote: small letters, digits and dashes, at most 32.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RemoteName(String);

/// A text that is no name of a remote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a remote's name has 1 to 32 letters, digits, dashes or underscores")]
pub struct RemoteNameError;

impl RemoteName {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for RemoteName {
    type Err = RemoteNameError;

    fn from_str(text: &str) -> Result<Self, RemoteNameError> {
        let fits = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        let first = text
            .chars()
            .next()
            .is_some_and(|c| c.is_ascii_alphanumeric());
        if first && text.len() <= 32 && text.chars().all(fits) {
            Ok(Self(text.to_owned()))
        } else {
            Err(RemoteNameError)
        }
    }
}

impl fmt::Display for RemoteName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// Where a remote lies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Definition {
    /// A folder that this machine reaches.
    Folder {
        /// Its absolute path.
        path: PathBuf,
    },
    /// The user's own Google Drive. The client and the token are files of `drive` in the remote's
    /// directory.
    Gdrive(DriveDefinition),
}

/// A folder in Google Drive, and where Google is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DriveDefinition {
    /// The folder's name.
    pub folder: String,
    /// Instead of Google's addresses: the API.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub api_url: Option<String>,
    /// The page where a person agrees.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub auth_url: Option<String>,
    /// Where tokens are given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token_url: Option<String>,
    /// Where a device without a browser asks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub device_url: Option<String>,
}

impl DriveDefinition {
    /// A folder at Google itself.
    pub fn at_google(folder: impl Into<String>) -> Self {
        Self {
            folder: folder.into(),
            api_url: None,
            auth_url: None,
            token_url: None,
            device_url: None,
        }
    }
}

impl Definition {
    /// The word for its kind, as on the command line.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Folder { .. } => "folder",
            Self::Gdrive(_) => "gdrive",
        }
    }
}
