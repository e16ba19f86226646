//! Proving a version: the rebuilt ledger is opened and examined like any other.

use std::path::Path;

use store::{DeviceId, LedgerDir, Locked, StoreError};
use vault::LedgerKey;

use crate::doctor::{DoctorCheck, DoctorFinding, examine};

/// What the doctor said of a rebuilt ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    /// Each check with what it found, in their order.
    pub checks: Vec<(DoctorCheck, DoctorFinding)>,
}

impl Proof {
    /// The first check that found something wrong.
    pub fn first_wrong(&self) -> Option<&(DoctorCheck, DoctorFinding)> {
        self.checks.iter().find(|(_, finding)| !finding.is_fine())
    }
}

/// Opens a rebuilt ledger and runs every check: without one that is wrong the version is *proven*.
///
/// # Errors
/// When it can't be examined at all; what is damaged is a finding.
pub fn prove(rebuilt: &Path, key: &LedgerKey, device: DeviceId) -> Result<Proof, StoreError> {
    let locked = Locked::find_to_examine(LedgerDir::new(rebuilt))?;
    let patient = locked.open_to_examine(key, device)?;
    let mut checks = Vec::new();
    examine(&patient, |check, finding| {
        checks.push((check, finding.clone()));
    });
    Ok(Proof { checks })
}
