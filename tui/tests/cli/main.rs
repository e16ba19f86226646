//! The real binary, hermetic: its own home, clock, zone and language; stdout, stderr and exit code
//! looked at together.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "the whole file is a test, its rig included"
)]

mod agent;
mod config;
mod help;
mod interrupt;
mod ledger;
mod report;
mod rig;
mod usage;
