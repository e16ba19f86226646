//! The real `luka-server` over a real Postgres.

mod config;
mod framing;
mod rig;
mod sign_in;
mod users;
