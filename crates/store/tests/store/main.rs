//! The store against real encrypted files.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test that can't go on must fail, and says what it skips"
)]

mod busy;
mod filters;
mod fixture;
mod history;
mod kill;
mod plans;
mod rollback;
mod unwritable;
