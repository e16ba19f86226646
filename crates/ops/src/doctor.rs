//! Proving the ledger: the store's checks, one after the other.

use store::{Check, Finding};

use crate::Book;

impl Book {
    /// Runs every check; `done` hears of each as it ends.
    pub fn examine(&self, mut done: impl FnMut(Check, &Finding)) -> Vec<(Check, Finding)> {
        Check::ALL
            .into_iter()
            .map(|check| {
                let finding = self.ledger().examine(check);
                done(check, &finding);
                (check, finding)
            })
            .collect()
    }
}

pub use store::{Check as DoctorCheck, Finding as DoctorFinding};
