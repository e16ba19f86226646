//! Disks that take no change: reading goes on, with all that the WAL has; writing says why not.

use std::fs;
use std::path::Path;
use std::process::Command;

use store::{Check, Filter, LedgerDir, StoreError, Verb};

use crate::fixture::{Fixture, device, found};

const FOLDER: &str = "LUKA_TEST_READER_FOLDER";

/// Not a test but the process that sees the disk: it says what it finds there.
#[test]
fn reader_process() {
    let Some(folder) = std::env::var_os(FOLDER) else {
        return;
    };
    let (locked, key) = found(folder);
    let mut ledger = match locked.open(&key, device()) {
        Ok(ledger) => ledger,
        Err(error) => return println!("said: refused {error:?}"),
    };
    let count = {
        let _moment = ledger.snapshot().unwrap();
        let view = ledger.view();
        view.count(&Filter::default()).unwrap()
    };
    let checks = Check::ALL.into_iter();
    let wrong: Vec<_> = checks
        .map(|check| (check.as_str(), ledger.examine(check)))
        .filter(|(_, finding)| !finding.is_fine())
        .collect();
    let written = match ledger.write(Verb::Add, 9_000) {
        Err(StoreError::ReadOnly) => "read-only",
        Err(StoreError::DiskFull) => "full",
        Err(error) => return println!("said: {error:?}"),
        Ok(_) => "written",
    };
    println!("said: {count} {wrong:?} {written}");
}

/// Runs the reader after some commands of a shell, in a world of mounts of its own; nothing where
/// the system doesn't allow that.
fn read_after(commands: &str, folder: &Path) -> Option<String> {
    let may = Command::new("unshare").args(["-rm", "true"]).status();
    if !may.is_ok_and(|status| status.success()) {
        println!("skipped: no mounts can be made here");
        return None;
    }
    let output = Command::new("unshare")
        .args([
            "-rm",
            "sh",
            "-ec",
            &format!("{commands}\nexec \"$0\" \"$@\""),
        ])
        .arg(std::env::current_exe().unwrap())
        .args(["unwritable::reader_process", "--exact", "--nocapture"])
        .env(FOLDER, folder)
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let said = text.lines().find_map(|line| line.split_once("said: "));
    let said = said.map(|(_, said)| said.to_owned());
    Some(said.unwrap_or_else(|| panic!("{text}\n{}", String::from_utf8_lossy(&output.stderr))))
}

const READ_ONLY: &str = "mount --bind \"$LUKA_TEST_READER_FOLDER\" \"$LUKA_TEST_READER_FOLDER\"
    mount -o remount,ro,bind \"$LUKA_TEST_READER_FOLDER\"";

const FULL: &str = "d=$LUKA_TEST_READER_FOLDER; cp -a \"$d\" \"$d.copy\"
    mount -t tmpfs -o size=4m,mode=700 none \"$d\"; cp -a \"$d.copy\"/. \"$d\"
    dd if=/dev/zero of=\"$d/filler\" bs=4k 2>/dev/null || true";

/// A ledger of two transactions whose second lies in the WAL alone, as after a crash.
fn crashed() -> (Fixture, LedgerDir) {
    let mut fixture = Fixture::new();
    fixture.add("2025-01-10", 1);
    fixture.reopen().unwrap();
    fixture.add("2025-01-11", 2);
    let copy = fixture.folder.path().join("crashed");
    fs::create_dir(&copy).unwrap();
    fs::set_permissions(&copy, std::os::unix::fs::PermissionsExt::from_mode(0o700)).unwrap();
    for file in ["ledger.db", "ledger.db-wal", "keys.json", "head"] {
        fs::copy(fixture.directory().path().join(file), copy.join(file)).unwrap();
    }
    assert!(fs::metadata(copy.join("ledger.db-wal")).unwrap().len() > 0);
    (fixture, LedgerDir::new(copy))
}

#[test]
fn a_ledger_on_a_read_only_disk_is_read() {
    let mut fixture = Fixture::new();
    fixture.add("2025-01-10", 1);
    fixture.ledger = None;
    let folder = fixture.directory();
    if let Some(said) = read_after(READ_ONLY, folder.path()) {
        assert_eq!(said, "1 [] read-only");
    }
}

#[test]
fn what_a_crash_left_in_the_wal_is_read_too() {
    let (_fixture, folder) = crashed();
    if let Some(said) = read_after(READ_ONLY, folder.path()) {
        assert_eq!(said, "2 [] read-only");
    }
    fs::remove_file(folder.path().join("ledger.db-wal")).unwrap();
    if let Some(said) = read_after(READ_ONLY, folder.path()) {
        assert!(said.starts_with("refused RolledBack"), "{said}");
    }
}

#[test]
fn a_full_disk_is_read_with_and_without_a_wal() {
    let (mut fixture, folder) = crashed();
    if let Some(said) = read_after(FULL, folder.path()) {
        assert_eq!(said, "2 [] full");
    }
    fixture.ledger = None;
    if let Some(said) = read_after(FULL, fixture.directory().path()) {
        assert_eq!(said, "2 [] full");
    }
}
