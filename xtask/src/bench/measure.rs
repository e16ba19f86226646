//! One child, alone in a process of ours: `xtask measure REPORT -- PROGRAM ARGS…`.
//!
//! The kernel tells the peak memory of children only as the largest one so far, so each measured
//! command gets a small parent of its own, which writes the figures to the file REPORT and leaves
//! stdout, stderr and the environment to the child.

use std::fs;
use std::process::{Command, ExitCode};

use anyhow::{Context, bail};

/// The hidden task's name.
pub(crate) const MEASURE: &str = "measure";

/// Runs the child; our exit code says whether it could be measured, the report how it ended.
pub(crate) fn measure_child(arguments: &[String]) -> anyhow::Result<ExitCode> {
    let [report, dashes, program, rest @ ..] = arguments else {
        bail!("measure REPORT -- PROGRAM [ARGS]");
    };
    if dashes != "--" {
        bail!("measure REPORT -- PROGRAM [ARGS]");
    }
    let status = Command::new(program)
        .args(rest)
        .status()
        .with_context(|| format!("could not start {program}"))?;
    let (micros, kib) = usage_of_children()?;
    let code = status.code().unwrap_or(-1);
    fs::write(report, format!("{micros} {kib} {code}"))?;
    Ok(ExitCode::SUCCESS)
}

/// CPU microseconds and peak KiB of the children that ended.
#[cfg(unix)]
fn usage_of_children() -> anyhow::Result<(u64, u64)> {
    use nix::sys::resource::{UsageWho, getrusage};
    use nix::sys::time::TimeValLike;

    let usage = getrusage(UsageWho::RUSAGE_CHILDREN)?;
    let micros = usage.user_time().num_microseconds() + usage.system_time().num_microseconds();
    let bytes_per_unit = if cfg!(target_os = "macos") { 1024 } else { 1 };
    Ok((
        u64::try_from(micros)?,
        u64::try_from(usage.max_rss())? / bytes_per_unit,
    ))
}

#[cfg(not(unix))]
fn usage_of_children() -> anyhow::Result<(u64, u64)> {
    bail!("this system does not tell what a child cost")
}
