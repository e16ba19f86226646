//! `--once`: a backup to each remote, what is due besides, and an exit code; for timers and cron.
//!
//! The schedule is the daemon's, told to begin at once; when nothing is under way it is done. That
//! the daemon was told to pause does not hold here: who runs this wants it.

use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};

use backup::Home;
use backup::settings::Settings;
use chrono::Utc;

use crate::carry::{Ended, Hands};
use crate::exit::Exit;
use crate::instance::{Instance, InstanceError};
use crate::load;
use crate::memory::Memory;
use crate::place::Places;
use crate::schedule::{Event, Job, Now, Schedule};
use crate::signals::{self, Signal};

enum Message {
    Ended(Ended),
    Signal(Signal),
}

impl From<Ended> for Message {
    fn from(ended: Ended) -> Self {
        Self::Ended(ended)
    }
}

impl From<Signal> for Message {
    fn from(signal: Signal) -> Self {
        Self::Signal(signal)
    }
}

struct Once {
    home: Home,
    settings: Settings,
    schedule: Schedule,
    memory: Memory,
    hands: Hands<Message>,
    started: Instant,
    exit: Exit,
}

/// Runs once.
pub(crate) fn run(places: &Places, settings: Settings) -> Exit {
    let home = Home::of(&places.ledger);
    let memory = Memory::load(&home);
    let remotes = match load::remotes(&home, &memory) {
        Ok(remotes) => remotes,
        Err(obstacle) => {
            tracing::error!("{}", load::advice(obstacle));
            return Exit::NotFound;
        }
    };
    let _instance = match Instance::take(&home) {
        Ok(instance) => instance,
        Err(error) => {
            tracing::error!("{error}");
            return match error {
                InstanceError::Taken => Exit::Conflict,
                _ => Exit::Failed,
            };
        }
    };
    let (sender, messages) = mpsc::channel();
    if let Err(error) = signals::listen(sender.clone()) {
        tracing::error!(%error, "signals can't be taken");
        return Exit::Failed;
    }
    let mut once = Once {
        schedule: Schedule::new(settings.pace.clone(), false),
        hands: Hands::new(home.clone(), sender),
        started: Instant::now(),
        exit: Exit::Done,
        home,
        memory,
        settings,
    };
    once.handle(Event::Reload {
        pace: once.settings.pace.clone(),
        remotes,
        told: true,
    });
    once.handle(Event::Now);
    once.serve(&messages)
}

impl Once {
    fn handle(&mut self, event: Event) {
        let now = Now {
            time: self.started.elapsed(),
            date: Utc::now(),
        };
        // No second try here: the length of a wait is never used.
        let actions = self.schedule.handle(event, now, &mut |most: Duration| most);
        self.hands.act(actions, self.settings.policy);
    }

    fn serve(&mut self, messages: &Receiver<Message>) -> Exit {
        while !self.schedule.is_idle() {
            match messages.recv() {
                Ok(Message::Ended(ended)) => self.end(ended),
                Ok(Message::Signal(Signal::Stop(signal))) => {
                    self.exit = Exit::Signal(signal);
                    self.handle(Event::Stop);
                }
                Ok(Message::Signal(Signal::Reload)) => {}
                Err(_) => return Exit::Failed,
            }
        }
        self.exit
    }

    fn end(&mut self, ended: Ended) {
        self.hands.ended(&ended.remote);
        let outcome = ended.outcome();
        match (&ended.result, ended.job) {
            (Err(error), _) if error.is_stop() => {}
            (Err(error), _) => self.exit = self.exit.worse(error.exit()),
            (Ok(()), Job::Prune) => {
                self.memory.pruned(&ended.remote, Utc::now());
                if let Err(error) = self.memory.save(&self.home) {
                    tracing::warn!("when it was pruned can't be kept: {error}");
                }
            }
            (Ok(()), Job::Carry | Job::Verify) => {}
        }
        let pruned_at = self.memory.pruned_at(&ended.remote);
        self.handle(Event::Ended {
            known: ended.known.map(|known| known.with_pruned_at(pruned_at)),
            remote: ended.remote,
            job: ended.job,
            outcome,
        });
    }
}
