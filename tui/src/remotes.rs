//! From what is written about a remote to the remote: the one room that knows every kind.

use backup::{Definition, Folder, Home, HomeError, Remote, RemoteError, RemoteName};

/// Why a remote could not be opened.
#[derive(Debug, thiserror::Error)]
pub(crate) enum OpenRemoteError {
    /// It is not known here, or what is written about it is damaged.
    #[error(transparent)]
    Home(#[from] HomeError),
    /// It refused.
    #[error(transparent)]
    Remote(#[from] RemoteError),
}

/// Opens a remote of a ledger; nothing is asked of it yet.
pub(crate) fn open(home: &Home, name: &RemoteName) -> Result<Box<dyn Remote>, OpenRemoteError> {
    of(&home.definition(name)?)
}

/// Opens what a definition says.
pub(crate) fn of(definition: &Definition) -> Result<Box<dyn Remote>, OpenRemoteError> {
    match definition {
        Definition::Folder { path } => Ok(Box::new(Folder::new(path.clone()))),
        Definition::Gdrive(_) => Err(RemoteError::Refused {
            what: "Google Drive".to_owned(),
        }
        .into()),
    }
}

/// Where it lies, in a few words for people and scripts.
pub(crate) fn place(definition: &Definition) -> String {
    match definition {
        Definition::Folder { path } => path.display().to_string(),
        Definition::Gdrive(drive) => drive.folder.clone(),
    }
}
