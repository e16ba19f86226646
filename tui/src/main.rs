//! `luka`: the personal finance manager at the terminal.
//!
//! Two faces on the same use-cases: `cli`, the command line, and the screens. This crate gathers
//! what a person typed, calls a verb of `ops`, and shows what came of it; what is true about money
//! it leaves to `domain`.

mod app;
mod cli;
mod i18n;
mod keymap;
mod present;
mod runtime;
mod screens;
mod theme;
mod widgets;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run()
}
