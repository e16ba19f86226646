//! `luka`: the personal finance manager at the terminal.
//!
//! Two faces on the same use-cases: `cli`, the command line, and the screens. This crate gathers
//! what a person typed, calls a verb of `ops`, and shows what came of it; what is true about money
//! it leaves to `domain`.

mod app;
mod carry;
mod cli;
mod config;
mod health;
mod i18n;
mod keymap;
mod login;
mod present;
mod remotes;
mod runtime;
mod screens;
mod strength;
mod theme;
mod widgets;

use std::alloc::System;
use std::process::ExitCode;

use zeroizing_alloc::ZeroAlloc;

/// Memory is wiped when it is given back: after locking, what was read from the ledger is gone.
#[global_allocator]
static MEMORY: ZeroAlloc<System> = ZeroAlloc(System);

fn main() -> ExitCode {
    cli::run()
}
