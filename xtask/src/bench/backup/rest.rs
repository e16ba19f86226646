//! The daemon, warm, with the Drive double as its remote: what one added transaction costs, and what
//! it costs to have nothing to do.
//!
//! Bytes and requests are what the double's log has, CPU and memory what the kernel says.

use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context as _, ensure};
use serde_json::Value;

use super::super::luka::Luka;
use super::super::options::{Options, size_word};
use super::super::place::Place;
use super::super::sample::Sample;
use super::super::table::{Limit, Table};
use super::daemon::{Daemon, wait_for};
use crate::double::Double;
use crate::process;

const TRANSACTIONS: u32 = 100_000;
/// What one added transaction may send, ask and take.
const KIB: u64 = 96;
const REQUESTS: u64 = 2;
const CPU_MILLIS: u64 = 30;
/// Resident at rest.
const REST_KIB: u64 = 15 * 1024;
/// How long nothing is touched; the slow poll comes every quarter of an hour.
const REST: Duration = Duration::from_secs(10);
/// Each takes seconds, since quiet is waited for.
const FEWER: usize = 3;

/// What one added transaction cost.
struct Cost {
    bytes: u64,
    requests: u64,
    cpu: Duration,
}

/// Adds the rows.
pub(super) fn run(place: &Place, options: &Options, table: &mut Table) -> anyhow::Result<()> {
    for package in ["luka-syncd", "drive-double"] {
        let build = ["build", "--release", "--locked", "-p", package];
        process::check(process::cargo().args(build))?;
    }
    let word = size_word(TRANSACTIONS);
    let luka = Luka::demo(place, TRANSACTIONS, options.fresh)?.copy("followed")?;
    let double = Double::start(&place.release.join("drive-double"))?;
    double.add(
        luka.with_passphrase(&[]),
        &place.scratch.join("client.json"),
    )?;
    let daemon = Daemon::start(place, &luka)?;
    daemon.settle(&luka)?;
    // The first change after the first version makes what stays for all those after it.
    add(&luka, &double, &daemon)?;
    let runs = options.runs.div_ceil(FEWER);
    let costs: anyhow::Result<Vec<_>> = (0..runs).map(|_| add(&luka, &double, &daemon)).collect();
    tell(&costs?, &word, table);
    let memory = daemon.observed().resident_kib()?;
    table.memory("luka-syncd at rest: memory", &word, memory, REST_KIB);
    let before = daemon.observed().switches()?;
    let end = Instant::now() + REST;
    while let Some(left) = end.checked_duration_since(Instant::now()) {
        thread::park_timeout(left);
    }
    let switches = daemon.observed().switches()? - before;
    let what = format!("luka-syncd at rest: {} s, switches", REST.as_secs());
    table.count(&what, &word, switches, 0, "");
    Ok(())
}

fn tell(costs: &[Cost], word: &str, table: &mut Table) {
    let most = |of: fn(&Cost) -> u64| costs.iter().map(of).max().unwrap_or_default();
    let bytes = most(|cost| cost.bytes);
    table.count(
        "one more to Drive: sent",
        word,
        bytes.div_ceil(1024),
        KIB,
        " KiB",
    );
    let requests = most(|cost| cost.requests);
    table.count("one more to Drive: requests", word, requests, REQUESTS, "");
    let mut cpu: Vec<_> = costs.iter().map(|cost| cost.cpu).collect();
    cpu.sort_unstable();
    let median = cpu.get(cpu.len() / 2).copied().unwrap_or_default();
    let limit = Some(Limit::millis(CPU_MILLIS));
    table.add(
        "one more to Drive (CPU)",
        word,
        Ok(Sample::of_wall(median)),
        limit,
    );
}

/// Adds a transaction and waits until it is at the remote and the daemon rests again.
fn add(luka: &Luka<'_>, double: &Double, daemon: &Daemon) -> anyhow::Result<Cost> {
    let asked = double.requests()?.len();
    let cpu = daemon.observed().cpu()?;
    process::output(
        &mut luka.command(&["add", "4500", "Bench", "--create", "expense", "--quiet"]),
    )?;
    wait_for(
        "a request to Drive",
        || Ok(double.requests()?.len() > asked),
    )?;
    daemon.until_calm()?;
    let cpu = daemon.observed().cpu()?.saturating_sub(cpu);
    let requests = double.requests()?.split_off(asked);
    ensure!(
        requests.iter().all(|it| it["status"].as_u64() == Some(200)),
        "a request failed: {requests:?}"
    );
    let sent = requests.iter().map(|it: &Value| it["bytes_in"].as_u64());
    let bytes: Option<u64> = sent.sum();
    Ok(Cost {
        bytes: bytes.context("a log without bytes")?,
        requests: requests.len() as u64,
        cpu,
    })
}
