//! The chart of accounts: all accounts and categories at once, found by what people type.

use std::collections::HashMap;

use super::{Account, AccountKind};
use crate::id::AccountId;
use crate::text::{fold, suggest};

/// Which accounts a name may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Asset, liability and equity accounts.
    Account,
    /// Income, expense and saving categories.
    Category,
    /// Any of them.
    Either,
}

impl Wanted {
    /// True when an account of this kind is wanted.
    pub const fn takes(self, kind: AccountKind) -> bool {
        match self {
            Self::Account => !kind.is_category(),
            Self::Category => kind.is_category(),
            Self::Either => true,
        }
    }
}

/// Why a name leads to no single account.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NameError {
    /// No account has that name.
    #[error("there is no `{typed}`")]
    Unknown {
        /// What was typed.
        typed: String,
        /// What was looked for.
        wanted: Wanted,
        /// Names that are near, the likeliest first.
        near: Vec<String>,
    },
    /// Several have it.
    #[error("`{typed}` may be {}", candidates.join(", "))]
    Ambiguous {
        /// What was typed.
        typed: String,
        /// The full names it fits.
        candidates: Vec<String>,
    },
}

/// All accounts of a ledger with their full names.
#[derive(Clone, Debug, Default)]
pub struct Chart {
    accounts: Vec<Account>,
    paths: Vec<String>,
    positions: HashMap<AccountId, usize>,
}

/// Accounts nest at most this deep; a longer chain of parents would be a circle.
pub const MAX_DEPTH: usize = 32;

impl Chart {
    /// Builds the chart; the accounts come in any order.
    pub fn new(accounts: Vec<Account>) -> Self {
        let positions: HashMap<_, _> = accounts
            .iter()
            .enumerate()
            .map(|(at, account)| (account.id, at))
            .collect();
        let paths = accounts
            .iter()
            .map(|account| path(account, &accounts, &positions))
            .collect();
        Self {
            accounts,
            paths,
            positions,
        }
    }

    /// All accounts, in the order in which they were given.
    pub fn iter(&self) -> impl Iterator<Item = &Account> {
        self.accounts.iter()
    }

    /// The account with this id.
    pub fn get(&self, id: AccountId) -> Option<&Account> {
        self.accounts.get(*self.positions.get(&id)?)
    }

    /// The full name of an account, `?` for one that isn't in the chart.
    pub fn path(&self, id: AccountId) -> &str {
        self.positions
            .get(&id)
            .and_then(|&at| self.paths.get(at))
            .map_or("?", String::as_str)
    }

    /// The children of an account, or the top accounts.
    pub fn children(&self, parent: Option<AccountId>) -> impl Iterator<Item = &Account> {
        self.accounts
            .iter()
            .filter(move |account| account.parent == parent)
    }

    /// The account itself and all below it.
    pub fn subtree(&self, root: AccountId) -> Vec<AccountId> {
        let mut found = vec![root];
        let mut next = 0;
        while let Some(&parent) = found.get(next) {
            found.extend(
                self.children(Some(parent))
                    .map(|a| a.id)
                    .filter(|id| *id != root),
            );
            next += 1;
        }
        found
    }

    /// Finds the account that `typed` names: a full name, or its last parts when only one fits.
    /// An exact spelling wins over one that differs in case or accents, a full name over a part.
    pub fn resolve(&self, typed: &str, wanted: Wanted) -> Result<&Account, NameError> {
        let folded = fold(typed);
        let spelled = typed.trim();
        let tests: [&dyn Fn(&str) -> bool; 4] = [
            &|path| path == spelled,
            &|path| fold(path) == folded,
            &|path| {
                path.strip_suffix(spelled)
                    .is_some_and(|head| head.ends_with(':'))
            },
            &|path| {
                fold(path)
                    .strip_suffix(&folded)
                    .is_some_and(|head| head.ends_with(':'))
            },
        ];
        for fits in tests {
            let found: Vec<&Account> = self
                .wanted(wanted)
                .filter(|a| fits(self.path(a.id)))
                .collect();
            match found.as_slice() {
                [] => {}
                [account] => return Ok(account),
                several => {
                    let candidates = several.iter().map(|a| self.path(a.id).to_owned()).collect();
                    return Err(NameError::Ambiguous {
                        typed: spelled.to_owned(),
                        candidates,
                    });
                }
            }
        }
        let near = suggest(typed, self.wanted(wanted).map(|a| self.path(a.id)));
        Err(NameError::Unknown {
            typed: spelled.chars().take(100).collect(),
            wanted,
            near,
        })
    }

