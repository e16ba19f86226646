//! The app's one folder. Its id is written down before it is made, so that a lost answer makes no
//! second one, and it is remembered by id, so that a person may rename it.
//!
//! A folder that was deleted or lies in the trash is [`RemoteError::Gone`]; it is made anew only
//! when somebody asks for that.

use backup::{Progress, RemoteError};
use serde::{Deserialize, Serialize};

use crate::api::{FOLDER, MARK};
use crate::fault::{Fault, ours};
use crate::keep;
use crate::place::Place;

const FILE: &str = "folder.json";

#[derive(Serialize, Deserialize)]
struct Remembered {
    id: String,
    name: String,
    /// It is known to have been there.
    made: bool,
}

impl Place {
    /// The folder's id. Nothing is made for it.
    pub(crate) async fn folder(&self, progress: &dyn Progress) -> Result<String, RemoteError> {
        if let Some(id) = self.folder_id.borrow().clone() {
            return Ok(id);
        }
        let id = match self.remembered()? {
            Some(folder) if folder.made => folder.id,
            _ => match self.find_folder(progress).await? {
                Some(id) => id,
                None => return Err(RemoteError::Gone),
            },
        };
        self.remember(&id, true)?;
        Ok(id)
    }

    /// Makes the folder the first time; says whether it is there and has space.
    pub(crate) async fn prepare(&self, progress: &dyn Progress) -> Result<(), RemoteError> {
        match self.remembered()? {
            Some(folder) if folder.made => self.check_folder(progress).await?,
            _ => self.find_or_make(progress).await?,
        }
        self.sessions.sweep().map_err(ours)?;
        let work = async || self.api.is_full(progress).await;
        match self.again(progress, work).await {
            Ok(true) => Err(RemoteError::Full),
            Ok(false) => Ok(()),
            Err(fault) => Err(fault.into_error()),
        }
    }

    /// Makes the folder although there was one before, when that is gone.
    pub(crate) async fn create(&self, progress: &dyn Progress) -> Result<(), RemoteError> {
        match self.prepare(progress).await {
            Err(RemoteError::Gone) => {}
            other => return other,
        }
        *self.folder_id.borrow_mut() = None;
        keep::remove(&self.directory.join(FILE)).map_err(ours)?;
        self.forget_objects()?;
        self.prepare(progress).await
    }

    /// Says that the folder is gone, when it is.
    pub(crate) async fn check_folder(&self, progress: &dyn Progress) -> Result<(), RemoteError> {
        let id = self.folder(progress).await?;
        let work = async || self.api.get(progress, &id).await;
        match self.again(progress, work).await {
            Ok(Some(folder)) if !folder.trashed => Ok(()),
            Ok(_) => Err(RemoteError::Gone),
            Err(fault) => Err(fault.into_error()),
        }
    }

    async fn find_or_make(&self, progress: &dyn Progress) -> Result<(), RemoteError> {
        let begun = self.remembered()?.map(|folder| folder.id);
        let found = match begun {
            Some(_) => None,
            None => self.find_folder(progress).await?,
        };
        let id = match (found, begun) {
            (Some(id), _) => return self.remember(&id, true),
            (None, Some(id)) => id,
            (None, None) => self.fresh_id(progress).await?,
        };
        self.remember(&id, false)?;
        self.make(progress, &id).await?;
        self.ids.begin();
        self.remember(&id, true)
    }

    /// Makes the folder of an id, or finds that it was made.
    async fn make(&self, progress: &dyn Progress, id: &str) -> Result<(), RemoteError> {
        let mut tries = self.tries(progress);
        loop {
            let work = async || self.api.get(progress, id).await;
            let there = self.again(progress, work).await;
            match there.map_err(Fault::into_error)? {
                Some(folder) if folder.trashed => return Err(RemoteError::Gone),
                Some(_) => return Ok(()),
                None => {}
            }
            let made = self.api.create_folder(progress, id, &self.folder_name);
            match made.await {
                Ok(folder) if folder.trashed => return Err(RemoteError::Gone),
                Ok(_) => return Ok(()),
                Err(Fault::InUse) => tries.after(Fault::unsure("HTTP 409")).await?,
                Err(fault) => tries.after(fault).await?,
            }
        }
    }

    /// The oldest folder of ours that has the name.
    async fn find_folder(&self, progress: &dyn Progress) -> Result<Option<String>, RemoteError> {
        let query = format!(
            "name = '{}' and mimeType = '{FOLDER}' and trashed = false and appProperties has {{ key='{MARK}' and value='folder' }}",
            self.folder_name.replace('\\', r"\\").replace('\'', r"\'"),
        );
        let mut id = None;
        let visit = |folder: crate::api::Meta| {
            if id.is_none() && folder.name == self.folder_name {
                id = Some(folder.id);
            }
        };
        self.visit(progress, &query, visit).await?;
        Ok(id)
    }

    /// The folder that is known by the name of now.
    fn remembered(&self) -> Result<Option<Remembered>, RemoteError> {
        let found = self.written()?;
        Ok(found.filter(|folder| folder.name == self.folder_name))
    }

    fn written(&self) -> Result<Option<Remembered>, RemoteError> {
        keep::read(&self.directory.join(FILE)).map_err(ours)
    }

    fn remember(&self, id: &str, made: bool) -> Result<(), RemoteError> {
        let known = self.written()?;
        if known.as_ref().is_some_and(|known| known.id != id) {
            self.forget_objects()?;
        }
        let same = |known: Remembered| {
            (known.id.as_str(), known.made) == (id, made) && known.name == self.folder_name
        };
        if !known.is_some_and(same) {
            let (id, name) = (id.to_owned(), self.folder_name.clone());
            let folder = Remembered { id, name, made };
            keep::write(&self.directory.join(FILE), &folder).map_err(ours)?;
        }
        if made {
            *self.folder_id.borrow_mut() = Some(id.to_owned());
        }
        Ok(())
    }
}
