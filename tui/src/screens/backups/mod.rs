//! Versions of the ledger and the remotes that keep them.
//!
//! What is remembered of the remotes is known to all screens ([`Known`]); this one shows it, and
//! sends somebody ([`Errand`]) who looks, makes, proves, restores or ends. What is gone stands first.

mod forms;
mod lines;
mod update;
mod view;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use backup::{ObjectName, PrunePlan, RemoteName, Version};
use chrono::{DateTime, Utc};

use crate::app::Trouble;
use crate::health::{Health, since};
use crate::i18n::{Texts, text};
use crate::widgets::cursor::Cursor;

pub(crate) use lines::{proven, told};

/// One remote: what it is, and how it did lately.
#[derive(Clone, Debug)]
pub(crate) struct Remote {
    /// Its name.
    pub(crate) name: RemoteName,
    /// What it is: `folder`, `gdrive`.
    pub(crate) kind: &'static str,
    /// Where it lies.
    pub(crate) place: String,
    /// When this was read.
    pub(crate) now: DateTime<Utc>,
    /// What is remembered of it, or why that can't be read.
    pub(crate) health: Result<Health, Trouble>,
}

/// Versions that can't be restored.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Gone {
    /// What was there and is not.
    pub(crate) lost: Vec<ObjectName>,
    /// What does not open, or builds on something that is lost.
    pub(crate) damaged: Vec<ObjectName>,
}

impl Gone {
    /// Whether everything is there.
    pub(crate) fn is_nothing(&self) -> bool {
        self.lost.is_empty() && self.damaged.is_empty()
    }
}

/// What is known of the remotes, on all screens.
#[derive(Clone, Debug, Default)]
pub(crate) struct Known {
    /// As remembered on this machine.
    pub(crate) remotes: Vec<Remote>,
    /// Whether that was read.
    pub(crate) is_read: bool,
    /// What is gone, for each remote that was looked at since the ledger was opened.
    looked: BTreeMap<RemoteName, Gone>,
    /// What was rebuilt since, and was not what had been saved.
    unsound: BTreeSet<ObjectName>,
}

/// How the backups are, in short.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// A version can't be restored.
    Gone,
    /// A remote failed when it was tried last.
    Failed,
    /// There never was a backup to one of the remotes.
    Never,
    /// The last backup to a remote is too old.
    Old,
    /// There are versions, and none was proven.
    Unproven,
    /// The newest proven version is so old.
    Proven(Duration),
}

impl Known {
    /// Takes what was read of this machine's files.
    pub(crate) fn remember(&mut self, remotes: Vec<Remote>) {
        (self.remotes, self.is_read) = (remotes, true);
    }

    /// Takes what an errand found.
    pub(crate) fn take(&mut self, came: &Came) {
        if let Some(remotes) = &came.remotes {
            self.remember(remotes.clone());
        }
        self.looked.extend(came.looked.iter().cloned());
        if let Some((name, sound)) = &came.checked {
            if *sound {
                self.unsound.remove(name);
            } else {
                self.unsound.insert(name.clone());
            }
        }
    }

    /// What is gone from a remote; nothing when nobody looked.
    fn gone(&self, remote: &RemoteName) -> Option<&Gone> {
        self.looked.get(remote)
    }

    /// How the backups are; nothing without a remote.
    pub(crate) fn standing(&self) -> Option<Standing> {
        let now = self.remotes.first()?.now;
        let healths = || self.remotes.iter().map(|remote| remote.health.as_ref());
        let known = || healths().filter_map(Result::ok);
        if self.looked.values().any(|gone| !gone.is_nothing()) || !self.unsound.is_empty() {
            return Some(Standing::Gone);
        }
        let failed = |health: Result<&Health, &Trouble>| {
            health.map_or(true, |health| health.failure.is_some())
        };
        if healths().any(failed) {
            return Some(Standing::Failed);
        }
        if known().any(|health| health.age.is_none()) {
            return Some(Standing::Never);
        }
        if known().any(|health| health.is_stale) {
            return Some(Standing::Old);
        }
        let proven = known().filter_map(Health::proven);
        let newest = proven.map(|version| version.created_at).max();
        Some(newest.map_or(Standing::Unproven, |at| Standing::Proven(since(at, now))))
    }
}

