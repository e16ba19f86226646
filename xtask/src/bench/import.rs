//! Importing a large statement: against a bare insert, a second time, and by an overlap.
//!
//! The bare insert is `crates/store/examples/bare_insert.rs`: the same number of transactions into
//! an SQLCipher file with nothing around it. Both are whole processes.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Context;

use super::luka::Luka;
use super::options::{Options, size_word};
use super::place::Place;
use super::sample::{self, Sample};
use super::statement;
use super::table::{Limit, Table};
use crate::process;

const ROWS: u32 = 100_000;
/// Of the short statement's rows, the last ones are new.
const SHORT_ROWS: u32 = 100;
const NEW_ROWS: u32 = 24;

/// Imports take seconds, so they run less often.
const FEWER: usize = 3;

/// Adds the rows.
pub(crate) fn run(place: &Place, options: &Options, table: &mut Table) {
    let runs = options.runs.div_ceil(FEWER);
    let bare = bare_insert(place, runs);
    let limit = bare
        .as_ref()
        .ok()
        .map(|bare| Limit::times(250, *bare, "bare insert"));
    table.add("bare insert", &size_word(ROWS), bare, None);
    if let Err(error) = imports(place, runs, limit, table) {
        table.add("luka import", &size_word(ROWS), Err(error), None);
    }
}

fn imports(
    place: &Place,
    runs: usize,
    limit: Option<Limit>,
    table: &mut Table,
) -> anyhow::Result<()> {
    let long = write(place, "long.csv", 0, ROWS)?;
    let from = ROWS + NEW_ROWS - SHORT_ROWS;
    let short = write(place, "short.csv", from, ROWS + NEW_ROWS)?;
    let empty = Luka::empty(place)?;
    let size = size_word(ROWS);

    let first = into_copies(&empty, &long, ROWS, runs)?;
    table.add("luka import", &size, Ok(first), limit);

    let full = empty.copy("full")?;
    full.import(&long, u64::from(ROWS))?;
    let again: anyhow::Result<Vec<_>> = (0..runs).map(|_| full.import(&long, 0)).collect();
    let again = again.and_then(|samples| Sample::of(&samples).context("no runs"));
    let limit = Limit::times(100, first, "the first import");
    table.add("luka import, the same again", &size, again, Some(limit));

    let own = into_copies(&empty, &short, SHORT_ROWS, runs)?;
    table.add("luka import, 100 rows", "0", Ok(own), None);
    let limit = Limit::times(200, own, "its rows in an empty ledger");
    let overlap = into_copies(&full, &short, NEW_ROWS, runs);
    let what = "luka import, 100 rows, 24 new";
    table.add(what, &size, overlap, Some(limit));
    Ok(())
}

/// Imports the file into a new copy each time.
fn into_copies(luka: &Luka<'_>, file: &Path, expected: u32, runs: usize) -> anyhow::Result<Sample> {
    let mut samples = Vec::with_capacity(runs);
    for _ in 0..runs {
        let copy = luka.copy("import")?;
        samples.push(copy.import(file, u64::from(expected))?);
    }
    Sample::of(&samples).context("no runs")
}

fn bare_insert(place: &Place, runs: usize) -> anyhow::Result<Sample> {
    let build = ["build", "--release", "--locked", "-p", "store"];
    process::check(
        process::cargo()
            .args(build)
            .args(["--example", "bare_insert"]),
    )?;
    let mut command = Command::new(place.release.join("examples").join("bare_insert"));
    command
        .env("LANG", "C")
        .arg(ROWS.to_string())
        .arg(place.work.join("bare.db"));
    sample::many(&command, runs, &place.scratch)
}

fn write(place: &Place, name: &str, from: u32, to: u32) -> anyhow::Result<PathBuf> {
    let path = place.work.join(name);
    fs::write(&path, statement::csv(from, to))?;
    Ok(path)
}
