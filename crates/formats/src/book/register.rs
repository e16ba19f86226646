//! A list of named entities that finds each by its id, as the chart does for accounts.

use std::collections::HashMap;
use std::hash::Hash;

use domain::id::{PayeeId, TagId};
use domain::{Payee, Tag};

/// Something with an id and a name.
pub trait Entry {
    /// The type of its id.
    type Id: Copy + Eq + Hash;
    /// Its id.
    fn id(&self) -> Self::Id;
    /// Its name, unique in the ledger.
    fn name(&self) -> &str;
}

macro_rules! entries {
    ($($entity:ty: $id:ty),+) => {$(
        impl Entry for $entity {
            type Id = $id;
            fn id(&self) -> $id { self.id }
            fn name(&self) -> &str { &self.name }
        }
    )+};
}

entries!(Payee: PayeeId, Tag: TagId);

/// All entities of one type, in the order in which they were given.
#[derive(Clone, Debug)]
pub struct Register<T: Entry> {
    entries: Vec<T>,
    positions: HashMap<T::Id, usize>,
}

impl<T: Entry> Register<T> {
    /// All of them, in order.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.entries.iter()
    }

    /// The one with this id.
    pub fn get(&self, id: T::Id) -> Option<&T> {
        self.entries.get(*self.positions.get(&id)?)
    }
}

impl<T: Entry> Default for Register<T> {
    fn default() -> Self {
        Self::from(Vec::new())
    }
}

impl<T: Entry> From<Vec<T>> for Register<T> {
    fn from(entries: Vec<T>) -> Self {
        let positions = entries.iter().map(Entry::id).zip(0..).collect();
        Self { entries, positions }
    }
}

impl<'a, T: Entry> IntoIterator for &'a Register<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
