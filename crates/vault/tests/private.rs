//! Which files and directories are accepted as private: a table of what can stand at a path.

#![allow(
    clippy::unwrap_used,
    reason = "the lint spares tests, but not their helpers"
)]

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::os::unix::net::UnixListener;
use std::path::{Path, PathBuf};

use rstest::rstest;
use vault::private::{
    Entry, PrivateError, check_private_dir, check_private_file, create_private_dir, open_private,
    open_private_new, open_private_or_create,
};

fn file_with_mode(dir: &Path, mode: u32) -> PathBuf {
    let path = dir.join("file");
    fs::write(&path, "x").unwrap();
    chmod(&path, mode);
    path
}

fn chmod(path: &Path, mode: u32) {
    fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
}

fn mode_of(path: &Path) -> u32 {
    fs::symlink_metadata(path).unwrap().permissions().mode() & 0o7777
}

#[rstest]
#[case::private(0o600, true)]
#[case::read_only(0o400, true)]
#[case::own_execute_bit(0o700, true)]
#[case::group_reads(0o640, false)]
#[case::others_read(0o604, false)]
#[case::others_execute(0o601, false)]
#[case::group_writes(0o620, false)]
#[case::all(0o666, false)]
fn modes_of_a_file(#[case] mode: u32, #[case] accepted: bool) {
    let dir = tempfile::tempdir().unwrap();
    let path = file_with_mode(dir.path(), mode);
    for result in [check_private_file(&path), open_private(&path).map(drop)] {
        match result {
            Ok(()) => assert!(accepted),
            Err(PrivateError::LooseMode {
                path: named,
                mode: found,
                wanted,
            }) => {
                assert!(!accepted);
                assert_eq!((named, found, wanted), (path.clone(), mode, 0o600));
            }
            Err(other) => panic!("{other}"),
        }
    }
    assert_eq!(mode_of(&path), mode, "nothing may be repaired silently");
}

#[rstest]
#[case::private(0o700, true)]
#[case::group_enters(0o710, false)]
#[case::usual(0o755, false)]
fn modes_of_a_directory(#[case] mode: u32, #[case] accepted: bool) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("ledger");
    fs::create_dir(&path).unwrap();
    chmod(&path, mode);
    assert_eq!(check_private_dir(&path).is_ok(), accepted);
    assert_eq!(create_private_dir(&path).is_ok(), accepted);
}

#[test]
fn a_link_is_named_and_not_followed() {
    let dir = tempfile::tempdir().unwrap();
    let target = file_with_mode(dir.path(), 0o600);
    let (link, dangling) = (dir.path().join("link"), dir.path().join("dangling"));
    symlink(&target, &link).unwrap();
    symlink(dir.path().join("nowhere"), &dangling).unwrap();
    for path in [&link, &dangling] {
        for result in [
            check_private_file(path),
            check_private_dir(path),
            open_private(path).map(drop),
            open_private_or_create(path).map(drop),
        ] {
            assert!(
                matches!(result, Err(PrivateError::Symlink { .. })),
                "{result:?}"
            );
        }
        assert!(open_private_new(path).is_err());
    }
    assert!(!dir.path().join("nowhere").exists());
}

#[test]
fn other_things_are_named_and_do_not_hang() {
    let dir = tempfile::tempdir().unwrap();
    let (fifo, socket) = (dir.path().join("fifo"), dir.path().join("socket"));
    let made = std::process::Command::new("mkfifo")
        .args(["-m", "600"])
        .arg(&fifo)
        .status();
    assert!(made.unwrap().success());
    let _listener = UnixListener::bind(&socket).unwrap();
    for path in [dir.path(), &fifo, &socket] {
        for result in [check_private_file(path), open_private(path).map(drop)] {
            let named = matches!(
                result,
                Err(PrivateError::NotA {
                    wanted: Entry::File,
                    ..
                })
            );
            assert!(named, "{}: {result:?}", path.display());
        }
    }
    let file = file_with_mode(dir.path(), 0o600);
    assert!(matches!(
        check_private_dir(&file),
        Err(PrivateError::NotA {
            wanted: Entry::Directory,
            ..
        })
    ));
}

#[test]
fn what_is_created_is_private_whatever_the_parents_are() {
    let dir = tempfile::tempdir().unwrap();
    chmod(dir.path(), 0o755);
    let nested = dir.path().join("share").join("ledger");
    create_private_dir(&nested).unwrap();
    create_private_dir(&nested).unwrap();
    assert_eq!(
        (mode_of(&nested), mode_of(nested.parent().unwrap())),
        (0o700, 0o700)
    );

    let path = nested.join("new");
    open_private_new(&path).unwrap();
    assert_eq!(mode_of(&path), 0o600);
    assert!(matches!(
        open_private_new(&path),
        Err(PrivateError::Io { .. })
    ));
}

#[test]
fn nothing_there_is_told_apart() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("absent");
    assert!(check_private_file(&path).unwrap_err().is_not_found());
    assert!(open_private(&path).unwrap_err().is_not_found());
    assert!(!check_private_file(dir.path()).unwrap_err().is_not_found());
}

#[test]
fn another_users_file_is_refused() {
    if !rustix::process::geteuid().is_root() {
        return; // Only root can give a file away.
    }
    let dir = tempfile::tempdir().unwrap();
    let path = file_with_mode(dir.path(), 0o600);
    std::os::unix::fs::chown(&path, Some(4242), None).unwrap();
    let result = check_private_file(&path);
    assert!(
        matches!(result, Err(PrivateError::ForeignOwner { owner: 4242, .. })),
        "{result:?}"
    );
}
