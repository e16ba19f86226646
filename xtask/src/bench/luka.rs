//! `luka` as the bench calls it: on one ledger, with the key in the agent.
//!
//! Only making and unlocking a ledger see the passphrase; a measured command that finds no agent
//! therefore fails, and can't hide Argon2 in its figure.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, bail};
use serde_json::Value;

use super::place::Place;
use super::sample::{self, Sample};
use crate::process;

/// A ledger whose key the agent holds until the bench ends.
pub(crate) struct Luka<'a> {
    place: &'a Place,
    ledger: PathBuf,
}

impl<'a> Luka<'a> {
    /// Hands the key to the agent.
    pub(crate) fn unlock(place: &'a Place, ledger: PathBuf) -> anyhow::Result<Self> {
        let mut unlock = with_passphrase(place, &ledger, &["unlock", "--for", "1h"]);
        // The agent lives on, so nobody may wait for the end of its stdout.
        process::check(unlock.stdin(Stdio::null()).stdout(Stdio::null()))?;
        Ok(Self { place, ledger })
    }

    /// A ledger of `transactions` made by `luka demo`, from the cache when it is still good.
    pub(crate) fn demo(place: &'a Place, transactions: u32, fresh: bool) -> anyhow::Result<Self> {
        let folder = place.cache.join(format!("demo-{transactions}-seed-1"));
        if folder.exists() {
            if !fresh
                && let Ok(luka) = Self::unlock(place, folder.clone())
                && luka.json(&["report", "balance"]).is_ok()
            {
                return Ok(luka);
            }
            std::fs::remove_dir_all(&folder)?;
        }
        eprintln!("bench: making a ledger of {transactions} transactions");
        let count = transactions.to_string();
        let demo = ["demo", "--no-tui", "--seed", "1", "--transactions", &count];
        process::output(&mut with_passphrase(place, &folder, &demo))?;
        Self::unlock(place, folder)
    }

    /// An empty ledger in pesos with one account, `Bank`.
    pub(crate) fn empty(place: &'a Place) -> anyhow::Result<Self> {
        Self::empty_at(place, "empty")
    }

    /// The same, in a folder of its own.
    pub(crate) fn empty_at(place: &'a Place, name: &str) -> anyhow::Result<Self> {
        let folder = place.work.join(name);
        let init = ["init", "--currency", "CLP", "--categories", "none"];
        process::output(&mut with_passphrase(place, &folder, &init))?;
        let luka = Self::unlock(place, folder)?;
        process::output(&mut luka.command(&["account", "add", "Bank", "--kind", "asset"]))?;
        Ok(luka)
    }

    /// The same key on a copy of the ledger's folder, which may be changed.
    pub(crate) fn copy(&self, name: &str) -> anyhow::Result<Self> {
        let ledger = self.place.copy(&self.ledger, name)?;
        Self::unlock(self.place, ledger)
    }

    /// Where the ledger is.
    pub(crate) fn ledger(&self) -> &Path {
        &self.ledger
    }

    /// The command line, with the agent only.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        command(self.place, &self.ledger, arguments)
    }

    /// The command line with the passphrase, for what the agent's key does not do.
    pub(crate) fn with_passphrase(&self, arguments: &[&str]) -> Command {
        with_passphrase(self.place, &self.ledger, arguments)
    }

    /// What a command answers with `--json`.
    pub(crate) fn json(&self, arguments: &[&str]) -> anyhow::Result<Value> {
        let text = process::output(self.command(arguments).arg("--json"))?;
        serde_json::from_str(&text).context("no JSON came")
    }

    /// The median of many runs.
    pub(crate) fn many(&self, arguments: &[&str], runs: usize) -> anyhow::Result<Sample> {
        sample::many(&self.command(arguments), runs, &self.place.scratch)
    }

    /// One import into `Bank`; it must bring exactly `expected` new transactions.
    pub(crate) fn import(&self, file: &Path, expected: u64) -> anyhow::Result<Sample> {
        let file = file.to_str().context("a path that is no UTF-8")?;
        let arguments = ["--json", "import", file, "--account", "Bank"];
        let (sample, text) = sample::once(&self.command(&arguments), &self.place.scratch)?;
        let answer: Value = serde_json::from_str(&text).context("no JSON came")?;
        match answer["files"][0]["imported"].as_u64() {
            Some(imported) if imported == expected => Ok(sample),
            imported => bail!("imported {imported:?} instead of {expected}"),
        }
    }
}

fn command(place: &Place, ledger: &Path, arguments: &[&str]) -> Command {
    let mut command = place.luka();
    command.arg("--ledger").arg(ledger).args(arguments);
    command
}

fn with_passphrase(place: &Place, ledger: &Path, arguments: &[&str]) -> Command {
    let mut command = command(place, ledger, arguments);
    command.env("LUKA_PASSPHRASE_FILE", place.passphrase());
    command
}
