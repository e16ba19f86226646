//! Which scopes hold at the same time, the nearest first: in each of these places a key has one meaning.

use super::Scope;
use Scope as S;

/// The places: each screen, each screen while text is typed, and what lies over them.
pub(crate) const TOGETHER: &[&[Scope]] = &[
    &[S::Transactions, S::List, S::Everywhere, S::Always],
    &[S::Accounts, S::List, S::Everywhere, S::Always],
    &[S::Categories, S::List, S::Everywhere, S::Always],
    &[S::Payees, S::List, S::Everywhere, S::Always],
    &[S::Goals, S::List, S::Everywhere, S::Always],
    &[S::Reports, S::List, S::Everywhere, S::Always],
    &[S::Home, S::List, S::Everywhere, S::Always],
    &[S::History, S::List, S::Everywhere, S::Always],
    &[S::Backups, S::List, S::Everywhere, S::Always],
    &[S::Review, S::List, S::Everywhere, S::Always],
    &[S::Import, S::List, S::Everywhere, S::Always],
    &[S::Reconcile, S::List, S::Everywhere, S::Always],
    &[S::Settings, S::List, S::Everywhere, S::Always],
    &[S::Line, S::Always],
    &[S::Form, S::Always],
    &[S::Entry, S::Form, S::Always],
    &[S::Welcome, S::Form, S::Always],
    &[S::Unlock, S::Form, S::Always],
    &[S::Menu, S::Always],
    &[S::Message, S::List, S::Always],
    &[S::Job, S::Message, S::Always],
];
