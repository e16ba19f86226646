//! Which scopes hold at the same time, the nearest first: in each of these places a key has one meaning.

use super::Scope::{self, *};

/// The places: each screen, each screen while text is typed, and what lies over them.
pub(crate) const TOGETHER: &[&[Scope]] = &[
    &[Transactions, List, Everywhere, Always],
    &[Accounts, List, Everywhere, Always],
    &[Categories, List, Everywhere, Always],
    &[Payees, List, Everywhere, Always],
    &[Goals, List, Everywhere, Always],
    &[Reports, List, Everywhere, Always],
    &[Home, List, Everywhere, Always],
    &[History, List, Everywhere, Always],
    &[Import, List, Everywhere, Always],
    &[Reconcile, List, Everywhere, Always],
    &[Settings, List, Everywhere, Always],
    &[Line, Always],
    &[Form, Always],
    &[Welcome, Form, Always],
    &[Unlock, Form, Always],
    &[Menu, Always],
    &[Message, List, Always],
    &[Job, Message, Always],
];
