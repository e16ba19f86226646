//! The use-cases against real encrypted ledgers.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test that can't go on must fail"
)]

mod accounts;
mod books;
mod demo;
mod edits;
mod entries;
mod fixture;
mod history;
mod import;
mod laws;
mod plans;
mod programs;
mod progress;
mod review;
mod statements;
