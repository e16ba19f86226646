//! Identifiers: dense counters inside, short scrambled text outside.
//!
//! An id is `slot << 40 | counter`. The counter only grows, so rows are stored in the order in
//! which they were made (an index on random keys would cost backup bytes); the slot is 0 for the
//! device that made the ledger and another number for each further device, so that two devices
//! never make the same id.
//!
//! The text form is made so that *short prefixes are unambiguous*: the counter is multiplied by an
//! odd constant modulo 2^40 and written in base 32, least significant digit first. The low digits
//! of such a product depend on the low digits of the factor alone, so a prefix of `p` characters
//! fixes the counter modulo 32^p: whoever looks a prefix up visits an arithmetic progression of
//! counters, and needs no index.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Crockford's base 32, lower case: no i, l, o, u.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
/// Bits of an id that count; the bits above name the device slot.
pub const COUNTER_BITS: u32 = 40;
const COUNTER_MASK: u64 = (1 << COUNTER_BITS) - 1;
const DIGITS: u32 = 8;
/// Odd, so that it has an inverse modulo 2^40; near 2^40 / golden ratio, so that neighbours differ.
const FACTOR: u64 = 0x9E_3779_B97F;
const INVERSE: u64 = inverse(FACTOR);

/// The inverse of an odd number modulo 2^40, by Newton's iteration.
const fn inverse(odd: u64) -> u64 {
    let mut x = odd;
    let mut round = 0;
    while round < 6 {
        x = x.wrapping_mul(2u64.wrapping_sub(odd.wrapping_mul(x)));
        round += 1;
    }
    x & COUNTER_MASK
}

/// An identifier of any entity of the ledger; entities use the typed ids below.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Id(i64);

impl Id {
    /// Makes the id number `counter` of device `slot`; `None` when either is out of range.
    pub fn new(slot: u32, counter: u64) -> Option<Self> {
        let fits = slot < (1 << 22) && counter > 0 && counter <= COUNTER_MASK;
        let raw = i64::from(slot) << COUNTER_BITS | i64::try_from(counter).ok()?;
        fits.then_some(Self(raw))
    }

    /// The number under which the entity is stored.
    pub const fn raw(self) -> i64 {
        self.0
    }

    /// Takes back a stored number.
    pub const fn from_raw(raw: i64) -> Self {
        Self(raw)
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let raw = self.0.unsigned_abs();
        write_digits(
            f,
            (raw & COUNTER_MASK).wrapping_mul(FACTOR) & COUNTER_MASK,
            DIGITS,
        )?;
        let slot = raw >> COUNTER_BITS;
        if slot > 0 {
            f.write_str("-")?;
            write_digits(f, slot, 5)?;
        }
        Ok(())
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

fn write_digits(f: &mut fmt::Formatter<'_>, mut value: u64, digits: u32) -> fmt::Result {
    for _ in 0..digits {
        let digit = ALPHABET[usize::try_from(value & 31).unwrap_or(0)];
        write!(f, "{}", char::from(digit))?;
        value >>= 5;
    }
    Ok(())
}

/// What a typed id or prefix of an id stands for: the counters `first + k * step` of one slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IdPrefix {
    /// The device slot; 0 when the text has no dash.
    pub slot: u32,
    /// True when the text has no dash: any device may have made what it begins.
    pub any_slot: bool,
    /// The smallest counter with this prefix (0 stands for none: counters begin at 1).
    pub first: u64,
    /// The distance between two counters with this prefix; 2^40 for a whole id.
    pub step: u64,
}

/// Why a text can't be an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an id is made of digits and the letters a-z without i, l, o and u")]
pub struct IdPrefixError;

impl FromStr for IdPrefix {
    type Err = IdPrefixError;

