//! `keys.json` through its door: the fixture that must open for ever, refusals, and the disk.

#![allow(
    clippy::unwrap_used,
    reason = "the lint spares tests, but not their helpers"
)]

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt, symlink};

use rstest::rstest;
use vault::private::PrivateError;
use vault::slots::{KeyFileError, SlotKind, UnlockError};
use vault::{KeyFile, LedgerKey, Passphrase, RecoveryCode};

/// Made by other implementations of every algorithm: `tests/vectors/make.py`.
const FIXTURE: &str = include_str!("vectors/keys.json");
const FIXTURE_KEY: &str = "x'4242424242424242424242424242424242424242424242424242424242424242'";

fn passphrase(text: &str) -> Passphrase {
    Passphrase::new(text.into())
}

#[test]
fn the_fixture_opens_with_both_its_secrets() {
    let file = KeyFile::from_json(FIXTURE.as_bytes()).unwrap();
    assert_eq!(file.ledger_id().to_string(), "07".repeat(16));

    let key = file
        .unlock_with_passphrase(&passphrase("correcto caballo batería grapa"))
        .unwrap();
    assert_eq!(*key.expose_sqlcipher_hex(), FIXTURE_KEY);
    assert!(file.fits(&key));
    assert!(!file.fits(&LedgerKey::generate().unwrap()));

    let code = RecoveryCode::parse("C4G66-VV4CM-G6CVV-J41T6-GS90E-1GQ0S-BJPJ4").unwrap();
    let key = file.unlock_with_recovery(&code).unwrap();
    assert_eq!(*key.expose_sqlcipher_hex(), FIXTURE_KEY);
}

#[test]
fn the_fixture_is_written_as_it_was_read() {
    let file = KeyFile::from_json(FIXTURE.as_bytes()).unwrap();
    assert_eq!(String::from_utf8(file.to_json().unwrap()).unwrap(), FIXTURE);
}

#[test]
fn made_opened_rewrapped_and_opened_again() {
    let key = LedgerKey::generate().unwrap();
    let literal = key.expose_sqlcipher_hex();
    let (mut file, code) = KeyFile::create(&key, &passphrase("uno")).unwrap();
    file.change_passphrase(&key, &passphrase("dos")).unwrap();

    let old = file.unlock_with_passphrase(&passphrase("uno"));
    assert!(matches!(
        old,
        Err(UnlockError::WrongSecret {
            kind: SlotKind::Passphrase
        })
    ));
    let opened = file.unlock_with_passphrase(&passphrase("dos")).unwrap();
    assert_eq!(*opened.expose_sqlcipher_hex(), *literal);
    let typed = RecoveryCode::parse(&code.expose_text().to_lowercase()).unwrap();
    assert_eq!(
        *file
            .unlock_with_recovery(&typed)
            .unwrap()
            .expose_sqlcipher_hex(),
        *literal
    );

    let new = file.new_recovery_code(&key).unwrap();
    let old = file.unlock_with_recovery(&code);
    assert!(matches!(
        old,
        Err(UnlockError::WrongSecret {
            kind: SlotKind::Recovery
        })
    ));
    assert_eq!(
        *file
            .unlock_with_recovery(&new)
            .unwrap()
            .expose_sqlcipher_hex(),
        *literal
    );
}

/// Replaces the first occurrence in the fixture and reads the result.
fn refusal(from: &str, to: &str) -> String {
    assert!(FIXTURE.contains(from), "{from}");
    KeyFile::from_json(FIXTURE.replacen(from, to, 1).as_bytes())
        .unwrap_err()
        .to_string()
}

