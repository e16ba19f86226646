//! The real binary on a real pseudo-terminal: what a person at a terminal goes through.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test ends where it fails"
)]

mod backups;
mod endings;
mod everyday;
mod hostile;
mod terminal;
