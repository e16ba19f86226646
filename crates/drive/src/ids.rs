//! Which id an object has at Drive: chosen, and written down, before its first byte goes out.
//!
//! So a repeat, in a later process too, makes the same file or none. Ids are fetched a hundred at a
//! time. The file is read and written under a lock, since a daemon and a command may put at once.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::fs::{File, OpenOptions};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

use backup::ObjectName;
use serde::{Deserialize, Serialize};

use crate::error::DriveError;
use crate::keep;

const FILE: &str = "ids.json";
const LOCK: &str = "ids.lock";

#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Book {
    free: Vec<String>,
    chosen: BTreeMap<ObjectName, String>,
}

/// The ids of one remote.
#[derive(Debug)]
pub(crate) struct Ids {
    directory: PathBuf,
    is_new: Cell<bool>,
}

/// The id of an object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Chosen {
    pub(crate) id: String,
    /// It was chosen before: the object may be there.
    pub(crate) before: bool,
}

impl Ids {
    pub(crate) fn open(directory: &Path) -> Result<Self, DriveError> {
        Ok(Self {
            directory: directory.to_path_buf(),
            is_new: Cell::new(keep::read::<Book>(&directory.join(FILE))?.is_none()),
        })
    }

    /// Whether nothing was remembered when it was opened: what was put before is not known then.
    pub(crate) fn is_new(&self) -> bool {
        self.is_new.get()
    }

    /// Nothing was put before: the folder was made just now.
    pub(crate) fn begin(&self) {
        self.is_new.set(false);
    }

    /// The id that was chosen for an object.
    pub(crate) fn of(&self, name: &ObjectName) -> Result<Option<String>, DriveError> {
        Ok(self.read()?.chosen.get(name).cloned())
    }

    /// Every id that was chosen.
    pub(crate) fn all(&self) -> Result<BTreeMap<ObjectName, String>, DriveError> {
        Ok(self.read()?.chosen)
    }

    /// The id for an object, chosen now when it has none; `None` when none is free.
    pub(crate) fn choose(&self, name: &ObjectName) -> Result<Option<Chosen>, DriveError> {
        self.change(|book| {
            if let Some(id) = book.chosen.get(name) {
                let (id, before) = (id.clone(), true);
                return Some(Chosen { id, before });
            }
            let id = book.free.pop()?;
            book.chosen.insert(name.clone(), id.clone());
            Some(Chosen { id, before: false })
        })
    }

    /// An id for something that is no object.
    pub(crate) fn take(&self) -> Result<Option<String>, DriveError> {
        self.change(|book| book.free.pop())
    }

    /// Writes down which id an object was found to have.
    pub(crate) fn set(&self, name: &ObjectName, id: &str) -> Result<(), DriveError> {
        self.change(|book| {
            book.chosen.insert(name.clone(), id.to_owned());
        })
    }

    /// Forgets the id of an object, when it is this one.
    pub(crate) fn forget(&self, name: &ObjectName, id: &str) -> Result<(), DriveError> {
        self.change(|book| {
            if book.chosen.get(name).is_some_and(|found| found == id) {
                book.chosen.remove(name);
            }
        })
    }

    /// Adds fresh ids.
    pub(crate) fn add(&self, ids: Vec<String>) -> Result<(), DriveError> {
        self.change(|book| book.free.extend(ids))
    }

    /// Forgets everything: the folder is another one.
    pub(crate) fn clear(&self) -> Result<(), DriveError> {
        self.change(|book| book.chosen.clear())
    }

    fn read(&self) -> Result<Book, DriveError> {
        Ok(keep::read(&self.directory.join(FILE))?.unwrap_or_default())
    }

    fn change<T>(&self, change: impl FnOnce(&mut Book) -> T) -> Result<T, DriveError> {
        let _lock = self.lock()?;
        let mut book = self.read()?;
        let before = book.clone();
        let result = change(&mut book);
        if book != before {
            keep::write(&self.directory.join(FILE), &book)?;
        }
        Ok(result)
    }

    /// Held until the file is closed.
    fn lock(&self) -> Result<File, DriveError> {
        let path = self.directory.join(LOCK);
        let file = OpenOptions::new()
            .create(true)
            .write(true)
            .truncate(false)
            .mode(0o600)
            .open(&path);
        file.and_then(|file| file.lock().map(|()| file))
            .map_err(|source| DriveError::io(&path, source))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(digit: u8) -> ObjectName {
        ObjectName::key(&[digit; 16])
    }

    #[test]
    fn an_id_is_chosen_once_and_known_to_a_later_process() {
        let directory = tempfile::tempdir().unwrap();
        let ids = Ids::open(directory.path()).unwrap();
        assert!(ids.is_new());
        assert_eq!(ids.choose(&name(1)).unwrap(), None);
        ids.add(vec!["a".into(), "b".into()]).unwrap();
        let first = ids.choose(&name(1)).unwrap().unwrap();
        assert!(!first.before);
        let later = Ids::open(directory.path()).unwrap();
        assert!(!later.is_new());
        let again = later.choose(&name(1)).unwrap().unwrap();
        assert_eq!((again.id.as_str(), again.before), (first.id.as_str(), true));
        assert_ne!(later.choose(&name(2)).unwrap().unwrap().id, first.id);
    }

    #[test]
    fn two_processes_never_choose_one_id_for_two_objects() {
        let directory = tempfile::tempdir().unwrap();
        let one = Ids::open(directory.path()).unwrap();
        one.add((0..100).map(|n| format!("id{n}")).collect())
            .unwrap();
        std::thread::scope(|scope| {
            for start in [0, 50] {
                let path = directory.path();
                scope.spawn(move || {
                    let ids = Ids::open(path).unwrap();
                    for digit in start..start + 50 {
                        ids.choose(&name(digit)).unwrap().unwrap();
                    }
                });
            }
        });
        let all = one.all().unwrap();
        let distinct: std::collections::BTreeSet<_> = all.values().collect();
        assert_eq!((all.len(), distinct.len()), (100, 100));
    }

    #[test]
    fn a_file_that_is_damaged_is_begun_anew() {
        let directory = tempfile::tempdir().unwrap();
        std::fs::write(directory.path().join(FILE), b"{\"free\": [").unwrap();
        let ids = Ids::open(directory.path()).unwrap();
        assert!(ids.is_new());
        ids.add(vec!["a".into()]).unwrap();
        assert_eq!(ids.choose(&name(1)).unwrap().unwrap().id, "a");
    }
}
