//! Which directories are watched, and what a path in them means.

use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};

use backup::Home;

/// What a changed path is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// What is backed up.
    Ledger,
    /// How it is backed up.
    Settings,
}

/// The files of a ledger that are in its versions. Not `-shm`, which changes when it is read.
const LEDGER_FILES: [&str; 4] = ["ledger.db", "ledger.db-wal", "keys.json", "head"];

/// What a person or `luka` writes about a remote.
const REMOTE_FILES: [&str; 3] = ["remote.json", "client.json", "token.json"];

impl Place {
    /// What a path in a watched directory is about; the daemon's own files are about nothing.
    pub(super) fn of(home: &Home, path: &Path) -> Option<Self> {
        if path == home.ledger() {
            return Some(Self::Settings);
        }
        let name = path.file_name()?.to_str()?;
        let parent = path.parent()?;
        let (backup, remotes) = (home.path(), home.path().join("remotes"));
        if parent == home.ledger() {
            return match name {
                "backup" => Some(Self::Settings),
                name => LEDGER_FILES.contains(&name).then_some(Self::Ledger),
            };
        }
        let is_setting = (parent == backup && ["key.json", "remotes"].contains(&name))
            || parent == remotes
            || (parent.parent() == Some(&remotes) && REMOTE_FILES.contains(&name));
        is_setting.then_some(Self::Settings)
    }
}

/// Directories with their identities: a directory that was replaced is another one.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Watched(Vec<(PathBuf, u64, u64)>);

impl Watched {
    /// What there is to watch now. Without a ledger: the nearest directory in which it may appear.
    pub(super) fn wanted(home: &Home) -> Self {
        let remotes = home.path().join("remotes");
        let mut wanted = Vec::new();
        let mut add = |path: PathBuf| {
            let there = fs::metadata(&path).ok().filter(fs::Metadata::is_dir);
            let found = there.map(|it| (path, it.dev(), it.ino()));
            let is_there = found.is_some();
            wanted.extend(found);
            is_there
        };
        if add(home.ledger().to_path_buf()) {
            add(home.path());
            add(remotes.clone());
            // Names of other things than remotes are filtered when they change.
            let entries = fs::read_dir(&remotes).into_iter().flatten().flatten();
            let mut each: Vec<_> = entries.map(|entry| entry.path()).collect();
            each.sort();
            for path in each {
                add(path);
            }
        } else {
            let mut above = home.ledger().ancestors().skip(1);
            above.find(|path| add(path.to_path_buf()));
        }
        Self(wanted)
    }

    pub(super) fn paths(&self) -> impl Iterator<Item = &Path> {
        self.0.iter().map(|(path, ..)| path.as_path())
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("ledger.db", Some(Place::Ledger))]
    #[case("ledger.db-wal", Some(Place::Ledger))]
    #[case("keys.json", Some(Place::Ledger))]
    #[case("head", Some(Place::Ledger))]
    #[case("ledger.db-shm", None)]
    #[case(".luka-abc", None)]
    #[case("backup", Some(Place::Settings))]
    #[case("backup/key.json", Some(Place::Settings))]
    #[case("backup/remotes", Some(Place::Settings))]
    #[case("backup/remotes/usb", Some(Place::Settings))]
    #[case("backup/remotes/usb/remote.json", Some(Place::Settings))]
    #[case("backup/remotes/usb/token.json", Some(Place::Settings))]
    #[case("backup/remotes/usb/state.json", None)]
    #[case("backup/remotes/usb/pending.json", None)]
    #[case("backup/syncd.json", None)]
    #[case("backup/syncd.lock", None)]
    fn a_path_is_about_what_it_holds(#[case] path: &str, #[case] place: Option<Place>) {
        let home = Home::of(Path::new("/ledger"));
        assert_eq!(Place::of(&home, &home.ledger().join(path)), place);
    }

    #[test]
    fn the_directory_itself_is_a_setting() {
        let home = Home::of(Path::new("/data/ledger"));
        assert_eq!(
            Place::of(&home, Path::new("/data/ledger")),
            Some(Place::Settings)
        );
        assert_eq!(Place::of(&home, Path::new("/data/other")), None);
    }

    #[test]
    fn a_replaced_directory_is_another_one() {
        let root = tempfile::tempdir().unwrap();
        let ledger = root.path().join("a/ledger");
        let home = Home::of(&ledger);
        let nothing = Watched::wanted(&home);
        assert_eq!(nothing.paths().collect::<Vec<_>>(), [root.path()]);
        fs::create_dir_all(ledger.join("backup/remotes/usb")).unwrap();
        let before = Watched::wanted(&home);
        assert_eq!(before.paths().count(), 4);
        assert_eq!(before, Watched::wanted(&home));
        fs::rename(&ledger, root.path().join("old")).unwrap();
        fs::create_dir_all(ledger.join("backup/remotes/usb")).unwrap();
        assert_ne!(before, Watched::wanted(&home));
    }
}
