//! Backups of real ledgers while a writer is at work.
//!
//! The writer is a process of its own (this program again), as it is in life: SQLite's locks and
//! those of the backup must not meet in one process.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

mod writer;

use std::path::{Path, PathBuf};
use std::time::Duration;

use backup::progress::Unwatched;
use backup::{Definition, Folder, Home, ObjectName, Site};
use ops::doctor::DoctorCheck;
use ops::session::{KeyFile, LedgerDir, LedgerKey, Locked, Passphrase};
use ops::{Book, Clock, InitLedger, StarterLanguage};
use tempfile::TempDir;
use writer::Writer;

const PASSPHRASE: &str = "correct horse";
const DEVICE: &str = "0123456789abcdef0123456789abcdef";

fn clock() -> Clock {
    Clock {
        today: "2025-04-16".parse().unwrap(),
        now_ms: 1_744_800_000_000,
    }
}

fn key_of(ledger: &Path) -> LedgerKey {
    let slots = KeyFile::load(&ledger.join("keys.json")).unwrap();
    slots
        .unlock_with_passphrase(&Passphrase::new(PASSPHRASE.into()))
        .unwrap()
}

fn open(ledger: &Path, key: &LedgerKey) -> Book {
    let locked = Locked::find(LedgerDir::new(ledger)).unwrap();
    Book::new(locked.open(key, DEVICE.parse().unwrap()).unwrap(), clock())
}

/// A ledger with a folder for its backups.
struct Place {
    root: TempDir,
    key: LedgerKey,
}

impl Place {
    fn new() -> Self {
        let root = tempfile::tempdir().unwrap();
        let ledger = root.path().join("ledger");
        let usb = root.path().join("usb");
        std::fs::create_dir(&usb).unwrap();
        let currency = "CLP".parse().unwrap();
        InitLedger {
            directory: LedgerDir::new(&ledger),
            passphrase: Passphrase::new(PASSPHRASE.into()),
            device: DEVICE.parse().unwrap(),
            currency: domain::currency::iso_currency(currency).unwrap(),
            starter: Some(StarterLanguage::English),
        }
        .run(clock())
        .unwrap();
        let key = key_of(&ledger);
        let slots = KeyFile::load(&ledger.join("keys.json")).unwrap();
        let home = Home::of(&ledger);
        home.establish(slots.ledger_id(), &key).unwrap();
        let folder = Definition::Folder { path: usb };
        home.add(&"usb".parse().unwrap(), &folder).unwrap();
        Self { root, key }
    }

    fn ledger(&self) -> PathBuf {
        self.root.path().join("ledger")
    }

    fn site(&self) -> Site {
        let home = Home::of(&self.ledger());
        let folder = Folder::new(self.root.path().join("usb"));
        let keys = home.keys().unwrap().unwrap();
        let name = "usb".parse().unwrap();
        Site::open(&home, &name, Box::new(folder), keys, Duration::ZERO).unwrap()
    }

    /// Restores a version and lets the doctor look at it; gives how many transactions it has.
    fn prove(&self, site: &mut Site, version: &ObjectName) -> u64 {
        let rebuilt = site.rebuild(version, self.root.path(), &Unwatched).unwrap();
        let book = open(rebuilt.path(), &self.key);
        for check in DoctorCheck::ALL {
            let finding = book.ledger().examine(check);
            assert!(finding.is_fine(), "{}: {:?}", check.as_str(), finding.first);
        }
        writer::count(&book)
    }
}

#[test]
fn versions_made_while_a_writer_commits_hold_all_that_was_acknowledged_before() {
    let place = Place::new();
    for (session, stays_open) in [true, false].into_iter().enumerate() {
        let mut writer = Writer::start(&place.ledger(), stays_open);
        let mut versions = Vec::new();
        let mut site = place.site();
        for round in 0..8 {
            let acknowledged = writer.wait_for_more_than(round * 4);
            let now =
                chrono::DateTime::from_timestamp(1_800_000_000 + i64::from(round), 0).unwrap();
            let made = site.backup(now, &Unwatched).unwrap();
            versions.push((acknowledged, made.name));
        }
        let last = writer.kill();
        let before = u64::try_from(session).unwrap();
        for (acknowledged, name) in versions {
            let found = place.prove(&mut site, &name);
            assert!(
                found >= u64::from(acknowledged),
                "{found} of {acknowledged} ({before})"
            );
        }
        // What was acknowledged is in the ledger that the killed writer left, and in a backup of it.
        let name = site.backup(chrono::Utc::now(), &Unwatched).unwrap().name;
        assert!(place.prove(&mut site, &name) >= u64::from(last));
        drop(site);
        let book = open(&place.ledger(), &place.key);
        assert!(writer::count(&book) >= u64::from(last));
    }
}
