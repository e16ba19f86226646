//! From what is written about a remote to the remote: the one room that knows every kind, and what
//! a new one has to be.

use std::io;
use std::path::{Path, PathBuf};

use backup::{
    Definition, DriveDefinition, Folder, Home, HomeError, Remote, RemoteError, RemoteName,
};
use drive::{Client, Drive, DriveError};

/// Names that `luka backup` reads as something else.
const RESERVED: [&str; 6] = ["list", "status", "verify", "restore", "prune", "help"];

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
    of(&home.definition(name)?, home.remote_dir(name))
}

/// Opens what a definition says; `directory` is where the remote keeps what is its own.
pub(crate) fn of(
    definition: &Definition,
    directory: PathBuf,
) -> Result<Box<dyn Remote>, OpenRemoteError> {
    Ok(match definition {
        Definition::Folder { path } => Box::new(Folder::new(path.clone())),
        Definition::Gdrive(definition) => Box::new(open_drive(definition, directory)?),
    })
}

/// Opens a folder at Google Drive with the client and the permission in the remote's directory.
pub(crate) fn open_drive(
    definition: &DriveDefinition,
    directory: PathBuf,
) -> Result<Drive, DriveError> {
    let client = Client::kept(&directory)?;
    Drive::open(definition, client, directory)
}

/// Why a folder or a name is none for a remote.
#[derive(Debug, thiserror::Error)]
pub(crate) enum NewRemoteError {
    /// The name is a command.
    #[error("`{0}` is a command")]
    Reserved(RemoteName),
    /// The path leads to something else.
    #[error("{} is not a directory", .0.display())]
    NotADirectory(PathBuf),
    /// The folder around it is not there.
    #[error("there is no directory {}", .0.display())]
    NothingAround(PathBuf),
    /// The path means nothing on this machine.
    #[error("{}: {source}", path.display())]
    Io {
        /// The path.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// It can't be made.
    #[error(transparent)]
    Remote(#[from] RemoteError),
}

/// Whether a name can be told from a command.
pub(crate) fn refuse_reserved(name: &RemoteName) -> Result<(), NewRemoteError> {
    if RESERVED.contains(&name.as_str()) {
        return Err(NewRemoteError::Reserved(name.clone()));
    }
    Ok(())
}

/// A folder for versions, which is made when the one around it is there.
pub(crate) fn new_folder(path: &Path) -> Result<Definition, NewRemoteError> {
    let path = std::path::absolute(path).map_err(|source| NewRemoteError::Io {
        path: path.to_path_buf(),
        source,
    })?;
    if path.exists() && !path.is_dir() {
        return Err(NewRemoteError::NotADirectory(path));
    }
    if let Some(around) = path.parent().filter(|around| !around.is_dir()) {
        return Err(NewRemoteError::NothingAround(around.to_path_buf()));
    }
    Folder::new(path.clone()).create()?;
    Ok(Definition::Folder { path })
}

/// Where it lies, in a few words for people and scripts.
pub(crate) fn place(definition: &Definition) -> String {
    match definition {
        Definition::Folder { path } => path.display().to_string(),
        Definition::Gdrive(drive) => drive.folder.clone(),
    }
}
