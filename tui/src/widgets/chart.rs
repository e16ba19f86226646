//! Charts out of letters: bars, columns, lines, gauges. Whole numbers in, no floating point.
//!
//! Two series are told apart by their texture, not only by colour. What has no room is left out.

mod columns;
mod line;
mod spark;

pub(crate) use columns::{Columns, Series};
pub(crate) use line::Trace;
pub(crate) use spark::{Floor, gauge, spark};

use crate::present;
use crate::theme::Glyphs;

/// A bar to the right, for one amount among others; hollow below zero.
pub(crate) fn bar(size: i64, largest: u64, room: u16, glyphs: Glyphs) -> String {
    let drawn = present::bar(size, largest, usize::from(room));
    if glyphs.unicode {
        return drawn;
    }
    let sign = |letter| if letter == '░' { '.' } else { '#' };
    drawn.chars().map(sign).collect()
}

/// Thousandths of a whole; none of nothing.
pub(crate) fn per_mille(part: i64, whole: i64) -> Option<i64> {
    if whole == 0 {
        return None;
    }
    let (part, whole) = (i128::from(part) * 1000, i128::from(whole));
    // To the nearest, halves away from zero.
    let half = whole.abs() / 2 * part.signum() * whole.signum();
    i64::try_from((part + half * whole.signum()) / whole).ok()
}

/// Thousandths as whole per cent; what is not nothing is not called nothing.
pub(crate) fn percent(per_mille: i64) -> String {
    match per_mille {
        0 => "0%".to_owned(),
        1..10 => "<1%".to_owned(),
        part => format!("{}%", (part + 5 * part.signum()) / 10),
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[test]
    fn bars_have_a_stand_in_without_unicode() {
        let (unicode, ascii) = (Glyphs::new(true), Glyphs::new(false));
        assert_eq!(bar(5, 10, 4, unicode), "██");
        assert_eq!(bar(5, 10, 4, ascii), "##");
        assert_eq!(bar(-5, 10, 4, ascii), "..");
    }

    #[rstest]
    #[case(1, 3, "33%")]
    #[case(456, 1000, "46%")]
    #[case(-456, 1000, "-46%")]
    #[case(1999, 2000, "100%")]
    #[case(1, 1000, "<1%")]
    #[case(-1, 2, "-50%")]
    #[case(0, 2, "0%")]
    fn shares(#[case] part: i64, #[case] whole: i64, #[case] expected: &str) {
        assert_eq!(per_mille(part, whole).map(percent).unwrap(), expected);
        assert_eq!(per_mille(part, 0), None);
    }
}
