//! `cargo xtask soak [--minutes N] [--kills N]`: the real programs, a writer that never rests, faults.
//!
//! Meanwhile: commits by `luka add`, the daemon, `luka backup` beside it; faults by dice: the daemon
//! and `luka` killed with signal 9, the daemon told to stop, folders taken away and brought back, and
//! with `--remote drive` the faults of the Drive double. In the end `luka` itself proves it: what was
//! reported as saved is in the ledger; each version ever seen is there and byte for byte what was
//! saved; versions drawn by dice restore and hold all that was acknowledged before them (`proof`).

mod daemon;
mod faults;
mod options;
mod place;
mod proof;
mod version;
mod writer;

use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::Context as _;

use crate::workspace::Workspace;
use daemon::Daemon;
use faults::Faults;
use options::Options;
use place::Place;
use writer::Writer;

/// The task.
pub(crate) fn run(arguments: &[String]) -> anyhow::Result<ExitCode> {
    let options = Options::parse(arguments)?;
    let workspace = Workspace::load()?;
    let place = Place::make(&workspace, &options)?;
    println!(
        "soak: {} minute(s), {} kills at least, to {}, seed {}, in {}",
        options.minutes,
        options.kills,
        place.remotes().join(" and "),
        options.seed,
        place.root().display()
    );
    let mut dice = fastrand::Rng::with_seed(options.seed);
    let outcome = soak(&place, &options, &mut dice);
    place.lock();
    if let Err(error) = outcome {
        let root = place.keep();
        return Err(error).context(format!("what is left is in {}", root.display()));
    }
    Ok(ExitCode::SUCCESS)
}

fn soak(place: &Place, options: &Options, dice: &mut fastrand::Rng) -> anyhow::Result<()> {
    let mut daemon = Daemon::start(place)?;
    let mut writer = Writer::default();
    let mut faults = Faults::default();
    let end = Instant::now() + Duration::from_secs(options.minutes * 60);
    while Instant::now() < end || writer.killed + faults.killed() < options.kills {
        writer.write(place, dice)?;
        faults.throw(place, &mut daemon, dice)?;
    }
    faults.bring_back(place)?;
    Daemon::settle(place)?;
    let memory = daemon.memory()?;
    daemon.stop()?;
    println!(
        "soak: {} kills with signal 9; {} transactions saved, {} writers killed; {}",
        writer.killed + faults.killed(),
        writer.saved.len(),
        writer.killed,
        faults.summary()
    );
    println!("soak: the daemon at rest holds {memory} KiB");
    proof::everything(place, &writer, &faults, options.proofs, dice)
}
