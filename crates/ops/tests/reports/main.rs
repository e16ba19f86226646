//! Reports against figures worked out by hand, and against a naive recount of all transactions.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a fixture that fails is a test that fails"
)]

mod fixture;
mod law;
mod moment;
mod money;
mod queries;
mod tables;
