//! The keys an agent holds: a small table in pages that are kept from swap where that is allowed.
//!
//! The bytes sit together in one allocation, so that one lock covers them all, and are wiped the
//! moment a key is forgotten, replaced or past its deadline. A key past its deadline is never
//! handed out.

use std::time::Duration;

use region::LockGuard;
use zeroize::Zeroize;

use super::deadline::{Deadline, Now};
use super::protocol::HeldKey;
use crate::{LedgerId, LedgerKey};

/// How many ledgers' keys fit.
pub(super) const CAPACITY: usize = 16;

type KeyBytes = [u8; LedgerKey::LEN];

/// Whose key is in a place, and until when.
#[derive(Debug, Clone, Copy)]
struct Label {
    ledger_id: LedgerId,
    deadline: Deadline,
}

/// No place is free.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Full;

/// The table of held keys.
pub(super) struct HeldKeys {
    labels: [Option<Label>; CAPACITY],
    // Declared before the bytes: pages must be unlocked while they still exist.
    lock: Option<LockGuard>,
    keys: Box<[KeyBytes; CAPACITY]>,
}

impl HeldKeys {
    pub(super) fn new() -> Self {
        let keys = Box::new([[0; LedgerKey::LEN]; CAPACITY]);
        let lock = region::lock(keys.as_ptr(), size_of_val(&*keys)).ok();
        Self {
            labels: [None; CAPACITY],
            lock,
            keys,
        }
    }

    pub(super) fn is_locked_in_memory(&self) -> bool {
        self.lock.is_some()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.labels.iter().all(Option::is_none)
    }

    /// Keeps a copy of the key until the deadline; one it held for that ledger is replaced.
    pub(super) fn hold(
        &mut self,
        ledger_id: LedgerId,
        key: &LedgerKey,
        deadline: Deadline,
    ) -> Result<(), Full> {
        let place = self
            .place_of(ledger_id)
            .or_else(|| self.labels.iter().position(Option::is_none));
        let place = place.ok_or(Full)?;
        self.keys[place].copy_from_slice(key.expose_bytes());
        self.labels[place] = Some(Label {
            ledger_id,
            deadline,
        });
        Ok(())
    }

    pub(super) fn get(&self, ledger_id: LedgerId, now: Now) -> Option<LedgerKey> {
        let place = self.place_of(ledger_id)?;
        let alive = self.labels[place].is_some_and(|label| !label.deadline.has_passed(now));
        alive.then(|| LedgerKey::copy_from(&self.keys[place]))
    }

    /// Wipes one ledger's key, or all of them.
    pub(super) fn forget(&mut self, ledger_id: Option<LedgerId>) {
        self.wipe_where(|label| ledger_id.is_none_or(|id| id == label.ledger_id));
    }

    /// Wipes the keys whose time has come.
    pub(super) fn wipe_expired(&mut self, now: Now) {
        self.wipe_where(|label| label.deadline.has_passed(now));
    }

    /// The time until the next key expires.
    pub(super) fn next_expiry(&self, now: Now) -> Option<Duration> {
        self.labels
            .iter()
            .flatten()
            .map(|label| label.deadline.left(now))
            .min()
    }

    pub(super) fn list(&self, now: Now) -> Vec<HeldKey> {
        let entry = |label: &Label| HeldKey {
            ledger_id: label.ledger_id,
            expires_in: label.deadline.left(now),
        };
        self.labels.iter().flatten().map(entry).collect()
    }

    fn place_of(&self, ledger_id: LedgerId) -> Option<usize> {
        self.labels
            .iter()
            .position(|l| l.is_some_and(|label| label.ledger_id == ledger_id))
    }

    fn wipe_where(&mut self, condition: impl Fn(&Label) -> bool) {
        for (label, key) in self.labels.iter_mut().zip(self.keys.iter_mut()) {
            if label.as_ref().is_some_and(&condition) {
                key.zeroize();
                *label = None;
            }
        }
    }
}

impl Drop for HeldKeys {
    fn drop(&mut self) {
        self.keys.zeroize();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(number: usize) -> LedgerId {
        LedgerId::from_bytes([u8::try_from(number).unwrap(); LedgerId::LEN])
    }

    fn filled(ledgers: usize) -> (HeldKeys, Now) {
        let now = Now::look();
        let deadline = Deadline::after(now, Duration::from_mins(1)).unwrap();
        let mut held = HeldKeys::new();
        for number in 0..ledgers {
            held.hold(id(number), &LedgerKey::copy_from(&[0xcc; 32]), deadline)
                .unwrap();
        }
        (held, now)
    }

    #[test]
    fn holds_so_many_and_replaces_its_own() {
        let (mut held, now) = filled(CAPACITY);
        let deadline = Deadline::after(now, Duration::from_secs(9)).unwrap();
        let key = LedgerKey::copy_from(&[0xdd; 32]);
        assert_eq!(held.hold(id(CAPACITY), &key, deadline), Err(Full));
        assert_eq!(held.hold(id(3), &key, deadline), Ok(()));
        assert_eq!(held.get(id(3), now).unwrap().expose_bytes(), &[0xdd; 32]);
        assert_eq!(held.next_expiry(now), Some(Duration::from_secs(9)));
    }

    #[test]
    fn forgetting_wipes_the_bytes() {
        let (mut held, now) = filled(3);
        held.forget(Some(id(1)));
        assert!(held.get(id(1), now).is_none());
        assert_eq!(held.keys[..3], [[0xcc; 32], [0; 32], [0xcc; 32]]);
        held.forget(None);
        assert!(held.is_empty());
        assert!(held.keys.iter().flatten().all(|&byte| byte == 0));
    }

    #[test]
    fn an_expired_key_is_not_handed_out_even_before_it_is_wiped() {
        let (mut held, now) = filled(1);
        held.hold(
            id(0),
            &LedgerKey::copy_from(&[1; 32]),
            Deadline::after(now, Duration::ZERO).unwrap(),
        )
        .unwrap();
        assert!(held.get(id(0), now).is_none());
        held.wipe_expired(now);
        assert!(held.is_empty());
        assert_eq!(held.keys[0], [0; 32]);
    }
}
