//! Sealing the pieces of one object: XChaCha20-Poly1305 under the backup key.
//!
//! The nonce is the object's random 16-byte id and the piece's number; an id names one object for
//! ever, so no nonce is ever used twice. The associated data names the ledger and the object, so
//! that a piece opens only in its own place of its own object under its own name.

use chacha20poly1305::aead::{AeadInOut, KeyInit};
use chacha20poly1305::{Tag, XChaCha20Poly1305, XNonce};

use super::BackupKey;
use crate::LedgerId;
use crate::random::{self, RandomError};

/// How much longer a sealed piece is than what is in it, in bytes.
pub const OVERHEAD: usize = 16;

const PURPOSE: &[u8] = b"lukalibre backup v1";

/// Seals and opens the pieces of one object.
pub struct Sealer {
    cipher: XChaCha20Poly1305,
    id: [u8; 16],
    associated_data: Vec<u8>,
}

/// A piece that was altered, or is not the piece of this place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the data was altered, or belongs elsewhere")]
pub struct NotAuthentic;

/// Makes the random id of a new object.
pub fn random_id() -> Result<[u8; 16], RandomError> {
    random::public_bytes()
}

impl Sealer {
    /// For the object `name` (its whole text) with the random `id`, which must name no other.
    pub fn new(key: &BackupKey, ledger: LedgerId, name: &str, id: [u8; 16]) -> Self {
        Self {
            cipher: XChaCha20Poly1305::new(key.expose_bytes().into()),
            id,
            associated_data: [PURPOSE, ledger.as_bytes(), name.as_bytes()].concat(),
        }
    }

    /// Seals piece `number` in place; the tag is appended.
    pub fn seal(&self, number: u64, piece: &mut Vec<u8>) -> Result<(), NotAuthentic> {
        let tag = self
            .cipher
            .encrypt_inout_detached(
                &self.nonce(number),
                &self.associated_data,
                piece.as_mut_slice().into(),
            )
            .map_err(|_| NotAuthentic)?;
        piece.extend_from_slice(&tag);
        Ok(())
    }

    /// Opens piece `number` in place; the tag is cut off. What does not open is left unusable.
    pub fn open(&self, number: u64, piece: &mut Vec<u8>) -> Result<(), NotAuthentic> {
        let body = piece.len().checked_sub(OVERHEAD).ok_or(NotAuthentic)?;
        let (text, tag) = piece.split_at_mut(body);
        let tag = Tag::try_from(&*tag).map_err(|_| NotAuthentic)?;
        self.cipher
            .decrypt_inout_detached(
                &self.nonce(number),
                &self.associated_data,
                text.into(),
                &tag,
            )
            .map_err(|_| NotAuthentic)?;
        piece.truncate(body);
        Ok(())
    }

    fn nonce(&self, number: u64) -> XNonce {
        let mut nonce = [0; 24];
        nonce[..16].copy_from_slice(&self.id);
        nonce[16..].copy_from_slice(&number.to_be_bytes());
        XNonce::from(nonce)
    }
}

impl std::fmt::Debug for Sealer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Sealer(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LEDGER: LedgerId = LedgerId::from_bytes([7; 16]);

    fn sealer(name: &str, id: u8) -> Sealer {
        let key = BackupKey::copy_from(&[5; 32]);
        Sealer::new(&key, LEDGER, name, [id; 16])
    }

    /// Computed with the Python package `pycryptodome` (see `tests/vectors/backup.py`).
    #[test]
    fn known_answer() {
        let mut piece = b"pages".to_vec();
        sealer("version-x", 1).seal(2, &mut piece).unwrap();
        assert_eq!(
            data_encoding::HEXLOWER.encode(&piece),
            include_str!("../../tests/vectors/sealed-piece.hex").trim()
        );
    }

    #[test]
    fn a_piece_opens_only_in_its_place() {
        let mut sealed = b"pages".to_vec();
        sealer("a", 1).seal(2, &mut sealed).unwrap();
        let opens = |sealer: &Sealer, number, piece: &[u8]| {
            let mut piece = piece.to_vec();
            sealer.open(number, &mut piece).map(|()| piece)
        };
        assert_eq!(opens(&sealer("a", 1), 2, &sealed).unwrap(), b"pages");
        assert!(
            opens(&sealer("a", 1), 3, &sealed).is_err(),
            "another number"
        );
        assert!(opens(&sealer("b", 1), 2, &sealed).is_err(), "another name");
        assert!(
            opens(&sealer("a", 2), 2, &sealed).is_err(),
            "another object"
        );
        let other = Sealer::new(
            &BackupKey::copy_from(&[5; 32]),
            LedgerId::from_bytes([8; 16]),
            "a",
            [1; 16],
        );
        assert!(opens(&other, 2, &sealed).is_err(), "another ledger");
        for place in 0..sealed.len() {
            let mut flipped = sealed.clone();
            flipped[place] ^= 1;
            assert!(opens(&sealer("a", 1), 2, &flipped).is_err(), "{place}");
            assert!(
                opens(&sealer("a", 1), 2, &sealed[..place]).is_err(),
                "{place}"
            );
        }
    }
}
