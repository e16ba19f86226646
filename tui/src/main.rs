//! `luka`: the personal finance manager at the terminal.
//!
//! Two faces on the same use-cases: `cli`, the command line, and the screens. This crate gathers
//! what a person typed, calls a verb of `ops`, and shows what came of it; what is true about money
//! it leaves to `domain`.

#![allow(
    dead_code,
    reason = "the commands that use the rest are being written; the last one removes this line"
)]

mod cli;
mod i18n;
mod present;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run()
}
