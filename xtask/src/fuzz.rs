//! `cargo xtask fuzz [SECONDS] [TARGET]…`: each fuzz target for so long, one after the other.
//!
//! The targets are a package of their own (`fuzz/`), which wants a nightly compiler and `cargo-fuzz`;
//! nothing here installs them. A target that found something doesn't keep the others from running:
//! it is named at the end, and its input lies in `fuzz/artifacts`.

use std::path::Path;
use std::process::{Command, ExitCode};

use anyhow::{Context, bail};

use crate::process;
use crate::workspace::Workspace;

/// How long each target runs when nothing is said.
const SECONDS: u32 = 60;

/// More memory, more time for one input, or a larger input than this is a finding or no use.
const LIMITS: [&str; 3] = ["-rss_limit_mb=1024", "-timeout=20", "-max_len=65536"];

/// The task.
pub(crate) fn run(arguments: &[String]) -> anyhow::Result<ExitCode> {
    let (seconds, named) = match arguments.split_first() {
        Some((first, rest)) if first.starts_with(|c: char| c.is_ascii_digit()) => {
            (first.parse().context("SECONDS is a number")?, rest)
        }
        _ => (SECONDS, arguments),
    };
    let folder = Workspace::load()?.root.join("fuzz");
    let known = output(&folder, &["list"])?;
    let known: Vec<&str> = known.lines().collect();
    if let Some(unknown) = named.iter().find(|name| !known.contains(&name.as_str())) {
        bail!("there is no target `{unknown}`: {}", known.join(", "));
    }
    let mut found = Vec::new();
    for target in known {
        if !named.is_empty() && !named.iter().any(|name| name == target) {
            continue;
        }
        println!("== {target}, {seconds} s");
        let corpus = folder.join("corpus").join(target);
        std::fs::create_dir_all(&corpus).with_context(|| format!("{}", corpus.display()))?;
        let mut command = fuzzer(&folder);
        command.args(["run", "--sanitizer", "none", target]);
        command.arg(corpus).arg(folder.join("seeds").join(target));
        command.arg("--").args(LIMITS);
        command.arg(format!("-max_total_time={seconds}"));
        if let Err(error) = process::check(&mut command) {
            println!("fuzz: {error:#}");
            found.push(target);
        }
    }
    if found.is_empty() {
        return Ok(ExitCode::SUCCESS);
    }
    println!("fuzz: look at {}", found.join(", "));
    Ok(ExitCode::FAILURE)
}

fn fuzzer(folder: &Path) -> Command {
    // The proxy of rustup: the cargo that runs us knows no `+nightly`, and hands its toolchain on.
    let mut command = Command::new("rustup");
    command
        .args(["run", "nightly", "cargo", "fuzz"])
        .env_remove("RUSTUP_TOOLCHAIN")
        .env_remove("CARGO")
        .current_dir(folder);
    command
}

fn output(folder: &Path, arguments: &[&str]) -> anyhow::Result<String> {
    process::output(fuzzer(folder).args(arguments))
        .context("is there a nightly toolchain and cargo-fuzz? `cargo install cargo-fuzz`")
}
