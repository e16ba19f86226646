//! Finding objects, and removing them: by the id that is remembered, else by name.
//!
//! Drive's names are not unique and its search does not look at case; what lies in the trash or
//! carries no mark of ours does not count. Of two objects of one name the remembered is given,
//! else the oldest.

use std::collections::BTreeMap;

use backup::{Listed, ObjectName, Progress, RemoteError};

use crate::api::{MARK, Meta};
use crate::fault::{Fault, ours};
use crate::place::{Found, Place};

impl Place {
    /// Every object once.
    pub(crate) async fn list(&self, progress: &dyn Progress) -> Result<Vec<Listed>, RemoteError> {
        let folder = self.folder(progress).await?;
        let remembered = self.ids.all().map_err(ours)?;
        let mut objects: BTreeMap<ObjectName, Found> = BTreeMap::new();
        let visit = |file: Meta| {
            let (Ok(name), Some(size)) = (file.name.parse::<ObjectName>(), file.size()) else {
                return;
            };
            let is_ours = remembered.get(&name) == Some(&file.id);
            if is_ours || !objects.contains_key(&name) {
                objects.insert(name, Found { id: file.id, size });
            }
        };
        self.visit(progress, &objects_of(&folder), visit).await?;
        if objects.is_empty() {
            // A folder in the trash looks like an empty one.
            self.check_folder(progress).await?;
        }
        let listed = objects.into_iter().map(|(name, found)| {
            let size = found.size;
            self.saw(&name, found);
            Listed { name, size }
        });
        Ok(listed.collect())
    }

    /// The length of an object, asked now.
    pub(crate) async fn size(
        &self,
        progress: &dyn Progress,
        name: &ObjectName,
    ) -> Result<Option<u64>, RemoteError> {
        let found = self.find(progress, name).await?;
        Ok(found.map(|found| found.size))
    }

    /// Finds an object as it is now; that there is none is said only of a folder that is there.
    pub(crate) async fn find(
        &self,
        progress: &dyn Progress,
        name: &ObjectName,
    ) -> Result<Option<Found>, RemoteError> {
        self.unsee(name);
        let folder = self.folder(progress).await?;
        let remembered = self.ids.of(name).map_err(ours)?;
        if let Some(id) = &remembered {
            let work = async || self.api.get(progress, id).await;
            let file = self
                .again(progress, work)
                .await
                .map_err(Fault::into_error)?;
            if let Some(found) = file.and_then(|file| object(file, name)) {
                self.saw(name, found.clone());
                return Ok(Some(found));
            }
        }
        let Some(found) = self
            .named(progress, &folder, name)
            .await?
            .into_iter()
            .next()
        else {
            self.check_folder(progress).await?;
            return Ok(None);
        };
        if remembered.is_none() {
            self.ids.set(name, &found.id).map_err(ours)?;
        }
        self.saw(name, found.clone());
        Ok(Some(found))
    }

    /// Every object of a name, the oldest first.
    pub(crate) async fn named(
        &self,
        progress: &dyn Progress,
        folder: &str,
        name: &ObjectName,
    ) -> Result<Vec<Found>, RemoteError> {
        let query = format!("{} and name = '{name}'", objects_of(folder));
        let mut all = Vec::new();
        let visit = |file| all.extend(object(file, name));
        self.visit(progress, &query, visit).await?;
        Ok(all)
    }

    /// Removes every object of a name.
    pub(crate) async fn remove(
        &self,
        progress: &dyn Progress,
        name: &ObjectName,
    ) -> Result<(), RemoteError> {
        let folder = self.folder(progress).await?;
        let found = self.named(progress, &folder, name).await?;
        let mut ids: Vec<String> = found.into_iter().map(|found| found.id).collect();
        let remembered = self.ids.of(name).map_err(ours)?;
        // What was put just now may be missing in the list.
        ids.extend(remembered.clone().filter(|id| !ids.contains(id)));
        for id in &ids {
            let work = async || self.api.delete(progress, id).await;
            let deleted = self.again(progress, work).await;
            deleted.map_err(Fault::into_error)?;
        }
        if ids.is_empty() {
            self.check_folder(progress).await?;
        }
        self.unsee(name);
        self.sessions.remove(name).map_err(ours)?;
        if let Some(id) = remembered {
            self.ids.forget(name, &id).map_err(ours)?;
        }
        Ok(())
    }

    /// Shows every file that a query finds, a page at a time. A search that says it is incomplete
    /// is done again: what it misses must not be taken for missing.
    pub(crate) async fn visit(
        &self,
        progress: &dyn Progress,
        query: &str,
        mut visit: impl FnMut(Meta),
    ) -> Result<(), RemoteError> {
        let mut tries = self.tries(progress);
        loop {
            let mut token: Option<String> = None;
            let mut incomplete = false;
            loop {
                let work = async || self.api.page(progress, query, token.as_deref()).await;
                let page = match self.again(progress, work).await {
                    Ok(page) => page,
                    // The folder that the query names.
                    Err(Fault::NotFound) => return Err(RemoteError::Gone),
                    Err(fault) => return Err(fault.into_error()),
                };
                incomplete |= page.incomplete;
                page.files.into_iter().for_each(&mut visit);
                token = page.next;
                if token.is_none() {
                    break;
                }
            }
            if !incomplete {
                return Ok(());
            }
            tries.after(Fault::unsure("the list is incomplete")).await?;
        }
    }
}

/// What asks for the objects of a folder.
fn objects_of(folder: &str) -> String {
    format!(
        "'{folder}' in parents and trashed = false and appProperties has {{ key='{MARK}' and value='object' }}"
    )
}

/// A file as the object of a name, when it is that.
fn object(file: Meta, name: &ObjectName) -> Option<Found> {
    let size = file.size()?;
    (!file.trashed && file.name == name.as_str()).then_some(Found { id: file.id, size })
}
