//! The screens. Each is a value with its own folder: what it knows (`mod`), what happens to it
//! (`update`), how it looks (`view`). What it asks the ledger for is data that `runtime` answers.

pub(crate) mod accounts;
pub(crate) mod backups;
pub(crate) mod categories;
pub(crate) mod entry;
mod flow;
pub(crate) mod goals;
pub(crate) mod history;
pub(crate) mod home;
pub(crate) mod import;
pub(crate) mod listed;
mod passphrase;
pub(crate) mod payees;
pub(crate) mod reconcile;
pub(crate) mod reports;
pub(crate) mod review;
pub(crate) mod settings;
pub(crate) mod transactions;
pub(crate) mod tree;
pub(crate) mod typed;
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
    /// The review queue.
    Review,
    /// The history of changes.
    History,
    /// The backups.
    Backups,
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
    /// Reports.
    Reports(Box<reports::State>),
    /// Accounts.
    Accounts(Box<accounts::State>),
    /// One account against a statement.
    Reconcile(Box<reconcile::State>),
    /// Categories.
    Categories(Box<categories::State>),
    /// Payees.
    Payees(Box<payees::State>),
    /// Saving goals.
    Goals(Box<goals::State>),
    /// Bank files.
    Import(Box<import::State>),
    /// The review queue.
    Review(Box<review::State>),
    /// The history of changes.
    History(Box<history::State>),
    /// The backups.
    Backups(Box<backups::State>),
    /// The settings.
    Settings(Box<settings::State>),
}

impl Screen {
    /// A fresh screen.
    pub(crate) fn at(route: Route, _texts: &Texts) -> Self {
        match route {
            Route::Home => Self::Home(Box::default()),
            Route::Transactions => Self::Transactions(Box::default()),
            Route::Reports => Self::Reports(Box::default()),
            Route::Accounts => Self::Accounts(Box::default()),
            Route::Categories => Self::Categories(Box::default()),
            Route::Payees => Self::Payees(Box::default()),
            Route::Goals => Self::Goals(Box::default()),
            Route::Import => Self::Import(Box::default()),
            Route::Review => Self::Review(Box::default()),
            Route::History => Self::History(Box::default()),
            Route::Backups => Self::Backups(Box::default()),
            Route::Settings => Self::Settings(Box::default()),
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
            Self::Reports(_) => Some(Route::Reports),
            Self::Accounts(_) => Some(Route::Accounts),
            Self::Categories(_) => Some(Route::Categories),
            Self::Payees(_) => Some(Route::Payees),
            Self::Goals(_) => Some(Route::Goals),
            Self::Import(_) => Some(Route::Import),
            Self::Review(_) => Some(Route::Review),
            Self::History(_) => Some(Route::History),
            Self::Backups(_) => Some(Route::Backups),
            Self::Settings(_) => Some(Route::Settings),
            Self::Welcome(_) | Self::Unlock(_) | Self::Entry(_) | Self::Reconcile(_) => None,
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
            Self::Reports(state) => state.as_ref(),
            Self::Accounts(state) => state.as_ref(),
            Self::Reconcile(state) => state.as_ref(),
            Self::Categories(state) => state.as_ref(),
            Self::Payees(state) => state.as_ref(),
            Self::Goals(state) => state.as_ref(),
            Self::Import(state) => state.as_ref(),
            Self::Review(state) => state.as_ref(),
            Self::History(state) => state.as_ref(),
            Self::Backups(state) => state.as_ref(),
            Self::Settings(state) => state.as_ref(),
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
            Self::Reports(state) => state.as_mut(),
            Self::Accounts(state) => state.as_mut(),
            Self::Reconcile(state) => state.as_mut(),
            Self::Categories(state) => state.as_mut(),
            Self::Payees(state) => state.as_mut(),
            Self::Goals(state) => state.as_mut(),
            Self::Import(state) => state.as_mut(),
            Self::Review(state) => state.as_mut(),
            Self::History(state) => state.as_mut(),
            Self::Backups(state) => state.as_mut(),
            Self::Settings(state) => state.as_mut(),
        }
    }
}
