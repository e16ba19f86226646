//! The keymap: which keys do what, and where. Data, from which the bottom line, `?`, the palette,
//! remapping and the guide's page about keys are all made.
//!
//! [`table`] lists every action once: its name in the configuration, its keys, its words, where it
//! works and the command that does the same. A [`Keymap`] is that table with a person's own keys.
//! What an action *does* is none of this room's business; that is `app` and `screens`.

mod action;
mod key;
mod remap;
mod table;
mod together;

#[cfg(test)]
mod tests;

pub(crate) use action::Action;
pub(crate) use key::{Key, KeySequence};
pub(crate) use remap::{Keymap, KeymapError, Lookup};
pub(crate) use table::{Entry, Scope, TABLE};
pub(crate) use together::TOGETHER;
