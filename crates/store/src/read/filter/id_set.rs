//! A set of ids as bits: a million of them in some hundred KiB, and filled inside of SQLite.
//!
//! Ids are counters of a device, so they lie close together; they are kept in blocks of neighbours,
//! and a block exists once one of its ids does. `set_of_ids(id)` is an aggregate function that hands
//! such a set over as a blob: rows that are only collected never leave SQLite one by one.

use rusqlite::Connection;
use rusqlite::functions::{Aggregate, Context, FunctionFlags};

use crate::StoreError;
use crate::record::odd;

/// Bits of a word.
const WORD: i64 = 64;
/// Words of a block.
const WORDS: usize = 256;
/// Ids of a block.
const IDS: i64 = 64 * 256;
/// Bytes of a block in a blob: which one it is, then its words.
const BYTES: usize = 8 + WORDS * 8;

/// Neighbours: those whose ids begin alike.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Block {
    at: i64,
    words: [u64; WORDS],
}

/// Some ids.
#[derive(Clone, Debug, Default)]
pub(crate) struct IdSet {
    /// In the order of their ids.
    blocks: Vec<Block>,
    /// The block that was used last: ids mostly come beside each other.
    last: usize,
}

/// Which block, word and bit an id is.
const fn place(id: i64) -> (i64, usize, u64) {
    let inside = id.rem_euclid(IDS);
    let (word, bit) = (inside / WORD, inside % WORD);
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "both are below the size of a block"
    )]
    (id.div_euclid(IDS), word as usize, 1 << bit as u64)
}

impl IdSet {
    pub(crate) fn insert(&mut self, id: i64) {
        let (at, word, bit) = place(id);
        if self
            .blocks
            .get(self.last)
            .is_none_or(|block| block.at != at)
        {
            self.last = match self.blocks.binary_search_by_key(&at, |block| block.at) {
                Ok(known) => known,
                Err(gap) => {
                    let words = [0; WORDS];
                    self.blocks.insert(gap, Block { at, words });
                    gap
                }
            };
        }
        let block = self.blocks.get_mut(self.last);
        if let Some(word) = block.and_then(|block| block.words.get_mut(word)) {
            *word |= bit;
        }
    }

    pub(crate) fn contains(&self, id: i64) -> bool {
        let (at, word, bit) = place(id);
        let block = self.block(at);
        block
            .and_then(|block| block.words.get(word))
            .is_some_and(|word| word & bit != 0)
    }

    pub(crate) fn len(&self) -> u64 {
        let words = self.blocks.iter().flat_map(|block| &block.words);
        words.map(|word| u64::from(word.count_ones())).sum()
    }

    /// Keeps what the other has too.
    pub(crate) fn intersect(&mut self, other: &Self) {
        self.blocks.retain(|block| other.block(block.at).is_some());
        self.combine(other, |own, other| own & other);
    }

    /// Takes away what the other has.
    pub(crate) fn subtract(&mut self, other: &Self) {
        self.combine(other, |own, other| own & !other);
    }

    /// Takes what the other has.
    pub(crate) fn unite(&mut self, other: &Self) {
        for block in &other.blocks {
            if self.block(block.at).is_none() {
                self.insert(block.at * IDS);
                // Only to have the block: whether its first id belongs here is said below.
                if let Some(first) = self.blocks.get_mut(self.last) {
                    first.words = [0; WORDS];
                }
            }
        }
        self.combine(other, |own, other| own | other);
    }

