//! Names as other programs accept them, still different when they were different.
//!
//! A format gives a [`Scheme`]: the top account of each kind, and how one part of a name becomes
//! acceptable. Two names that this makes equal are told apart by `-2`, `-3` …; children go under
//! the changed name of their parent.

use std::collections::{HashMap, HashSet};

use domain::Tag;
use domain::account::{Account, AccountKind, Chart, MAX_DEPTH};
use domain::id::{AccountId, TagId};

use crate::book::{MissingName, Register};

/// How a format names accounts.
#[derive(Debug)]
pub(super) struct Scheme {
    /// The account above all of a kind.
    pub(super) root: fn(AccountKind) -> &'static str,
    /// One part of a name, acceptable and not empty.
    pub(super) part: fn(&str) -> String,
}

/// Names that are given out once.
#[derive(Debug, Default)]
pub(super) struct Taken(HashSet<String>);

impl Taken {
    /// Takes the wanted name, or the first free one after it.
    pub(super) fn claim(&mut self, wanted: &str) -> String {
        let mut name = wanted.to_owned();
        let mut number = 2;
        while !self.0.insert(name.clone()) {
            name = format!("{wanted}-{number}");
            number += 1;
        }
        name
    }
}

/// The full names of all accounts of a chart under a scheme.
#[derive(Debug, Default)]
pub(super) struct AccountNames {
    names: HashMap<AccountId, String>,
    taken: Taken,
}

impl AccountNames {
    pub(super) fn new(chart: &Chart, scheme: &Scheme) -> Self {
        let mut names = Self::default();
        for kind in AccountKind::ALL {
            names.taken.0.insert((scheme.root)(kind).to_owned());
        }
        for account in chart.iter() {
            names.name(account, chart, scheme, MAX_DEPTH);
        }
        names
    }

    pub(super) fn get(&self, id: AccountId) -> Result<&str, MissingName> {
        self.names
            .get(&id)
            .map(String::as_str)
            .ok_or(MissingName::Account(id))
    }

    /// Names an account, its parents first; `depth` ends a circle of parents.
    fn name(&mut self, account: &Account, chart: &Chart, scheme: &Scheme, depth: usize) -> String {
        if let Some(known) = self.names.get(&account.id) {
            return known.clone();
        }
        let parent = account.parent.and_then(|id| chart.get(id));
        let above = match parent {
            Some(parent) if depth > 0 => self.name(parent, chart, scheme, depth - 1),
            _ => (scheme.root)(account.kind).to_owned(),
        };
        if let Some(known) = self.names.get(&account.id) {
            return known.clone();
        }
        let name = self
            .taken
            .claim(&format!("{above}:{}", (scheme.part)(&account.name)));
        self.names.insert(account.id, name.clone());
        name
    }
}

/// The names of all tags.
#[derive(Debug, Default)]
pub(super) struct TagNames(HashMap<TagId, String>);

impl TagNames {
    pub(super) fn new(tags: &Register<Tag>, acceptable: fn(&str) -> String) -> Self {
        let mut taken = Taken::default();
        let names = tags
            .iter()
            .map(|tag| (tag.id, taken.claim(&acceptable(&tag.name))));
        Self(names.collect())
    }

    pub(super) fn get(&self, id: TagId) -> Result<&str, MissingName> {
        let name = self.0.get(&id).map(String::as_str);
        name.ok_or(MissingName::Tag(id))
    }
}

/// Blanks of all sorts as single spaces, control characters gone: text for one line of a file.
pub(super) fn one_line(text: &str) -> String {
    let words = text
        .split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCHEME: Scheme = Scheme {
        root: |_| "top",
        part: |name| name.replace(' ', "-"),
    };

    fn account(id: i64, name: &str, parent: Option<i64>) -> Account {
        Account {
            id: AccountId::from_raw(id),
            name: name.to_owned(),
            kind: AccountKind::Asset,
            parent: parent.map(AccountId::from_raw),
            currency: None,
            closed: false,
        }
    }

    #[test]
    fn names_that_became_equal_are_told_apart_with_their_children() {
        let chart = Chart::new(vec![
            account(3, "in", Some(2)),
            account(1, "a b", None),
            account(2, "a-b", None),
            account(4, "in", Some(1)),
        ]);
        let names = AccountNames::new(&chart, &SCHEME);
        let all: Vec<&str> = (1..=4)
            .map(|id| names.get(AccountId::from_raw(id)).unwrap())
            .collect();
        assert_eq!(all, ["top:a-b-2", "top:a-b", "top:a-b:in", "top:a-b-2:in"]);
    }

    #[test]
    fn a_circle_of_parents_ends() {
        let chart = Chart::new(vec![account(1, "A", Some(2)), account(2, "B", Some(1))]);
        let names = AccountNames::new(&chart, &SCHEME);
        assert_ne!(
            names.get(AccountId::from_raw(1)),
            names.get(AccountId::from_raw(2))
        );
    }
}
