//! A ledger, a folder for its backups, and what must hold of both in whatever state they are.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

use backup::progress::Unwatched;
use backup::{Definition, Folder, Home, Site};
use domain::query::Query;
use ops::doctor::DoctorCheck;
use ops::session::{KeyFile, LedgerDir, LedgerKey, Locked, Passphrase};
use ops::transaction::AddTransaction;
use ops::{Book, Clock, InitLedger, StarterLanguage};
use tempfile::TempDir;

pub(crate) const DEVICE: &str = "0123456789abcdef0123456789abcdef";

pub(crate) fn passphrase() -> Passphrase {
    Passphrase::new("correct horse".into())
}

pub(crate) fn clock() -> Clock {
    Clock {
        today: "2025-04-16".parse().unwrap(),
        now_ms: 1_744_800_000_000,
    }
}

/// Makes a ledger.
pub(crate) fn init(ledger: &Path) {
    InitLedger {
        directory: LedgerDir::new(ledger),
        passphrase: passphrase(),
        device: DEVICE.parse().unwrap(),
        currency: domain::currency::iso_currency("CLP".parse().unwrap()).unwrap(),
        starter: Some(StarterLanguage::English),
    }
    .run(clock())
    .unwrap();
}

pub(crate) fn key_of(ledger: &Path) -> LedgerKey {
    let slots = KeyFile::load(&ledger.join("keys.json")).unwrap();
    slots.unlock_with_passphrase(&passphrase()).unwrap()
}

pub(crate) fn open(ledger: &Path, key: &LedgerKey) -> Book {
    let locked = Locked::find(LedgerDir::new(ledger)).unwrap();
    Book::new(locked.open(key, DEVICE.parse().unwrap()).unwrap(), clock())
}

/// Opens the folder of a place as a remote of its ledger.
pub(crate) fn site(root: &Path) -> Site {
    let home = Home::of(&root.join("ledger"));
    let keys = home.keys().unwrap().unwrap();
    let remote = Box::new(Folder::new(root.join("usb")));
    Site::open(&home, &"usb".parse().unwrap(), remote, keys, Duration::ZERO).unwrap()
}

/// How many transactions a ledger has, after every check of the doctor.
#[track_caller]
pub(crate) fn sound(ledger: &Path, key: &LedgerKey, what: &str) -> u64 {
    let book = open(ledger, key);
    for check in DoctorCheck::ALL {
        let finding = book.ledger().examine(check);
        assert!(
            finding.is_fine(),
            "{what}: {}: {:?}",
            check.as_str(),
            finding.first
        );
    }
    book.count(&Query::default()).unwrap()
}

/// A ledger with a folder for its backups.
pub(crate) struct Place {
    root: TempDir,
    pub(crate) key: LedgerKey,
}

impl Place {
    pub(crate) fn new() -> Self {
        let root = tempfile::tempdir().unwrap();
        let path = root.path().join("disk");
        let (ledger, usb) = (path.join("ledger"), path.join("usb"));
        std::fs::create_dir_all(&usb).unwrap();
        init(&ledger);
        let key = key_of(&ledger);
        let home = Home::of(&ledger);
        let slots = KeyFile::load(&ledger.join("keys.json")).unwrap();
        home.establish(slots.ledger_id(), &key).unwrap();
        let folder = Definition::Folder { path: usb };
        home.add(&"usb".parse().unwrap(), &folder).unwrap();
        Self { root, key }
    }

    /// All that the disk holds.
    pub(crate) fn disk(&self) -> PathBuf {
        self.root.path().join("disk")
    }

    /// What lies beside the disk.
    pub(crate) fn beside(&self, name: &str) -> PathBuf {
        self.root.path().join(name)
    }
}

/// Adds a transaction on a disk that is well.
pub(crate) fn add(ledger: &Path, key: &LedgerKey) {
    let entry = AddTransaction {
        amount: "100".to_owned(),
        category: "Food".to_owned(),
        ..AddTransaction::default()
    };
    open(ledger, key).add(&entry).unwrap();
}

/// Another machine's look at the folder: these versions are there, each with as many transactions at
/// least as were acknowledged before it; all that are there are whole.
#[track_caller]
pub(crate) fn restore(disk: &Path, key: &LedgerKey, made: &[(String, u64)], what: &str) {
    let elsewhere = tempfile::tempdir().unwrap();
    let home = Home::of(&elsewhere.path().join("ledger"));
    let keys = Home::of(&disk.join("ledger")).keys().unwrap().unwrap();
    let path = disk.join("usb");
    home.add(&"usb".parse().unwrap(), &Definition::Folder { path })
        .unwrap();
    home.adopt(&keys).unwrap();
    let remote = Box::new(Folder::new(disk.join("usb")));
    let mut site =
        Site::open(&home, &"usb".parse().unwrap(), remote, keys, Duration::ZERO).unwrap();
    let catalog = site.catalog(&Unwatched).unwrap();
    assert!(catalog.damaged.is_empty(), "{what}: {:?}", catalog.damaged);
    let there = catalog.versions.into_iter();
    let mut versions: BTreeMap<_, u64> = there.map(|version| (version.name, 0)).collect();
    for (name, acknowledged) in made {
        let version = versions.get_mut(&name.parse().unwrap());
        *version.unwrap_or_else(|| panic!("{what}: {name} is gone")) = *acknowledged;
    }
    for (name, acknowledged) in versions {
        let rebuilt = site.rebuild(&name, elsewhere.path(), &Unwatched);
        let rebuilt = rebuilt.unwrap_or_else(|error| panic!("{what}: {name}: {error}"));
        let found = sound(rebuilt.path(), key, what);
        assert!(
            found >= acknowledged,
            "{what}: {name}: {found} of {acknowledged}"
        );
    }
}
