//! The real `luka-server` over a real Postgres.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests, with their rig")]

mod config;
mod database;
mod device;
mod framing;
mod provider;
mod rig;
mod sign_in;
mod tls;
mod users;
