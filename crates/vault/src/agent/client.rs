//! Asking the agent: connect, say what is needed, drop the client.
//!
//! A client is for one short conversation; the agent hangs up after ten seconds. The socket is
//! trusted only in a private directory, ours, closed to others, and (where the kernel tells) with
//! our own user listening: nothing secret is ever said to a socket that someone else put there.

use std::io::{Read, Write};
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::time::Duration;

use zeroize::Zeroizing;

use super::AgentError;
use super::protocol::{AgentStatus, HEADER, Reply, Request, payload_len};
use crate::socket;
use crate::{LedgerId, LedgerKey};

/// How long to wait for an answer; the agent computes nothing, so this is an agent that hangs.
const PATIENCE: Duration = Duration::from_secs(5);

/// A conversation with a running agent.
#[derive(Debug)]
pub struct AgentClient {
    stream: UnixStream,
}

impl AgentClient {
    /// Connects to the agent; `None` when there is none, a stale socket left by a crash included.
    pub fn connect(socket_path: &Path) -> Result<Option<Self>, AgentError> {
        let Some(stream) = socket::connect(socket_path)? else {
            return Ok(None);
        };
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.set_write_timeout(Some(PATIENCE))?;
        Ok(Some(Self { stream }))
    }

    /// Asks for a ledger's key; `None` when the agent does not hold it.
    pub fn request_key(&mut self, ledger_id: LedgerId) -> Result<Option<LedgerKey>, AgentError> {
        match self.ask(&Request::Key(ledger_id))? {
            Reply::Key(key) => Ok(Some(key)),
            Reply::NoKey => Ok(None),
            _ => Err(AgentError::Nonsense),
        }
    }

    /// Hands the agent a key to hold for a while; one it held for that ledger is replaced.
    pub fn hold(
        &mut self,
        ledger_id: LedgerId,
        key: &LedgerKey,
        ttl: Duration,
    ) -> Result<(), AgentError> {
        self.order(&Request::Hold {
            ledger_id,
            ttl,
            key: key.duplicate(),
        })
    }

    /// Makes the agent wipe one ledger's key, or all; with its last key the agent ends.
    pub fn forget(&mut self, ledger_id: Option<LedgerId>) -> Result<(), AgentError> {
        self.order(&Request::Forget(ledger_id))
    }

    /// Asks which keys are held, for how long, and how well.
    pub fn status(&mut self) -> Result<AgentStatus, AgentError> {
        match self.ask(&Request::Status)? {
            Reply::Status(status) => Ok(status),
            _ => Err(AgentError::Nonsense),
        }
    }

    fn order(&mut self, request: &Request) -> Result<(), AgentError> {
        match self.ask(request)? {
            Reply::Done => Ok(()),
            _ => Err(AgentError::Nonsense),
        }
    }

    fn ask(&mut self, request: &Request) -> Result<Reply, AgentError> {
        self.stream.write_all(&request.encode())?;
        let mut header = [0; HEADER];
        self.stream.read_exact(&mut header)?;
        let len = payload_len(header).map_err(|_| AgentError::Nonsense)?;
        let mut payload = Zeroizing::new(vec![0; len]);
        self.stream.read_exact(&mut payload)?;
        match Reply::decode(header[1], &payload) {
            Ok(Reply::Refused(refusal)) => Err(refusal.into()),
            Ok(reply) => Ok(reply),
            Err(_) => Err(AgentError::Nonsense),
        }
    }
}
