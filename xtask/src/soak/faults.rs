//! What goes wrong, by dice.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::process::Stdio;
use std::thread;
use std::time::Duration;

use anyhow::bail;
use serde_json::json;

use super::daemon::Daemon;
use super::place::Place;

/// Faults of the Drive double that pass; what ends the permission or fills the account would not.
const AT_DRIVE: [&str; 16] = [
    "lost-answer-after-create",
    "http-500-after-create",
    "cut-answer-after-create",
    "cut-upload",
    "cut-download",
    "http-500",
    "http-503",
    "rate-429",
    "rate-403",
    "unauthorized-401",
    "token-503",
    "token-reset",
    "session-410",
    "incomplete-search",
    "stale-list",
    "latency",
];

/// What went wrong so far, and what was seen meanwhile.
#[derive(Debug, Default)]
pub(super) struct Faults {
    daemons_killed: usize,
    backups_killed: usize,
    stops: u32,
    absences: u32,
    backups: u32,
    at_drive: u32,
    /// Each version that was ever seen, by remote.
    pub(super) seen: BTreeSet<(&'static str, String)>,
}

impl Faults {
    /// Perhaps does something bad, and looks at what is there.
    pub(super) fn throw(
        &mut self,
        place: &Place,
        daemon: &mut Daemon,
        dice: &mut fastrand::Rng,
    ) -> anyhow::Result<()> {
        self.look(place)?;
        match dice.u8(..24) {
            0 | 1 => {
                // Somewhere within what it does after a change.
                thread::park_timeout(Duration::from_micros(dice.u64(..300_000)));
                daemon.kill()?;
                self.daemons_killed += 1;
                *daemon = Daemon::start(place)?;
            }
            2 => {
                daemon.stop()?;
                self.stops += 1;
                *daemon = Daemon::start(place)?;
            }
            3 | 4 => self.take_away(place, dice)?,
            5 | 6 => self.backup(place, dice)?,
            7 => drop(place.luka(&["sync", "now"])?),
            8..12 => self.at_drive(place, dice)?,
            _ => {}
        }
        Ok(())
    }

    /// A folder goes, or comes back.
    fn take_away(&mut self, place: &Place, dice: &mut fastrand::Rng) -> anyhow::Result<()> {
        let folders: Vec<_> = place.folders().collect();
        let remote = folders[dice.usize(..folders.len())];
        let (here, away) = (place.folder(remote), away(place, remote));
        if here.exists() {
            fs::rename(here, away)?;
            self.absences += 1;
        } else {
            fs::rename(away, here)?;
        }
        Ok(())
    }

    fn at_drive(&mut self, place: &Place, dice: &mut fastrand::Rng) -> anyhow::Result<()> {
        let Some(double) = place.double() else {
            return Ok(());
        };
        if dice.u8(..8) == 0 {
            double.expire_tokens()?;
        } else {
            let name = AT_DRIVE[dice.usize(..AT_DRIVE.len())];
            let (times, after) = (dice.u8(1..3), dice.u8(..3));
            double.fault(&json!({"name": name, "times": times, "after": after}))?;
        }
        self.at_drive += 1;
        Ok(())
    }

    /// A backup by hand beside the daemon: done, busy, killed by us on its way, or a remote is away;
    /// nothing else.
    fn backup(&mut self, place: &Place, dice: &mut fastrand::Rng) -> anyhow::Result<()> {
        let mut backup = place.command("luka");
        backup.env_remove("LUKA_PASSPHRASE");
        backup.args(["backup", "--quiet"]).stderr(Stdio::piped());
        let mut backup = backup.spawn()?;
        self.backups += 1;
        let kills = dice.bool();
        if kills {
            thread::park_timeout(Duration::from_micros(dice.u64(..20_000)));
            backup.kill()?;
        }
        let output = backup.wait_with_output()?;
        match output.status.code() {
            None if kills => self.backups_killed += 1,
            Some(0 | 6 | 7) => {}
            code => {
                let said = String::from_utf8_lossy(&output.stderr);
                bail!("luka backup ended with {code:?}: {said}")
            }
        }
        Ok(())
    }

    fn look(&mut self, place: &Place) -> anyhow::Result<()> {
        for remote in place.remotes() {
            let versions = place.versions(remote)?.into_iter();
            self.seen.extend(versions.map(|name| (remote, name)));
        }
        Ok(())
    }

    /// Every folder is there again, and Drive is well.
    pub(super) fn bring_back(&mut self, place: &Place) -> anyhow::Result<()> {
        for remote in place.folders() {
            if !place.folder(remote).exists() {
                fs::rename(away(place, remote), place.folder(remote))?;
            }
        }
        if let Some(double) = place.double() {
            double.clear_faults()?;
        }
        self.look(place)
    }

    /// How many processes were killed.
    pub(super) fn killed(&self) -> usize {
        self.daemons_killed + self.backups_killed
    }

    pub(super) fn summary(&self) -> String {
        format!(
            "daemon killed {} and stopped {} times, folders away {} times, {} backups by hand of \
             which {} were killed, {} faults at Drive, {} versions seen",
            self.daemons_killed,
            self.stops,
            self.absences,
            self.backups,
            self.backups_killed,
            self.at_drive,
            self.seen.len()
        )
    }
}

fn away(place: &Place, remote: &str) -> PathBuf {
    place.path(&format!("{remote}.away"))
}
