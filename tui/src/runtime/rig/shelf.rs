//! Backups that were made before a test begins, while nobody has the ledger open.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use backup::progress::Unwatched;
use backup::{Definition, Folder, Home, Keys, ObjectName, RemoteName, Site};
use chrono::{DateTime, TimeDelta, Utc};
use ops::session::{LedgerDir, LedgerKey, Locked, Passphrase};
use tempfile::TempDir;

use super::{PASSPHRASE, clock};

/// A ledger with its remotes.
pub(crate) struct Shelf {
    ledger: PathBuf,
    home: Home,
    keys: Keys,
    key: LedgerKey,
}

/// A folder as a remote; it has the same length on each machine, and goes with the test.
pub(crate) struct Stick(TempDir);

impl Stick {
    /// An empty one.
    pub(crate) fn new() -> Self {
        let folder = tempfile::Builder::new().prefix("luka-").tempdir_in("/tmp");
        Self(folder.expect("a temporary folder"))
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    /// What is seen, with a path in place of its own.
    pub(crate) fn named(&self, screen: &str, path: &str) -> String {
        let own = self.path().display().to_string();
        assert_eq!(own.len(), path.len(), "columns must not move");
        screen.replace(&own, path)
    }

    fn object(&self, name: &ObjectName) -> PathBuf {
        let mut folders = vec![self.path().to_path_buf()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).expect("a folder").flatten() {
                if entry.path().is_dir() {
                    folders.push(entry.path());
                } else if entry.file_name() == name.as_str() {
                    return entry.path();
                }
            }
        }
        panic!("no object {name:?}")
    }

    /// Somebody deletes a version.
    pub(crate) fn lose(&self, name: &ObjectName) {
        fs::remove_file(self.object(name)).expect("removed");
    }

    /// A version is cut short.
    pub(crate) fn cut(&self, name: &ObjectName) {
        let path = self.object(name);
        let bytes = fs::read(&path).expect("read");
        fs::write(path, &bytes[..bytes.len() - 100]).expect("written");
    }

    /// A byte of a version is another one.
    pub(crate) fn alter(&self, name: &ObjectName) {
        let path = self.object(name);
        let mut bytes = fs::read(&path).expect("read");
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        fs::write(path, bytes).expect("written");
    }
}

/// So many days before the moment of the tests.
pub(crate) fn ago(days: i64) -> DateTime<Utc> {
    let now = DateTime::from_timestamp_millis(clock().now_ms).expect("a moment");
    now - TimeDelta::days(days)
}

impl Shelf {
    pub(super) fn of(ledger: &Path) -> Self {
        let locked = Locked::find(LedgerDir::new(ledger)).expect("a ledger");
        let passphrase = Passphrase::new(PASSPHRASE.to_owned());
        let key = locked.key_from_passphrase(&passphrase).expect("its key");
        let home = Home::of(ledger);
        let keys = home.establish(locked.keys().ledger_id(), &key);
        Self {
            ledger: ledger.to_path_buf(),
            home,
            keys: keys.expect("a backup key"),
            key,
        }
    }

    /// Adds a remote.
    pub(crate) fn add(&self, name: &str, stick: &Stick) {
        let path = stick.path().to_path_buf();
        let definition = Definition::Folder { path };
        self.home.add(&named(name), &definition).expect("added");
    }

    fn site(&self, name: &str, stick: &Stick) -> Site {
        let remote = Box::new(Folder::new(stick.path().to_path_buf()));
        let keys = self.home.keys().expect("kept").unwrap_or_else(|| {
            panic!("no backup key for {:?}", self.keys.ledger_id());
        });
        Site::open(&self.home, &named(name), remote, keys, Duration::ZERO).expect("a site")
    }

    /// A version so many days ago, of a ledger that has changed since the last one.
    pub(crate) fn version(&self, name: &str, stick: &Stick, days: i64) -> ObjectName {
        let directory = LedgerDir::new(&self.ledger);
        let locked = Locked::find(directory).expect("a ledger");
        let device = "0123456789abcdef0123456789abcdef".parse().expect("an id");
        let ledger = locked.open(&self.key, device).expect("an open ledger");
        let mut book = ops::Book::new(ledger, clock());
        let goal = ops::goal::AddGoal {
            name: format!("Goal {days}"),
            description: String::new(),
            target: "1000".to_owned(),
            currency: None,
            target_date: None,
            priority: None,
        };
        book.add_goal(&goal).expect("a change");
        drop(book);
        let mut site = self.site(name, stick);
        let made = site.backup(ago(days), &Unwatched).expect("a version");
        assert!(made.is_new, "the ledger has changed");
        made.name
    }

    /// A version was rebuilt so many days ago.
    pub(crate) fn verified(&self, name: &str, stick: &Stick, version: &ObjectName, days: i64) {
        let mut site = self.site(name, stick);
        let verified = site.verify(version, ago(days), &Unwatched);
        verified.expect("a whole version");
    }

    /// A version was opened so many days ago.
    pub(crate) fn proven(&self, name: &str, stick: &Stick, version: &ObjectName, days: i64) {
        self.verified(name, stick, version, days);
        let mut site = self.site(name, stick);
        site.proven(version, ago(days)).expect("remembered");
    }

    /// The passphrase is another one from now on.
    pub(crate) fn change_passphrase(&self) {
        let directory = LedgerDir::new(&self.ledger);
        let mut locked = Locked::find(directory).expect("a ledger");
        let new = Passphrase::new(PASSPHRASE.to_owned());
        locked
            .change_passphrase(&self.key, &new)
            .expect("another lock");
    }
}

fn named(name: &str) -> RemoteName {
    name.parse().expect("a name")
}
