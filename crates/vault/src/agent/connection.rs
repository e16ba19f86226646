//! One client's connection, as the agent sees it: bytes trickle in, messages go out whole.
//!
//! The socket never blocks, so a client that says half a message holds up nobody; it has
//! [`PATIENCE`] for the whole conversation. No byte beyond the current message is read. Who breaks
//! the protocol is told so and dropped.

use std::io::{self, Read, Write};
use std::os::unix::net::UnixStream;
use std::time::Duration;

use zeroize::{Zeroize, Zeroizing};

use super::Refusal;
use super::deadline::{Deadline, Now};
use super::protocol::{HEADER, MAX_MESSAGE, Reply, Request, payload_len};

/// How long a conversation may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// Whether a connection goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Next {
    Listen,
    Close,
}

pub(super) struct Connection {
    stream: UnixStream,
    inbox: Box<Zeroizing<[u8; MAX_MESSAGE]>>,
    filled: usize,
    deadline: Deadline,
}

impl Connection {
    pub(super) fn new(stream: UnixStream, now: Now) -> io::Result<Self> {
        stream.set_nonblocking(true)?;
        let deadline = Deadline::after(now, PATIENCE).ok_or(io::ErrorKind::InvalidInput)?;
        let inbox = Box::new(Zeroizing::new([0; MAX_MESSAGE]));
        Ok(Self {
            stream,
            inbox,
            filled: 0,
            deadline,
        })
    }

    pub(super) fn stream(&self) -> &UnixStream {
        &self.stream
    }

    pub(super) fn time_left(&self, now: Now) -> Duration {
        self.deadline.left(now)
    }

    /// Reads what has come, and answers when that makes a whole message; one at a time, to be fair.
    pub(super) fn advance(&mut self, answer: impl FnOnce(Request) -> Reply) -> Next {
        loop {
            let missing = match self.missing() {
                Ok(0) => return self.converse(answer),
                Ok(missing) => missing,
                Err(refusal) => return self.refuse(refusal),
            };
            match self
                .stream
                .read(&mut self.inbox[self.filled..self.filled + missing])
            {
                Ok(0) => return Next::Close,
                Ok(more) => self.filled += more,
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => return Next::Listen,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(_) => return Next::Close,
            }
        }
    }

    /// How many bytes of the header, or of the message that it announces, are still to come.
    fn missing(&self) -> Result<usize, Refusal> {
        match self.inbox[..self.filled].first_chunk::<HEADER>() {
            None => Ok(HEADER - self.filled),
            Some(header) => Ok(HEADER + payload_len(*header)? - self.filled),
        }
    }

    fn converse(&mut self, answer: impl FnOnce(Request) -> Reply) -> Next {
        match self.take_request().map(answer) {
            Ok(reply) if self.say(&reply).is_ok() => Next::Listen,
            Ok(_) => Next::Close,
            Err(refusal) => self.refuse(refusal),
        }
    }

    fn take_request(&mut self) -> Result<Request, Refusal> {
        let request = Request::decode(self.inbox[1], &self.inbox[HEADER..self.filled]);
        self.inbox.zeroize();
        self.filled = 0;
        request
    }

    fn refuse(&mut self, refusal: Refusal) -> Next {
        // The connection ends either way.
        let _ = self.say(&Reply::Refused(refusal));
        Next::Close
    }

    /// A reply is smaller than any socket's buffer; a client that lets it fill up is dropped.
    fn say(&mut self, reply: &Reply) -> io::Result<()> {
        self.stream.write_all(&reply.encode())
    }
}
