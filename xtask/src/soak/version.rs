//! What a version's name says (`docs/backup-format.md`):
//! `version-<device>-<sequence>-<YYYYMMDDTHHMMSSZ>-<id>`.

use std::time::{Duration, SystemTime};

use anyhow::Context as _;

/// The part by which `luka` calls it.
pub(super) fn id(name: &str) -> anyhow::Result<&str> {
    name.split('-').nth(4).context("a name without an id")
}

/// The second in which it was begun, before the ledger was looked at.
pub(super) fn begun(name: &str) -> anyhow::Result<SystemTime> {
    let text = name.split('-').nth(3).context("a name without a time")?;
    let part = |from: usize, to: usize| -> anyhow::Result<u64> {
        let digits = text.get(from..to).context("a time that is none")?;
        digits.parse().context("a time that is none")
    };
    let (year, month, day) = (part(0, 4)?, part(4, 6)?, part(6, 8)?);
    let (hour, minute, second) = (part(9, 11)?, part(11, 13)?, part(13, 15)?);
    let hours = days(year, month, day).context("a time that is none")? * 24 + hour;
    let seconds = (hours * 60 + minute) * 60 + second;
    Ok(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds))
}

/// The days from 1970-01-01, counted in years that begin in March.
fn days(year: u64, month: u64, day: u64) -> Option<u64> {
    let year = if month <= 2 {
        year.checked_sub(1)?
    } else {
        year
    };
    let since_march = (month + 9) % 12;
    let days = year * 365 + year / 4 - year / 100 + year / 400;
    (days + (since_march * 153 + 2) / 5 + day).checked_sub(719_469)
}

#[cfg(test)]
mod tests {
    use super::{begun, id};
    use std::time::{Duration, SystemTime};

    #[test]
    fn a_name_says_when_and_which() {
        for (time, seconds) in [
            ("19700101T000000Z", 0),
            ("20000229T235959Z", 951_868_799),
            ("20261122T130001Z", 1_795_352_401),
        ] {
            let name = format!("version-5ae815875ea68ea1-0000000001-{time}-1739");
            let then = SystemTime::UNIX_EPOCH + Duration::from_secs(seconds);
            assert_eq!(begun(&name).unwrap(), then, "{time}");
            assert_eq!(id(&name).unwrap(), "1739");
        }
        assert!(begun("version-x").is_err() && id("key-00").is_err());
    }
}
