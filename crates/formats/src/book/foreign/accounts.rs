//! The accounts of a book by their full names, each with the one above it.

use std::collections::HashMap;

use domain::account::AccountKind;

use super::kinds::Kinds;
use super::{AccountRef, CommodityRef, ForeignAccount};

/// An account while the book is read.
#[derive(Debug)]
struct Known {
    name: String,
    parent: Option<AccountRef>,
    declared: Option<AccountKind>,
    commodity: Option<CommodityRef>,
    closed: bool,
    mentioned: bool,
    path: Option<Vec<String>>,
}

/// Accounts by name, in order of appearance.
#[derive(Debug, Default)]
pub(super) struct Accounts {
    list: Vec<Known>,
    by_name: HashMap<String, AccountRef>,
}

fn index(account: AccountRef) -> usize {
    usize::try_from(account).unwrap_or(usize::MAX)
}

impl Accounts {
    /// The account with this name, from now on known.
    pub(super) fn of(&mut self, name: &str) -> AccountRef {
        let at = self.known_or_new(name);
        if let Some(found) = self.list.get_mut(index(at)) {
            found.mentioned = true;
        }
        at
    }

    /// The account with this name, if it is known.
    pub(super) fn find(&self, name: &str) -> Option<AccountRef> {
        self.by_name.get(name).copied()
    }

    fn known_or_new(&mut self, name: &str) -> AccountRef {
        if let Some(known) = self.by_name.get(name) {
            return *known;
        }
        let parent = name.rsplit_once(':').map(|(above, _)| above);
        let parent = parent.map(|above| self.known_or_new(above));
        let at = AccountRef::try_from(self.list.len()).unwrap_or(AccountRef::MAX);
        self.list.push(Known {
            name: name.to_owned(),
            parent,
            declared: None,
            commodity: None,
            closed: false,
            mentioned: false,
            path: None,
        });
        self.by_name.insert(name.to_owned(), at);
        at
    }

    /// The full name.
    pub(super) fn name(&self, account: AccountRef) -> &str {
        let found = self.list.get(index(account));
        found.map_or("", |found| found.name.as_str())
    }

    /// The account above.
    pub(super) fn parent(&self, account: AccountRef) -> Option<AccountRef> {
        self.list.get(index(account))?.parent
    }

    /// The book says what kind it is.
    pub(super) fn declare(&mut self, account: AccountRef, kind: AccountKind) {
        if let Some(found) = self.list.get_mut(index(account)) {
            found.declared = Some(kind);
        }
    }

    /// The book says that it holds one commodity.
    pub(super) fn holds(&mut self, account: AccountRef, commodity: CommodityRef) {
        if let Some(found) = self.list.get_mut(index(account)) {
            found.commodity = Some(commodity);
        }
    }

    /// The book says what it is called here.
    pub(super) fn called(&mut self, account: AccountRef, path: Vec<String>) {
        if let Some(found) = self.list.get_mut(index(account)) {
            found.path = Some(path);
        }
    }

    /// It takes no more postings, or takes them again.
    pub(super) fn close(&mut self, account: AccountRef, closed: bool) {
        if let Some(found) = self.list.get_mut(index(account)) {
            found.closed = closed;
        }
    }

    /// The kind that it or the nearest account above it is declared to be.
    fn declared(&self, account: &Known) -> Option<AccountKind> {
        let mut at = Some(account);
        while let Some(one) = at {
            if one.declared.is_some() {
                return one.declared;
            }
            at = one.parent.and_then(|above| self.list.get(index(above)));
        }
        None
    }

    /// All of them, with kinds and paths by the language's words for roots.
    pub(super) fn into_list(self, kinds: &Kinds) -> Vec<ForeignAccount> {
        let about = |account: &Known| {
            let by_name = kinds.of(&account.name);
            let named = by_name.map(|(kind, _)| kind);
            // In a file of our own, savings are declared as equity: no other program knows them.
            let kind = named.filter(|kind| *kind == AccountKind::Saving);
            let kind = kind.or_else(|| self.declared(account)).or(named);
            let segments = account.name.split(':').map(str::trim);
            let segments: Vec<&str> = segments.filter(|part| !part.is_empty()).collect();
            let root = segments.first().and_then(|root| self.find(root));
            let root_declared = root
                .and_then(|root| self.list.get(index(root)))
                .is_some_and(|root| root.declared.is_some());
            let dropped = match by_name {
                Some((_, dropped)) => dropped,
                None => usize::from(root_declared),
            };
            let dropped = dropped.min(segments.len().saturating_sub(1));
            let path = segments.iter().skip(dropped).map(ToString::to_string);
            (kind, account.path.clone().unwrap_or_else(|| path.collect()))
        };
        let abouts: Vec<_> = self.list.iter().map(about).collect();
        let both = self.list.into_iter().zip(abouts);
        both.map(|(known, (kind, path))| ForeignAccount {
            path: if path.is_empty() {
                vec![known.name.clone()]
            } else {
                path
            },
            name: known.name,
            kind,
            commodity: known.commodity,
            closed: known.closed,
            mentioned: known.mentioned,
        })
        .collect()
    }
}
