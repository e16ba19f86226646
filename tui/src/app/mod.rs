//! The screens' Elm loop without its machine: a [`Model`], a [`Msg`], what follows from it.
//!
//! `update` takes a message and returns effects; `view` draws. Neither reads a file, asks the
//! ledger or looks at the clock: that is `runtime`, whose answers come back as messages. Screens are
//! values that implement [`Page`]; they stand on a stack that is never empty.

mod bar;
mod context;
mod dialog;
mod dispatch;
mod effect;
mod errand;
mod go;
mod model;
mod mouse;
mod msg;
mod page;
mod reply;
mod stack;
mod update;
mod view;

#[cfg(test)]
mod tests;

pub(crate) use context::{Context, Facts, NamedAccount};
pub(crate) use dialog::{Dialog, Item, Menu, Message};
pub(crate) use effect::{
    Answer, Change, Done, Effect, Opening, Proof, Read, Reply, Rewrap, Ticket, Trouble,
};
pub(crate) use model::{Appearance, Job, Model};
pub(crate) use msg::{Looks, Msg};
pub(crate) use page::{Do, Notice, Page, Paper, Target};
pub(crate) use stack::ScreenId;
