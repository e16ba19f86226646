//! The list of transactions: a window that follows the cursor, narrowed by a filter.
//!
//! Never all rows are here: `window` keeps some hundreds around the cursor and asks for more before
//! they run out. The list of one account shows its running balance beside each row.

mod bulk;
mod details;
mod filter;
mod line;
mod update;
mod view;
mod window;

#[cfg(test)]
mod tests;

use std::collections::HashSet;

use domain::id::TransactionId;
use domain::{Mark, Money, NaiveDate, Query, Status};
use ops::transaction::{Place, Selection};
use tui_input::Input;

pub(crate) use filter::split_terms;
pub(crate) use update::shell_word;
pub(crate) use window::{Anchor, Window, Wish};

/// One leg of a transaction, for its details.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Leg {
    /// The full name of its account or category.
    pub(crate) account: String,
    /// What flowed into it.
    pub(crate) amount: Money,
    /// Its own note.
    pub(crate) memo: String,
    /// How far it was compared with the bank.
    pub(crate) mark: Mark,
}

/// A transaction as the list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    /// Its id.
    pub(crate) id: TransactionId,
    /// Its day.
    pub(crate) date: NaiveDate,
    /// With whom.
    pub(crate) payee: String,
    /// What for.
    pub(crate) category: String,
    /// From which account, or into which.
    pub(crate) account: String,
    /// What flowed into the account; nothing when several currencies did.
    pub(crate) amount: Option<Money>,
    /// What the account of the list held afterwards.
    pub(crate) balance: Option<Money>,
    /// How sure it is.
    pub(crate) status: Status,
    /// Whether a leg was reconciled.
    pub(crate) reconciled: bool,
    /// A note.
    pub(crate) memo: String,
    /// Its tags.
    pub(crate) tags: Vec<String>,
    /// Where it came from.
    pub(crate) source: String,
    /// Its legs.
    pub(crate) legs: Vec<Leg>,
}

impl Row {
    /// Where it stands among all.
    pub(crate) fn place(&self) -> Place {
        Place {
            date: self.date,
            id: self.id,
        }
    }
}

/// The order of the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Sorting {
    /// The latest day first.
    #[default]
    Newest,
    /// The earliest day first.
    Oldest,
}

/// The filter while it is typed.
#[derive(Debug)]
struct Typing {
    input: Input,
    /// What to go back to.
    before: Vec<String>,
    /// Which of the earlier filters is shown.
    recalled: Option<usize>,
    /// Names that would complete the last term.
    offered: Vec<String>,
    /// Why it can't be understood as far as it is typed.
    trouble: Option<String>,
}

/// What the list knows.
#[derive(Debug, Default)]
pub(crate) struct State {
    /// The account of the list; none for all.
    account: Option<String>,
    /// Terms that belong to the screen and can't be taken away, such as a category.
    fixed: Vec<String>,
    /// The filter's terms as typed.
    terms: Vec<String>,
    query: Query,
    typing: Option<Typing>,
    earlier: Vec<String>,
    sorting: Sorting,
    list: window::List,
    marks: HashSet<TransactionId>,
    /// All that match are marked, but for those in `marks`.
    all_marked: bool,
    count: Option<u64>,
    details: bool,
    /// The row on which the mouse button went down.
    dragged: Option<usize>,
    /// What the form for many rows was opened for.
    chosen: Option<Selection>,
}

impl State {
    /// The register of one account.
    pub(crate) fn of_account(account: &str) -> Self {
        Self {
            account: Some(account.to_owned()),
            ..Self::default()
        }
    }

    /// The rows behind a number of a report.
    pub(crate) fn matching(terms: Vec<String>) -> Self {
        Self {
            fixed: terms,
            ..Self::default()
        }
    }

    /// All terms, as typed on the command line.
    fn all_terms(&self) -> Vec<String> {
        let account = self.account.iter().map(|account| format!("acct:{account}"));
        let fixed = self.fixed.iter().cloned();
        account
            .chain(fixed)
            .chain(self.terms.iter().cloned())
            .collect()
    }

    fn is_marked(&self, id: TransactionId) -> bool {
        self.marks.contains(&id) != self.all_marked
    }

    fn current(&self) -> Option<&Row> {
        self.list.current()
    }
}
