//! From names back to ids; a name that two entries share is refused before any item is read.

use std::collections::HashMap;
use std::hash::Hash;

use domain::account::AccountKind;
use domain::id::{AccountId, PayeeId, TagId};
use domain::{Currency, CurrencyCode, Money};

use super::error::ItemError;
use crate::book::{BookHead, Entry, Register};

/// Two entries of a head have this name.
#[derive(Debug)]
pub(super) struct SameName(pub(super) String);

/// Finds what the names in a document stand for.
#[derive(Debug)]
pub(super) struct Resolver {
    accounts: HashMap<AccountKind, HashMap<String, AccountId>>,
    /// Of accounts that hold one.
    holds: HashMap<AccountId, CurrencyCode>,
    payees: HashMap<String, PayeeId>,
    tags: HashMap<String, TagId>,
    currencies: HashMap<CurrencyCode, Currency>,
}

impl Resolver {
    pub(super) fn new(head: &BookHead) -> Result<Self, SameName> {
        let mut accounts: HashMap<AccountKind, HashMap<String, AccountId>> = HashMap::new();
        for account in head.chart.iter() {
            let path = head.chart.path(account.id).to_owned();
            let of_kind = accounts.entry(account.kind).or_default();
            insert(of_kind, path.clone(), account.id).map_err(|()| SameName(path))?;
        }
        let mut currencies = HashMap::new();
        for Currency { code, exponent } in head.currencies.iter().map(|entry| entry.currency) {
            insert(&mut currencies, code, Currency { code, exponent })
                .map_err(|()| SameName(code.to_string()))?;
        }
        let holds = head.chart.iter();
        let holds = holds.filter_map(|account| Some((account.id, account.currency?)));
        Ok(Self {
            accounts,
            holds: holds.collect(),
            payees: by_name(&head.payees)?,
            tags: by_name(&head.tags)?,
            currencies,
        })
    }

    pub(super) fn account(&self, kind: AccountKind, path: &str) -> Result<AccountId, ItemError> {
        let found = self.accounts.get(&kind).and_then(|paths| paths.get(path));
        found.copied().ok_or_else(|| ItemError::NoAccount {
            kind,
            path: path.to_owned(),
        })
    }

    pub(super) fn payee(&self, name: &str) -> Result<PayeeId, ItemError> {
        let found = self.payees.get(name).copied();
        found.ok_or_else(|| ItemError::NoPayee(name.to_owned()))
    }

    pub(super) fn tag(&self, name: &str) -> Result<TagId, ItemError> {
        let found = self.tags.get(name).copied();
        found.ok_or_else(|| ItemError::NoTag(name.to_owned()))
    }

    /// Lets an amount pass that is in the currency of its account.
    pub(super) fn fits(
        &self,
        id: AccountId,
        path: &str,
        found: CurrencyCode,
    ) -> Result<(), ItemError> {
        match self.holds.get(&id) {
            Some(&expected) if expected != found => Err(ItemError::OtherCurrency {
                path: path.to_owned(),
                expected,
                found,
            }),
            _ => Ok(()),
        }
    }

    /// Lets an amount pass that has exactly the digits of its currency.
    pub(super) fn money(&self, money: Money) -> Result<Money, ItemError> {
        let code = money.currency.code;
        match self.currencies.get(&code) {
            None => Err(ItemError::NoCurrency(code)),
            Some(&currency) if currency != money.currency => Err(ItemError::Digits(currency)),
            Some(_) => Ok(money),
        }
    }
}

fn by_name<T: Entry>(register: &Register<T>) -> Result<HashMap<String, T::Id>, SameName> {
    let mut ids = HashMap::new();
    for entry in register {
        insert(&mut ids, entry.name().to_owned(), entry.id())
            .map_err(|()| SameName(entry.name().to_owned()))?;
    }
    Ok(ids)
}

fn insert<K: Eq + Hash, V>(map: &mut HashMap<K, V>, key: K, value: V) -> Result<(), ()> {
    map.insert(key, value).map_or(Ok(()), |_| Err(()))
}
