//! What is done when, decided without a clock, a disk or a network.
//!
//! Events come in with the time, actions go out; everything that happens between a change of the
//! ledger and a backup at each remote is here, and remotes never wait for each other. Refused here:
//! to begin two jobs at one remote, to try again before a remote's own time, and to try at all
//! where only a person can help.

mod pace;
mod remote;

use std::collections::BTreeMap;
use std::time::Duration;

use backup::control::RemoteReport;
use backup::settings::Pace;
use backup::{Contact, RemoteName};
use chrono::{DateTime, Utc};

use crate::carry::Written;
pub(crate) use pace::Retry;
use remote::Remote;

/// One look at both clocks.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Now {
    /// Time since the daemon began, which is never set back.
    pub(crate) time: Duration,
    /// What the calendar says, which may be.
    pub(crate) date: DateTime<Utc>,
}

/// One piece of work at one remote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Job {
    /// A backup.
    Carry,
    /// A pruning by the policy.
    Prune,
    /// Fetching and proving the newest version.
    Verify,
}

/// How a job ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// It did what it should.
    Done,
    /// Somebody stopped it.
    Cancelled,
    /// A version at the remote is damaged.
    Damaged,
    /// It failed.
    Failed(Retry),
}

/// What is remembered of a remote on the disk.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Known {
    /// How it did lately.
    pub(crate) contact: Contact,
    /// Whether there is anything to verify.
    pub(crate) has_versions: bool,
    /// When a version was last verified.
    pub(crate) verified_at: Option<DateTime<Utc>>,
    /// When it was last pruned.
    pub(crate) pruned_at: Option<DateTime<Utc>>,
    /// What a person wrote about it.
    pub(crate) written: Written,
}

impl Known {
    /// The same with the date of the last pruning, which is kept elsewhere.
    pub(crate) fn with_pruned_at(mut self, at: Option<DateTime<Utc>>) -> Self {
        self.pruned_at = at;
        self
    }
}

/// What happened.
#[derive(Clone, Debug)]
pub(crate) enum Event {
    /// The ledger's files changed.
    Changed,
    /// Time passed.
    Tick,
    /// A job ended.
    Ended {
        remote: RemoteName,
        job: Job,
        outcome: Outcome,
        /// `None` when it is as before.
        known: Option<Known>,
    },
    /// Somebody wants backups at once.
    Now,
    /// Nothing more until told.
    Pause,
    /// Go on.
    Resume,
    /// The settings and the remotes are these from now on.
    Reload {
        pace: Pace,
        remotes: Vec<(RemoteName, Known)>,
        /// Whether a person asked for it: then what was held is tried again.
        told: bool,
    },
    /// The end.
    Stop,
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    /// Begin a job.
    Begin(RemoteName, Job),
    /// Stop what is under way at a remote.
    Cancel(RemoteName),
}

/// The state between events.
#[derive(Debug)]
pub(crate) struct Schedule {
    pace: Pace,
    paused: bool,
    stopping: bool,
    remotes: BTreeMap<RemoteName, Remote>,
}

impl Schedule {
    /// Without remotes, until a [`Event::Reload`].
    pub(crate) fn new(pace: Pace, paused: bool) -> Self {
        Self {
            pace,
            paused,
            stopping: false,
            remotes: BTreeMap::new(),
        }
    }

    pub(crate) fn is_paused(&self) -> bool {
        self.paused
    }

    /// Whether nothing is under way.
    pub(crate) fn is_idle(&self) -> bool {
        self.remotes.values().all(|remote| remote.doing().is_none())
    }

    /// Takes an event in; `dice` gives a random part of a duration.
    pub(crate) fn handle(
        &mut self,
        event: Event,
        now: Now,
        dice: &mut dyn FnMut(Duration) -> Duration,
    ) -> Vec<Action> {
        let mut actions = Vec::new();
        match event {
            Event::Tick => {}
            Event::Changed => self.each(|remote| remote.change(now.time)),
            Event::Now => self.each(|remote| remote.ask(now.time)),
            Event::Pause => {
                self.paused = true;
                actions = self.cancel_all();
            }
            Event::Resume => self.paused = false,
            Event::Stop => {
                self.stopping = true;
                actions = self.cancel_all();
            }
            Event::Reload {
                pace,
                remotes,
                told,
            } => {
                self.pace = pace;
                actions = self.replace(remotes, told, now);
            }
            Event::Ended {
                remote,
                job,
                outcome,
                known,
            } => {
                if let Some(remote) = self.remotes.get_mut(&remote) {
                    remote.end(job, outcome, known, &self.pace, now, dice);
                }
            }
        }
        actions.extend(self.begin_due(now));
        actions
    }

    fn each(&mut self, change: impl FnMut(&mut Remote)) {
        self.remotes.values_mut().for_each(change);
    }

    fn cancel_all(&self) -> Vec<Action> {
        let busy = self.remotes.iter().filter(|(_, it)| it.doing().is_some());
        busy.map(|(name, _)| Action::Cancel(name.clone())).collect()
    }

    fn replace(&mut self, remotes: Vec<(RemoteName, Known)>, told: bool, now: Now) -> Vec<Action> {
        let mut before = std::mem::take(&mut self.remotes);
        for (name, known) in remotes {
            let remote = match before.remove(&name) {
                Some(mut remote) => {
                    remote.reload(known, told);
                    remote
                }
                None => Remote::new(known, now.time),
            };
            self.remotes.insert(name, remote);
        }
        let gone = before.into_iter().filter(|(_, it)| it.doing().is_some());
        gone.map(|(name, _)| Action::Cancel(name)).collect()
    }

    fn begin_due(&mut self, now: Now) -> Vec<Action> {
        if self.stopping {
            return Vec::new();
        }
        let (pace, paused) = (&self.pace, self.paused);
        let begun = self.remotes.iter_mut().filter_map(|(name, remote)| {
            let job = remote.begin_due(pace, paused, now)?;
            Some(Action::Begin(name.clone(), job))
        });
        begun.collect()
    }

    /// When time alone makes something due.
    pub(crate) fn next(&self) -> Option<Duration> {
        if self.stopping {
            return None;
        }
        let due = self.remotes.values();
        due.filter_map(|remote| remote.due(&self.pace, self.paused))
            .min()
    }

    /// How the remotes do, for a person.
    pub(crate) fn reports(&self, now: Now) -> Vec<RemoteReport> {
        let reports = self.remotes.iter();
        reports
            .map(|(name, remote)| remote.report(name, &self.pace, self.paused, now))
            .collect()
    }
}

#[cfg(test)]
mod tests;
