//! A disk that fails, is full, or loses its current: what a ledger and its backups keep through it.
//!
//! The programs under test are processes of their own (this one again, `roles`) between which and the
//! disk a shim stands (`shim.c`). It fails as it is told, and it writes down what was written and
//! synced, in order; from that `journal` makes every state that a power loss may leave: what was
//! synced is there, of the rest anything.
#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod failing;
mod journal;
mod place;
mod power;
mod roles;
