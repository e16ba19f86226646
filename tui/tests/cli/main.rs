//! The real binary, hermetic: its own home, clock, zone and language; stdout, stderr and exit code
//! looked at together.

#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::panic,
    reason = "the whole file is a test, its rig included"
)]

mod account;
mod agent;
mod attachment;
mod backup;
mod book;
mod config;
mod demo;
mod docs;
mod documents;
mod export;
mod gdrive;
mod help;
mod import;
mod interrupt;
mod ledger;
mod login;
mod names;
mod narrow;
mod plans;
mod report;
mod review;
mod rig;
mod server;
mod sick;
mod small;
mod sync;
mod transaction;
mod usage;
