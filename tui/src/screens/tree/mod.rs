//! A tree of accounts or of categories below the heads of their kinds: folded branches, and a cursor
//! that stays on its row by name, whatever is added above it.
//!
//! What both screens do to a row is here too: `acts` decides, `forms` asks, [`Wanted`] says it. They
//! are drawn in one `frame`; what stands beside the names is the screens' own.

mod acts;
mod forms;
mod frame;
mod months;
mod rows;

#[cfg(test)]
mod tests;

use domain::AccountKind;
use domain::account::Wanted as Half;
use ops::account::{AddAccount, EditAccount};

pub(crate) use forms::{CURRENCY, KIND, NAME, PARENT, Subject, check, pick_inside};
use forms::{merge_form, rename_form, submit};
pub(crate) use frame::WITH_MONTHS;
pub(crate) use months::months_drawn;
pub(crate) use rows::Tree;

/// A change to an account or a category.
#[derive(Clone, Debug)]
pub(crate) enum Wanted {
    /// Make one.
    Add {
        /// What is to be made.
        request: Box<AddAccount>,
        /// The decimal digits of a currency that is made with it.
        decimals: Option<u8>,
    },
    /// Rename, move, close it or open it again.
    Edit {
        /// Account or category.
        half: Half,
        /// Its full name.
        name: String,
        /// What to change.
        edit: EditAccount,
    },
    /// Make one of two.
    Merge {
        /// Accounts or categories.
        half: Half,
        /// The one that goes.
        from: String,
        /// The one that stays.
        into: String,
    },
    /// Delete one that nothing uses.
    Remove {
        /// Account or category.
        half: Half,
        /// Its full name.
        name: String,
    },
}

/// A row: the head of a kind, or an account or category.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Node {
    /// Its kind.
    pub(crate) kind: AccountKind,
    /// Its full name; empty for the head of the kind.
    pub(crate) path: String,
    /// Its place among what the screen knows; none for a head.
    pub(crate) at: Option<usize>,
}

impl Node {
    fn depth(&self) -> usize {
        if self.at.is_none() {
            return 0;
        }
        1 + self.path.matches(':').count()
    }

    /// Its own name.
    fn leaf(&self) -> &str {
        self.path.rsplit(':').next().unwrap_or_default()
    }
}

/// The text id of a kind's head.
pub(crate) const fn head_of(kind: AccountKind) -> &'static str {
    match kind {
        AccountKind::Asset => "head-assets",
        AccountKind::Liability => "head-liabilities",
        AccountKind::Equity => "title-equity",
        AccountKind::Income => "head-income",
        AccountKind::Expense => "head-expense",
        AccountKind::Saving => "head-saving",
    }
}
