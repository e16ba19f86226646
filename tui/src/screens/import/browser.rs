//! Choosing a file: the folder, what is typed to narrow it, the first lines of what is chosen.

use std::path::{Path, PathBuf};

use domain::NaiveDate;
use tui_input::Input;

use crate::widgets::cursor::Cursor;
use crate::widgets::fuzzy;

/// Something in a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FileEntry {
    /// Its name.
    pub(crate) name: String,
    /// What it is.
    pub(crate) kind: FileKind,
    /// Bytes of a file.
    pub(crate) size: u64,
    /// When it was changed.
    pub(crate) modified: Option<NaiveDate>,
}

/// What something in a folder is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum FileKind {
    /// A folder.
    Folder,
    /// A file that may be from a bank, by its name.
    Plausible,
    /// Another file.
    Other,
}

/// A folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Folder {
    /// Where it is.
    pub(crate) path: PathBuf,
    /// What is in it: folders, then files that may be from a bank, then others.
    pub(crate) entries: Vec<FileEntry>,
    /// How many things more there are.
    pub(crate) more: usize,
    /// The file in it that was asked for.
    pub(crate) chosen: Option<String>,
}

/// What the browser knows.
#[derive(Debug, Default)]
pub(super) struct Browser {
    pub(super) folder: Option<Folder>,
    /// What is typed to narrow the list.
    pub(super) input: Input,
    /// Keys are letters of it.
    pub(super) typing: bool,
    /// The places of the entries that match.
    pub(super) found: Vec<usize>,
    pub(super) cursor: Cursor,
    /// The first lines of the file under the cursor.
    pub(super) head: Option<(PathBuf, Vec<String>)>,
}

impl Browser {
    /// Takes a folder in; what was under the cursor stays there when it is the same folder.
    pub(super) fn enter(&mut self, folder: Folder) {
        let before = self.folder.take();
        let kept = match &before {
            _ if folder.chosen.is_some() => folder.chosen.clone(),
            Some(before) if before.path == folder.path => self.name_in(before),
            // Coming from below, one sees where one was.
            Some(before) => {
                let below = before.path.parent() == Some(&folder.path);
                let name = before.path.file_name();
                let name = name.map(|name| name.to_string_lossy().into_owned());
                self.input = Input::default();
                name.filter(|_| below)
            }
            None => None,
        };
        self.folder = Some(folder);
        self.search();
        let place = |at: &usize| {
            self.entry(*at)
                .is_some_and(|e| Some(&e.name) == kept.as_ref())
        };
        self.cursor.at = self.found.iter().position(place).unwrap_or(0);
    }

    fn name_in(&self, folder: &Folder) -> Option<String> {
        let at = self.found.get(self.cursor.at)?;
        Some(folder.entries.get(*at)?.name.clone())
    }

    fn entry(&self, at: usize) -> Option<&FileEntry> {
        self.folder.as_ref()?.entries.get(at)
    }

    /// The entry on a row of the list.
    pub(super) fn row(&self, row: usize) -> Option<&FileEntry> {
        self.entry(*self.found.get(row)?)
    }

    /// The entry under the cursor.
    pub(super) fn current(&self) -> Option<&FileEntry> {
        self.row(self.cursor.at)
    }

    /// Where the entry under the cursor is.
    pub(super) fn current_path(&self) -> Option<PathBuf> {
        let folder = self.folder.as_ref()?;
        Some(folder.path.join(&self.current()?.name))
    }

    /// The folder above.
    pub(super) fn parent(&self) -> Option<&Path> {
        self.folder.as_ref()?.path.parent()
    }

    /// A path that was typed rather than a few letters of a name.
    pub(super) fn typed_path(&self) -> Option<PathBuf> {
        let typed = self.input.value().trim();
        let path = typed.starts_with('/') || typed.starts_with("~/") || typed.starts_with("../");
        path.then(|| match &self.folder {
            Some(folder) if typed.starts_with("../") => folder.path.join(typed),
            _ => PathBuf::from(typed),
        })
    }

    /// Looks for what matches what is typed.
    pub(super) fn search(&mut self) {
        let entries = self.folder.as_ref().map(|folder| folder.entries.iter());
        let names = entries.into_iter().flatten().map(|entry| &*entry.name);
        let typed = if self.typed_path().is_some() {
            ""
        } else {
            self.input.value()
        };
        self.found = fuzzy::find(typed, names, usize::MAX);
        self.cursor = Cursor::default();
    }

    /// Forgets what is typed.
    pub(super) fn widen(&mut self) {
        self.typing = false;
        self.input = Input::default();
        self.search();
    }
}

/// A number of bytes in a few letters: `812 B`, `14 KiB`, `3 MiB`.
pub(super) fn size_words(bytes: u64) -> String {
    match bytes {
        few if few < 1 << 10 => format!("{few} B"),
        some if some < 1 << 20 => format!("{} KiB", some.div_ceil(1 << 10)),
        many => format!("{} MiB", many.div_ceil(1 << 20)),
    }
}
