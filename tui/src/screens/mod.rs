//! The screens. Each is a value with its own folder: what it knows (`mod`), what happens to it
//! (`update`), how it looks (`view`). What it asks the ledger for is data that `runtime` answers.

pub(crate) mod entry;
pub(crate) mod home;
pub(crate) mod transactions;
pub(crate) mod unlock;
pub(crate) mod welcome;

use crate::app::Page;
use crate::i18n::Texts;

/// A screen that can be gone to by a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Route {
    /// The month.
    Home,
    /// The list of transactions.
    Transactions,
    /// Accounts.
    Accounts,
    /// Categories.
    Categories,
    /// Payees.
    Payees,
    /// Saving goals.
    Goals,
    /// Reports.
    Reports,
    /// Bank files.
    Import,
    /// The history of changes.
    History,
    /// The settings.
    Settings,
}

/// A screen.
#[derive(Debug)]
pub(crate) enum Screen {
    /// No ledger yet.
    Welcome(Box<welcome::State>),
    /// The passphrase.
    Unlock(Box<unlock::State>),
    /// The month.
    Home(Box<home::State>),
    /// The list of transactions.
    Transactions(Box<transactions::State>),
    /// One transaction, being written.
    Entry(Box<entry::State>),
}

impl Screen {
    /// A fresh screen.
    pub(crate) fn at(route: Route, _texts: &Texts) -> Self {
        match route {
            Route::Transactions => Self::Transactions(Box::default()),
            _ => Self::Home(Box::default()),
        }
    }

    /// The screen that asks for the passphrase.
    pub(crate) fn unlock(texts: &Texts) -> Self {
        Self::Unlock(Box::new(unlock::State::new(texts)))
    }

    /// Where it can be gone to; nothing for one that begins anew each time.
    pub(crate) fn route(&self) -> Option<Route> {
        match self {
            Self::Home(_) => Some(Route::Home),
            Self::Transactions(_) => Some(Route::Transactions),
            Self::Welcome(_) | Self::Unlock(_) | Self::Entry(_) => None,
        }
    }

    /// What it does and how it looks.
    pub(crate) fn page(&self) -> &dyn Page {
        match self {
            Self::Welcome(state) => state.as_ref(),
            Self::Unlock(state) => state.as_ref(),
            Self::Home(state) => state.as_ref(),
            Self::Transactions(state) => state.as_ref(),
            Self::Entry(state) => state.as_ref(),
        }
    }

    /// What it does and how it looks.
    pub(crate) fn page_mut(&mut self) -> &mut dyn Page {
        match self {
            Self::Welcome(state) => state.as_mut(),
            Self::Unlock(state) => state.as_mut(),
            Self::Home(state) => state.as_mut(),
            Self::Transactions(state) => state.as_mut(),
            Self::Entry(state) => state.as_mut(),
        }
    }
}
