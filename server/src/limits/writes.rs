//! What an account may ask of one replica: a bucket of tokens each. It only keeps one account from
//! taking a replica's whole time; nothing depends on replicas agreeing.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use uuid::Uuid;

use crate::refusal::Refusal;

/// Writes at once, and those that come back each second.
const WRITES: u32 = 240;
const WRITES_A_SECOND: u32 = 20;
/// Accounts that are remembered.
const ROOM: usize = 10_000;

/// A token is a thousand of these, so that parts of one count too.
const WHOLE: u64 = 1000;

#[derive(Clone, Copy)]
struct Bucket {
    millis_left: u64,
    at: Instant,
}

/// The buckets.
#[derive(Default)]
pub(crate) struct Limits(Mutex<HashMap<Uuid, Bucket>>);

impl Limits {
    /// Takes a token for a write.
    pub(crate) fn write(&self, account: Uuid) -> Result<(), Refusal> {
        self.write_at(account, Instant::now())
    }

    fn write_at(&self, account: Uuid, now: Instant) -> Result<(), Refusal> {
        let full = u64::from(WRITES) * WHOLE;
        let mut buckets = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if buckets.len() >= ROOM && !buckets.contains_key(&account) {
            // Those that are full again say nothing.
            let refill = std::time::Duration::from_secs((WRITES / WRITES_A_SECOND).into());
            buckets.retain(|_, bucket| now.duration_since(bucket.at) < refill);
        }
        let bucket = buckets.entry(account).or_insert(Bucket {
            millis_left: full,
            at: now,
        });
        let passed = u64::try_from(now.duration_since(bucket.at).as_millis()).unwrap_or(u64::MAX);
        let refilled = passed.saturating_mul(WRITES_A_SECOND.into());
        bucket.millis_left = bucket.millis_left.saturating_add(refilled).min(full);
        if passed > 0 {
            bucket.at = now;
        }
        match bucket.millis_left.checked_sub(WHOLE) {
            Some(left) => {
                bucket.millis_left = left;
                Ok(())
            }
            None => Err(Refusal::TooMany {
                retry_after_secs: 1,
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_bucket_empties_and_fills_again_and_belongs_to_one() {
        let (limits, begin) = (Limits::default(), Instant::now());
        let (one, other) = (Uuid::now_v7(), Uuid::now_v7());
        for _ in 0..WRITES {
            assert!(limits.write_at(one, begin).is_ok());
        }
        assert!(limits.write_at(one, begin).is_err());
        assert!(limits.write_at(other, begin).is_ok());
        let later = begin + Duration::from_millis(100);
        assert!(limits.write_at(one, later).is_ok());
        assert!(limits.write_at(one, later).is_ok());
        assert!(limits.write_at(one, later).is_err());
    }
}
