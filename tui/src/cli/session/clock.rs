//! Today and now. `LUKA_NOW` (RFC 3339) fixes them, for tests and scripts.

use chrono::{DateTime, Local};
use ops::Clock;

use super::variable;
use crate::cli::error::{Failure, Kind};
use crate::i18n::{Texts, text};

/// Where the time comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Time {
    /// From this machine, in its time zone.
    Flows,
    /// It is always this moment.
    Stands(Clock),
}

impl Time {
    /// What the environment says.
    pub(crate) fn of_environment(texts: &Texts) -> Result<Self, Failure> {
        let Some(fixed) = variable("LUKA_NOW") else {
            return Ok(Self::Flows);
        };
        let fixed = fixed.to_string_lossy();
        let moment = DateTime::parse_from_rfc3339(&fixed).map_err(|_| {
            let message = text!(texts, "error-now", text = fixed.to_string());
            Failure::new(Kind::BadInput, message).hint(texts.get("hint-now"))
        })?;
        Ok(Self::Stands(clock(moment.with_timezone(&Local))))
    }

    /// Today and now.
    pub(crate) fn now(self) -> Clock {
        match self {
            Self::Flows => clock(Local::now()),
            Self::Stands(clock) => clock,
        }
    }
}

fn clock(now: DateTime<Local>) -> Clock {
    Clock {
        today: now.date_naive(),
        now_ms: now.timestamp_millis(),
    }
}