/// A version that can't be restored is no ordinary one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Row<'a> {
    Lost(&'a ObjectName),
    Damaged(&'a ObjectName),
    Whole(&'a Version),
}

impl Row<'_> {
    fn name(&self) -> &ObjectName {
        match self {
            Self::Lost(name) | Self::Damaged(name) => name,
            Self::Whole(version) => &version.name,
        }
    }
}

/// The rows of a remote: what is gone first, then the versions, the newest first.
fn rows<'a>(remote: &'a Remote, known: &'a Known) -> Vec<Row<'a>> {
    let gone = known.gone(&remote.name);
    let lost = gone.map_or(&[][..], |gone| &gone.lost[..]);
    let damaged = gone.map_or(&[][..], |gone| &gone.damaged[..]);
    let versions = remote.health.as_ref().map_or(&[][..], |one| &one.versions);
    let unsound = |name: &ObjectName| known.unsound.contains(name);
    let whole = versions.iter().rev();
    let whole = whole.filter(|one| !lost.contains(&one.name) && !damaged.contains(&one.name));
    let (bad, good): (Vec<_>, Vec<_>) = whole.partition(|one| unsound(&one.name));
    let rows = lost.iter().map(Row::Lost);
    let rows = rows.chain(damaged.iter().map(Row::Damaged));
    let rows = rows.chain(bad.into_iter().map(|one| Row::Damaged(&one.name)));
    rows.chain(good.into_iter().map(Row::Whole)).collect()
}

/// What somebody is sent for.
#[derive(Debug)]
pub(crate) enum Errand {
    /// Ask remotes what they hold.
    Look(Vec<RemoteName>),
    /// Make a version.
    Make(RemoteName),
    /// Rebuild a version, open it and examine it.
    Verify(RemoteName, ObjectName),
    /// Bring a version back.
    Restore(ToRestore),
    /// Find out which versions would end.
    Plan(RemoteName),
    /// End them.
    Prune(Plan),
    /// Add a folder as a remote.
    Add {
        /// The remote's name.
        name: String,
        /// Its path, as typed.
        path: String,
    },
}

/// A version and where it goes.
#[derive(Debug)]
pub(crate) struct ToRestore {
    /// The remote that has it.
    pub(crate) remote: RemoteName,
    /// The version.
    pub(crate) version: ObjectName,
    /// The folder, as typed.
    pub(crate) to: String,
    /// Whether the passphrase of now opens it.
    pub(crate) opens: bool,
}

/// Which versions of a remote would end.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    /// The remote.
    pub(crate) remote: RemoteName,
    /// What stays and what ends.
    pub(crate) plan: PrunePlan,
}

/// What came of an errand.
#[derive(Clone, Debug, Default)]
pub(crate) struct Came {
    /// What is remembered of the remotes now.
    pub(crate) remotes: Option<Vec<Remote>>,
    /// What was done, in a sentence.
    pub(crate) said: Option<String>,
    /// What was found that somebody has to know.
    pub(crate) trouble: Option<Trouble>,
    /// What is gone, for each remote that was looked at.
    pub(crate) looked: Vec<(RemoteName, Gone)>,
    /// A version that was rebuilt, and whether it is what was saved.
    pub(crate) checked: Option<(ObjectName, bool)>,
    /// What pruning would do.
    pub(crate) plan: Option<Plan>,
}

impl Errand {
    /// What is going on, in a few words.
    pub(crate) fn said(&self, texts: &Texts) -> String {
        let about = |id: &str, remote: &RemoteName| text!(texts, id, remote = remote.as_str());
        match self {
            Self::Look(_) => texts.get("say-looking"),
            Self::Make(remote) => about("say-backing-up", remote),
            Self::Verify(remote, _) => about("say-verifying", remote),
            Self::Restore(wanted) => about("say-restoring", &wanted.remote),
            Self::Plan(remote) => about("say-planning", remote),
            Self::Prune(plan) => about("say-pruning", &plan.remote),
            Self::Add { .. } => texts.get("say-adding-remote"),
        }
    }
}

/// What it knows.
#[derive(Debug, Default)]
pub(crate) struct State {
    /// The place of the remote that is looked at.
    at: usize,
    cursor: Cursor,
    /// The version that is restored: its remote, and whether the passphrase of now opens it.
    restoring: Option<(RemoteName, ObjectName, bool)>,
    /// What pruning would do, while one is asked.
    plan: Option<Plan>,
    /// Whether the folders were looked at since the screen opened.
    looked: bool,
}

impl State {
    /// The remote that is looked at.
    fn remote<'a>(&self, known: &'a Known) -> Option<&'a Remote> {
        known.remotes.get(self.at).or(known.remotes.last())
    }

    /// Its rows.
    fn rows<'a>(&self, known: &'a Known) -> Vec<Row<'a>> {
        let remote = self.remote(known);
        remote.map(|remote| rows(remote, known)).unwrap_or_default()
    }

    /// The row under the cursor.
    fn current<'a>(&self, known: &'a Known) -> Option<Row<'a>> {
        let rows = self.rows(known);
        rows.get(self.cursor.at).or(rows.last()).copied()
    }
}
