//! What the threads need to find a ledger and to know the time.

use std::path::PathBuf;

use ops::Clock;
use ops::session::{DeviceId, LedgerDir};

use crate::cli::error::Failure;
use crate::cli::place::Places;
use crate::cli::session::{Session, Time, device_id};
use crate::i18n::Texts;

/// Where things are.
#[derive(Clone)]
pub(super) struct Ground {
    /// The ledger.
    pub(super) directory: LedgerDir,
    /// The directories of this machine.
    pub(super) places: Places,
    /// Where the time comes from.
    pub(super) time: Time,
    /// Where looking for files begins.
    pub(super) here: PathBuf,
    /// This program, for what only another process may do; none where nothing is started.
    pub(super) program: Option<PathBuf>,
}

impl Ground {
    /// That of a session.
    pub(super) fn of(session: &Session) -> Self {
        Self {
            directory: session.ledger(),
            places: session.places.clone(),
            time: session.time(),
            program: std::env::current_exe().ok(),
            here: std::env::current_dir().unwrap_or_else(|_| PathBuf::from("/")),
        }
    }

    /// Today and now.
    pub(super) fn clock(&self) -> Clock {
        self.time.now()
    }

    /// This machine's id.
    pub(super) fn device(&self, texts: &Texts) -> Result<DeviceId, Failure> {
        device_id(&self.places.device_file(), texts)
    }
}
