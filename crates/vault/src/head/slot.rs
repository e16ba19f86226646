//! One slot of the head file: 80 bytes that say a sequence and a hash, and prove it.
//!
//! | bytes | content |
//! |---|---|
//! | 8 | `LUKAHED1`: magic and format version |
//! | 8 | sequence, little endian |
//! | 32 | chain hash |
//! | 32 | keyed BLAKE3 over the 48 bytes above and the ledger id |
//!
//! A slot of zeros, or of nothing, was never written. A sequence in the slot of the other parity is
//! as invalid as a wrong MAC: a slot can't be copied over its neighbour.

use std::fmt;

use zeroize::Zeroizing;

use super::Head;
use crate::{ChainHash, LedgerId, LedgerKey};

const MAGIC: &[u8; 8] = b"LUKAHED1";
const MAC_CONTEXT: &str = "LukaLibre 2025 chain head MAC v1";
const BODY_LEN: usize = MAGIC.len() + 8 + ChainHash::LEN;

/// What was found in a slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slot {
    /// Never written.
    Empty,
    /// Torn, tampered with, or sealed under another key.
    Invalid,
    /// Sealed by this ledger's key.
    Valid(Head),
}

impl Slot {
    /// The length of a slot in bytes.
    pub(super) const LEN: usize = BODY_LEN + blake3::OUT_LEN;

    pub(super) fn head(&self) -> Option<Head> {
        if let Self::Valid(head) = self {
            Some(*head)
        } else {
            None
        }
    }
}

/// Which of the two slots a sequence goes to.
pub(super) fn parity(sequence: u64) -> u8 {
    u8::from(sequence % 2 == 1)
}

/// Seals and opens the slots of one ledger.
pub(super) struct Sealer {
    mac_key: Zeroizing<[u8; blake3::KEY_LEN]>,
    ledger_id: LedgerId,
}

impl Sealer {
    pub(super) fn new(key: &LedgerKey, ledger_id: LedgerId) -> Self {
        Self {
            mac_key: key.derive(MAC_CONTEXT),
            ledger_id,
        }
    }

    pub(super) fn seal(&self, head: Head) -> [u8; Slot::LEN] {
        let mut sealed = [0; Slot::LEN];
        let (body, mac) = sealed.split_at_mut(BODY_LEN);
        body[..8].copy_from_slice(MAGIC);
        body[8..16].copy_from_slice(&head.sequence.to_le_bytes());
        body[16..].copy_from_slice(head.hash.as_bytes());
        mac.copy_from_slice(self.mac(body).as_bytes());
        sealed
    }

    pub(super) fn open(&self, expected_parity: u8, bytes: &[u8]) -> Slot {
        if bytes.iter().all(|&byte| byte == 0) {
            return Slot::Empty;
        }
        match self.verified(bytes) {
            Some(head) if parity(head.sequence) == expected_parity => Slot::Valid(head),
            _ => Slot::Invalid,
        }
    }

    fn verified(&self, bytes: &[u8]) -> Option<Head> {
        let (body, mac) = bytes.split_at_checked(BODY_LEN)?;
        let mac: [u8; blake3::OUT_LEN] = mac.try_into().ok()?;
        // Comparing two `blake3::Hash` takes constant time.
        if self.mac(body) != blake3::Hash::from_bytes(mac) {
            return None;
        }
        let (magic, rest) = body.split_first_chunk::<8>()?;
        let (sequence, hash) = rest.split_first_chunk::<8>()?;
        let hash = ChainHash::from_bytes(hash.try_into().ok()?);
        (magic == MAGIC).then_some(Head {
            sequence: u64::from_le_bytes(*sequence),
            hash,
        })
    }

    fn mac(&self, body: &[u8]) -> blake3::Hash {
        let mut message = [0; BODY_LEN + LedgerId::LEN];
        message[..BODY_LEN].copy_from_slice(body);
        message[BODY_LEN..].copy_from_slice(self.ledger_id.as_bytes());
        blake3::keyed_hash(&self.mac_key, &message)
    }
}

impl fmt::Debug for Sealer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sealer")
            .field("ledger_id", &self.ledger_id)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Computed with the Python package `blake3` (see `tests/vectors/make.py`).
    #[test]
    fn known_answer() {
        let key = LedgerKey::copy_from(&[0x42; LedgerKey::LEN]);
        let ledger = Sealer::new(&key, LedgerId::from_bytes([7; LedgerId::LEN]));
        let head = Head {
            sequence: 5,
            hash: ChainHash::from_bytes([9; ChainHash::LEN]),
        };
        let sealed = ledger.seal(head);
        assert_eq!(
            data_encoding::HEXLOWER.encode(&sealed[BODY_LEN..]),
            "07f1fb4f97ae5587c8cab8a06f5f1f77b5a4ae50f33965dafa5c81ef8f812221"
        );
        assert_eq!(ledger.open(1, &sealed), Slot::Valid(head));
        assert_eq!(ledger.open(0, &sealed), Slot::Invalid);
    }
}
