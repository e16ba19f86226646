//! From what is written about a remote to the remote itself, ready to be stopped.

use backup::{Definition, Folder, Home, HomeError, Progress, Remote, RemoteName};
use drive::{Client, Drive, DriveError};

/// Why a remote can't be set up; that it can't be reached is found out later.
#[derive(Debug, thiserror::Error)]
pub(crate) enum OpenError {
    /// What is written about it can't be read.
    #[error(transparent)]
    Home(#[from] HomeError),
    /// Its client, token or addresses can't be used.
    #[error(transparent)]
    Drive(#[from] DriveError),
}

/// Opens a remote, without asking it anything. `watch` stops what has no progress of its own.
pub(crate) fn open(
    home: &Home,
    name: &RemoteName,
    watch: impl Progress + Send + 'static,
) -> Result<Box<dyn Remote>, OpenError> {
    match home.definition(name)? {
        Definition::Folder { path } => Ok(Box::new(Folder::new(path))),
        Definition::Gdrive(definition) => {
            let directory = home.remote_dir(name);
            let client = Client::kept(&directory)?;
            let drive = Drive::open(&definition, client, directory)?;
            Ok(Box::new(drive.watched_by(Box::new(watch))))
        }
    }
}
