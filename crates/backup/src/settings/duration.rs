//! Durations as a person writes them: `200ms`, `90s`, `15m`, `1h30m`, `2d`, `1w`.

use std::time::Duration;

/// A text that is no duration, or none at all.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no duration; write it as 90s, 15m, 1h30m or 2d")]
pub struct DurationError(String);

/// Reads a duration, which is more than nothing.
pub fn parse(text: &str) -> Result<Duration, DurationError> {
    sum(text.trim())
        .filter(|sum| !sum.is_zero())
        .ok_or_else(|| DurationError(text.to_owned()))
}

fn sum(mut rest: &str) -> Option<Duration> {
    let mut sum = Duration::ZERO;
    while !rest.is_empty() {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let (number, after) = rest.split_at(digits);
        let letters = after.bytes().take_while(u8::is_ascii_lowercase).count();
        let (unit, after) = after.split_at(letters);
        let millis: u64 = match unit {
            "ms" => 1,
            "s" => 1000,
            "m" => 60_000,
            "h" => 3_600_000,
            "d" => 86_400_000,
            "w" => 604_800_000,
            _ => return None,
        };
        let millis = number.parse::<u64>().ok()?.checked_mul(millis)?;
        sum = sum.checked_add(Duration::from_millis(millis))?;
        rest = after;
    }
    Some(sum)
}
