//! The shapes of requests and answers.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::Contact;

/// The version of this protocol; a daemon answers no other.
pub const VERSION: u32 = 1;
/// The longest request, in bytes, its line end included.
pub const MAX_REQUEST: u64 = 1024;
/// The longest answer, in bytes.
pub const MAX_ANSWER: u64 = 1 << 20;

/// What the daemon is asked to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Request {
    /// Say how things are.
    Status,
    /// Back up to each remote at once, also to those that wait for a person.
    Now,
    /// Begin nothing more until told; what is under way stops.
    Pause,
    /// Go on.
    Resume,
}

/// What the daemon answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Answer {
    /// How things are, after what was asked.
    Status(Box<Status>),
    /// Nothing was done.
    Refused(Refusal),
}

/// Why a request was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Refusal {
    /// It is no request.
    Malformed,
    /// It is of another version of the protocol.
    Version,
    /// The daemon is just ending.
    Ending,
}

/// How the daemon does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Status {
    /// Its process.
    pub pid: u32,
    /// Since when it runs.
    pub since: DateTime<Utc>,
    /// Whether it was told to pause.
    pub paused: bool,
    /// Why nothing can be backed up at all, if so.
    pub obstacle: Option<Obstacle>,
    /// Its remotes, in the order of their names.
    pub remotes: Vec<RemoteReport>,
}

/// Why nothing can be backed up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Obstacle {
    /// There is no ledger in the directory.
    NoLedger,
    /// The backup key was not made yet.
    NoKey,
    /// There is no remote.
    NoRemotes,
    /// What is kept for backups can't be read.
    Unreadable,
}

/// How one remote does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RemoteReport {
    /// Its name.
    pub name: String,
    /// What is being done with it.
    pub doing: Doing,
    /// Whether the ledger has changed, as far as is known, since it was last backed up there.
    pub changed: bool,
    /// When it is tried next; nothing when nothing is due, or a person has to act first.
    pub next: Option<DateTime<Utc>>,
    /// Whether nothing is tried before a person has acted.
    pub held: bool,
    /// How it did lately.
    pub contact: Contact,
    /// When its newest version was last verified.
    pub verified_at: Option<DateTime<Utc>>,
    /// Whether the last verification found damage.
    pub damaged: bool,
}

/// What is being done with a remote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Doing {
    /// Nothing.
    Nothing,
    /// A backup.
    Carrying,
    /// A verification.
    Verifying,
    /// A pruning.
    Pruning,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    version: u32,
    #[serde(rename = "do")]
    request: Request,
}

#[derive(Serialize, Deserialize)]
struct Answered {
    version: u32,
    #[serde(flatten)]
    answer: Answer,
}

/// A version alone, to tell an unknown one from nonsense.
#[derive(Deserialize)]
struct Versioned {
    version: u32,
}

impl Request {
    /// The line to send.
    pub fn to_line(self) -> Vec<u8> {
        line(&Asked {
            version: VERSION,
            request: self,
        })
    }

    /// Judges a line.
    ///
    /// # Errors
    /// Why it is none.
    pub fn from_line(line: &[u8]) -> Result<Self, Refusal> {
        match serde_json::from_slice::<Versioned>(line) {
            Ok(versioned) if versioned.version == VERSION => {
                let asked: Asked = serde_json::from_slice(line).map_err(|_| Refusal::Malformed)?;
                Ok(asked.request)
            }
            Ok(_) => Err(Refusal::Version),
            Err(_) => Err(Refusal::Malformed),
        }
    }
}

impl Answer {
    /// The line to send.
    pub fn to_line(&self) -> Vec<u8> {
        line(&Answered {
            version: VERSION,
            answer: self.clone(),
        })
    }

    /// Reads a line; `None` when it is no answer of this version.
    pub fn from_line(line: &[u8]) -> Option<Self> {
        let answered: Answered = serde_json::from_slice(line).ok()?;
        (answered.version == VERSION).then_some(answered.answer)
    }
}

fn line(content: &impl Serialize) -> Vec<u8> {
    let mut line = serde_json::to_vec(content).unwrap_or_default();
    line.push(b'\n');
    line
}

#[cfg(test)]
mod tests;
