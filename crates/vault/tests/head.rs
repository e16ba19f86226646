//! The head file through its door: which head is read after a crash, a flip, a cut or a swap.

#![allow(
    clippy::unwrap_used,
    reason = "the lint spares tests, but not their helpers"
)]

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use vault::head::HeadError;
use vault::private::PrivateError;
use vault::{ChainHash, Head, HeadFile, LedgerId, LedgerKey};

struct Ledger {
    dir: TempDir,
    key: LedgerKey,
    id: LedgerId,
}

impl Ledger {
    fn new() -> Self {
        Self {
            dir: tempfile::tempdir().unwrap(),
            key: LedgerKey::generate().unwrap(),
            id: LedgerId::generate().unwrap(),
        }
    }

    fn path(&self) -> PathBuf {
        self.dir.path().join("head")
    }

    fn open(&self) -> HeadFile {
        HeadFile::open_or_create(&self.path(), &self.key, self.id).unwrap()
    }

    /// Writes heads one after another and returns the bytes that they leave.
    fn written(&self, heads: &[Head]) -> Vec<u8> {
        let file = self.open();
        for &head in heads {
            file.write(head).unwrap();
        }
        fs::read(self.path()).unwrap()
    }
}

fn head(sequence: u64) -> Head {
    let [byte, ..] = sequence.to_le_bytes();
    Head {
        sequence,
        hash: ChainHash::from_bytes([byte ^ 0x5a; 32]),
    }
}

fn replace(path: &Path, bytes: &[u8]) {
    fs::write(path, bytes).unwrap();
}

#[test]
fn a_new_file_is_private_and_has_no_head() {
    let ledger = Ledger::new();
    assert_eq!(ledger.open().read().unwrap(), None);
    let mode = fs::metadata(ledger.path()).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn the_last_written_head_is_read_by_whoever_opens_it() {
    let ledger = Ledger::new();
    let file = ledger.open();
    for sequence in [1, 2, 3, 4, 8, 9, 11, u64::MAX] {
        file.write(head(sequence)).unwrap();
        assert_eq!(file.read().unwrap(), Some(head(sequence)));
        assert_eq!(ledger.open().read().unwrap(), Some(head(sequence)));
    }
}

#[test]
fn a_flipped_bit_gives_the_older_head_never_a_wrong_one() {
    let ledger = Ledger::new();
    let bytes = ledger.written(&[head(6), head(7)]);
    let file = ledger.open();
    let (mut older, mut newest) = (0, 0);
    for position in 0..bytes.len() {
        let mut flipped = bytes.clone();
        flipped[position] ^= 1 << (position % 8);
        replace(&ledger.path(), &flipped);
        match file.read().unwrap() {
            Some(found) if found == head(7) => newest += 1,
            Some(found) if found == head(6) => older += 1,
            other => panic!("byte {position}: {other:?}"),
        }
    }
    assert_eq!(older, 80, "each byte of the newest slot matters");
    assert_eq!(newest, bytes.len() - 80);
}

#[test]
fn a_cut_file_gives_an_older_head_or_none_or_is_damaged() {
    let ledger = Ledger::new();
    let bytes = ledger.written(&[head(6), head(7)]);
    let file = ledger.open();
    for len in 0..bytes.len() {
        replace(&ledger.path(), &bytes[..len]);
        match (len, file.read()) {
            (0, Ok(None)) | (1..80, Err(HeadError::Damaged { .. })) => {}
            (80.., Ok(Some(found))) => assert_eq!(found, head(6)),
            (_, other) => panic!("cut at {len}: {other:?}"),
        }
    }
}

#[test]
fn a_write_torn_at_any_byte_leaves_the_head_before() {
    let ledger = Ledger::new();
    let before = ledger.written(&[head(6), head(7)]);
    let after = ledger.written(&[head(8)]);
    let file = ledger.open();
    for torn in 0..=80 {
        let mixture = [&after[..torn], &before[torn..]].concat();
        replace(&ledger.path(), &mixture);
        // From sequence 6 to 8, some bytes do not differ: a tear there is no tear.
        let expected = if mixture == after { head(8) } else { head(7) };
        assert_eq!(file.read().unwrap(), Some(expected), "torn at {torn}");
    }
}

#[test]
fn both_slots_broken_is_damage_and_zeros_are_not() {
    let ledger = Ledger::new();
    let mut bytes = ledger.written(&[head(6), head(7)]);
    bytes[20] ^= 1;
    bytes[4096 + 20] ^= 1;
    replace(&ledger.path(), &bytes);
    assert!(matches!(
        ledger.open().read(),
        Err(HeadError::Damaged { .. })
    ));
    replace(&ledger.path(), &[0; 4096 + 80]);
    assert_eq!(ledger.open().read().unwrap(), None);
}

#[test]
fn a_slot_copied_over_the_other_is_not_believed() {
    let ledger = Ledger::new();
    let mut bytes = ledger.written(&[head(6), head(7)]);
    bytes.copy_within(0..80, 4096);
    bytes[..80].fill(0);
    replace(&ledger.path(), &bytes);
    assert!(matches!(
        ledger.open().read(),
        Err(HeadError::Damaged { .. })
    ));
}

#[test]
fn another_key_or_another_ledger_makes_nothing_of_it() {
    let ledger = Ledger::new();
    ledger.written(&[head(6), head(7)]);
    let (key, id) = (
        LedgerKey::generate().unwrap(),
        LedgerId::generate().unwrap(),
    );
    for (key, id) in [(&key, ledger.id), (&ledger.key, id)] {
        let file = HeadFile::open_or_create(&ledger.path(), key, id).unwrap();
        assert!(matches!(file.read(), Err(HeadError::Damaged { .. })));
    }
}

#[test]
fn a_loose_file_or_a_link_is_refused() {
    let ledger = Ledger::new();
    ledger.written(&[head(1)]);
    let link = ledger.dir.path().join("link");
    std::os::unix::fs::symlink(ledger.path(), &link).unwrap();
    let result = HeadFile::open_or_create(&link, &ledger.key, ledger.id);
    assert!(matches!(
        result,
        Err(HeadError::Private(PrivateError::Symlink { .. }))
    ));

    fs::set_permissions(ledger.path(), Permissions::from_mode(0o644)).unwrap();
    let result = HeadFile::open_or_create(&ledger.path(), &ledger.key, ledger.id);
    assert!(matches!(
        result,
        Err(HeadError::Private(PrivateError::LooseMode {
            mode: 0o644,
            ..
        }))
    ));
}

#[test]
fn debug_shows_no_key() {
    let ledger = Ledger::new();
    let shown = format!("{:?}", ledger.open());
    assert!(!shown.contains("mac_key"), "{shown}");
}
