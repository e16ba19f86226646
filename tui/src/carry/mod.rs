//! What is carried between machines over the account server: preferences, never money.
//!
//! `document` says which key of the configuration belongs to which document of the server, and knows
//! no other source than `config.toml`: no ledger is ever opened here. `plan` compares this machine, the
//! server and what both had when they last agreed, which `agreed` keeps. Which way things go, and
//! whether a person wants it, is decided by the commands.

mod agreed;
mod device;
mod document;
mod patch;
mod plan;

pub(crate) use agreed::Agreed;
pub(crate) use device::{Device, with_device};
pub(crate) use document::{Change, Document, Unusable, changes, local};
pub(crate) use patch::patch;
pub(crate) use plan::{Verdict, verdict};
