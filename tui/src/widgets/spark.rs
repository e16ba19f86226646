//! Small charts out of letters: a line of twelve months in twelve columns, bars with eighths, gauges.
//! Whole numbers only; each has a stand-in for terminals without Unicode.

use crate::theme::Glyphs;

const STEPS: [&str; 8] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];
const PLAIN_STEPS: [&str; 8] = ["_", ".", "-", "~", "=", "+", "*", "#"];
const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/// Where the line of a chart begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Floor {
    /// At the least of the values: for what something holds, of which one wants to see the change.
    Least,
    /// At zero, which is left empty: for what flows.
    Zero,
}

/// One column for each value. What never moves is drawn as a line.
pub(crate) fn spark(
    values: impl Iterator<Item = i64> + Clone,
    floor: Floor,
    glyphs: Glyphs,
) -> String {
    let steps = if glyphs.unicode { STEPS } else { PLAIN_STEPS };
    let mut least = i128::from(values.clone().min().unwrap_or(0));
    if floor == Floor::Zero {
        least = least.min(0);
    }
    let most = i128::from(values.clone().max().unwrap_or(0));
    let span = (most - least).max(1);
    let step = |value: i64| {
        if floor == Floor::Zero && value == 0 {
            return None;
        }
        let at = (i128::from(value) - least) * 7 / span;
        usize::try_from(at).ok().and_then(|at| steps.get(at))
    };
    values
        .map(|value| step(value).copied().unwrap_or(" "))
        .collect()
}

/// A bar of `size` out of `largest` in at most `room` columns; below zero it is hollow.
pub(crate) fn bar(size: i64, largest: u64, room: u16, glyphs: Glyphs) -> String {
    if size == 0 || largest == 0 {
        return String::new();
    }
    let eighths = u128::from(size.unsigned_abs()) * u128::from(room) * 8 / u128::from(largest);
    // Whatever isn't nothing shows at least a sliver.
    let eighths = usize::try_from(eighths).unwrap_or(0).max(1);
    if size < 0 {
        return glyphs.empty.repeat(eighths.div_ceil(8));
    }
    if !glyphs.unicode {
        return glyphs.full.repeat(eighths.div_ceil(8));
    }
    let rest = EIGHTHS.get(eighths % 8).copied().unwrap_or_default();
    format!("{}{rest}", glyphs.full.repeat(eighths / 8))
}

/// A gauge: what is there of the whole, in thousandths, and the rest of the room empty. It is full
/// only when all is there.
pub(crate) fn gauge(per_mille: i64, room: u16, glyphs: Glyphs) -> (String, String) {
    let room = usize::from(room);
    let part = usize::try_from(per_mille.clamp(0, 1000)).unwrap_or(0);
    let full = (part * room / 1000).max(usize::from(part > 0));
    let full = full.min(room);
    (
        glyphs.full.repeat(full),
        glyphs.empty.repeat(room.saturating_sub(full)),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_rises_from_the_least_to_the_most() {
        let (fine, plain) = (Glyphs::new(true), Glyphs::new(false));
        let least = |values: &[i64], glyphs| spark(values.iter().copied(), Floor::Least, glyphs);
        let zero = |values: &[i64]| spark(values.iter().copied(), Floor::Zero, fine);
        assert_eq!(least(&[-10, 0, 10, 60], fine), "▁▂▃█");
        assert_eq!(least(&[-10, 0, 10, 60], plain), "_.-#");
        assert_eq!(least(&[5, 5], fine), "▁▁");
        assert_eq!(least(&[i64::MIN, i64::MAX], fine), "▁█");
        assert_eq!(least(&[], fine), "");
        assert_eq!(zero(&[5, 5, 0, 1]), "██ ▂");
    }

    #[test]
    fn bars_are_drawn_to_an_eighth_and_never_too_long() {
        let (fine, plain) = (Glyphs::new(true), Glyphs::new(false));
        assert_eq!(bar(5, 8, 2, fine), "█▎");
        assert_eq!(bar(5, 8, 2, plain), "##");
        assert_eq!(bar(8, 8, 2, fine), "██");
        assert_eq!(bar(1, 9999, 2, fine), "▏");
        assert_eq!(bar(-8, 8, 2, fine), "░░");
        assert_eq!(bar(0, 8, 2, fine), "");
    }

    #[test]
    fn a_gauge_is_full_only_when_all_is_there() {
        let drawn = |per_mille| {
            let (full, empty) = gauge(per_mille, 10, Glyphs::new(false));
            format!("{full}{empty}")
        };
        assert_eq!(drawn(0), "..........");
        assert_eq!(drawn(1), "#.........");
        assert_eq!(drawn(999), "#########.");
        assert_eq!(drawn(1000), "##########");
        assert_eq!(drawn(4000), "##########");
    }
}
