//! What can go wrong around the agent: asking it, becoming it, being it.

use std::io;
use std::path::PathBuf;

use crate::private::PrivateError;
use crate::socket::{ConnectError, DoorError};

/// Why the agent would not do what it was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The message is not one of this protocol.
    #[error("the message was not understood")]
    Malformed,
    /// The message is of another protocol version.
    #[error("the agent speaks another version of the protocol")]
    Version,
    /// It holds as many keys as it can.
    #[error("the agent holds as many keys as it can")]
    Full,
    /// The time to hold a key is longer than it may be.
    #[error("the time to hold the key is too long")]
    TooLong,
}

/// Why asking the agent failed; that there is none is not an error.
#[derive(Debug, thiserror::Error)]
pub enum AgentError {
    /// The socket or its directory can't be trusted.
    #[error(transparent)]
    Private(#[from] PrivateError),
    /// Another user's process listens on it.
    #[error("the agent at {} runs as another user (uid {uid})", path.display())]
    ForeignAgent {
        /// The socket.
        path: PathBuf,
        /// The user that runs it.
        uid: u32,
    },
    /// The agent refused.
    #[error("the key agent refused: {0}")]
    Refused(#[from] Refusal),
    /// The answer is not one of this protocol.
    #[error("the key agent gave an answer that makes no sense")]
    Nonsense,
    /// The conversation broke off; the agent may have ended meanwhile.
    #[error("the conversation with the key agent broke off")]
    Broken(#[from] io::Error),
}

impl AgentError {
    /// Whether the agent was just ending or busy, so that connecting once more makes sense.
    pub fn is_retryable(&self) -> bool {
        matches!(self, Self::Broken(_))
    }
}

/// Why a process could not become the agent.
#[derive(Debug, thiserror::Error)]
pub enum BindError {
    /// There is one already; connect to it.
    #[error("a key agent is already running")]
    AlreadyRunning,
    /// The socket's place or directory can't be trusted.
    #[error(transparent)]
    Private(#[from] PrivateError),
    /// The system refused.
    #[error("the key agent can't listen at {}", path.display())]
    Listen {
        /// The socket.
        path: PathBuf,
        /// The system's answer.
        source: io::Error,
    },
}

/// Why the agent stopped before its time; its keys are wiped all the same.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// Waiting for messages failed.
    #[error("the key agent can't wait for messages")]
    Wait(#[source] io::Error),
    /// Taking a connection failed.
    #[error("the key agent can't take connections")]
    Accept(#[source] io::Error),
}

impl From<ConnectError> for AgentError {
    fn from(error: ConnectError) -> Self {
        match error {
            ConnectError::Private(error) => Self::Private(error),
            ConnectError::Foreign { path, uid } => Self::ForeignAgent { path, uid },
            ConnectError::Broken(error) => Self::Broken(error),
        }
    }
}

impl From<DoorError> for BindError {
    fn from(error: DoorError) -> Self {
        match error {
            DoorError::Taken => Self::AlreadyRunning,
            DoorError::Private(error) => Self::Private(error),
            DoorError::Listen { path, source } => Self::Listen { path, source },
        }
    }
}
