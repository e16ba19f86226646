//! One remote's part of the schedule.

use std::time::Duration;

use backup::RemoteName;
use backup::control::{Doing, RemoteReport};
use backup::settings::Pace;
use chrono::{DateTime, TimeDelta, Utc};

use super::pace::backoff;
use super::{Job, Known, Now, Outcome, Retry};

/// How often a remote is pruned at most.
const PRUNE_EVERY: Duration = Duration::from_hours(24);

/// What the schedule knows of one remote.
#[derive(Debug)]
pub(super) struct Remote {
    known: Known,
    doing: Option<Job>,
    /// What was not yet carried when the job that is under way began.
    carrying: Option<Changes>,
    changes: Option<Changes>,
    /// A person wants a backup at once.
    asked: bool,
    failures: u32,
    wait: Wait,
    /// The last backup made a pruning due.
    may_prune: bool,
    /// No verification before this time.
    verify_not_before: Duration,
    damaged: bool,
}

/// What the last failure asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wait {
    /// No try before this time.
    Until(Duration),
    /// No try before a person acts.
    ForPerson,
}

impl Wait {
    const NONE: Self = Self::Until(Duration::ZERO);

    /// The time from which a try makes sense.
    fn until(self) -> Option<Duration> {
        match self {
            Self::Until(time) => Some(time),
            Self::ForPerson => None,
        }
    }
}

/// When the ledger changed, first and last.
#[derive(Clone, Copy, Debug)]
struct Changes {
    first: Duration,
    last: Duration,
}

impl Remote {
    /// A remote that is new here: the ledger may have changed while nobody watched.
    pub(super) fn new(known: Known, time: Duration) -> Self {
        let mut remote = Self {
            known,
            doing: None,
            carrying: None,
            changes: None,
            asked: false,
            failures: 0,
            wait: Wait::NONE,
            may_prune: false,
            verify_not_before: Duration::ZERO,
            damaged: false,
        };
        remote.change(time);
        remote
    }

    pub(super) fn doing(&self) -> Option<Job> {
        self.doing
    }

    pub(super) fn change(&mut self, time: Duration) {
        let first = self.changes.map_or(time, |changes| changes.first);
        self.changes = Some(Changes { first, last: time });
    }

    pub(super) fn ask(&mut self, time: Duration) {
        self.release();
        self.asked = true;
        self.change(time);
    }

    /// Forgets why nothing was tried.
    fn release(&mut self) {
        self.wait = Wait::NONE;
        self.verify_not_before = Duration::ZERO;
    }

    pub(super) fn reload(&mut self, known: Known, told: bool) {
        if told || self.known.written != known.written {
            self.release();
        }
        // What a job that is under way will say is newer.
        if self.doing.is_none() {
            self.known = known;
        }
    }

    /// Begins what is due, if anything.
    pub(super) fn begin_due(&mut self, pace: &Pace, paused: bool, now: Now) -> Option<Job> {
        let job = self.what_is_due(pace, paused, now)?;
        if job == Job::Carry {
            self.carrying = self.changes.take();
            self.asked = false;
        }
        self.doing = Some(job);
        Some(job)
    }

    fn what_is_due(&self, pace: &Pace, paused: bool, now: Now) -> Option<Job> {
        if self.doing.is_some() {
            return None;
        }
        if self
            .carry_due(pace, paused)
            .is_some_and(|due| due <= now.time)
        {
            return Some(Job::Carry);
        }
        if paused || self.wait.until()? > now.time {
            return None;
        }
        if pace.prune && self.may_prune {
            return Some(Job::Prune);
        }
        let every = pace.verify_every?;
        let verify = self.known.has_versions
            && self.verify_not_before <= now.time
            && is_due(self.known.verified_at, every, now);
        verify.then_some(Job::Verify)
    }

    /// When the next backup is due.
    fn carry_due(&self, pace: &Pace, paused: bool) -> Option<Duration> {
        if self.asked {
            return Some(Duration::ZERO);
        }
        if paused {
            return None;
        }
        let (changes, wait) = (self.changes?, self.wait.until()?);
        let calm = changes.last.saturating_add(pace.quiet);
        let late = changes.first.saturating_add(pace.at_most);
        Some(calm.min(late).max(wait))
    }

