//! Charts of one line: twelve months in twelve columns, and gauges.

use crate::theme::Glyphs;

const STEPS: [&str; 8] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];
const PLAIN_STEPS: [&str; 8] = ["_", ".", "-", "~", "=", "+", "*", "#"];

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
