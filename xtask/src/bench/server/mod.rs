//! `cargo xtask bench server [--seconds N] [--minutes N]`: `GET /config/{key}` against hyper and sqlx with nothing
//! around them, on the same machine, the same Postgres and the same select, one after the other, each
//! for so many seconds; then a load of so many minutes, after which it holds no more memory.

mod idle;
mod load;
mod process;

use std::process::ExitCode;
use std::time::Duration;

use anyhow::{Context as _, bail};
use throwaway_postgres::Cluster;

use self::load::{Load, Outcome};
use self::process::Serving;
use super::sample::Sample;
use super::table::{Limit, Table};
use crate::process as programs;
use crate::workspace::Workspace;

/// Requests a second that must be left of the bare handler's: 70 of 100, so at most 143 of 100 of its
/// time for each.
const TIME_OF_BARE: u64 = 143;
/// The 99th of 100 may take three times as long.
const P99_OF_BARE: u64 = 300;
/// Rounds of each, alternating; the middle one counts.
const ROUNDS: usize = 3;
/// How much more memory is no growth: allocators keep some.
const GROWTH_KIB: u64 = 8 * 1024;
/// Memory of a server that holds ten thousand idle connections.
const PEAK_KIB: u64 = 256 * 1024;

/// The task.
pub(crate) fn run(arguments: &[String]) -> anyhow::Result<ExitCode> {
    let (mut time, mut long) = (Duration::from_secs(4), Duration::from_secs(20));
    for pair in arguments.chunks(2) {
        match pair {
            [flag, seconds] if flag == "--seconds" => {
                time = Duration::from_secs(seconds.parse().context("--seconds N")?);
            }
            [flag, minutes] if flag == "--minutes" => {
                long = Duration::from_mins(minutes.parse().context("--minutes N")?);
            }
            _ => bail!("bench server knows --seconds N and --minutes N"),
        }
    }
    let workspace = Workspace::load()?;
    for what in [["--bin", "luka-server"], ["--example", "bare"]] {
        let mut build = programs::cargo();
        build
            .args(["build", "--release", "--locked", "-p", "luka-server"])
            .args(what);
        programs::check(&mut build)?;
    }
    let release = workspace.target.join("release");
    let cluster = Cluster::start()?;
    let url = cluster.create_database("bench")?;
    let keys = tempfile::tempdir()?;
    let luka = Serving::luka(&release, &url, keys.path())?;
    let person = load::somebody(luka.address)?;
    let session = cluster.run("bench", "SELECT id FROM sessions LIMIT 1")?;
    let bare = Serving::bare(&release, &url, &session, &person.id)?;
    let mut table = Table::default();
    compare(&luka, &bare, &person.access, time, &mut table)?;
    let after = luka.resident_kib()?;
    load::run(&Load::of(luka.address, Some(&person.access)), long)?;
    let growth = luka.resident_kib()?.saturating_sub(after);
    table.memory(
        "server: more memory after a long load",
        "",
        growth,
        GROWTH_KIB,
    );
    idle::hold(&luka, &mut table)?;
    table.memory(
        "server: memory with idle connections",
        "10k",
        luka.resident_kib()?,
        PEAK_KIB,
    );
    print!("\n{table}");
    Ok(table.verdict())
}

fn compare(
    luka: &Serving,
    bare: &Serving,
    token: &str,
    time: Duration,
    table: &mut Table,
) -> anyhow::Result<()> {
    let loads = [
        Load::of(bare.address, None),
        Load::of(luka.address, Some(token)),
    ];
    let mut outcomes = [Vec::new(), Vec::new()];
    for load in &loads {
        load::run(load, Duration::from_secs(1))?;
    }
    for _ in 0..ROUNDS {
        for (load, outcomes) in loads.iter().zip(&mut outcomes) {
            outcomes.push(load::run(load, time)?);
        }
    }
    let [bare, luka] = outcomes.map(|mut outcomes: Vec<Outcome>| {
        outcomes.sort_by_key(|outcome| outcome.mean);
        outcomes.swap_remove(ROUNDS / 2)
    });
    let sample = |time: Duration| Sample {
        micros: u64::try_from(time.as_micros()).unwrap_or(u64::MAX),
        peak_kib: 0,
    };
    table.add(
        "bare: time for each request",
        "",
        Ok(sample(bare.mean)),
        None,
    );
    let limit = Limit::times(TIME_OF_BARE, sample(bare.mean), "bare");
    table.add(
        "server: time for each request",
        "",
        Ok(sample(luka.mean)),
        Some(limit),
    );
    table.add("bare: p99", "", Ok(sample(bare.p99)), None);
    let limit = Limit::times(P99_OF_BARE, sample(bare.p99), "bare");
    table.add("server: p99", "", Ok(sample(luka.p99)), Some(limit));
    Ok(())
}
