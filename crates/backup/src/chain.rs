//! Which earlier version a version builds on: a chain with shortcuts.
//!
//! Positions count from 0, the full one. Position `c` builds on `c − 32^z`, where `z` is the number
//! of zeros at the end of `c` written to the base 32: most versions build on the one before, each
//! 32nd on the one 32 before it (and so carries what changed since), each 1024th on the one 1024
//! before. A version is restored from at most `1 + 31 × digits` objects: 63 among the first
//! thousand, 94 among the first 32,768. Nothing is ever rewritten for it.

use serde::{Deserialize, Serialize};

use crate::ObjectName;

const BASE: u32 = 32;

/// One version on the way to the newest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Step {
    pub(crate) position: u32,
    pub(crate) name: ObjectName,
    pub(crate) size: u64,
}

/// The versions that the newest is restored from, the full one first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Chain(Vec<Step>);

/// Where the next version goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) position: u32,
    /// What it builds on: `None` for a full one.
    pub(crate) parent: Option<Step>,
}

impl Place {
    /// The place of a full version.
    pub(crate) const FULL: Self = Self {
        position: 0,
        parent: None,
    };
}

impl Place {
    /// Whether it is the place that follows `newest`, or a shortcut past it.
    pub(crate) fn builds_on(&self, newest: Option<&Step>) -> bool {
        let next = newest.and_then(|newest| newest.position.checked_add(1));
        next == Some(self.position)
    }
}

impl Chain {
    /// The newest version.
    pub(crate) fn newest(&self) -> Option<&Step> {
        self.0.last()
    }

    /// All of them, the full one first.
    pub(crate) fn steps(&self) -> &[Step] {
        &self.0
    }

    /// Where the next version goes, when the database has `bytes` bytes.
    ///
    /// At each shortcut the chain starts anew if what restoring reads has grown to more than twice
    /// the database.
    pub(crate) fn next(&self, bytes: u64) -> Place {
        let Some(position) = self.newest().and_then(|step| step.position.checked_add(1)) else {
            return Place::FULL;
        };
        let read: u64 = self.0.iter().map(|step| step.size).sum();
        if position.is_multiple_of(BASE) && read > bytes.saturating_mul(2) {
            return Place::FULL;
        }
        let wanted = parent_of(position);
        let parent = self.0.iter().find(|step| step.position == wanted);
        parent.map_or(Place::FULL, |parent| Place {
            position,
            parent: Some(parent.clone()),
        })
    }

    /// Adds a version at its place.
    pub(crate) fn push(&mut self, place: &Place, name: ObjectName, size: u64) {
        let kept = place.parent.as_ref().map_or(0, |parent| {
            let found = self.0.iter().position(|step| step == parent);
            found.map_or(0, |index| index + 1)
        });
        self.0.truncate(kept);
        self.0.push(Step {
            position: place.position,
            name,
            size,
        });
    }
}

/// The position that a position above 0 builds on.
fn parent_of(position: u32) -> u32 {
    let mut step = 1;
    while position.is_multiple_of(step * BASE) {
        step *= BASE;
    }
    position - step
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::Stamp;

    #[rstest]
    #[case(1, 0)]
    #[case(31, 30)]
    #[case(32, 0)]
    #[case(33, 32)]
    #[case(64, 32)]
    #[case(1024, 0)]
    #[case(1025, 1024)]
    #[case(1056, 1024)]
    #[case(2048, 1024)]
    fn each_position_has_its_parent(#[case] position: u32, #[case] parent: u32) {
        assert_eq!(parent_of(position), parent);
    }

    fn named(count: u32) -> ObjectName {
        let mut id = [0; 16];
        id[..4].copy_from_slice(&count.to_be_bytes());
        ObjectName::version(&Stamp {
            device: [0; 8],
            sequence: u64::from(count),
            created_at: chrono::DateTime::UNIX_EPOCH,
            id,
        })
    }

    #[test]
    fn what_restoring_reads_stays_bounded_and_whole() {
        let mut chain = Chain::default();
        for count in 0..5000 {
            let place = chain.next(u64::MAX);
            assert_eq!(place.position, count);
            chain.push(&place, named(count), 1);
            let positions: Vec<_> = chain.steps().iter().map(|step| step.position).collect();
            assert_eq!(positions[0], 0);
            assert!(
                positions
                    .windows(2)
                    .all(|pair| parent_of(pair[1]) == pair[0])
            );
            assert!(positions.len() <= 94, "{} at {count}", positions.len());
        }
    }

    #[test]
    fn a_chain_that_grew_too_long_to_read_starts_anew() {
        let mut chain = Chain::default();
        for count in 0..32 {
            let place = chain.next(100);
            assert_eq!(place.position, count);
            chain.push(&place, named(count), 10);
        }
        assert_eq!(chain.next(100), Place::FULL);
        assert_eq!(chain.next(1000).position, 32);
    }
}
