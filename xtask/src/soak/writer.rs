//! A person who never rests, and whose machine fails now and then.

use std::process::Stdio;
use std::thread;
use std::time::{Duration, SystemTime};

use anyhow::{Context as _, bail};
use serde_json::Value;

use super::place::Place;

/// What was written.
#[derive(Debug, Default)]
pub(super) struct Writer {
    /// The ids that `luka` reported as saved, and when it had.
    pub(super) saved: Vec<(String, SystemTime)>,
    /// How many writers were killed.
    pub(super) killed: usize,
}

impl Writer {
    /// Writes one transaction; one writer in eight is killed somewhere on the way.
    pub(super) fn write(&mut self, place: &Place, dice: &mut fastrand::Rng) -> anyhow::Result<()> {
        let amount = dice.u32(1..1_000_000).to_string();
        let mut add = place.command("luka");
        add.args(["add", &amount, "Soak", "--create", "expense", "--json"]);
        let mut child = add.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
        if dice.u8(..8) == 0 {
            thread::park_timeout(Duration::from_micros(dice.u64(..60_000)));
            child.kill()?;
            self.killed += 1;
        }
        let output = child.wait_with_output()?;
        // What a killed writer reported before it died counts as well.
        if let Ok(answer) = serde_json::from_slice::<Value>(&output.stdout) {
            let id = answer["transaction"]["id"].as_str();
            let id = id.context("a transaction without an id")?.to_owned();
            self.saved.push((id, SystemTime::now()));
            return Ok(());
        }
        match output.status.code() {
            // Killed, or the ledger was busy, which is said and is no loss.
            None | Some(6) => Ok(()),
            Some(code) => {
                let said = String::from_utf8_lossy(&output.stderr);
                bail!("luka add ended with {code}: {said}")
            }
        }
    }
}
