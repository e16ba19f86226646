//! The first backup of a large ledger to a folder, against sealing alone and the disk alone.
//!
//! All three in turn, by the wall clock, for it is the slowest of its parts that a backup may be
//! compared with: sealing as many bytes in memory (`crates/vault/examples/bare_seal.rs`), and a copy
//! of the same file into the same folder, synced. The ledger is a demo with random pages behind it:
//! sealed pages look like nothing else, and a backup, which has no key, knows no difference.

use std::fs::{self, File};
use std::io::{self, Read as _, Write as _};
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context as _, ensure};

use super::super::luka::Luka;
use super::super::options::{Options, size_word};
use super::super::place::Place;
use super::super::sample::{self, Sample};
use super::super::table::{Limit, Table};
use crate::process;

/// Of the rate of the slower of its two parts, in hundredths.
const RATE: u64 = 70;
/// The most memory.
const PEAK_KIB: u64 = 48 * 1024;
/// Each of the three takes seconds, so they run less often.
const FEWER: usize = 5;
/// Transactions of the demo under the ballast.
const TRANSACTIONS: u32 = 1000;
const PAGE: u64 = 4096;

/// What one round took, by the wall clock.
struct Round {
    sealing: Duration,
    disk: Duration,
    backup: Duration,
    peak_kib: u64,
}

/// Adds the rows.
pub(super) fn run(place: &Place, options: &Options, table: &mut Table) -> anyhow::Result<()> {
    let build = ["build", "--release", "--locked", "-p", "vault"];
    process::check(
        process::cargo()
            .args(build)
            .args(["--example", "bare_seal"]),
    )?;
    let luka = Luka::demo(place, TRANSACTIONS, options.fresh)?.copy("large")?;
    let runs = options.runs.div_ceil(FEWER);
    for run in 0..runs {
        let folder = place.work.join(format!("folder-{run}"));
        let folder = folder.to_str().context("a path that is no UTF-8")?;
        let name = format!("folder-{run}");
        // With a key, and before the ballast: SQLite would see that those pages are none of its own.
        process::output(&mut luka.with_passphrase(&["remote", "add", &name, "folder", folder]))?;
    }
    let bytes = add_ballast(&luka.ledger().join("ledger.db"), options.bytes)?;
    let mut rounds = Vec::with_capacity(runs);
    for run in 0..runs {
        rounds.push(round(place, &luka, &format!("folder-{run}"), bytes)?);
    }
    tell(&rounds, &size_word(options.bytes), table);
    Ok(())
}

fn tell(rounds: &[Round], word: &str, table: &mut Table) {
    let median = |of: fn(&Round) -> Duration| {
        let mut all: Vec<_> = rounds.iter().map(of).collect();
        all.sort_unstable();
        all.get(all.len() / 2).copied().unwrap_or_default()
    };
    let (sealing, disk) = (median(|it| it.sealing), median(|it| it.disk));
    let (slower, name) = if sealing > disk {
        (sealing, "sealing")
    } else {
        (disk, "copy and sync")
    };
    let of_wall = |time| Ok(Sample::of_wall(time));
    table.add("sealing (wall)", word, of_wall(sealing), None);
    table.add("copy and sync (wall)", word, of_wall(disk), None);
    let limit = Limit::at_rate(RATE, Sample::of_wall(slower), name);
    let backup = median(|it| it.backup);
    table.add(
        "luka backup, first (wall)",
        word,
        of_wall(backup),
        Some(limit),
    );
    let peak = rounds
        .iter()
        .map(|it| it.peak_kib)
        .max()
        .unwrap_or_default();
    table.memory("luka backup, first: memory", word, peak, PEAK_KIB);
}

/// One after the other, so that whatever else the machine does is shared by all three.
fn round(place: &Place, luka: &Luka<'_>, remote: &str, bytes: u64) -> anyhow::Result<Round> {
    let folder = place.work.join(remote);
    let ledger = luka.ledger().join("ledger.db");
    let mut seal = Command::new(place.release.join("examples").join("bare_seal"));
    seal.env("LANG", "C").arg(bytes.to_string());
    let began = Instant::now();
    sample::once(&seal, &place.scratch)?;
    let sealing = began.elapsed();

    let copy = folder.join("copy");
    let began = Instant::now();
    copy_and_sync(&ledger, &copy, &folder)?;
    let disk = began.elapsed();
    fs::remove_file(&copy)?;

    let began = Instant::now();
    let (sample, _) = sample::once(
        &luka.command(&["backup", remote, "--quiet"]),
        &place.scratch,
    )?;
    let backup = began.elapsed();
    let made = fs::read_dir(&folder)?.filter_map(|entry| entry.ok()?.metadata().ok());
    let largest = made.map(|found| found.len()).max();
    ensure!(
        largest.is_some_and(|largest| largest >= bytes),
        "the version has not all of the ledger"
    );
    fs::remove_dir_all(&folder)?;
    Ok(Round {
        sealing,
        disk,
        backup,
        peak_kib: sample.peak_kib,
    })
}

/// A copy by reading and writing: one that the file system makes by sharing would cost nothing.
fn copy_and_sync(from: &Path, to: &Path, folder: &Path) -> io::Result<()> {
    let (mut from, mut to) = (File::open(from)?, File::create_new(to)?);
    let mut buffer = vec![0; 1 << 18];
    loop {
        match from.read(&mut buffer)? {
            0 => break,
            read => to.write_all(&buffer[..read])?,
        }
    }
    to.sync_all()?;
    File::open(folder)?.sync_all()
}

/// Makes the file so long, in whole pages, and returns its length.
fn add_ballast(ledger: &Path, bytes: u32) -> anyhow::Result<u64> {
    let mut file = File::options().append(true).open(ledger)?;
    let mut there = file.metadata()?.len();
    let mut dice = fastrand::Rng::with_seed(1);
    let mut page = vec![0; usize::try_from(PAGE)?];
    let mut file = io::BufWriter::with_capacity(1 << 20, &mut file);
    while there + PAGE <= u64::from(bytes) {
        dice.fill(&mut page);
        file.write_all(&page)?;
        there += PAGE;
    }
    file.flush()?;
    file.get_ref().sync_all()?;
    Ok(there)
}
