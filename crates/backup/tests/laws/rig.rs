//! A machine with a ledger of random pages, and remotes in folders.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::time::Duration;

use backup::progress::Unwatched;
use backup::{Definition, Folder, Home, Made, ObjectName, Remote, Secret, Site};
use chrono::{DateTime, TimeDelta, Utc};
use tempfile::TempDir;
use vault::{KeyFile, LedgerKey, Passphrase};

pub(crate) const PAGE: usize = 4096;
pub(crate) const PASSPHRASE: &str = "correcto caballo";

/// The key slots of all ledgers here: making them costs two key derivations.
static SLOTS: LazyLock<(LedgerKey, String)> = LazyLock::new(|| {
    let key = LedgerKey::generate().unwrap();
    let (slots, _) = KeyFile::create(&key, &Passphrase::new(PASSPHRASE.into())).unwrap();
    let text = slots.to_json().unwrap();
    (key, String::from_utf8(text).unwrap())
});

/// One machine: a ledger's directory and its settings for backups.
pub(crate) struct Machine {
    _root: TempDir,
    pub(crate) ledger: PathBuf,
    pub(crate) home: Home,
    pub(crate) now: DateTime<Utc>,
    random: u64,
}

impl Machine {
    /// A machine whose ledger has so many pages.
    pub(crate) fn new(pages: u32) -> Self {
        let root = tempfile::tempdir().unwrap();
        let ledger = root.path().join("ledger");
        vault::private::create_private_dir(&ledger).unwrap();
        let slots = KeyFile::from_json(SLOTS.1.as_bytes()).unwrap();
        slots.save(&ledger.join("keys.json")).unwrap();
        fs::write(
            ledger.join("head"),
            [&[7; 80][..], &[0; 4016], &[9; 80]].concat(),
        )
        .unwrap();
        let home = Home::of(&ledger);
        home.establish(slots.ledger_id(), &SLOTS.0).unwrap();
        let mut machine = Self {
            _root: root,
            home,
            ledger,
            now: "2026-11-22T12:00:00Z".parse().unwrap(),
            random: 1,
        };
        machine.resize(pages);
        machine
    }

    pub(crate) fn ledger_key() -> &'static LedgerKey {
        &SLOTS.0
    }

    pub(crate) fn secret() -> Secret {
        Secret::Passphrase(Passphrase::new(PASSPHRASE.into()))
    }

    fn database(&self) -> PathBuf {
        self.ledger.join("ledger.db")
    }

    pub(crate) fn content(&self) -> Vec<u8> {
        fs::read(self.database()).unwrap()
    }

    pub(crate) fn next_random(&mut self) -> u64 {
        // xorshift64: the same run every time.
        self.random ^= self.random << 13;
        self.random ^= self.random >> 7;
        self.random ^= self.random << 17;
        self.random
    }

    fn random_page(&mut self) -> Vec<u8> {
        (0..PAGE / 8)
            .flat_map(|_| self.next_random().to_le_bytes())
            .collect()
    }

    /// Writes fresh bytes to pages (counted from 1).
    pub(crate) fn change(&mut self, pages: &[u32]) {
        let mut content = self.content();
        for &page in pages {
            let start = (page as usize - 1) * PAGE;
            let fresh = self.random_page();
            content[start..start + PAGE].copy_from_slice(&fresh);
        }
        fs::write(self.database(), content).unwrap();
    }

    /// Makes the ledger longer, by random pages, or shorter.
    pub(crate) fn resize(&mut self, pages: u32) {
        let mut content = fs::read(self.database()).unwrap_or_default();
        content.truncate(pages as usize * PAGE);
        while content.len() < pages as usize * PAGE {
            let page = self.random_page();
            content.extend_from_slice(&page);
        }
        fs::write(self.database(), content).unwrap();
    }

    /// Opens the remote in a folder; another kind of remote may stand before it.
    pub(crate) fn site_over(&self, place: &Place, remote: Box<dyn Remote>) -> Site {
        let name = "usb".parse().unwrap();
        let path = place.path().to_path_buf();
        let _ = self.home.add(&name, &Definition::Folder { path });
        let keys = self.home.keys().unwrap().unwrap();
        Site::open(&self.home, &name, remote, keys, Duration::ZERO).unwrap()
    }

    pub(crate) fn site(&self, place: &Place) -> Site {
        self.site_over(place, Box::new(place.folder()))
    }

    /// One backup, an hour after the one before.
    pub(crate) fn backup(&mut self, place: &Place) -> Made {
        self.now += TimeDelta::hours(1);
        self.site(place).backup(self.now, &Unwatched).unwrap()
    }
}

/// A folder that is a remote.
pub(crate) struct Place(TempDir);

impl Place {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    pub(crate) fn folder(&self) -> Folder {
        Folder::new(self.path().to_path_buf())
    }

    pub(crate) fn file(&self, name: &ObjectName) -> PathBuf {
        self.path().join(name.as_str())
    }

    /// All objects with their bytes.
    pub(crate) fn objects(&self) -> BTreeMap<String, Vec<u8>> {
        let files = fs::read_dir(self.path()).unwrap().map(Result::unwrap);
        files
            .filter(|file| file.file_type().unwrap().is_file())
            .map(|file| {
                let name = file.file_name().into_string().unwrap();
                (name, fs::read(file.path()).unwrap())
            })
            .collect()
    }
}

/// The bytes of a version's database, rebuilt.
pub(crate) fn rebuilt(site: &mut Site, name: &ObjectName) -> Vec<u8> {
    let scratch = tempfile::tempdir().unwrap();
    let rebuilt = site.rebuild(name, scratch.path(), &Unwatched).unwrap();
    fs::read(rebuilt.path().join("ledger.db")).unwrap()
}
