//! The processes between which and the disk the shim stands.

use std::fs::{self, File, OpenOptions};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use backup::progress::Unwatched;
use ops::transaction::AddTransaction;

use crate::place::{init, key_of, open, site};

const DISK: &str = "LUKA_TEST_DISK";
const ROLE: &str = "LUKA_TEST_ROLE";

/// What was reported, where the shim sees it: `saved 3`, `made version-…`.
pub(crate) const MARKS: &str = "marks";

/// The shim, made by the C compiler that the workspace needs anyway.
static SHIM: LazyLock<PathBuf> = LazyLock::new(|| {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/disk/shim.c");
    let shim =
        Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("shim-{}.so", std::process::id()));
    let made = Command::new("cc")
        .args(["-shared", "-fPIC", "-O1", "-o"])
        .args([&shim, &source])
        .arg("-ldl")
        .status();
    assert!(made.unwrap().success(), "the shim can't be made");
    shim
});

/// How a disk fails: which calls, from the nth on, with what, how often.
pub(crate) struct Failure {
    pub(crate) class: char,
    pub(crate) nth: u32,
    /// 0 kills the process instead.
    pub(crate) errno: i32,
    pub(crate) times: u32,
}

/// Runs a role over a disk; true when it came to its end.
pub(crate) fn run(role: &str, disk: &Path, log: Option<&Path>, failure: Option<&Failure>) -> bool {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .args([
            "--ignored",
            "--exact",
            "--test-threads=1",
            "roles::plays_a_role",
        ])
        .env(DISK, disk)
        .env(ROLE, role)
        .env("LD_PRELOAD", &*SHIM)
        .env("LUKA_DISK_UNDER", disk);
    if let Some(log) = log {
        command.env("LUKA_DISK_LOG", log);
    }
    if let Some(it) = failure {
        let how = format!("{}:{}:{}:{}", it.class, it.nth, it.errno, it.times);
        command.env("LUKA_DISK_FAIL", how);
    }
    command.output().unwrap().status.success()
}

/// What was reported so far, in order.
pub(crate) fn marks(disk: &Path) -> Vec<String> {
    let text = fs::read_to_string(disk.with_file_name(MARKS)).unwrap_or_default();
    text.lines().map(str::to_owned).collect()
}

/// Reports: into a file beside the disk, which no failure of the disk touches, and for the journal.
fn mark(disk: &Path, what: &str) {
    let report = |path: &Path| -> std::io::Result<()> {
        let mut file: File = OpenOptions::new().create(true).append(true).open(path)?;
        writeln!(file, "{what}")
    };
    report(&disk.with_file_name(MARKS)).unwrap();
    // A full disk takes no mark; the one beside it counts.
    let _ = report(&disk.join(MARKS));
}

#[test]
#[ignore = "a process of the other tests"]
fn plays_a_role() {
    let (Some(disk), Ok(role)) = (std::env::var_os(DISK), std::env::var(ROLE)) else {
        return;
    };
    let disk = Path::new(&disk);
    let ledger = disk.join("ledger");
    match role.as_str() {
        "init" => init(&ledger),
        "add" => {
            let key = key_of(&ledger);
            let mut before = marks(disk)
                .iter()
                .filter(|mark| mark.starts_with("saved"))
                .count();
            // Two while it is open, then one after the close, which checkpoints.
            for count in [2, 1] {
                let mut book = open(&ledger, &key);
                for _ in 0..count {
                    let entry = AddTransaction {
                        amount: "100".to_owned(),
                        category: "Food".to_owned(),
                        ..AddTransaction::default()
                    };
                    book.add(&entry).unwrap();
                    before += 1;
                    mark(disk, &format!("saved {before}"));
                }
            }
        }
        "backup" => {
            let made = site(disk).backup(chrono::Utc::now(), &Unwatched).unwrap();
            mark(disk, &format!("made {}", made.name));
        }
        role => panic!("no role {role}"),
    }
}
