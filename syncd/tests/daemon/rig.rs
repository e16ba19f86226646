//! A machine with a ledger of random pages, folders as remotes, and the daemon as a process.

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::FileExt as _;
use std::os::unix::net::UnixDatagram;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use backup::control::{Client, Request, Status};
use backup::progress::Unwatched;
use backup::{Definition, Folder, Home, Kind, ObjectName, Site, Version};
use rustix::process::{Pid, Signal, kill_process};
use tempfile::TempDir;
use vault::{KeyFile, LedgerKey, Passphrase};

pub(crate) const PAGE: usize = 4096;
/// Longer than anything here takes on any machine; it only ends tests that would never end.
const FOREVER: Duration = Duration::from_secs(45);
/// Between two looks at a condition.
const BLINK: Duration = Duration::from_millis(5);

/// The key slots of all ledgers here: making them costs two key derivations.
static SLOTS: LazyLock<(LedgerKey, Vec<u8>)> = LazyLock::new(|| {
    let key = LedgerKey::generate().unwrap();
    let passphrase = Passphrase::new("correcto caballo".into());
    let (slots, _) = KeyFile::create(&key, &passphrase).unwrap();
    let text = slots.to_json().unwrap();
    (key, text.clone())
});

/// Settings under which things happen at once.
pub(crate) const BRISK: &str = "[sync]\nquiet = \"50ms\"\nretry_first = \"50ms\"\n\
                                retry_most = \"200ms\"\nverify_every = \"never\"\n";

/// One machine: a ledger, folders, a configuration, a runtime directory.
pub(crate) struct Machine {
    root: TempDir,
    pub(crate) home: Home,
}

impl Machine {
    /// A machine with a ledger of so many pages, its backup key, and no remote.
    pub(crate) fn new(pages: u32) -> Self {
        let root = tempfile::tempdir().unwrap();
        let machine = Self {
            home: Home::of(&root.path().join("ledger")),
            root,
        };
        machine.configure(BRISK);
        vault::private::create_private_dir(&machine.root.path().join("run")).unwrap();
        machine.make_ledger(pages);
        machine
    }

    /// Puts a fresh ledger in place.
    pub(crate) fn make_ledger(&self, pages: u32) {
        vault::private::create_private_dir(self.home.ledger()).unwrap();
        let slots = KeyFile::from_json(&SLOTS.1).unwrap();
        let mut content = vec![0; pages as usize * PAGE];
        fastrand::fill(&mut content);
        fs::write(self.home.ledger().join("ledger.db"), content).unwrap();
        fs::write(self.home.ledger().join("head"), [7; 80]).unwrap();
        slots.save(&self.home.ledger().join("keys.json")).unwrap();
        self.home.establish(slots.ledger_id(), &SLOTS.0).unwrap();
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.root.path().join(name)
    }

    pub(crate) fn configure(&self, text: &str) {
        fs::write(self.path("config.toml"), text).unwrap();
    }

    /// Adds a folder as a remote, and makes it.
    pub(crate) fn add_folder(&self, name: &str) -> Place {
        let path = self.path(name);
        fs::create_dir_all(&path).unwrap();
        let definition = Definition::Folder { path: path.clone() };
        self.home.add(&name.parse().unwrap(), &definition).unwrap();
        Place(path)
    }

    /// Writes fresh bytes to a page (counted from 1).
    pub(crate) fn change(&self, page: u32) {
        let file = fs::OpenOptions::new()
            .write(true)
            .open(self.home.ledger().join("ledger.db"))
            .unwrap();
        let mut fresh = [0; PAGE];
        fastrand::fill(&mut fresh);
        file.write_all_at(&fresh, u64::from(page - 1) * PAGE as u64)
            .unwrap();
    }

    pub(crate) fn content(&self) -> Vec<u8> {
        fs::read(self.home.ledger().join("ledger.db")).unwrap()
    }

    fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_luka-syncd"));
        command
            .env_clear()
            .env("HOME", self.root.path())
            .env("XDG_RUNTIME_DIR", self.path("run"))
            .arg("--ledger")
            .arg(self.home.ledger())
            .arg("--config")
            .arg(self.path("config.toml"))
            .stdin(Stdio::null());
        command
    }

    /// Starts the daemon and waits until it serves.
    pub(crate) fn start(&self) -> Daemon {
        self.spawn(self.command())
    }

    /// The same where nobody has made a runtime directory, as under cron.
    pub(crate) fn start_without_runtime(&self) -> Daemon {
        let mut command = self.command();
        command.env_remove("XDG_RUNTIME_DIR");
        self.spawn(command)
    }

    fn spawn(&self, mut command: Command) -> Daemon {
        let address = self.path("notify");
        let _ = fs::remove_file(&address);
        let notices = UnixDatagram::bind(&address).unwrap();
        notices.set_read_timeout(Some(FOREVER)).unwrap();
        let log = fs::File::create(self.path("log")).unwrap();
        let process = command
            .env("NOTIFY_SOCKET", &address)
            .stderr(log)
            .spawn()
            .unwrap();
        let daemon = Daemon {
            process,
            notices,
            home: self.home.clone(),
            log: self.path("log"),
        };
        daemon.wait_for_notice("READY=1");
        daemon
    }

    /// Runs it to its end with more arguments; the code and what it said.
    pub(crate) fn run(&self, arguments: &[&str]) -> (i32, String) {
        let output = self.command().args(arguments).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        (output.status.code().unwrap(), said)
    }

    /// Another machine's look at a remote: all versions, and each restores.
    pub(crate) fn restored(&self, place: &Place) -> Vec<(Version, Vec<u8>)> {
        let elsewhere = tempfile::tempdir().unwrap();
        let home = Home::of(&elsewhere.path().join("ledger"));
        let name = "there".parse().unwrap();
        let path = place.0.clone();
        home.add(&name, &Definition::Folder { path: path.clone() })
            .unwrap();
        let keys = self.home.keys().unwrap().unwrap();
        home.adopt(&keys).unwrap();
        let remote = Box::new(Folder::new(path));
        let mut site = Site::open(&home, &name, remote, keys, Duration::ZERO).unwrap();
        let catalog = site.catalog(&Unwatched).unwrap();
        assert!(catalog.damaged.is_empty(), "{:?}", catalog.damaged);
        let versions = catalog.versions.into_iter().map(|version| {
            let rebuilt = site
                .rebuild(&version.name, elsewhere.path(), &Unwatched)
                .unwrap();
            let content = fs::read(rebuilt.path().join("ledger.db")).unwrap();
            (version, content)
        });
        versions.collect()
    }
}

/// A folder that is a remote.
pub(crate) struct Place(PathBuf);

impl Place {
    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    pub(crate) fn versions(&self) -> BTreeSet<ObjectName> {
        let entries = fs::read_dir(&self.0).into_iter().flatten().flatten();
        let names = entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok());
        names
            .filter(|name: &ObjectName| name.kind() == Kind::Version)
            .collect()
    }
}

/// A running daemon; killed when it is dropped.
pub(crate) struct Daemon {
    process: Child,
    notices: UnixDatagram,
    home: Home,
    log: PathBuf,
}

impl Daemon {
    /// Waits for a line to the service manager that begins so.
    pub(crate) fn wait_for_notice(&self, beginning: &str) {
        let mut buffer = [0; 4096];
        loop {
            let length = self
                .notices
                .recv(&mut buffer)
                .unwrap_or_else(|error| panic!("no {beginning}: {error}\n{}", self.said()));
            let text = String::from_utf8_lossy(&buffer[..length]);
            if text.lines().any(|line| line.starts_with(beginning)) {
                return;
            }
        }
    }

    /// What it said so far.
    pub(crate) fn said(&self) -> String {
        fs::read_to_string(&self.log).unwrap()
    }

    pub(crate) fn id(&self) -> u32 {
        self.process.id()
    }

    pub(crate) fn ask(&self, request: Request) -> Status {
        let client = Client::connect(&self.home).unwrap();
        client.expect("a daemon").ask(request).unwrap()
    }

    /// Waits until the daemon is as wanted.
    pub(crate) fn until(&self, what: &str, wanted: impl Fn(&Status) -> bool) -> Status {
        let mut last = None;
        let found = eventually(|| {
            let status = self.ask(Request::Status);
            let found = wanted(&status).then(|| status.clone());
            last = Some(status);
            found
        });
        found.unwrap_or_else(|| panic!("never {what}: {last:#?}\n{}", self.said()))
    }

    /// Waits until a remote has so many versions and nothing more is to be done.
    pub(crate) fn until_carried(&self, place: &Place, versions: usize) {
        let settled = eventually(|| (place.versions().len() == versions).then_some(()));
        let there = place.versions().len();
        assert!(settled.is_some(), "{there} of {versions}\n{}", self.said());
        self.until("at rest", |status| {
            let at_rest = |it: &backup::control::RemoteReport| {
                !it.changed && it.doing == backup::control::Doing::Nothing
            };
            status.remotes.iter().all(at_rest)
        });
    }

    pub(crate) fn signal(&self, signal: Signal) {
        let id = Pid::from_child(&self.process);
        kill_process(id, signal).unwrap();
    }

    /// Waits for its end.
    pub(crate) fn end(mut self) -> ExitStatus {
        let mut process = std::mem::replace(&mut self.process, nobody());
        process.wait().unwrap()
    }

    /// Tells it to stop, and waits for its end.
    pub(crate) fn stop(self) -> ExitStatus {
        self.signal(Signal::TERM);
        self.end()
    }
}

/// A process that has ended.
fn nobody() -> Child {
    let mut process = Command::new("true").spawn().unwrap();
    process.wait().unwrap();
    process
}

impl Drop for Daemon {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Looks until there is something.
pub(crate) fn eventually<T>(mut look: impl FnMut() -> Option<T>) -> Option<T> {
    let until = Instant::now() + FOREVER;
    while Instant::now() < until {
        if let Some(found) = look() {
            return Some(found);
        }
        std::thread::park_timeout(BLINK);
    }
    None
}
