//! `luka-server`: login and account configuration, beside ledgers that it never sees.
//!
//! Stateless: everything that a second replica would need is in Postgres. The rooms: `http` reads
//! requests and writes answers, `routes` says what each path does, `accounts` is the only SQL, `tokens`
//! and `passwords` hold the cryptography, `limits` counts attempts, `command` is the command line.

mod accounts;
mod clock;
mod command;
mod context;
mod crypto;
mod database;
mod http;
mod limits;
mod log;
mod metrics;
mod oidc;
mod pages;
mod passwords;
mod refusal;
mod routes;
mod serve;
mod settings;
mod tokens;

use std::process::ExitCode;

fn main() -> ExitCode {
    command::run()
}
