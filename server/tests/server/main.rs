//! The real `luka-server` over a real Postgres.

mod config;
mod database;
mod framing;
mod rig;
mod sign_in;
mod users;
