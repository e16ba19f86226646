//! The daemon: one loop that waits for messages and for the time, and does nothing else itself.
//!
//! Between two messages it sleeps until the schedule has something due or the next look at the
//! ledger; nothing else ever wakes it. What it decides is the schedule's, what takes time is on
//! threads of `carry`, so it answers and stops at once whatever is under way.

mod message;
mod post;

use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};

use backup::Home;
use backup::control::{Obstacle, Request, Status};
use backup::settings::Settings;
use chrono::{DateTime, Utc};

use crate::carry::{Ended, Hands};
use crate::exit::Exit;
use crate::instance::InstanceError;
use crate::load;
use crate::memory::Memory;
use crate::notify_ready;
use crate::place::Places;
use crate::schedule::{Event, Job, Now, Outcome, Schedule};
use crate::signals::{self, Signal};
use crate::watch::Watch;
use message::Message;
use post::Post;

/// How long work that is under way gets to stop; what is cut is taken up at the next start.
const TO_STOP: Duration = Duration::from_secs(4);

struct Daemon {
    places: Places,
    home: Home,
    settings: Settings,
    schedule: Schedule,
    memory: Memory,
    watch: Watch,
    post: Post,
    hands: Hands<Message>,
    messages: Receiver<Message>,
    obstacle: Option<Obstacle>,
    started: Instant,
    since: DateTime<Utc>,
    next_look: Instant,
    told: String,
}

/// Runs until a signal.
pub(crate) fn run(places: Places, settings: Settings) -> Exit {
    let home = Home::of(&places.ledger);
    let (sender, messages) = mpsc::channel();
    if let Err(error) = signals::listen(sender.clone()) {
        tracing::error!(%error, "signals can't be taken");
        return Exit::Failed;
    }
    let memory = Memory::load(&home);
    let noticed = sender.clone();
    let tell = move || drop(noticed.send(Message::Noticed));
    let started = Instant::now();
    let mut daemon = Daemon {
        schedule: Schedule::new(settings.pace.clone(), memory.paused),
        watch: Watch::new(home.clone(), tell),
        post: Post::new(&home, places.runtime.as_deref(), sender.clone()),
        hands: Hands::new(home.clone(), sender),
        messages,
        obstacle: None,
        started,
        since: Utc::now(),
        next_look: started + settings.pace.poll,
        told: String::new(),
        places,
        home,
        settings,
        memory,
    };
    match daemon.begin() {
        Ok(()) => daemon.serve(),
        Err(error) => exit_of(&error),
    }
}

fn exit_of(error: &InstanceError) -> Exit {
    tracing::error!("{error}");
    match error {
        InstanceError::Taken => Exit::Conflict,
        _ => Exit::Failed,
    }
}

/// Whether the loop goes on.
enum Next {
    Wait,
    End(Exit),
}

impl Daemon {
    fn begin(&mut self) -> Result<(), InstanceError> {
        self.post.settle()?;
        self.read(false);
        let version = env!("CARGO_PKG_VERSION");
        tracing::info!(version, "watching");
        self.tell(true);
        Ok(())
    }

    fn serve(&mut self) -> Exit {
        loop {
            let next = match self.wait() {
                Some(message) => self.take(message),
                None => self.pass_time(),
            };
            match next {
                Ok(Next::Wait) => self.tell(false),
                Ok(Next::End(exit)) => return exit,
                Err(error) => return exit_of(&error),
            }
        }
    }

    /// Waits for a message, or until something is due.
    fn wait(&self) -> Option<Message> {
        let due = self
            .schedule
            .next()
            .and_then(|due| self.started.checked_add(due));
        let until = due.map_or(self.next_look, |due| due.min(self.next_look));
        let left = until.saturating_duration_since(Instant::now());
        // It is never cut off: a sender lives in `self.post`.
        self.messages.recv_timeout(left).ok()
    }

    fn now(&self) -> Now {
        Now {
            time: self.started.elapsed(),
            date: Utc::now(),
        }
    }

    fn handle(&mut self, event: Event) {
        let mut dice = |most: Duration| {
            let most = u64::try_from(most.as_millis()).unwrap_or(u64::MAX);
            Duration::from_millis(fastrand::u64(..=most))
        };
        let actions = self.schedule.handle(event, self.now(), &mut dice);
        self.hands.act(actions, self.settings.policy);
    }

    fn take(&mut self, message: Message) -> Result<Next, InstanceError> {
        match message {
            Message::Noticed => self.notice()?,
            Message::Ended(ended) => self.end(ended),
            Message::Asked(asked) => {
                self.obey(asked.request);
                // Who asked may be gone.
                let _ = asked.answer.try_send(self.status());
            }
            Message::Signal(Signal::Reload) => {
                notify_ready::reloading();
                self.reload();
                self.tell(true);
            }
            Message::Signal(Signal::Stop(_)) => return Ok(Next::End(self.stop())),
        }
        Ok(Next::Wait)
    }

