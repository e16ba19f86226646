//! `cargo xtask bench`: what each command costs, in one run, beside the limit that it must keep.
//!
//! CPU time (user and system) of whole cold processes, the median of many, since a shared machine's
//! wall clock says nothing; peak memory of the worst of them. Limits that are relative (to a bare
//! insert, to `sqlite3 --version`) are measured here too, minutes apart from what they judge.
//! The screens are judged by the wall clock, since a person waits by it, and a first backup, since it
//! is held against what the disk does.
//! Nothing of this is a test: it is run by hand and prints a table.

mod backup;
mod cli;
mod import;
mod ledger;
mod luka;
mod measure;
mod options;
mod place;
mod sample;
mod screen;
mod server;
mod size;
mod statement;
mod suggest;
mod table;
mod tui;

use std::process::ExitCode;

pub(crate) use measure::{MEASURE, measure_child};
use options::{Group, Options};
use place::Place;
use table::Table;

use crate::process;
use crate::workspace::Workspace;

/// The task: exit code 1 when a command failed or cost more than its limit.
pub(crate) fn run(arguments: &[String]) -> anyhow::Result<ExitCode> {
    if let Some((_, rest)) = arguments
        .split_first()
        .filter(|(first, _)| *first == "server")
    {
        return server::run(rest);
    }
    if let Some((_, rest)) = arguments
        .split_first()
        .filter(|(first, _)| *first == "suggest")
    {
        return suggest::run(rest);
    }
    let options = Options::parse(arguments)?;
    let workspace = Workspace::load()?;
    // Each as its user builds it: `luka` alone, with the features that it has alone.
    process::check(process::cargo().args(["build", "--release", "--locked", "-p", "luka"]))?;
    let place = Place::open(&workspace)?;
    let mut table = Table::default();
    if options.wants(Group::Cli) {
        cli::run(&place, &options, &mut table);
    }
    if options.wants(Group::Size) {
        size::run(&place, &mut table);
    }
    if options.wants(Group::Ledger) {
        ledger::run(&place, &options, &mut table);
    }
    if options.wants(Group::Import) {
        import::run(&place, &options, &mut table);
    }
    if options.wants(Group::Tui) {
        tui::run(&place, &options, &mut table);
    }
    if options.wants(Group::Backup) {
        backup::run(&place, &options, &mut table);
    }
    print!("\n{table}");
    Ok(table.verdict())
}
