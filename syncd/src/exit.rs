//! How the process ends; the codes are those of `luka`.

use std::process::ExitCode;

/// How the process ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exit {
    /// All is done.
    Done,
    /// Something on this machine failed.
    Failed,
    /// The command line makes no sense.
    Usage,
    /// There is no ledger, no backup key or no remote.
    NotFound,
    /// The configuration makes no sense.
    BadInput,
    /// Another process looks after this ledger.
    Conflict,
    /// A remote failed.
    Remote,
    /// A backup is damaged.
    Integrity,
    /// A signal ended it.
    Signal(i32),
}

impl Exit {
    fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Failed => 1,
            Self::Usage => 2,
            Self::NotFound => 4,
            Self::BadInput => 5,
            Self::Conflict => 6,
            Self::Remote => 7,
            Self::Integrity => 8,
            Self::Signal(signal) => u8::try_from(128 + signal).unwrap_or(u8::MAX),
        }
    }

    /// The worse of two; what is damaged weighs most.
    pub(crate) fn worse(self, other: Self) -> Self {
        let weight = |exit| match exit {
            Self::Done => 0,
            Self::Remote => 2,
            Self::Integrity => 3,
            _ => 1,
        };
        if weight(other) > weight(self) {
            other
        } else {
            self
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit.code())
    }
}
