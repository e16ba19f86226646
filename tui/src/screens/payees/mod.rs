//! The payees: what flowed with each this month and in a year of months, how often and when last;
//! narrowed by a few letters, in one of four orders.
//!
//! The names come at once. What flowed is asked for month by month, this one first. How they are
//! used costs a pass over all transactions, so that comes last, a portion at a time for other
//! questions to come between, and in a large ledger only once.

mod forms;
mod months;
mod narrow;
mod update;
mod view;

#[cfg(test)]
mod tests;

use std::cmp::Reverse;
use std::collections::HashMap;

use domain::NaiveDate;
use domain::id::{PayeeId, TransactionId};
use ops::label::{EditPayee, FlowsOfPayees, PayeeUses as Use};
use tui_input::Input;

use self::months::Months;
use crate::widgets::cursor::Cursor;
use crate::widgets::fuzzy;

/// A question of this screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wish {
    /// All names.
    Names,
    /// What flowed with them in the month that begins on this day.
    Month(NaiveDate),
    /// How they are used in the next transactions after this one.
    Uses(Option<TransactionId>),
}

/// A payee.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Payee {
    /// Its id.
    pub(crate) id: PayeeId,
    /// Its name.
    pub(crate) name: String,
    /// Names under which bank files know it.
    pub(crate) aliases: Vec<String>,
}

/// An answer.
#[derive(Clone, Debug)]
pub(crate) enum Found {
    /// All names.
    Names(Vec<Payee>),
    /// What flowed in a month.
    Month(NaiveDate, FlowsOfPayees),
    /// How they are used in some transactions, and from where to go on.
    Uses(HashMap<PayeeId, Use>, Option<TransactionId>),
}

/// A change that this screen asks for.
#[derive(Clone, Debug)]
pub(crate) enum Wanted {
    /// Make one.
    Add {
        /// Its name.
        name: String,
        /// Its other names.
        aliases: Vec<String>,
    },
    /// Rename it, or change its other names.
    Edit {
        /// Its name.
        name: String,
        /// What to change.
        edit: EditPayee,
    },
    /// Make one of two.
    Merge {
        /// The one that goes.
        from: String,
        /// The one that stays.
        into: String,
    },
    /// Delete one that no transaction has.
    Remove {
        /// Its name.
        name: String,
    },
}

/// The order of the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Sorting {
    /// By name.
    #[default]
    Name,
    /// Those that are used most first.
    Use,
    /// Those that were used last first.
    Day,
    /// Those with which most flowed this month first.
    Month,
}

/// What it knows.
#[derive(Debug, Default)]
pub(crate) struct State {
    payees: Vec<Payee>,
    months: Months,
    uses: Option<HashMap<PayeeId, Use>>,
    /// What was counted so far.
    counting: HashMap<PayeeId, Use>,
    sorting: Sorting,
    narrow: Input,
    typing: bool,
    /// The places of those that are listed.
    seen: Vec<usize>,
    cursor: Cursor,
    sought: Option<String>,
    loaded: bool,
}

impl State {
    fn current(&self) -> Option<&Payee> {
        self.row(self.cursor.at)
    }

    fn row(&self, at: usize) -> Option<&Payee> {
        self.payees.get(*self.seen.get(at)?)
    }

    fn use_of(&self, payee: &Payee) -> Option<Use> {
        let uses = self.uses.as_ref()?;
        Some(uses.get(&payee.id).copied().unwrap_or_default())
    }

    /// Lists anew what matches, in the order that is wished; the cursor stays on its payee.
    fn arrange(&mut self, page: u16) {
        let sought = self.sought.take();
        let kept = sought.or_else(|| self.current().map(|payee| payee.name.clone()));
        let names: Vec<String> = self
            .payees
            .iter()
            .map(|payee| format!("{} {}", payee.name, payee.aliases.join(" ")))
            .collect();
        let names = names.iter().map(String::as_str);
        let mut found = fuzzy::find(self.narrow.value(), names, usize::MAX);
        // The nearest match comes first while one is looking for something.
        if self.narrow.value().trim().is_empty() {
            self.sort(&mut found);
        }
        self.seen = found;
        let place = kept.and_then(|name| {
            let mut seen = self.seen.iter();
            seen.position(|at| self.payees.get(*at).is_some_and(|one| one.name == name))
        });
        self.cursor.at = place.unwrap_or(self.cursor.at);
        self.cursor.settle(self.seen.len(), usize::from(page));
    }

    fn sort(&self, places: &mut [usize]) {
        let payee = |at: &usize| self.payees.get(*at);
        let used = |at: &usize| payee(at).and_then(|payee| self.use_of(payee));
        match self.sorting {
            Sorting::Name => {
                places.sort_by_cached_key(|at| payee(at).map(|one| domain::text::fold(&one.name)));
            }
            Sorting::Use => {
                places.sort_by_cached_key(|at| Reverse(used(at).map(|used| used.transactions)));
            }
            Sorting::Day => {
                places.sort_by_cached_key(|at| Reverse(used(at).and_then(|used| used.last)));
            }
            Sorting::Month => places.sort_by_cached_key(|at| {
                Reverse(payee(at).map(|payee| self.months.size_of(payee.id)))
            }),
        }
    }
}
