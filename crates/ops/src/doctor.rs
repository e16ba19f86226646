//! Proving the ledger: the store's checks, one after the other.

pub use store::{Check as DoctorCheck, Finding as DoctorFinding, Patient};

/// Runs every check that can be run; `done` hears of each as it ends.
pub fn examine(patient: &Patient, mut done: impl FnMut(DoctorCheck, &DoctorFinding)) {
    for check in patient.checks() {
        done(check, &patient.examine(check));
    }
}