    /// When time alone makes something due. Prunings and verifications follow a backup or wait for
    /// the next look at the ledger: they are not worth waking up for.
    pub(super) fn due(&self, pace: &Pace, paused: bool) -> Option<Duration> {
        match self.doing {
            None => self.carry_due(pace, paused),
            Some(_) => None,
        }
    }

    pub(super) fn end(
        &mut self,
        job: Job,
        outcome: Outcome,
        known: Option<Known>,
        pace: &Pace,
        now: Now,
        dice: &mut dyn FnMut(Duration) -> Duration,
    ) {
        self.doing = None;
        if let Some(known) = known {
            self.known = known;
        }
        if job == Job::Verify && outcome != Outcome::Cancelled {
            // Never at once again, whatever it found and however often it is wanted.
            self.verify_not_before = now.time.saturating_add(pace.retry_most);
        }
        match (job, outcome) {
            (Job::Carry, Outcome::Done) => {
                self.carrying = None;
                self.failures = 0;
                self.wait = Wait::NONE;
                self.may_prune = is_due(self.known.pruned_at, PRUNE_EVERY, now);
            }
            (Job::Verify, Outcome::Done) => self.damaged = false,
            (Job::Verify, Outcome::Damaged) => {
                // The next version is a full one, and is made at once.
                self.damaged = true;
                self.asked = true;
                self.change(now.time);
            }
            (Job::Carry, _) => {
                self.put_back();
                self.fail(outcome, pace, now, dice);
            }
            // Done, or a later backup brings the next try.
            (Job::Prune, _) => self.may_prune = false,
            (Job::Verify, Outcome::Cancelled | Outcome::Failed(_)) => {}
        }
    }

    /// What was to be carried still is.
    fn put_back(&mut self) {
        let Some(before) = self.carrying.take() else {
            return;
        };
        let last = self.changes.map_or(before.last, |changes| changes.last);
        self.changes = Some(Changes {
            first: before.first,
            last,
        });
    }

    fn fail(
        &mut self,
        outcome: Outcome,
        pace: &Pace,
        now: Now,
        dice: &mut dyn FnMut(Duration) -> Duration,
    ) {
        let wait = match outcome {
            Outcome::Done | Outcome::Cancelled => return,
            Outcome::Failed(Retry::WhenTold) => {
                self.wait = Wait::ForPerson;
                return;
            }
            Outcome::Failed(Retry::Soon { after }) => {
                self.failures = self.failures.saturating_add(1);
                backoff(pace, self.failures, after, dice)
            }
            Outcome::Failed(Retry::Slowly) | Outcome::Damaged => {
                self.failures = self.failures.saturating_add(1);
                pace.retry_most
            }
        };
        self.wait = Wait::Until(now.time.saturating_add(wait));
    }

    pub(super) fn report(
        &self,
        name: &RemoteName,
        pace: &Pace,
        paused: bool,
        now: Now,
    ) -> RemoteReport {
        let at = |due: Duration| {
            let wait = TimeDelta::from_std(due.saturating_sub(now.time)).unwrap_or(TimeDelta::MAX);
            now.date.checked_add_signed(wait)
        };
        RemoteReport {
            name: name.to_string(),
            doing: match self.doing {
                None => Doing::Nothing,
                Some(Job::Carry) => Doing::Carrying,
                Some(Job::Prune) => Doing::Pruning,
                Some(Job::Verify) => Doing::Verifying,
            },
            changed: self.changes.is_some() || self.carrying.is_some(),
            next: self.due(pace, paused).and_then(at),
            held: self.wait == Wait::ForPerson,
            contact: self.known.contact.clone(),
            verified_at: self.known.verified_at,
            damaged: self.damaged,
        }
    }
}

/// Whether something that was last done then is due; a date that is yet to come was written by a
/// clock that was wrong.
fn is_due(last: Option<DateTime<Utc>>, every: Duration, now: Now) -> bool {
    let Some(last) = last else {
        return true;
    };
    match now.date.signed_duration_since(last).to_std() {
        Ok(age) => age >= every,
        Err(_) => true,
    }
}
