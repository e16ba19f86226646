//! The daemon as a process.

use std::fs::File;
use std::process::{Child, Command};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail};
use serde_json::Value;

use super::place::Place;
use crate::observed::Observed;

/// Longer than anything takes here.
const FOREVER: Duration = Duration::from_mins(2);
/// What it promises.
const TO_STOP: Duration = Duration::from_secs(5);
const BLINK: Duration = Duration::from_millis(20);

/// A running daemon.
pub(super) struct Daemon {
    process: Child,
}

impl Daemon {
    /// Starts it and waits until it answers.
    pub(super) fn start(place: &Place) -> anyhow::Result<Self> {
        let log = File::options()
            .create(true)
            .append(true)
            .open(place.path("log"))?;
        let mut command = place.command("luka-syncd");
        command.env_remove("LUKA_PASSPHRASE").stderr(log);
        let daemon = Self {
            process: command.spawn()?,
        };
        wait_for("an answer of the daemon", || {
            Ok(place.json(&["sync", "status"]).is_ok())
        })?;
        Ok(daemon)
    }

    /// Ends it as a power cut does.
    pub(super) fn kill(&mut self) -> anyhow::Result<()> {
        self.process.kill()?;
        self.process.wait()?;
        Ok(())
    }

    /// Tells it to stop; it must, in time and in good order.
    pub(super) fn stop(&mut self) -> anyhow::Result<()> {
        let id = self.process.id().to_string();
        let told = Instant::now();
        crate::process::check(Command::new("kill").args(["-TERM", &id]))?;
        let status = self.process.wait()?;
        if !status.success() || told.elapsed() > TO_STOP {
            bail!(
                "the daemon stopped after {:?} with {status}",
                told.elapsed()
            );
        }
        Ok(())
    }

    /// Waits until every remote has everything.
    pub(super) fn settle(place: &Place) -> anyhow::Result<()> {
        place.luka(&["sync", "now"])?;
        wait_for("all remotes in order", || {
            let status = place.json(&["sync", "status"])?;
            let remotes = status["remotes"].as_array().context("no remotes")?;
            let in_order = |remote: &Value| {
                remote["failure"].is_null()
                    && remote["changed"] == false
                    && remote["damaged"] == false
                    && remote["doing"] == "nothing"
            };
            Ok(remotes.iter().all(in_order))
        })
    }

    /// Its resident memory in KiB.
    pub(super) fn memory(&self) -> anyhow::Result<u64> {
        Observed(self.process.id()).resident_kib()
    }
}

impl Drop for Daemon {
    fn drop(&mut self) {
        let _ = self.kill();
    }
}

fn wait_for(what: &str, mut there: impl FnMut() -> anyhow::Result<bool>) -> anyhow::Result<()> {
    let began = Instant::now();
    while !there()? {
        if began.elapsed() > FOREVER {
            bail!("there was never {what}");
        }
        thread::park_timeout(BLINK);
    }
    Ok(())
}
