//! Dates as banks write them: split into parts first, put in order when all rows were seen.
//!
//! `parts` reads one cell without deciding anything, `evidence` collects what all cells allow,
//! `year` gives years to dates that have none. No row is ever decided by itself.

mod evidence;
mod months;
mod parts;
mod scan;
mod year;

use serde::{Deserialize, Serialize};

pub(super) use evidence::{DateEvidence, Verdict};
pub(super) use parts::Parts;
pub(super) use year::{YEARLESS, assign_years};

/// The order in which a date's numbers are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DateOrder {
    /// Day, month, year.
    Dmy,
    /// Month, day, year.
    Mdy,
    /// Year, month, day.
    Ymd,
}

impl DateOrder {
    /// All orders, in the order in which evidence counts them.
    pub(super) const ALL: [Self; 3] = [Self::Dmy, Self::Mdy, Self::Ymd];
}
