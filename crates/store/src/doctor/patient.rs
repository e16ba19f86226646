//! A ledger at the doctor's: what can't be opened is examined as far as it goes.

use vault::LedgerKey;
use vault::head::HeadError;
use vault::private::{PrivateError, Trust};
use vault::slots::KeyFileError;

use super::{Check, Finding, describe, pages};
use crate::{DeviceId, Ledger, LedgerDir, Locked, StoreError};

/// An open ledger, or the check that failed at its door.
#[derive(Debug)]
pub struct Patient {
    directory: LedgerDir,
    state: State,
}

#[derive(Debug)]
enum State {
    Open(Box<Ledger>),
    Closed(Check, String),
}

impl Patient {
    /// A ledger whose key slots can't be read; any other error is handed back.
    pub fn without_keys(directory: LedgerDir, error: StoreError) -> Result<Self, StoreError> {
        match error {
            StoreError::KeyFile(
                KeyFileError::UnknownVersion { .. }
                | KeyFileError::UnknownKind { .. }
                | KeyFileError::UnknownAlgorithm { .. },
            ) => Err(error),
            StoreError::KeyFile(KeyFileError::Private(PrivateError::Io { ref source, .. }))
                if source.kind() != std::io::ErrorKind::NotFound =>
            {
                Err(error)
            }
            StoreError::KeyFile(_) => Ok(Self {
                directory,
                state: State::Closed(Check::Keys, describe(&error)),
            }),
            error => Err(error),
        }
    }

    /// The checks that can be run, in their order.
    pub fn checks(&self) -> Vec<Check> {
        let State::Closed(failed, _) = &self.state else {
            return Check::ALL.to_vec();
        };
        let until = Check::ALL.iter().position(|check| check == failed);
        Check::ALL[..=until.unwrap_or(0)].to_vec()
    }

    /// Runs one check.
    pub fn examine(&self, check: Check) -> Finding {
        let mut finding = Finding::default();
        match &self.state {
            State::Open(ledger) => return ledger.examine(check),
            State::Closed(..) if check == Check::Permissions => {
                pages::permissions(&self.directory, &mut finding);
            }
            State::Closed(failed, why) => {
                finding.look();
                if *failed == check {
                    finding.complain(|| why.clone());
                }
            }
        }
        finding
    }
}

impl Locked {
    /// Opens the database for the doctor: loose permissions, a damaged file and a history that ends
    /// elsewhere are what the checks will tell of.
    pub fn open_to_examine(self, key: &LedgerKey, device: DeviceId) -> Result<Patient, StoreError> {
        let directory = self.directory().clone();
        let state = match self.assemble(key, device, Trust::Loose) {
            Ok(ledger) => State::Open(Box::new(ledger)),
            Err(error) => match check_of(&error) {
                Some(check) => State::Closed(check, describe(&error)),
                None => return Err(error),
            },
        };
        Ok(Patient { directory, state })
    }
}

/// The check that an error at opening belongs to; none for one that says nothing of damage.
fn check_of(error: &StoreError) -> Option<Check> {
    match error {
        StoreError::Damaged(_)
        | StoreError::Contradiction(_)
        | StoreError::Constraint(_)
        | StoreError::Record(_)
        | StoreError::Sqlite(_) => Some(Check::Pages),
        StoreError::Io { source, .. } if source.kind() == std::io::ErrorKind::NotFound => {
            Some(Check::Pages)
        }
        StoreError::Head(HeadError::Damaged { .. }) => Some(Check::Head),
        _ => None,
    }
}
