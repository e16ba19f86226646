//! What each account of a book is here: an account that is there, or a new one.
//!
//! The root that only says the kind is gone already. An account here holds one currency: the first
//! that is used keeps the name, each other goes below it (`Broker:GLD`). A name at the top that
//! another kind has gets its kind behind it (`Taxes (income)`). What was decided is remembered, so
//! that a renamed account is found again.

use std::collections::{HashMap, HashSet};

use domain::account::{AccountKind, MAX_DEPTH};
use domain::id::AccountId;
use domain::label::{MAX_NAME, tidy_name};
use domain::{Account, CurrencyCode};
use store::{StoreError, View, Writer};

/// An account that is there or will be.
#[derive(Clone, Debug)]
pub(super) struct Slot {
    /// Its id; none before it is made.
    pub(super) id: Option<AccountId>,
    pub(super) name: String,
    pub(super) kind: AccountKind,
    pub(super) parent: Option<usize>,
    pub(super) currency: Option<CurrencyCode>,
    pub(super) closed: bool,
    pub(super) new: bool,
    depth: usize,
}

/// The accounts of the ledger, and those that a book adds.
pub(super) struct ChartPlan {
    slots: Vec<Slot>,
    /// By parent, whether it is a category, and name.
    by_name: HashMap<(Option<usize>, bool, String), usize>,
    by_id: HashMap<AccountId, usize>,
    /// Those that an account of the book has become.
    claimed: HashSet<usize>,
}

/// An account that is wanted.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wanted<'a> {
    pub(super) path: &'a [String],
    pub(super) kind: AccountKind,
    pub(super) currency: Option<CurrencyCode>,
    pub(super) closed: bool,
}

fn memory(in_book: &str, currency: Option<CurrencyCode>) -> String {
    let currency = currency.map_or(String::new(), |code| code.to_string());
    format!("book-account:{currency}:{in_book}")
}

impl ChartPlan {
    pub(super) fn new(view: View<'_>) -> Result<Self, StoreError> {
        let chart = view.chart()?;
        let mut plan = Self {
            slots: Vec::new(),
            by_name: HashMap::new(),
            by_id: HashMap::new(),
            claimed: HashSet::new(),
        };
        let mut waiting: Vec<&Account> = chart.iter().collect();
        // Parents first: what waits for one that never comes would be a circle.
        while !waiting.is_empty() {
            let (ready, later): (Vec<&Account>, Vec<&Account>) = waiting
                .iter()
                .partition(|one| one.parent.is_none_or(|id| plan.by_id.contains_key(&id)));
            if ready.is_empty() {
                break;
            }
            for account in ready {
                let parent = account.parent.and_then(|id| plan.by_id.get(&id).copied());
                let at = plan.push(Slot {
                    id: Some(account.id),
                    name: account.name.clone(),
                    kind: account.kind,
                    parent,
                    currency: account.currency,
                    closed: account.closed,
                    new: false,
                    depth: 0,
                });
                plan.by_id.insert(account.id, at);
            }
            waiting = later;
        }
        Ok(plan)
    }

    fn push(&mut self, mut slot: Slot) -> usize {
        let at = self.slots.len();
        let above = slot.parent.and_then(|parent| self.slots.get(parent));
        slot.depth = above.map_or(1, |above| above.depth + 1);
        let key = (slot.parent, slot.kind.is_category(), slot.name.clone());
        self.by_name.insert(key, at);
        self.slots.push(slot);
        at
    }

    pub(super) fn slot(&self, at: usize) -> Option<&Slot> {
        self.slots.get(at)
    }

    pub(super) fn len(&self) -> usize {
        self.slots.len()
    }

    /// The full name of an account.
    pub(super) fn path(&self, at: usize) -> String {
        let mut names = Vec::new();
        let mut next = self.slots.get(at);
        while let Some(slot) = next {
            names.push(slot.name.as_str());
            next = slot.parent.and_then(|parent| self.slots.get(parent));
        }
        names.reverse();
        names.join(":")
    }

    /// The account that one of the book became in an earlier import, if it is still there.
    pub(super) fn remembered(
        &mut self,
        view: View<'_>,
        in_book: &str,
        wanted: Wanted<'_>,
    ) -> Result<Option<usize>, StoreError> {
        let raw = view.remembered(&memory(in_book, wanted.currency))?;
        let id = raw
            .and_then(|raw| raw.parse().ok())
            .map(AccountId::from_raw);
        let at = id.and_then(|id| self.by_id.get(&id).copied());
        let fits = |at: &usize| {
            let slot = self.slots.get(*at);
            slot.is_some_and(|slot| slot.kind == wanted.kind && slot.currency == wanted.currency)
        };
        let found = at.filter(fits);
        self.claimed.extend(found);
        Ok(found)
    }

    /// The account with a path, from now on planned. No other account of the book gets it.
    pub(super) fn claim(&mut self, wanted: Wanted<'_>) -> usize {
        let names = tidied(wanted.path);
        let mut parent = None;
        let last = names.len().saturating_sub(1);
        for name in names.iter().take(last) {
            parent = Some(self.step(parent, name, wanted));
        }
        let leaf = names.last().map_or("?", String::as_str);
        let at = self.leaf(parent, leaf, wanted);
        self.claimed.insert(at);
        at
    }

