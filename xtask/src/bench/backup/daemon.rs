//! `luka-syncd` as a process that is watched.

use std::fs::{self, File};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail};
use serde_json::Value;

use super::super::luka::Luka;
use super::super::place::Place;
use crate::observed::Observed;

/// Nothing is waited for longer than this.
const LIMIT: Duration = Duration::from_mins(1);
/// When no CPU was used for so long, nothing more is done.
const CALM: Duration = Duration::from_secs(1);
const BLINK: Duration = Duration::from_millis(20);

/// A running daemon.
pub(super) struct Daemon {
    process: Child,
}

impl Daemon {
    /// Starts it for a ledger, with nothing changed but how long it waits for quiet.
    pub(super) fn start(place: &Place, luka: &Luka<'_>) -> anyhow::Result<Self> {
        let config = place.scratch.join("syncd.toml");
        fs::write(&config, "[sync]\nquiet = \"1s\"\n")?;
        let process = Command::new(place.release.join("luka-syncd"))
            .env_clear()
            .env("HOME", place.scratch.join("home"))
            .env("XDG_RUNTIME_DIR", place.scratch.join("run"))
            .arg("--ledger")
            .arg(luka.ledger())
            .arg("--config")
            .arg(config)
            .stdin(Stdio::null())
            .stderr(File::create(place.scratch.join("syncd.log"))?)
            .spawn()
            .context("could not start luka-syncd")?;
        Ok(Self { process })
    }

    /// The process.
    pub(super) fn observed(&self) -> Observed {
        Observed(self.process.id())
    }

    /// Waits until the remotes have everything, and then until it does nothing.
    pub(super) fn settle(&self, luka: &Luka<'_>) -> anyhow::Result<()> {
        wait_for("the remotes to have everything", || {
            let Ok(status) = luka.json(&["sync", "status"]) else {
                return Ok(false);
            };
            let remotes = status["remotes"].as_array().context("no remotes")?;
            if let Some(failed) = remotes.iter().find(|it| !it["failure"].is_null()) {
                bail!("the daemon failed: {}", failed["failure"]);
            }
            let done = |it: &Value| {
                !it["last_success"].is_null() && it["changed"] == false && it["doing"] == "nothing"
            };
            Ok(remotes.iter().all(done))
        })?;
        self.until_calm()
    }

    /// Waits until it has used no CPU for a while.
    pub(super) fn until_calm(&self) -> anyhow::Result<()> {
        let (mut used, mut since) = (self.observed().cpu()?, Instant::now());
        wait_for("a daemon at rest", || {
            let now = self.observed().cpu()?;
            if now != used {
                (used, since) = (now, Instant::now());
            }
            Ok(since.elapsed() > CALM)
        })
    }
}

impl Drop for Daemon {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Looks until it is so.
pub(super) fn wait_for(
    what: &str,
    mut is_so: impl FnMut() -> anyhow::Result<bool>,
) -> anyhow::Result<()> {
    let began = Instant::now();
    while !is_so()? {
        if began.elapsed() > LIMIT {
            bail!("waited in vain for {what}");
        }
        thread::park_timeout(BLINK);
    }
    Ok(())
}
