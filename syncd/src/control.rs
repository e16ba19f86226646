//! The socket on which `luka sync` asks.
//!
//! One thread, one client after the other, each with a few seconds and short lines; who is another
//! user's, says too much or nothing, is dropped. What to answer is the daemon's: the question goes
//! to it as a message, the answer comes back through a channel.

use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, SyncSender};
use std::thread;
use std::time::{Duration, Instant};

use backup::control::{Answer, MAX_REQUEST, Refusal, Request, Status};
use vault::socket::{self, Door, DoorError};

/// How long a conversation may take.
const PATIENCE: Duration = Duration::from_secs(5);

/// A question, and where its answer goes.
#[derive(Debug)]
pub(crate) struct Asked {
    pub(crate) request: Request,
    pub(crate) answer: SyncSender<Status>,
}

/// The socket, as long as this lives.
pub(crate) struct Control {
    path: PathBuf,
    door: Door,
    listener: UnixListener,
}

impl Control {
    /// Listens at a path; questions go to `ask`, which says whether they arrived.
    pub(crate) fn open(
        path: &Path,
        ask: impl Fn(Asked) -> bool + Send + 'static,
    ) -> Result<Self, DoorError> {
        let (door, listener) = Door::open(path)?;
        let failed = |source| DoorError::Listen {
            path: path.to_path_buf(),
            source,
        };
        listener.set_nonblocking(false).map_err(failed)?;
        let own = listener.try_clone().map_err(failed)?;
        thread::Builder::new()
            .name("control".to_owned())
            .spawn(move || serve(&own, ask))
            .map_err(failed)?;
        Ok(Self {
            path: path.to_path_buf(),
            door,
            listener,
        })
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Whether the socket is still there.
    pub(crate) fn is_standing(&self) -> bool {
        self.door.is_standing()
    }
}

impl Drop for Control {
    fn drop(&mut self) {
        // Wakes the thread, which then ends; where the system doesn't, it waits for ever, asleep.
        let _ = rustix::net::shutdown(&self.listener, rustix::net::Shutdown::Both);
    }
}

fn serve(listener: &UnixListener, ask: impl Fn(Asked) -> bool) {
    loop {
        match listener.accept() {
            Ok((stream, _)) => {
                if matches!(socket::foreign_user(&stream), Ok(None)) {
                    // A client that breaks off harms nobody.
                    let _ = converse(&stream, &ask);
                }
            }
            Err(error) if is_passing(error.kind()) => {}
            Err(error) => {
                tracing::debug!(%error, "no more questions");
                return;
            }
        }
    }
}

fn is_passing(kind: io::ErrorKind) -> bool {
    use io::ErrorKind::{ConnectionAborted, Interrupted};
    matches!(kind, Interrupted | ConnectionAborted)
}

fn converse(stream: &UnixStream, ask: &impl Fn(Asked) -> bool) -> io::Result<()> {
    let until = Instant::now() + PATIENCE;
    stream.set_write_timeout(Some(PATIENCE))?;
    let mut lines = BufReader::new(Patient { stream, until });
    loop {
        let mut line = Vec::new();
        (&mut lines)
            .take(MAX_REQUEST)
            .read_until(b'\n', &mut line)?;
        if line.is_empty() {
            return Ok(());
        }
        let answer = match Request::from_line(&line) {
            Ok(request) if line.ends_with(b"\n") => answer(request, ask),
            Ok(_) => Answer::Refused(Refusal::Malformed),
            Err(refusal) => Answer::Refused(refusal),
        };
        (&mut &*stream).write_all(&answer.to_line())?;
        if matches!(answer, Answer::Refused(_)) {
            return Ok(());
        }
    }
}

fn answer(request: Request, ask: &impl Fn(Asked) -> bool) -> Answer {
    let (answer, answered) = mpsc::sync_channel(1);
    if ask(Asked { request, answer })
        && let Ok(status) = answered.recv_timeout(PATIENCE)
    {
        return Answer::Status(Box::new(status));
    }
    Answer::Refused(Refusal::Ending)
}

/// A stream that is read until a moment, however slowly its bytes come.
struct Patient<'a> {
    stream: &'a UnixStream,
    until: Instant,
}

impl io::Read for Patient<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let left = self.until.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(io::ErrorKind::TimedOut.into());
        }
        self.stream.set_read_timeout(Some(left))?;
        (&mut &*self.stream).read(buffer)
    }
}
