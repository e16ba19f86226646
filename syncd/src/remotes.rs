//! From what is written about a remote to the remote itself.

use std::path::PathBuf;

use backup::{Definition, Folder, Home, HomeError, Remote, RemoteError, RemoteName};

/// Why a remote can't be used.
#[derive(Debug, thiserror::Error)]
pub(crate) enum OpenError {
    /// What is written about it can't be read.
    #[error(transparent)]
    Home(#[from] HomeError),
    /// It can't be set up.
    #[error(transparent)]
    Remote(#[from] RemoteError),
}

/// Opens a remote, without asking it anything.
pub(crate) fn open(home: &Home, name: &RemoteName) -> Result<Box<dyn Remote>, OpenError> {
    match home.definition(name)? {
        Definition::Folder { path } => Ok(folder(path)),
        Definition::Gdrive(_) => Err(RemoteError::Refused {
            what: "Google Drive is not known here".to_owned(),
        }
        .into()),
    }
}

fn folder(path: PathBuf) -> Box<dyn Remote> {
    Box::new(Folder::new(path))
}