    fn from_str(text: &str) -> Result<Self, IdPrefixError> {
        let (counter, slot) = match text.split_once('-') {
            Some((counter, "")) => return counter.parse(),
            Some((counter, slot)) => (counter, read_digits(slot, 5)?.0),
            // The dash left out of a whole id.
            None => match text.split_at_checked(DIGITS as usize) {
                Some((counter, slot)) if !slot.is_empty() => (counter, read_digits(slot, 5)?.0),
                _ => (text, 0),
            },
        };
        let (value, digits) = read_digits(counter, DIGITS)?;
        let step = 1u64 << (5 * digits);
        Ok(Self {
            slot: u32::try_from(slot).map_err(|_| IdPrefixError)?,
            any_slot: counter.len() == text.len(),
            first: value.wrapping_mul(INVERSE) & (step - 1),
            step,
        })
    }
}

fn read_digits(text: &str, most: u32) -> Result<(u64, u32), IdPrefixError> {
    let mut value = 0u64;
    let mut digits = 0u32;
    for byte in text.bytes() {
        let byte = byte.to_ascii_lowercase();
        let digit = ALPHABET
            .iter()
            .position(|&a| a == byte)
            .ok_or(IdPrefixError)?;
        if digits == most {
            return Err(IdPrefixError);
        }
        value |= u64::try_from(digit).map_err(|_| IdPrefixError)? << (5 * digits);
        digits += 1;
    }
    if digits == 0 {
        Err(IdPrefixError)
    } else {
        Ok((value, digits))
    }
}

macro_rules! typed_ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Id);

        impl $name {
            /// The number under which the entity is stored.
            pub const fn raw(self) -> i64 { self.0.raw() }
            /// Takes back a stored number.
            pub const fn from_raw(raw: i64) -> Self { Self(Id::from_raw(raw)) }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { self.0.fmt(f) }
        }
    )+};
}

typed_ids! {
    /// Names an account or category.
    AccountId,
    /// Names a currency that the ledger uses.
    CurrencyId,
    /// Names a payee.
    PayeeId,
    /// Names a budget.
    BudgetId,
    /// Names a schedule.
    ScheduleId,
    /// Names a rule.
    RuleId,
    /// Names a tag.
    TagId,
    /// Names a transaction.
    TransactionId,
    /// Names a saving goal.
    GoalId,
    /// Names a contribution to a goal.
    ContributionId,
    /// Names a price.
    PriceId,
    /// Names one import of one file.
    BatchId,
    /// Names one row of a bank file.
    StatementRowId,
    /// Names a file kept with a transaction.
    AttachmentId,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn neighbours_differ_in_their_first_characters() {
        let ids: Vec<String> = (1..=4)
            .map(|n| Id::new(0, n).unwrap().to_string())
            .collect();
        let firsts: std::collections::HashSet<char> =
            ids.iter().filter_map(|i| i.chars().next()).collect();
        assert_eq!(firsts.len(), 4);
    }

    proptest! {
        #[test]
        fn a_whole_id_reads_back(slot in 0u32..(1 << 22), counter in 1u64..(1 << 40)) {
            let id = Id::new(slot, counter).unwrap();
            let prefix: IdPrefix = id.to_string().parse().unwrap();
            prop_assert_eq!((prefix.slot, prefix.first, prefix.step), (slot, counter, 1 << 40));
        }

        #[test]
        fn a_whole_id_reads_back_without_its_dash(slot in 1u32..(1 << 22), counter in 1u64..(1 << 40)) {
            let id = Id::new(slot, counter).unwrap().to_string();
            let bare: IdPrefix = id.replace('-', "").parse().unwrap();
            prop_assert_eq!(bare, id.parse::<IdPrefix>().unwrap());
            let begun: IdPrefix = id.split_inclusive('-').next().unwrap().parse().unwrap();
            prop_assert!(begun.any_slot && begun.first == counter);
        }

        #[test]
        fn each_prefix_contains_its_id(counter in 1u64..(1 << 40), length in 1usize..=8) {
            let text = Id::new(0, counter).unwrap().to_string();
            let prefix: IdPrefix = text[..length].parse().unwrap();
            prop_assert_eq!(counter % prefix.step, prefix.first);
        }

        #[test]
        fn any_text_is_refused_or_read(text in "\\PC{0,20}") {
            let _ = text.parse::<IdPrefix>();
        }
    }
}
