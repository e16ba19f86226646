//! What goes wrong, by dice.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use anyhow::bail;

use super::daemon::Daemon;
use super::place::{Place, REMOTES};

/// What went wrong so far, and what was seen meanwhile.
#[derive(Debug, Default)]
pub(super) struct Faults {
    kills: u32,
    stops: u32,
    absences: u32,
    backups: u32,
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
        self.look(place);
        match dice.u8(..24) {
            0 | 1 => {
                daemon.kill()?;
                self.kills += 1;
                *daemon = Daemon::start(place)?;
            }
            2 => {
                daemon.stop()?;
                self.stops += 1;
                *daemon = Daemon::start(place)?;
            }
            3 | 4 => {
                let remote = REMOTES[dice.usize(..REMOTES.len())];
                let (here, away) = (place.folder(remote), away(place, remote));
                if here.exists() {
                    fs::rename(here, away)?;
                    self.absences += 1;
                } else {
                    fs::rename(away, here)?;
                }
            }
            5 => self.backup(place)?,
            6 => drop(place.luka(&["sync", "now"])?),
            _ => {}
        }
        Ok(())
    }

    /// A backup by hand beside the daemon: done, busy, or a folder is away; nothing else.
    fn backup(&mut self, place: &Place) -> anyhow::Result<()> {
        let mut backup = place.command("luka");
        backup.env_remove("LUKA_PASSPHRASE");
        let output = backup.args(["backup", "--quiet"]).output()?;
        self.backups += 1;
        match output.status.code() {
            Some(0 | 6 | 7) => Ok(()),
            code => {
                let said = String::from_utf8_lossy(&output.stderr);
                bail!("luka backup ended with {code:?}: {said}")
            }
        }
    }

    fn look(&mut self, place: &Place) {
        for remote in REMOTES {
            let versions = place.versions(remote).into_iter();
            self.seen.extend(versions.map(|name| (remote, name)));
        }
    }

    /// Every folder is there again.
    pub(super) fn bring_back(&mut self, place: &Place) -> anyhow::Result<()> {
        for remote in REMOTES {
            if !place.folder(remote).exists() {
                fs::rename(away(place, remote), place.folder(remote))?;
            }
        }
        self.look(place);
        Ok(())
    }

    pub(super) fn summary(&self) -> String {
        format!(
            "daemon killed {} and stopped {} times, folders away {} times, {} backups by hand, \
             {} versions seen",
            self.kills,
            self.stops,
            self.absences,
            self.backups,
            self.seen.len()
        )
    }
}

fn away(place: &Place, remote: &str) -> PathBuf {
    place.path(&format!("{remote}.away"))
}
