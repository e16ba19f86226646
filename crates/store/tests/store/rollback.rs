//! What SQLCipher doesn't notice: old files, lost WAL frames, old pages, another key's file.

use std::fs;
use std::path::Path;

use store::{Check, LedgerDir, Locked, NewLedger, StoreError};
use vault::{LedgerKey, Passphrase};

use crate::fixture::{Fixture, device};

fn copy(from: &LedgerDir, to: &Path) {
    fs::copy(from.database(), to).unwrap();
}

#[test]
fn an_old_file_is_refused() {
    let mut fixture = Fixture::new();
    fixture.add("2025-01-10", 1);
    fixture.ledger = None;
    let old = fixture.folder.path().join("old.db");
    copy(&fixture.directory(), &old);
    fixture.reopen().unwrap();
    fixture.add("2025-01-11", 2);
    fixture.ledger = None;
    fs::copy(&old, fixture.directory().database()).unwrap();
    let refused = fixture.reopen();
    assert!(
        matches!(
            refused,
            Err(StoreError::RolledBack {
                expected: 3,
                found: 2
            })
        ),
        "{refused:?}"
    );
}

#[test]
fn a_lost_wal_is_noticed() {
    let mut fixture = Fixture::new();
    fixture.add("2025-01-10", 1);
    fixture.reopen().unwrap();
    fixture.add("2025-01-11", 2);
    // A copy of the database without its WAL, taken while the ledger is open.
    let copied = fixture.folder.path().join("copied.db");
    copy(&fixture.directory(), &copied);
    fixture.ledger = None;
    fs::copy(&copied, fixture.directory().database()).unwrap();
    assert!(matches!(
        fixture.reopen(),
        Err(StoreError::RolledBack { .. })
    ));
}

#[test]
fn an_old_page_is_found_by_the_doctor() {
    let mut fixture = Fixture::new();
    let before = fixture.add("2025-01-10", 1);
    fixture.ledger = None;
    let old = fs::read(fixture.directory().database()).unwrap();
    fixture.reopen().unwrap();
    let mut after = before.clone();
    after.memo = "changed".to_owned();
    let mut writer = fixture.ledger().write(store::Verb::Edit, 3_000).unwrap();
    writer.update(&before, &after).unwrap();
    writer.commit().unwrap();
    fixture.ledger = None;
    let new = fs::read(fixture.directory().database()).unwrap();

    let differing: Vec<usize> = (0..new.len() / 4096)
        .filter(|page| {
            old.get(page * 4096..(page + 1) * 4096) != Some(&new[page * 4096..(page + 1) * 4096])
        })
        .collect();
    assert!(differing.len() > 2, "the edit rewrote pages");
    for page in differing {
        let mut mixed = new.clone();
        mixed[page * 4096..(page + 1) * 4096].copy_from_slice(&old[page * 4096..(page + 1) * 4096]);
        fs::write(fixture.directory().database(), mixed).unwrap();
        let noticed = fixture.reopen().is_err() || !fixture.troubles().is_empty();
        assert!(noticed, "an old copy of page {page} was not noticed");
    }
}

#[test]
fn another_key_is_refused() {
    let mut fixture = Fixture::new();
    fixture.ledger = None;
    let locked = Locked::find(fixture.directory()).unwrap();
    let refused = locked.open(&LedgerKey::generate().unwrap(), device());
    assert!(
        matches!(refused, Err(StoreError::Damaged(_))),
        "{refused:?}"
    );
}

#[test]
fn a_flipped_bit_in_a_page_is_found() {
    let mut fixture = Fixture::new();
    fixture.ledger = None;
    let path = fixture.directory().database();
    let mut bytes = fs::read(&path).unwrap();
    let last = bytes.len() - 100;
    bytes[last] ^= 1;
    fs::write(&path, bytes).unwrap();
    let found = match fixture.reopen() {
        Err(_) => true,
        Ok(()) => fixture
            .troubles()
            .iter()
            .any(|(check, _)| *check == Check::Pages),
    };
    assert!(found);
}

#[cfg(unix)]
#[test]
fn loose_permissions_are_refused() {
    use std::os::unix::fs::PermissionsExt as _;
    let mut fixture = Fixture::new();
    fixture.ledger = None;
    fs::set_permissions(
        fixture.directory().database(),
        fs::Permissions::from_mode(0o644),
    )
    .unwrap();
    assert!(matches!(fixture.reopen(), Err(StoreError::Private(_))));
}

#[test]
fn a_second_ledger_is_never_made_over_the_first() {
    let fixture = Fixture::new();
    let passphrase = Passphrase::new("other".to_owned());
    let refused = NewLedger::create(fixture.directory(), &passphrase, device());
    assert!(matches!(refused, Err(StoreError::LedgerExists(_))));
}
