//! A repository that was written once and must restore for ever: the test vectors of
//! `docs/backup-format.md`.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use backup::progress::Unwatched;
use backup::{Definition, Folder, Home, Policy, Site, unlock};

use crate::rig::{Machine, Place};

fn vectors() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors")
}

#[test]
fn the_repository_of_format_1_restores() {
    let repository = vectors().join("repository");
    let root = tempfile::tempdir().unwrap();
    let home = Home::of(&root.path().join("ledger"));
    let name = "vectors".parse().unwrap();
    let path = repository.clone();
    home.add(&name, &Definition::Folder { path }).unwrap();
    let keys = unlock(&mut Folder::new(repository.clone()), &Machine::secret()).unwrap();
    let folder = Box::new(Folder::new(repository));
    let mut site = Site::open(&home, &name, folder, keys, Duration::ZERO).unwrap();
    let catalog = site.catalog(&Unwatched).unwrap();
    let mut found = String::new();
    for version in &catalog.versions {
        let rebuilt = site
            .rebuild(&version.name, root.path(), &Unwatched)
            .unwrap();
        let bytes = fs::read(rebuilt.path().join("ledger.db")).unwrap();
        assert_eq!(bytes.len() as u64, version.ledger_bytes);
        writeln!(found, "{}  {}", version.blake3, version.name).unwrap();
    }
    let expected = fs::read_to_string(vectors().join("restored.b3sum")).unwrap();
    assert_eq!(found, expected);
}

/// Run by hand when a new format gets vectors of its own; those of a format never change.
#[test]
#[ignore = "writes the vectors"]
fn write_the_vectors() {
    let (mut machine, remote) = (Machine::new(70), Place::new());
    machine.backup(&remote);
    machine.change(&[2, 3, 66]);
    machine.backup(&remote);
    machine.resize(72);
    machine.change(&[1]);
    machine.backup(&remote);
    machine.resize(71);
    machine.change(&[70]);
    machine.backup(&remote);
    let mut site = machine.site(&remote);
    let catalog = site.catalog(&Unwatched).unwrap();
    let policy = Policy {
        keep_last: 2,
        ..Policy::default()
    };
    let plan = site.plan_prune(&policy, &catalog.versions, machine.now);
    site.prune(&plan, &catalog, machine.now, &Unwatched)
        .unwrap();
    let repository = vectors().join("repository");
    let _ = fs::remove_dir_all(&repository);
    fs::create_dir_all(&repository).unwrap();
    for (name, bytes) in remote.objects() {
        fs::write(repository.join(name), bytes).unwrap();
    }
    let versions = site.catalog(&Unwatched).unwrap().versions;
    let lines = versions
        .iter()
        .map(|version| format!("{}  {}\n", version.blake3, version.name));
    fs::write(vectors().join("restored.b3sum"), lines.collect::<String>()).unwrap();
}

/// The script of the guide, which was written from the format's document alone. It needs three
/// Python packages; where they are not installed this says so and proves nothing.
#[test]
fn the_script_of_the_guide_restores_the_vectors() {
    let python = std::env::var("LUKA_TEST_PYTHON").unwrap_or_else(|_| "python3".into());
    let has_packages = Command::new(&python)
        .args(["-c", "import blake3, argon2, Crypto"])
        .output()
        .is_ok_and(|outcome| outcome.status.success());
    if !has_packages {
        eprintln!("NOT RUN: {python} lacks blake3, argon2-cffi or pycryptodome");
        return;
    }
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/guide/restore.py");
    let expected = fs::read_to_string(vectors().join("restored.b3sum")).unwrap();
    for line in expected.lines() {
        let (digest, name) = line.split_once("  ").unwrap();
        let root = tempfile::tempdir().unwrap();
        let outcome = Command::new(&python)
            .arg(&script)
            .arg(vectors().join("repository"))
            .arg(name.rsplit('-').next().unwrap())
            .arg("--to")
            .arg(root.path().join("ledger"))
            .env("LUKA_PASSPHRASE", crate::rig::PASSPHRASE)
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&outcome.stdout).into_owned();
        assert!(
            outcome.status.success() && said.starts_with(digest),
            "{outcome:?}"
        );
    }
}
