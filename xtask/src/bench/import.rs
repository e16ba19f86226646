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
use super::statement::{self, Form};
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
    let bare_sample = bare.as_ref().ok().copied();
    table.add("bare insert", &size_word(ROWS), bare, None);
    let limit = || bare_sample.map(|bare| Limit::times(300, bare, "bare insert"));
    if let Err(error) = imports(place, runs, limit(), table) {
        table.add("luka import", &size_word(ROWS), Err(error), None);
    }
    for form in Form::ALL {
        let what = format!("luka import {}, 10 rules", form.name());
        let measured = with_rules(place, form, runs);
        table.add(&what, &size_word(ROWS), measured, limit());
    }
}

/// Each format into a ledger with rules, of which most rows fit one.
fn with_rules(place: &Place, form: Form, runs: usize) -> anyhow::Result<Sample> {
    let file = place.work.join(format!("rules.{}", form.name()));
    fs::write(&file, form.write(0, ROWS))?;
    let ledger = place.work.join("ruled");
    let luka = if ledger.exists() {
        Luka::unlock(place, ledger)?
    } else {
        let luka = Luka::empty_at(place, "ruled")?;
        for (at, words) in statement::RULES.into_iter().enumerate() {
            let category = format!("Category {at}");
            let add = ["category", "add", &category, "--kind", "expense"];
            process::output(&mut luka.command(&add))?;
            let add = ["rule", "add", words, "--set-category", &category];
            process::output(&mut luka.command(&add))?;
        }
        luka
    };
    into_copies(&luka, &file, ROWS, runs)
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
    fs::write(&path, Form::Csv.write(from, to))?;
    Ok(path)
}
