//! The real binary with ledgers and folders of its own.
//!
//! Nothing here waits for a time: a test goes on when what it waits for is there, and fails when it
//! never comes.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "the whole file is a test, its rig included"
)]

mod asking;
mod carrying;
mod crashes;
mod google;
mod once;
mod places;
mod rest;
mod rig;