    fn wanted(&self, wanted: Wanted) -> impl Iterator<Item = &Account> {
        self.accounts
            .iter()
            .filter(move |account| wanted.takes(account.kind))
    }
}

fn path(account: &Account, all: &[Account], positions: &HashMap<AccountId, usize>) -> String {
    let mut names = vec![account.name.as_str()];
    let mut parent = account.parent;
    while let Some(above) = parent
        .and_then(|id| positions.get(&id))
        .and_then(|&at| all.get(at))
    {
        if names.len() == MAX_DEPTH {
            break;
        }
        names.push(&above.name);
        parent = above.parent;
    }
    names.reverse();
    names.join(":")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn account(id: i64, name: &str, kind: AccountKind, parent: Option<i64>) -> Account {
        Account {
            id: AccountId::from_raw(id),
            name: name.to_owned(),
            kind,
            parent: parent.map(AccountId::from_raw),
            currency: None,
            closed: false,
        }
    }

    fn chart() -> Chart {
        use AccountKind::{Asset, Expense};
        Chart::new(vec![
            account(1, "Food", Expense, None),
            account(2, "Groceries", Expense, Some(1)),
            account(3, "Pets", Expense, None),
            account(4, "Food", Expense, Some(3)),
            account(5, "Café", Expense, Some(1)),
            account(6, "Savings", Asset, None),
        ])
    }

    #[test]
    fn a_full_name_wins_over_a_part() {
        let chart = chart();
        let found = |typed| {
            chart
                .resolve(typed, Wanted::Category)
                .map(|a| chart.path(a.id))
        };
        assert_eq!(found("Food"), Ok("Food"));
        assert_eq!(found("pets:food"), Ok("Pets:Food"));
        assert_eq!(found("groceries"), Ok("Food:Groceries"));
        assert_eq!(found("cafe"), Ok("Food:Café"));
    }

    #[test]
    fn other_kinds_are_not_found_and_near_names_are_offered() {
        let Err(NameError::Unknown { near, .. }) = chart().resolve("Savings", Wanted::Category)
        else {
            panic!("an account is no category");
        };
        assert!(near.is_empty());
        let Err(NameError::Unknown { near, .. }) = chart().resolve("grocereis", Wanted::Either)
        else {
            panic!("misspelt");
        };
        assert_eq!(near, ["Food:Groceries"]);
    }

    #[test]
    fn two_equal_parts_are_ambiguous() {
        let mut accounts: Vec<Account> = chart().iter().cloned().collect();
        accounts.push(account(7, "Groceries", AccountKind::Expense, Some(3)));
        let chart = Chart::new(accounts);
        let error = chart.resolve("groceries", Wanted::Category).unwrap_err();
        let NameError::Ambiguous { candidates, .. } = error else {
            panic!("{error}")
        };
        assert_eq!(candidates, ["Food:Groceries", "Pets:Groceries"]);
    }

    #[test]
    fn a_circle_of_parents_ends() {
        let circle = Chart::new(vec![
            account(1, "A", AccountKind::Asset, Some(2)),
            account(2, "B", AccountKind::Asset, Some(1)),
        ]);
        assert_eq!(
            circle.path(AccountId::from_raw(1)).split(':').count(),
            MAX_DEPTH
        );
        assert_eq!(circle.subtree(AccountId::from_raw(1)).len(), 2);
    }
}
