//! What only the inside can test: tampering at a cost of eight KiB instead of 64 MiB.

use proptest::prelude::*;

use super::*;
use crate::slots::kdf::tests::{CHEAP, RUNS};
use crate::slots::slot::Slot;

const LAX: KdfLimits = KdfLimits {
    m_kib: 1..=64,
    t: 1..=9,
    p: 1..=9,
};

/// A change to a slot, with the name of its field.
type Change = (&'static str, fn(&mut Slot));

struct Fixture {
    key: LedgerKey,
    passphrase: Passphrase,
    code: RecoveryCode,
    file: KeyFile,
}

fn cheap_file() -> Fixture {
    let key = LedgerKey::copy_from(&[0x42; 32]);
    let passphrase = Passphrase::new("café con leche".into());
    let code = RecoveryCode::generate().unwrap();
    let binding = Binding::new(LedgerId::from_bytes([7; 16]), &key);
    let slot = |kind, secret: &[u8], nonce| {
        Slot::wrap_with(kind, secret, &key, &binding, CHEAP, [nonce; 24]).unwrap()
    };
    let file = KeyFile {
        binding,
        passphrase: slot(SlotKind::Passphrase, passphrase.expose().as_bytes(), 1),
        recovery: Some(slot(SlotKind::Recovery, code.expose_bytes(), 2)),
    };
    Fixture {
        key,
        passphrase,
        code,
        file,
    }
}

/// Opens both slots; whatever opens must give the one true key. Returns how many opened.
fn opened(fixture: &Fixture, file: &KeyFile) -> usize {
    let keys = [
        file.unlock_with_passphrase(&fixture.passphrase),
        file.unlock_with_recovery(&fixture.code),
    ];
    keys.iter()
        .filter_map(|result| match result {
            Ok(key) => {
                assert_eq!(key.expose_bytes(), fixture.key.expose_bytes());
                Some(())
            }
            Err(UnlockError::WrongSecret { .. } | UnlockError::Kdf(_)) => None,
            Err(other) => panic!("unexpected answer: {other}"),
        })
        .count()
}

#[test]
fn the_untouched_file_opens_twice() {
    let fixture = cheap_file();
    let text = fixture.file.to_json().unwrap();
    let read = KeyFile::from_json_within(&text, &LAX).unwrap();
    assert_eq!(read, fixture.file);
    assert_eq!(opened(&fixture, &read), 2);
}

#[test]
fn no_flipped_bit_anywhere_goes_unnoticed() {
    let fixture = cheap_file();
    let text = fixture.file.to_json().unwrap();
    let (mut unreadable, mut unopened) = (0, 0);
    for position in 0..text.len() {
        for bit in 0..8 {
            let mut tampered = text.clone();
            tampered[position] ^= 1 << bit;
            match KeyFile::from_json_within(&tampered, &LAX) {
                Err(_) => unreadable += 1,
                Ok(file) => {
                    let opened = opened(&fixture, &file);
                    assert!(
                        opened < 2,
                        "bit {bit} of byte {position} made no difference"
                    );
                    unopened += 1;
                }
            }
        }
    }
    assert!(
        unreadable > 1000 && unopened > 1000,
        "{unreadable} {unopened}"
    );
}

#[test]
fn no_cut_file_is_read() {
    let text = cheap_file().file.to_json().unwrap();
    // The last byte is a line feed, which means nothing.
    for len in 0..text.len() - 1 {
        assert!(
            KeyFile::from_json_within(&text[..len], &LAX).is_err(),
            "cut at {len}"
        );
    }
}

#[test]
fn every_changed_field_of_a_slot_is_a_wrong_secret() {
    let fixture = cheap_file();
    let changes: [Change; 7] = [
        ("m", |slot| slot.kdf.m_kib = 9),
        ("t", |slot| slot.kdf.t = 2),
        ("salt", |slot| slot.kdf.salt[15] ^= 1),
        ("kind", |slot| slot.kind = SlotKind::Recovery),
        ("nonce", |slot| slot.nonce[0] ^= 1),
        ("ciphertext", |slot| slot.wrapped[0] ^= 0x80),
        ("tag", |slot| slot.wrapped[47] ^= 1),
    ];
    for (field, change) in changes {
        let mut file = fixture.file.clone();
        change(&mut file.passphrase);
        let result = file.unlock_with_passphrase(&fixture.passphrase);
        assert!(
            matches!(result, Err(UnlockError::WrongSecret { .. })),
            "{field}: {result:?}"
        );
    }
}

#[test]
fn a_slot_of_another_ledger_does_not_open() {
    let fixture = cheap_file();
    let mut file = fixture.file.clone();
    file.binding = Binding::new(LedgerId::from_bytes([8; 16]), &fixture.key);
    assert_eq!(opened(&fixture, &file), 0);
}

#[test]
fn a_forged_slot_that_opens_to_another_key_is_a_wrong_secret() {
    let Fixture {
        passphrase,
        mut file,
        ..
    } = cheap_file();
    let (secret, foreign) = (
        passphrase.expose().as_bytes(),
        LedgerKey::generate().unwrap(),
    );
    let kind = SlotKind::Passphrase;
    file.passphrase =
        Slot::wrap_with(kind, secret, &foreign, &file.binding, CHEAP, [3; 24]).unwrap();
    let result = file.unlock_with_passphrase(&passphrase);
    assert!(
        matches!(result, Err(UnlockError::WrongSecret { .. })),
        "{result:?}"
    );
}

#[test]
fn every_attempt_costs_exactly_one_key_derivation() {
    let fixture = cheap_file();
    let mut tampered = fixture.file.clone();
    tampered.passphrase.wrapped[3] ^= 1;
    let attempts: [(&str, &KeyFile, &str); 4] = [
        ("right", &fixture.file, "café con leche"),
        ("wrong", &fixture.file, "cafe con leche"),
        ("empty", &fixture.file, ""),
        ("tampered", &tampered, "café con leche"),
    ];
    for (name, file, passphrase) in attempts {
        let before = RUNS.get();
        let result = file.unlock_with_passphrase(&Passphrase::new(passphrase.into()));
        assert_eq!(result.is_ok(), name == "right", "{name}");
        assert_eq!(RUNS.get() - before, 1, "{name}");
    }
}

#[test]
fn refusing_to_wrap_costs_no_key_derivation_and_changes_nothing() {
    let fixture = cheap_file();
    let (mut file, before) = (fixture.file.clone(), RUNS.get());
    let foreign = LedgerKey::generate().unwrap();
    let empty = Passphrase::new(String::new());

    let result = file.change_passphrase(&fixture.key, &empty);
    assert!(matches!(result, Err(WrapError::EmptyPassphrase)));
    let result = file.change_passphrase(&foreign, &fixture.passphrase);
    assert!(matches!(result, Err(WrapError::ForeignKey)));
    let result = file.new_recovery_code(&foreign);
    assert!(matches!(result, Err(WrapError::ForeignKey)));
    let result = KeyFile::create(&fixture.key, &empty);
    assert!(matches!(result, Err(WrapError::EmptyPassphrase)));

    assert_eq!(file, fixture.file);
    assert_eq!(RUNS.get(), before);
}

#[test]
fn a_file_without_recovery_code_says_so() {
    let Fixture { code, mut file, .. } = cheap_file();
    file.recovery = None;
    assert!(!file.has_recovery_code());
    let result = file.unlock_with_recovery(&code);
    assert!(matches!(
        result,
        Err(UnlockError::NoSlot {
            kind: SlotKind::Recovery
        })
    ));
}

proptest! {
    #[test]
    fn any_bytes_are_judged_without_panic(bytes: Vec<u8>) {
        prop_assert!(KeyFile::from_json(&bytes).is_err());
    }
}
