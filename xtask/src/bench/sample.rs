//! Many runs of one command, and what is kept of them.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::{Context, bail};

use super::measure::MEASURE;
use crate::process;

/// What a command costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sample {
    /// The median of user and system time.
    pub(crate) micros: u64,
    /// The largest peak of memory.
    pub(crate) peak_kib: u64,
}

impl Sample {
    /// A time that was measured otherwise; of memory it says nothing.
    pub(crate) fn of_wall(time: Duration) -> Self {
        Self {
            micros: u64::try_from(time.as_micros()).unwrap_or(u64::MAX),
            peak_kib: 0,
        }
    }

    /// The median and the worst of several.
    pub(crate) fn of(runs: &[Sample]) -> Option<Self> {
        let mut micros: Vec<u64> = runs.iter().map(|run| run.micros).collect();
        micros.sort_unstable();
        Some(Self {
            micros: *micros.get(micros.len() / 2)?,
            peak_kib: runs.iter().map(|run| run.peak_kib).max()?,
        })
    }
}

/// Runs once and returns the cost and stdout; a command that fails is an error with what it said.
pub(crate) fn once(command: &Command, scratch: &Path) -> anyhow::Result<(Sample, String)> {
    let report = scratch.join("report");
    let output = wrapped(command, &report)?
        .stdin(Stdio::null())
        .output()
        .context("could not start ourselves")?;
    let said = String::from_utf8_lossy(&output.stderr);
    let said = said.trim().lines().next().unwrap_or("nothing on stderr");
    if !output.status.success() {
        bail!("{said}");
    }
    let figures = fs::read_to_string(&report)?;
    let mut figures = figures.split_whitespace();
    let mut figure = || figures.next().context("a report without figures");
    let sample = Sample {
        micros: figure()?.parse()?,
        peak_kib: figure()?.parse()?,
    };
    let code = figure()?;
    if code != "0" {
        bail!("exit {code}: {said}");
    }
    Ok((sample, String::from_utf8_lossy(&output.stdout).into_owned()))
}

/// Runs once to warm the caches, then `runs` times.
pub(crate) fn many(command: &Command, runs: usize, scratch: &Path) -> anyhow::Result<Sample> {
    once(command, scratch)?;
    let mut samples = Vec::with_capacity(runs);
    for _ in 0..runs {
        samples.push(once(command, scratch)?.0);
    }
    Sample::of(&samples).context("no runs")
}

/// The same command with us between.
fn wrapped(command: &Command, report: &Path) -> anyhow::Result<Command> {
    let ourselves = std::env::current_exe().context("where are we?")?;
    let mut outer = Command::new(ourselves);
    outer.arg(MEASURE).arg(report).arg("--");
    outer.arg(command.get_program()).args(command.get_args());
    outer.env_clear();
    for (name, value) in command.get_envs() {
        if let Some(value) = value {
            outer.env(name, value);
        }
    }
    Ok(outer)
}

/// A program of the system, found by name, with a plain environment.
pub(crate) fn system(program: &str) -> Option<Command> {
    let mut command = Command::new(process::find(program)?);
    command.env("LANG", "C");
    Some(command)
}

#[cfg(test)]
mod tests {
    use super::Sample;

    #[test]
    fn the_median_and_the_worst_are_kept() {
        let runs = [(9, 1), (1, 5), (3, 2)].map(|(micros, peak_kib)| Sample { micros, peak_kib });
        let kept = Sample::of(&runs).unwrap();
        assert_eq!((kept.micros, kept.peak_kib), (3, 5));
        assert_eq!(Sample::of(&[]), None);
    }
}
