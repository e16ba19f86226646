//! The store against real encrypted files.
#![allow(clippy::unwrap_used, reason = "a test that can't go on must fail")]

mod fixture;
mod history;
mod rollback;