    /// The account on the way to another.
    fn step(&mut self, parent: Option<usize>, name: &str, wanted: Wanted<'_>) -> usize {
        let fits = |slot: &Slot| slot.kind == wanted.kind;
        let name = self.free(parent, name, wanted.kind, |_, slot| fits(slot));
        let key = (parent, wanted.kind.is_category(), name);
        match self.by_name.get(&key) {
            Some(known) => *known,
            None => self.add(parent, key.2, wanted, false),
        }
    }

    fn leaf(&mut self, parent: Option<usize>, name: &str, wanted: Wanted<'_>) -> usize {
        let category = wanted.kind.is_category();
        let key = (parent, category, name.to_owned());
        // The name is there in another currency: this one goes below it.
        if let (Some(at), Some(code)) = (self.by_name.get(&key).copied(), wanted.currency)
            && self
                .slots
                .get(at)
                .is_some_and(|slot| slot.kind == wanted.kind && slot.currency != wanted.currency)
        {
            return self.leaf(Some(at), code.as_str(), wanted);
        }
        let claimed = std::mem::take(&mut self.claimed);
        let fits = |at: usize, slot: &Slot| {
            let same = slot.kind == wanted.kind && slot.currency == wanted.currency;
            same && !claimed.contains(&at)
        };
        let name = self.free(parent, name, wanted.kind, fits);
        self.claimed = claimed;
        match self.by_name.get(&(parent, category, name.clone())) {
            Some(known) => *known,
            None => self.add(parent, name, wanted, wanted.closed),
        }
    }

    fn add(
        &mut self,
        parent: Option<usize>,
        name: String,
        wanted: Wanted<'_>,
        closed: bool,
    ) -> usize {
        self.push(Slot {
            id: None,
            name,
            kind: wanted.kind,
            parent,
            currency: wanted.currency,
            closed,
            new: true,
            depth: 0,
        })
    }

    /// A name that is free or fits: the wanted one, else with its kind, else with a number.
    fn free(
        &self,
        parent: Option<usize>,
        name: &str,
        kind: AccountKind,
        fits: impl Fn(usize, &Slot) -> bool,
    ) -> String {
        let with = |end: &str| {
            let room = MAX_NAME.saturating_sub(end.chars().count());
            name.chars()
                .take(room)
                .chain(end.chars())
                .collect::<String>()
        };
        let tries = [with(""), with(&format!(" ({kind})"))].into_iter();
        let mut tries = tries.chain((2..).map(|number: u32| with(&format!(" ({kind} {number})"))));
        let good = |name: &String| {
            let known = self
                .by_name
                .get(&(parent, kind.is_category(), name.clone()));
            known.is_none_or(|at| self.slots.get(*at).is_some_and(|slot| fits(*at, slot)))
        };
        tries.find(good).unwrap_or_else(|| name.to_owned())
    }

    /// Makes the accounts that are not there yet, parents first.
    pub(super) fn write(&mut self, writer: &mut Writer<'_>, from: usize) -> Result<(), StoreError> {
        for at in from..self.slots.len() {
            let Some(slot) = self.slots.get(at).filter(|slot| slot.id.is_none()) else {
                continue;
            };
            let account = Account {
                id: AccountId(writer.next_id()?),
                name: slot.name.clone(),
                kind: slot.kind,
                parent: slot.parent.and_then(|parent| self.slots.get(parent)?.id),
                currency: slot.currency,
                closed: slot.closed,
            };
            writer.create(&account)?;
            self.by_id.insert(account.id, at);
            if let Some(slot) = self.slots.get_mut(at) {
                slot.id = Some(account.id);
            }
        }
        Ok(())
    }

    /// Remembers what an account of the book became.
    pub(super) fn remember(
        &self,
        writer: &mut Writer<'_>,
        in_book: &str,
        currency: Option<CurrencyCode>,
        at: usize,
    ) -> Result<(), StoreError> {
        match self.slots.get(at).and_then(|slot| slot.id) {
            Some(id) => writer.remember(&memory(in_book, currency), &id.raw().to_string()),
            None => Ok(()),
        }
    }
}

/// Names that can be given; what is too deep is one name.
fn tidied(path: &[String]) -> Vec<String> {
    let deepest = MAX_DEPTH - 2;
    let tidy = |name: &str| {
        let clean: String = name
            .chars()
            .map(|c| if c.is_control() || c == ':' { ' ' } else { c })
            .collect();
        let short: String = clean.trim().chars().take(MAX_NAME).collect();
        tidy_name(&short).unwrap_or_else(|_| "?".to_owned())
    };
    if path.len() <= deepest {
        return path.iter().map(|name| tidy(name)).collect();
    }
    let (head, tail) = path.split_at(deepest - 1);
    let head = head.iter().map(|name| tidy(name));
    head.chain([tidy(&tail.join(" - "))]).collect()
}