#[rstest]
#[case::newer(r#""version": 1"#, r#""version": 2, "new": []"#, "has version 2")]
#[case::kind("\"passphrase\"", "\"fido2\"", "unknown kind \"fido2\"")]
#[case::kdf("argon2id", "pbkdf2", "unknown algorithm \"pbkdf2\"")]
#[case::cipher("xchacha20poly1305", "aes256gcm", "unknown algorithm \"aes256gcm\"")]
#[case::less_memory("65536", "65535", "m_kib = 65535, weaker")]
#[case::fewer_passes(r#""t": 3"#, r#""t": 2"#, "t = 2, weaker")]
#[case::no_lane(r#""p": 1"#, r#""p": 0"#, "p = 0, weaker")]
#[case::all_memory("65536", "1048577", "m_kib = 1048577, more")]
#[case::endless(r#""t": 3"#, r#""t": 17"#, "t = 17, more")]
#[case::lanes(r#""p": 1"#, r#""p": 17"#, "p = 17, more")]
#[case::beyond_numbers("65536", "4294967296", "not well-formed")]
#[case::two_of_a_kind("\"passphrase\"", "\"recovery\"", "two slots of kind `recovery code`")]
#[case::short_salt("DA0ODw==", "", "`salt`")]
#[case::short_id("0707", "07", "`ledger_id`")]
#[case::capital_hex("efeb", "EFEB", "`key_check`")]
#[case::nonce("GBka", "GBk", "`nonce`")]
#[case::wrapped("cjXa", "cjX=", "`wrapped_key`")]
#[case::unknown_field("\"salt\"", "\"pepper\": 1, \"salt\"", "not well-formed")]
#[case::repeated_field(r#""t": 3"#, r#""t": 3, "t": 3"#, "not well-formed")]
fn a_file_that_is_not_ours_is_refused(#[case] from: &str, #[case] to: &str, #[case] says: &str) {
    let message = refusal(from, to);
    assert!(message.contains(says), "{message}");
}

#[test]
fn a_file_without_passphrase_slot_is_refused() {
    let text = format!(
        r#"{{"version":1,"ledger_id":"{}","key_check":"{}","slots":[]}}"#,
        "07".repeat(16),
        "00".repeat(32)
    );
    let result = KeyFile::from_json(text.as_bytes());
    assert!(
        matches!(result, Err(KeyFileError::NoPassphraseSlot)),
        "{result:?}"
    );
}

#[test]
fn what_is_saved_is_private_and_loads_again() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("keys.json");
    let file = KeyFile::from_json(FIXTURE.as_bytes()).unwrap();
    file.save(&path).unwrap();
    file.save(&path).unwrap();
    assert_eq!(KeyFile::load(&path).unwrap(), file);
    assert_eq!(
        fs::metadata(&path).unwrap().permissions().mode() & 0o777,
        0o600
    );
    assert_eq!(
        fs::read_dir(dir.path()).unwrap().count(),
        1,
        "no temporary file stays"
    );
}

#[test]
fn a_link_is_neither_loaded_nor_written_through() {
    let dir = tempfile::tempdir().unwrap();
    let (elsewhere, path) = (dir.path().join("elsewhere"), dir.path().join("keys.json"));
    fs::write(&elsewhere, FIXTURE).unwrap();
    symlink(&elsewhere, &path).unwrap();
    let result = KeyFile::load(&path);
    assert!(matches!(
        result,
        Err(KeyFileError::Private(PrivateError::Symlink { .. }))
    ));

    let mut other = KeyFile::from_json(FIXTURE.as_bytes()).unwrap();
    let key = other
        .unlock_with_passphrase(&passphrase("correcto caballo batería grapa"))
        .unwrap();
    other.change_passphrase(&key, &passphrase("otra")).unwrap();
    other.save(&path).unwrap();
    assert_eq!(fs::read_to_string(&elsewhere).unwrap(), FIXTURE);
    assert_eq!(KeyFile::load(&path).unwrap(), other);
}

#[test]
fn a_loose_an_endless_and_an_absent_file_are_told_apart() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("keys.json");
    assert!(matches!(KeyFile::load(&path), Err(KeyFileError::Private(e)) if e.is_not_found()));

    fs::write(&path, FIXTURE).unwrap();
    fs::set_permissions(&path, Permissions::from_mode(0o644)).unwrap();
    match KeyFile::load(&path) {
        Err(KeyFileError::Private(PrivateError::LooseMode { mode, .. })) => assert_eq!(mode, 0o644),
        other => panic!("{other:?}"),
    }

    fs::set_permissions(&path, Permissions::from_mode(0o600)).unwrap();
    fs::write(&path, format!("{FIXTURE}{}", " ".repeat(KeyFile::MAX_LEN))).unwrap();
    let result = KeyFile::load(&path);
    assert!(
        matches!(result, Err(KeyFileError::TooLong { .. })),
        "{result:?}"
    );
}

#[test]
fn a_directory_that_is_gone_is_an_error_that_names_it() {
    let dir = tempfile::tempdir().unwrap();
    let file = KeyFile::from_json(FIXTURE.as_bytes()).unwrap();
    let error = file
        .save(&dir.path().join("gone").join("keys.json"))
        .unwrap_err();
    assert!(error.to_string().contains("gone"), "{error}");
}
