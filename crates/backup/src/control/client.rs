//! Asking the daemon of a ledger.

use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::os::unix::net::UnixStream;
use std::path::PathBuf;
use std::time::Duration;

use vault::private::PrivateError;
use vault::socket::{self, ConnectError};

use super::{Answer, MAX_ANSWER, Refusal, Request, Status, recorded};
use crate::{Home, HomeError};

/// How long to wait for an answer: the daemon answers from memory.
const PATIENCE: Duration = Duration::from_secs(5);

/// A conversation with a running daemon.
#[derive(Debug)]
pub struct Client {
    stream: UnixStream,
}

/// Why asking the daemon failed; that there is none is not an error.
#[derive(Debug, thiserror::Error)]
pub enum ControlError {
    /// The socket or its directory can't be trusted.
    #[error(transparent)]
    Private(#[from] PrivateError),
    /// Another user's process listens on it.
    #[error("the daemon at {} runs as another user (uid {uid})", path.display())]
    Foreign {
        /// The socket.
        path: PathBuf,
        /// The user that runs it.
        uid: u32,
    },
    /// What is kept for backups can't be read.
    #[error(transparent)]
    Home(#[from] HomeError),
    /// The daemon speaks another version of the protocol.
    #[error("the daemon speaks another version of the protocol")]
    Version,
    /// The answer is none.
    #[error("the daemon gave an answer that makes no sense")]
    Nonsense,
    /// The conversation broke off.
    #[error("the conversation with the daemon broke off")]
    Broken(#[from] io::Error),
}

impl From<ConnectError> for ControlError {
    fn from(error: ConnectError) -> Self {
        match error {
            ConnectError::Private(error) => Self::Private(error),
            ConnectError::Foreign { path, uid } => Self::Foreign { path, uid },
            ConnectError::Broken(error) => Self::Broken(error),
        }
    }
}

impl Client {
    /// Finds the daemon of a ledger; `None` when there is none.
    pub fn connect(home: &Home) -> Result<Option<Self>, ControlError> {
        let Some(path) = recorded(home)? else {
            return Ok(None);
        };
        let Some(stream) = socket::connect(&path)? else {
            return Ok(None);
        };
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.set_write_timeout(Some(PATIENCE))?;
        Ok(Some(Self { stream }))
    }

    /// Asks; the answer is how things are after that.
    pub fn ask(&mut self, request: Request) -> Result<Status, ControlError> {
        self.stream.write_all(&request.to_line())?;
        let mut line = Vec::new();
        BufReader::new(&self.stream)
            .take(MAX_ANSWER)
            .read_until(b'\n', &mut line)?;
        match Answer::from_line(&line) {
            Some(Answer::Status(status)) => Ok(*status),
            Some(Answer::Refused(Refusal::Version)) => Err(ControlError::Version),
            Some(Answer::Refused(Refusal::Ending)) => {
                Err(ControlError::Broken(io::ErrorKind::ConnectionReset.into()))
            }
            None if line.is_empty() => {
                Err(ControlError::Broken(io::ErrorKind::UnexpectedEof.into()))
            }
            _ => Err(ControlError::Nonsense),
        }
    }
}
