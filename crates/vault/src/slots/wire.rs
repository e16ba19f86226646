//! The text of `keys.json`, and its translation to what the slots are made of.
//!
//! Reading is strict: unknown or repeated fields, other spellings of hex and base64 and wrong
//! lengths are refused, so that one file has one meaning. The version is looked at before all else:
//! a newer file is told from a damaged one.

use data_encoding::{BASE64, HEXLOWER};
use serde::{Deserialize, Serialize};

use super::KeyFileError;
use super::kdf::{Kdf, KdfLimits};
use super::slot::{Binding, Slot, SlotKind};

const VERSION: u64 = 1;
const PASSPHRASE: &str = "passphrase";
const RECOVERY: &str = "recovery";
const ARGON2ID: &str = "argon2id";
const XCHACHA20POLY1305: &str = "xchacha20poly1305";

#[derive(Deserialize)]
struct VersionOnly {
    version: u64,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct WireFile {
    version: u64,
    ledger_id: String,
    key_check: String,
    slots: Vec<WireSlot>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct WireSlot {
    kind: String,
    kdf: WireKdf,
    cipher: WireCipher,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct WireKdf {
    algorithm: String,
    m_kib: u32,
    t: u32,
    p: u32,
    salt: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct WireCipher {
    algorithm: String,
    nonce: String,
    wrapped_key: String,
}

/// Reads the text of a key file.
pub(super) fn read(text: &[u8], limits: &KdfLimits) -> Result<(Binding, Vec<Slot>), KeyFileError> {
    let VersionOnly { version } = serde_json::from_slice(text)?;
    if version != VERSION {
        return Err(KeyFileError::UnknownVersion {
            found: version,
            supported: VERSION,
        });
    }
    let file: WireFile = serde_json::from_slice(text)?;
    let binding = Binding {
        ledger_id: file
            .ledger_id
            .parse()
            .map_err(|_| KeyFileError::Field { field: "ledger_id" })?,
        key_check: decode(&HEXLOWER, "key_check", &file.key_check)?,
    };
    let slots = file
        .slots
        .into_iter()
        .map(|slot| slot.read(limits))
        .collect::<Result<_, _>>()?;
    Ok((binding, slots))
}

/// Writes the text of a key file.
pub(super) fn write<'a>(
    binding: &Binding,
    slots: impl IntoIterator<Item = &'a Slot>,
) -> Result<Vec<u8>, KeyFileError> {
    let mut text = serde_json::to_vec_pretty(&WireFile {
        version: VERSION,
        ledger_id: binding.ledger_id.to_string(),
        key_check: HEXLOWER.encode(&binding.key_check),
        slots: slots.into_iter().map(WireSlot::write).collect(),
    })?;
    text.push(b'\n');
    Ok(text)
}

impl WireSlot {
    fn read(self, limits: &KdfLimits) -> Result<Slot, KeyFileError> {
        let kind = match self.kind.as_str() {
            PASSPHRASE => SlotKind::Passphrase,
            RECOVERY => SlotKind::Recovery,
            _ => return Err(KeyFileError::UnknownKind { kind: self.kind }),
        };
        expect_algorithm(ARGON2ID, self.kdf.algorithm)?;
        expect_algorithm(XCHACHA20POLY1305, self.cipher.algorithm)?;
        let WireKdf {
            m_kib, t, p, salt, ..
        } = self.kdf;
        let kdf = Kdf {
            m_kib,
            t,
            p,
            salt: decode(&BASE64, "salt", &salt)?,
        };
        kdf.check(limits)?;
        Ok(Slot {
            kind,
            kdf,
            nonce: decode(&BASE64, "nonce", &self.cipher.nonce)?,
            wrapped: decode(&BASE64, "wrapped_key", &self.cipher.wrapped_key)?,
        })
    }

    fn write(slot: &Slot) -> Self {
        let Kdf { m_kib, t, p, salt } = &slot.kdf;
        Self {
            kind: match slot.kind {
                SlotKind::Passphrase => PASSPHRASE.into(),
                SlotKind::Recovery => RECOVERY.into(),
            },
            kdf: WireKdf {
                algorithm: ARGON2ID.into(),
                m_kib: *m_kib,
                t: *t,
                p: *p,
                salt: BASE64.encode(salt),
            },
            cipher: WireCipher {
                algorithm: XCHACHA20POLY1305.into(),
                nonce: BASE64.encode(&slot.nonce),
                wrapped_key: BASE64.encode(&slot.wrapped),
            },
        }
    }
}

fn expect_algorithm(known: &str, found: String) -> Result<(), KeyFileError> {
    if found == known {
        Ok(())
    } else {
        Err(KeyFileError::UnknownAlgorithm { algorithm: found })
    }
}

fn decode<const N: usize>(
    encoding: &data_encoding::Encoding,
    field: &'static str,
    text: &str,
) -> Result<[u8; N], KeyFileError> {
    let damaged = || KeyFileError::Field { field };
    encoding
        .decode(text.as_bytes())
        .map_err(|_| damaged())?
        .try_into()
        .map_err(|_| damaged())
}
