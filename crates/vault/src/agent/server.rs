//! The agent's life: one thread that waits for messages and for keys to expire.
//!
//! It begins with [`AgentServer::bind`] (from then on clients can connect) and ends when the last
//! key has expired or been forgotten, when none was handed to it within a minute, or when its
//! socket was swept away. Signals are left as Rust leaves them: a broken pipe is ignored (and must
//! stay so), the others end the process and the kernel takes the memory.

use std::io;
use std::os::fd::AsFd;
use std::os::unix::net::UnixListener;
use std::path::Path;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec};

use super::connection::{Connection, Next};
use super::deadline::{Deadline, Now};
use super::held::HeldKeys;
use super::protocol::{AgentStatus, Reply, Request};
use super::{BindError, Refusal, ServeError, harden};
use crate::socket::{self, Door};
use crate::{LedgerId, LedgerKey};

/// How long an agent that was never given a key waits for one.
const GRACE: Duration = Duration::from_mins(1);
/// The longest time to hold a key.
const MAX_TTL: Duration = Duration::from_hours(31 * 24);
/// How often the wall clock is looked at: waiting alone would not notice that the machine slept.
const TICK: Duration = Duration::from_secs(30);
/// How many clients may talk at once; more wait in the kernel's queue.
const MAX_CONNECTIONS: usize = 32;

/// A process that holds keys and answers on a socket.
pub struct AgentServer {
    keys: Keys,
    listener: UnixListener,
    connections: Vec<Connection>,
    /// Given up last, so that whoever finds the place free finds the keys wiped.
    door: Door,
}

/// The keys, and whether there is still a reason to live.
struct Keys {
    held: HeldKeys,
    /// Until when to wait for a first key; `None` once a client has held or forgotten one.
    grace: Option<Deadline>,
}

impl AgentServer {
    /// Becomes the agent at a socket path: clients can connect from now on, and are served by
    /// [`Self::run`].
    ///
    /// Forbids core dumps for the whole process. The directory is created when missing.
    pub fn bind(socket_path: &Path) -> Result<Self, BindError> {
        let (door, listener) = Door::open(socket_path)?;
        harden::harden_process();
        let grace = Deadline::after(Now::look(), GRACE);
        let keys = Keys {
            held: HeldKeys::new(),
            grace,
        };
        Ok(Self {
            keys,
            listener,
            connections: Vec::new(),
            door,
        })
    }

    /// Holds a key from the start, as a client's [`hold`](super::AgentClient::hold) would.
    pub fn hold(
        &mut self,
        ledger_id: LedgerId,
        key: &LedgerKey,
        ttl: Duration,
    ) -> Result<(), Refusal> {
        self.keys.hold(ledger_id, key, ttl, Now::look())
    }

    /// Serves until no key is held any more, then wipes everything and removes the socket.
    pub fn run(mut self) -> Result<(), ServeError> {
        loop {
            let now = Now::look();
            self.keys.held.wipe_expired(now);
            if self.keys.is_done(now) || !self.door.is_standing() {
                return Ok(());
            }
            self.connections
                .retain(|connection| !connection.time_left(now).is_zero());
            let ready = self.wait(now).map_err(ServeError::Wait)?;
            self.serve(&ready);
            if ready.newcomer {
                self.accept()?;
            }
        }
    }

    /// Waits for a message, a newcomer, or the next thing to expire.
    fn wait(&self, now: Now) -> io::Result<Ready> {
        let patience = self
            .connections
            .iter()
            .map(|connection| connection.time_left(now))
            .min();
        let timeout = [self.keys.next_event(now), patience]
            .into_iter()
            .flatten()
            .fold(TICK, Ord::min);
        // One millisecond more than needed: to wake just before a deadline would be to spin.
        let timeout = Timespec::try_from(timeout + Duration::from_millis(1))
            .map_err(|_| io::ErrorKind::InvalidInput)?;

        let streams = self
            .connections
            .iter()
            .map(|connection| connection.stream().as_fd());
        let mut fds: Vec<_> = streams
            .map(|stream| PollFd::from_borrowed_fd(stream, PollFlags::IN))
            .collect();
        if fds.len() < MAX_CONNECTIONS {
            fds.push(PollFd::new(&self.listener, PollFlags::IN));
        }
        match rustix::event::poll(&mut fds, Some(&timeout)) {
            Ok(_) | Err(rustix::io::Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
        let mut ready: Vec<bool> = fds.iter().map(|fd| !fd.revents().is_empty()).collect();
        let listener = ready.split_off(self.connections.len());
        Ok(Ready {
            connections: ready,
            newcomer: listener.contains(&true),
        })
    }

    fn serve(&mut self, ready: &Ready) {
        let (keys, mut is_ready) = (&mut self.keys, ready.connections.iter());
        self.connections.retain_mut(|connection| {
            let waiting = !is_ready.next().is_some_and(|&ready| ready);
            waiting || connection.advance(|request| keys.answer(request)) == Next::Listen
        });
    }

    fn accept(&mut self) -> Result<(), ServeError> {
        match self.listener.accept() {
            Ok((stream, _)) => {
                if matches!(socket::foreign_user(&stream), Ok(None)) {
                    self.connections
                        .extend(Connection::new(stream, Now::look()).ok());
                }
                Ok(())
            }
            Err(error) if is_passing(error.kind()) => Ok(()),
            Err(error) => Err(ServeError::Accept(error)),
        }
    }
}

/// What a wait has found; the connections in their order.
struct Ready {
    connections: Vec<bool>,
    newcomer: bool,
}

/// Whether a failed accept is the fault of a client that went away.
fn is_passing(kind: io::ErrorKind) -> bool {
    use io::ErrorKind::{ConnectionAborted, Interrupted, WouldBlock};
    matches!(kind, WouldBlock | Interrupted | ConnectionAborted)
}

impl Keys {
    fn is_done(&self, now: Now) -> bool {
        self.held.is_empty() && self.grace.is_none_or(|grace| grace.has_passed(now))
    }

    /// The time until a key expires, or the grace ends.
    fn next_event(&self, now: Now) -> Option<Duration> {
        self.held
            .next_expiry(now)
            .or_else(|| self.grace.map(|grace| grace.left(now)))
    }

    fn answer(&mut self, request: Request) -> Reply {
        let now = Now::look();
        match request {
            Request::Key(id) => self.held.get(id, now).map_or(Reply::NoKey, Reply::Key),
            Request::Hold {
                ledger_id,
                ttl,
                key,
            } => self
                .hold(ledger_id, &key, ttl, now)
                .map_or_else(Reply::Refused, |()| Reply::Done),
            Request::Forget(id) => {
                self.held.forget(id);
                self.grace = None;
                Reply::Done
            }
            Request::Status => Reply::Status(AgentStatus {
                memory_locked: self.held.is_locked_in_memory(),
                keys: self.held.list(now),
            }),
        }
    }

    fn hold(
        &mut self,
        ledger_id: LedgerId,
        key: &LedgerKey,
        ttl: Duration,
        now: Now,
    ) -> Result<(), Refusal> {
        let deadline = Some(ttl).filter(|ttl| *ttl <= MAX_TTL);
        let deadline = deadline
            .and_then(|ttl| Deadline::after(now, ttl))
            .ok_or(Refusal::TooLong)?;
        self.held
            .hold(ledger_id, key, deadline)
            .map_err(|_| Refusal::Full)?;
        self.grace = None;
        Ok(())
    }
}
