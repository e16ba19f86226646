//! Horizontal bars in plain text, drawn to an eighth of a character without any floating point.

use unicode_width::UnicodeWidthStr as _;

use super::shortened;

/// One line of a chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Bar {
    /// What the line is about.
    pub(crate) label: String,
    /// How long the bar is, in any unit; below zero it is drawn hollow.
    pub(crate) size: i64,
    /// What is written behind the bar.
    pub(crate) value: String,
}

const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
const SHORTEST: usize = 10;
const LONGEST: usize = 60;

/// Draws the lines of a chart that is at most `width` columns wide.
pub(crate) fn bars(bars: &[Bar], width: usize) -> Vec<String> {
    let widest = |of: fn(&Bar) -> &str| bars.iter().map(|bar| of(bar).width()).max().unwrap_or(0);
    let (labels, values) = (widest(|bar| &bar.label), widest(|bar| &bar.value));
    // Long names give way to the shortest bar, never the figures.
    let labels = labels.min(width.saturating_sub(values + SHORTEST + 2));
    let room = width
        .saturating_sub(labels + values + 2)
        .clamp(SHORTEST, LONGEST);
    let largest = bars
        .iter()
        .map(|bar| bar.size.unsigned_abs())
        .max()
        .unwrap_or(0);
    bars.iter()
        .map(|bar| {
            let label = pad(&shortened(bar.label.clone(), labels), labels);
            let line = self::bar(bar.size, largest, room);
            format!("{label} {line} {}", bar.value)
        })
        .collect()
}

/// One bar; the largest fills the room.
pub(crate) fn bar(size: i64, largest: u64, room: usize) -> String {
    if largest == 0 {
        return String::new();
    }
    let steps = u128::from(size.unsigned_abs()) * (room as u128) * 8 / u128::from(largest);
    // Whatever isn't nothing shows at least a sliver.
    let steps = usize::try_from(steps)
        .unwrap_or(0)
        .max(usize::from(size != 0));
    if size < 0 {
        return "░".repeat(steps.div_ceil(8));
    }
    format!("{}{}", "█".repeat(steps / 8), EIGHTHS[steps % 8])
}

fn pad(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(text.width())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bar(label: &str, size: i64) -> Bar {
        Bar {
            label: label.to_owned(),
            size,
            value: size.to_string(),
        }
    }

    #[test]
    fn the_largest_fills_the_room_and_labels_align() {
        let lines = bars(
            &[
                bar("Café", 80),
                bar("Rent", 40),
                bar("日本", 1),
                bar("x", 0),
            ],
            26,
        );
        assert_eq!(lines[0], format!("Café {} 80", "█".repeat(18)));
        assert_eq!(lines[1], format!("Rent {} 40", "█".repeat(9)));
        assert_eq!(lines[2], "日本 ▏ 1");
        assert_eq!(lines[3], "x     0");
    }

    #[test]
    fn a_long_name_gives_way_and_no_line_is_too_wide() {
        let lines = bars(&[bar("Household:Electricity", 1_234_567)], 24);
        assert_eq!(lines, [format!("Hous… {} 1234567", "█".repeat(10))]);
    }

    #[test]
    fn a_negative_size_is_hollow_and_nothing_at_all_is_drawn_as_nothing() {
        assert_eq!(
            bars(&[bar("a", -8), bar("b", 8)], 20)[0],
            format!("a {} -8", "░".repeat(15))
        );
        assert_eq!(bars(&[bar("a", 0)], 20), ["a  0"]);
        assert!(bars(&[], 80).is_empty());
    }
}
