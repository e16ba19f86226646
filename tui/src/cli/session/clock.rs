//! Today and now. `LUKA_NOW` (RFC 3339) fixes them, for tests and scripts.

use chrono::{DateTime, Local};
use ops::Clock;

use super::variable;
use crate::cli::error::{Failure, Kind};
use crate::i18n::{Texts, text};

/// Reads the clock, in the time zone of this machine.
pub(crate) fn read(texts: &Texts) -> Result<Clock, Failure> {
    let now = match variable("LUKA_NOW") {
        None => Local::now(),
        Some(fixed) => {
            let fixed = fixed.to_string_lossy();
            let moment = DateTime::parse_from_rfc3339(&fixed).map_err(|_| {
                let message = text!(texts, "error-now", text = fixed.to_string());
                Failure::new(Kind::BadInput, message).hint(texts.get("hint-now"))
            })?;
            moment.with_timezone(&Local)
        }
    };
    Ok(Clock {
        today: now.date_naive(),
        now_ms: now.timestamp_millis(),
    })
}
