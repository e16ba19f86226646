//! The history of changes: a window that grows downwards as the cursor nears its end.
//!
//! What an operation was about is data, not text, so that amounts can be hidden. `update` asks for
//! pages and undoes, `details` shows each field before and after, `view` draws the list.

mod details;
mod update;
mod view;

#[cfg(test)]
mod tests;

use chrono::{DateTime, Local};
use domain::{Money, NaiveDate};
use ops::history::{Place, Standing};

use crate::present::recorded::Piece;
use crate::widgets::cursor::Cursor;

/// A question of this screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Wish {
    /// So many operations: the newest, or those after a place.
    Page(Option<Place>, u64),
    /// What one operation changed.
    Details(u64),
}

/// Its answer.
#[derive(Clone, Debug)]
pub(crate) enum Found {
    /// A part of the history; it replaces all when it begins with the newest.
    Page {
        /// Whether it begins with the newest.
        first: bool,
        /// The operations.
        entries: Vec<Entry>,
        /// Where the next part begins.
        next: Option<Place>,
    },
    /// What one operation, by its number, changed.
    Details(u64, Vec<Changed>),
}

/// An operation as the list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    /// Its number.
    pub(crate) sequence: u64,
    /// When, where the person is.
    pub(crate) at: DateTime<Local>,
    /// What, as a text id.
    pub(crate) verb: &'static str,
    /// What it took back or did again, as a text id.
    pub(crate) target: Option<&'static str>,
    /// What it was about.
    pub(crate) about: About,
    /// How many entities it changed.
    pub(crate) changes: i64,
    /// On which device.
    pub(crate) device: String,
    /// Whether it still holds.
    pub(crate) standing: Standing,
}

/// The first thing that an operation was about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct About {
    /// The day of a transaction.
    pub(crate) day: Option<NaiveDate>,
    /// Its name; of a transaction with whom.
    pub(crate) name: String,
    /// What flowed, for a transaction.
    pub(crate) amount: Option<Money>,
    /// Whether there is more than this.
    pub(crate) more: bool,
    /// A transaction's id, for its own history.
    pub(crate) transaction: Option<String>,
}

/// One entity that an operation changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Changed {
    /// What happened to it, as a text id.
    pub(crate) action: &'static str,
    /// What it is, as the ledger calls it.
    pub(crate) kind: &'static str,
    /// The fields: name, before, after.
    pub(crate) fields: Vec<(String, Vec<Piece>, Vec<Piece>)>,
}

/// What it knows.
#[derive(Debug, Default)]
pub(crate) struct State {
    entries: Vec<Entry>,
    next: Option<Place>,
    loaded: bool,
    /// A further page is on its way.
    asked: bool,
    cursor: Cursor,
    /// What the operation under the cursor changed, where there is room for it.
    details: Option<(u64, Vec<Changed>)>,
    /// Enter was pressed on this operation: its details are wanted as a dialog.
    opening: Option<u64>,
}

impl State {
    fn current(&self) -> Option<&Entry> {
        self.entries.get(self.cursor.at)
    }
}
