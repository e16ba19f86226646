//! Schedules: making, changing and skipping them, and entering what is due.

mod add;
mod edit;
mod run;

use domain::account::NameError;
use domain::amount::AmountError;
use domain::label::LabelError;
use domain::money::MoneyError;
use domain::transaction::TransactionError;
use domain::{CurrencyCode, Schedule};
use store::StoreError;

use crate::transaction::EntryError;
use crate::{Book, LookupError};

pub use add::{AddSchedule, Repeats, Target};
pub use edit::EditSchedule;
pub use run::{Due, MAX_RUN, RunSchedules};

/// Why a schedule was not made, changed or entered. Nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum ScheduleError {
    /// No day fits the recurrence.
    #[error("no day fits the recurrence")]
    Never,
    /// Both the rule and an option say when it ends, or instalments do.
    #[error("two things say when it ends")]
    EndTwice,
    /// Fewer than two instalments, too many, or more than the amount has minor units.
    #[error("the amount can't be paid in {0} instalments")]
    Instalments(u32),
    /// Some of the instalments are behind it, so its amount and its days stay.
    #[error("{passed} of the instalments are entered already")]
    Begun {
        /// How many.
        passed: u32,
    },
    /// A transfer on a schedule is in one currency.
    #[error("a schedule can't move money from {from} to {to}")]
    Currencies {
        /// The currency of the account that gives.
        from: CurrencyCode,
        /// The currency of the account that takes.
        to: CurrencyCode,
    },
    /// A transfer is of more than zero.
    #[error("the amount is zero or less")]
    NotPositive,
    /// The schedule has come to its end.
    #[error("nothing is left of the schedule")]
    Over,
    /// More would be entered at once than anyone means.
    #[error("more than {MAX_RUN} transactions are due")]
    TooMany,
    /// A note is too long.
    #[error("a memo can have at most 500 characters")]
    MemoTooLong,
    /// An entry was refused.
    #[error(transparent)]
    Entry(#[from] EntryError),
    /// The ledger could not be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
}

macro_rules! entry_errors {
    ($($error:ty),+) => {$(
        impl From<$error> for ScheduleError {
            fn from(error: $error) -> Self { Self::Entry(error.into()) }
        }
    )+};
}

entry_errors!(
    LookupError,
    NameError,
    AmountError,
    LabelError,
    TransactionError
);

impl From<MoneyError> for ScheduleError {
    fn from(error: MoneyError) -> Self {
        AmountError::from(error).into()
    }
}

impl Book {
    /// All schedules, those that are due first at the top and those that are over at the end.
    pub fn schedules(&self) -> Result<Vec<Schedule>, StoreError> {
        let mut schedules = self.view().schedules()?;
        schedules.sort_by_cached_key(|schedule| {
            let next = schedule.next().map(|next| next.date);
            (next.is_none(), next, schedule.id)
        });
        Ok(schedules)
    }
}
