//! From what is written about a remote to the remote: the one room that knows every kind.

use std::path::PathBuf;

use backup::{Definition, DriveDefinition, Folder, Home, HomeError, Remote, RemoteName};
use drive::{Client, Drive, DriveError, Settings};

/// Why a remote could not be opened.
#[derive(Debug, thiserror::Error)]
pub(crate) enum OpenRemoteError {
    /// It is not known here, or what is written about it is damaged.
    #[error(transparent)]
    Home(#[from] HomeError),
    /// Google Drive can't be set up.
    #[error(transparent)]
    Drive(#[from] DriveError),
}

/// Opens a remote of a ledger; nothing is asked of it yet.
pub(crate) fn open(home: &Home, name: &RemoteName) -> Result<Box<dyn Remote>, OpenRemoteError> {
    match home.definition(name)? {
        Definition::Folder { path } => Ok(Box::new(Folder::new(path))),
        Definition::Gdrive(definition) => {
            let drive = open_drive(&definition, home.remote_dir(name))?;
            Ok(Box::new(drive))
        }
    }
}

/// Opens a folder at Google Drive with the client and the permission in the remote's directory.
pub(crate) fn open_drive(
    definition: &DriveDefinition,
    directory: PathBuf,
) -> Result<Drive, DriveError> {
    let client = Client::kept(&directory)?;
    Drive::open(&settings(definition), client, directory)
}

/// What a definition says, in the words of `drive`.
pub(crate) fn settings(definition: &DriveDefinition) -> Settings {
    Settings {
        folder: definition.folder.clone(),
        api_url: definition.api_url.clone(),
        auth_url: definition.auth_url.clone(),
        token_url: definition.token_url.clone(),
        device_url: definition.device_url.clone(),
    }
}

/// Where it lies, in a few words for people and scripts.
pub(crate) fn place(definition: &Definition) -> String {
    match definition {
        Definition::Folder { path } => path.display().to_string(),
        Definition::Gdrive(drive) => drive.folder.clone(),
    }
}