    /// The ids, the smallest first.
    pub(crate) fn iter(&self) -> impl Iterator<Item = i64> + '_ {
        let words = |block: &Block| (block.at * IDS..).step_by(64).zip(block.words);
        let bits = |(first, word): (i64, u64)| {
            (0..WORD)
                .filter(move |bit| word >> bit & 1 == 1)
                .map(move |bit| first + bit)
        };
        let words = self.blocks.iter().flat_map(words);
        words.filter(|(_, word)| *word != 0).flat_map(bits)
    }

    fn block(&self, at: i64) -> Option<&Block> {
        let found = self.blocks.binary_search_by_key(&at, |block| block.at);
        found.ok().and_then(|found| self.blocks.get(found))
    }

    fn combine(&mut self, other: &Self, with: impl Fn(u64, u64) -> u64) {
        for block in &mut self.blocks {
            if let Some(other) = other.block(block.at) {
                for (own, other) in block.words.iter_mut().zip(other.words) {
                    *own = with(*own, other);
                }
            }
        }
    }

    fn to_blob(&self) -> Vec<u8> {
        let mut blob = Vec::with_capacity(self.blocks.len() * BYTES);
        for block in &self.blocks {
            blob.extend(block.at.to_le_bytes());
            blob.extend(block.words.iter().flat_map(|word| word.to_le_bytes()));
        }
        blob
    }

    /// The set that `set_of_ids` found.
    pub(crate) fn from_blob(blob: &[u8]) -> Result<Self, StoreError> {
        let mut set = Self::default();
        for bytes in blob.chunks(BYTES) {
            let mut numbers = bytes.chunks_exact(8).map(<[u8; 8]>::try_from);
            let at = numbers.next().and_then(Result::ok).map(i64::from_le_bytes);
            let mut words = [0; WORDS];
            for (word, bytes) in words.iter_mut().zip(numbers) {
                *word = bytes.map(u64::from_le_bytes).unwrap_or_default();
            }
            let at = at.ok_or_else(|| odd("a set of ids has no beginning"))?;
            set.blocks.push(Block { at, words });
        }
        Ok(set)
    }
}

impl FromIterator<i64> for IdSet {
    fn from_iter<T: IntoIterator<Item = i64>>(ids: T) -> Self {
        let mut set = Self::default();
        ids.into_iter().for_each(|id| set.insert(id));
        set
    }
}

/// `set_of_ids(id)`.
struct SetOfIds;

impl Aggregate<IdSet, Vec<u8>> for SetOfIds {
    fn init(&self, _: &mut Context<'_>) -> rusqlite::Result<IdSet> {
        Ok(IdSet::default())
    }

    fn step(&self, context: &mut Context<'_>, set: &mut IdSet) -> rusqlite::Result<()> {
        set.insert(context.get_raw(0).as_i64()?);
        Ok(())
    }

    fn finalize(&self, _: &mut Context<'_>, set: Option<IdSet>) -> rusqlite::Result<Vec<u8>> {
        Ok(set.map_or_else(Vec::new, |set| set.to_blob()))
    }
}

/// Makes `set_of_ids` known to a connection.
pub(crate) fn register_function(connection: &Connection) -> Result<(), StoreError> {
    let flags = FunctionFlags::SQLITE_UTF8
        | FunctionFlags::SQLITE_DETERMINISTIC
        | FunctionFlags::SQLITE_DIRECTONLY;
    connection.create_aggregate_function("set_of_ids", 1, flags, SetOfIds)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    /// Ids of two devices, close together and far apart.
    fn ids() -> impl Strategy<Value = BTreeSet<i64>> {
        let id = (0i64..2, prop_oneof![0i64..200, 0i64..1 << 40]);
        prop::collection::btree_set(id.prop_map(|(slot, counter)| slot << 40 | counter), 0..60)
    }

    proptest! {
        #[test]
        fn it_is_a_set(one in ids(), other in ids(), asked in ids()) {
            let set: IdSet = one.iter().copied().collect();
            prop_assert_eq!(set.len(), one.len() as u64);
            prop_assert_eq!(set.iter().collect::<Vec<_>>(), Vec::from_iter(one.clone()));
            for id in asked.iter().chain(&one) {
                prop_assert_eq!(set.contains(*id), one.contains(id));
            }
            let back = IdSet::from_blob(&set.to_blob()).unwrap();
            prop_assert_eq!(&back.blocks, &set.blocks);
            let second: IdSet = other.iter().copied().collect();
            let made = |change: fn(&mut IdSet, &IdSet)| {
                let mut changed = set.clone();
                change(&mut changed, &second);
                changed.iter().collect::<BTreeSet<_>>()
            };
            prop_assert_eq!(made(IdSet::intersect), &one & &other);
            prop_assert_eq!(made(IdSet::subtract), &one - &other);
            prop_assert_eq!(made(IdSet::unite), &one | &other);
        }
    }
}