    fn notice(&mut self) -> Result<(), InstanceError> {
        let seen = self.watch.take();
        if seen.settings {
            self.post.settle()?;
            self.read(false);
        }
        let looks_other = self.watch.look();
        if seen.ledger || looks_other {
            self.handle(Event::Changed);
        }
        Ok(())
    }

    /// Nothing came: it is time for what is due, perhaps for a look.
    fn pass_time(&mut self) -> Result<Next, InstanceError> {
        if Instant::now() >= self.next_look {
            self.next_look = Instant::now() + self.settings.pace.poll;
            self.post.settle()?;
            self.read(false);
            if self.watch.look() {
                self.handle(Event::Changed);
            }
        }
        self.handle(Event::Tick);
        Ok(Next::Wait)
    }

    fn end(&mut self, ended: Ended) {
        self.hands.ended(&ended.remote);
        let (outcome, date) = (ended.outcome(), Utc::now());
        if (ended.job, outcome) == (Job::Prune, Outcome::Done) {
            self.memory.pruned(&ended.remote, date);
            self.remember();
        }
        let pruned_at = self.memory.pruned_at(&ended.remote);
        self.handle(Event::Ended {
            known: ended.known.map(|known| known.with_pruned_at(pruned_at)),
            remote: ended.remote,
            job: ended.job,
            outcome,
        });
    }

    fn obey(&mut self, request: Request) {
        match request {
            Request::Status => {}
            Request::Now => {
                tracing::info!("told to back up now");
                self.read(true);
                self.handle(Event::Now);
            }
            Request::Pause => self.pause(true),
            Request::Resume => self.pause(false),
        }
    }

    fn pause(&mut self, paused: bool) {
        tracing::info!(paused, "told to pause or go on");
        self.memory.paused = paused;
        self.remember();
        self.handle(if paused { Event::Pause } else { Event::Resume });
    }

    fn remember(&self) {
        if let Err(error) = self.memory.save(&self.home) {
            let error = &error as &dyn std::error::Error;
            tracing::warn!(error, "what was told can't be kept for the next start");
        }
    }

    /// Reads the configuration and the remotes anew; a configuration that makes no sense leaves
    /// the one before.
    fn reload(&mut self) {
        match load::settings(&self.places) {
            Ok(settings) => self.settings = settings,
            Err(error) => tracing::error!("the configuration is left as it was: {error}"),
        }
        self.next_look = Instant::now() + self.settings.pace.poll;
        self.read(true);
        tracing::info!("read the settings anew");
    }

    /// Watches what there is now, then reads the remotes.
    fn read(&mut self, told: bool) {
        self.watch.renew();
        let (remotes, obstacle) = match load::remotes(&self.home, &self.memory) {
            Ok(remotes) => (remotes, None),
            Err(obstacle) => (Vec::new(), Some(obstacle)),
        };
        if let Some(obstacle) = obstacle.filter(|_| obstacle != self.obstacle) {
            tracing::warn!("waiting: {}", load::advice(obstacle));
        }
        self.obstacle = obstacle;
        self.handle(Event::Reload {
            pace: self.settings.pace.clone(),
            remotes,
            told,
        });
    }

    fn status(&self) -> Status {
        Status {
            pid: std::process::id(),
            since: self.since,
            paused: self.schedule.is_paused(),
            obstacle: self.obstacle,
            remotes: self.schedule.reports(self.now()),
        }
    }

    /// Tells the service manager in a line how things are, when that is news.
    fn tell(&mut self, ready: bool) {
        let line = post::line(&self.status());
        if ready {
            notify_ready::ready(&line);
        } else if line != self.told {
            notify_ready::status(&line);
        }
        self.told = line;
    }

    /// Lets what is under way stop at its next good place, for a limited time.
    fn stop(&mut self) -> Exit {
        notify_ready::stopping();
        tracing::info!("stopping");
        let until = Instant::now() + TO_STOP;
        self.handle(Event::Stop);
        while !self.schedule.is_idle() {
            let left = until.saturating_duration_since(Instant::now());
            match self.messages.recv_timeout(left) {
                Ok(Message::Ended(ended)) => self.end(ended),
                // Told twice: at once.
                Ok(Message::Signal(Signal::Stop(_))) => break,
                Ok(_) => {}
                Err(_) => {
                    tracing::warn!("what is under way is cut; the next start takes it up");
                    break;
                }
            }
        }
        Exit::Done
    }
}
