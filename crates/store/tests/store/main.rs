//! The store against real encrypted files.
#![allow(clippy::unwrap_used, reason = "a test that can't go on must fail")]

mod busy;
mod fixture;
mod history;
mod kill;
mod plans;
mod rollback;
