//! The tree of accounts: what each holds and how that came, with everything that can be done to one.

mod forms;
mod update;
mod view;

#[cfg(test)]
mod tests;

use domain::Money;
use domain::account::Wanted as Half;
use ops::account::{AccountPast, Held, Past};

use crate::screens::tree::{Subject, Tree};

pub(crate) use forms::{built_in, currencies, currency, meant};

/// Months of which the past is shown.
const MONTHS: u32 = 12;

/// A question of this screen: all accounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Wish {
    /// With the ends of so many months.
    pub(crate) months: u32,
}

/// Its answer.
pub(crate) type Found = Past<AccountPast>;

/// What it knows.
#[derive(Debug, Default)]
pub(crate) struct State {
    months: Vec<domain::NaiveDate>,
    accounts: Vec<AccountPast>,
    tree: Tree,
}

impl State {
    fn current(&self) -> Option<&AccountPast> {
        self.accounts.get(self.tree.place()?)
    }

    /// The account that an action is about.
    fn subject(&self) -> Option<Subject> {
        let current = self.current()?;
        Some(Subject {
            half: Half::Account,
            path: current.path.clone(),
            kind: current.account.kind,
            currency: current.account.currency,
            closed: current.account.closed,
        })
    }

    /// What a row shows: an account with all below it, or a kind; an account of several currencies
    /// shows its own, a kind of several nothing.
    fn held(&self, row: usize) -> Option<Held> {
        let node = self.tree.row(row)?;
        if let Some(at) = node.at {
            let account = self.accounts.get(at)?;
            let own = || (!account.own.balance.is_zero()).then_some(&account.own);
            return account.whole.as_ref().or_else(own).cloned();
        }
        let tops = self.accounts.iter();
        let mut tops = tops.filter(|one| one.account.kind == node.kind && !one.path.contains(':'));
        let first = tops.next()?.whole.clone()?;
        tops.try_fold(first, |sum, next| together(&sum, next.whole.as_ref()?))
    }
}

/// Two sums in one; none when the currencies differ.
fn together(one: &Held, other: &Held) -> Option<Held> {
    let add = |one: Money, other: Money| one.checked_add(other).ok();
    let ends = one.ends.iter().zip(&other.ends);
    Some(Held {
        balance: add(one.balance, other.balance)?,
        ends: ends
            .map(|(one, other)| add(*one, *other))
            .collect::<Option<_>>()?,
    })
}
