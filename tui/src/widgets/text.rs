//! Texts that fit: cut at a width with a mark, padded, in columns of the terminal.

use unicode_width::UnicodeWidthStr as _;

use crate::present;

/// Columns of the terminal that a text takes.
pub(crate) fn width(text: &str) -> u16 {
    u16::try_from(text.width()).unwrap_or(u16::MAX)
}

/// Cuts a text to a width, with `…` where something is missing.
pub(crate) fn fit(text: &str, room: u16) -> String {
    if room == 0 {
        return String::new();
    }
    present::shortened(text.to_owned(), usize::from(room))
}

/// Cuts a full name from its left, where it says least: `Food:Groceries` → `…Groceries`.
pub(crate) fn fit_name(path: &str, room: u16) -> String {
    if path.width() <= usize::from(room) {
        return path.to_owned();
    }
    match path.rsplit_once(':') {
        Some((_, last)) => fit(&format!("…{last}"), room),
        None => fit(path, room),
    }
}

/// Pads a text on its left to a width.
pub(crate) fn right(text: &str, room: u16) -> String {
    let text = fit(text, room);
    let missing = usize::from(room).saturating_sub(text.width());
    format!("{}{text}", " ".repeat(missing))
}

/// Pads a text on its right to a width.
pub(crate) fn left(text: &str, room: u16) -> String {
    let text = fit(text, room);
    let missing = usize::from(room).saturating_sub(text.width());
    format!("{text}{}", " ".repeat(missing))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("Café Luna", 9, "Café Luna")]
    #[case("Café Luna", 6, "Café …")]
    #[case("日本語", 5, "日本…")]
    #[case("日本語", 4, "日…")]
    #[case("abc", 0, "")]
    fn cutting_counts_columns(#[case] text: &str, #[case] room: u16, #[case] expected: &str) {
        assert_eq!(fit(text, room), expected);
        assert!(width(&fit(text, room)) <= room);
    }

    #[test]
    fn names_keep_their_last_part() {
        assert_eq!(fit_name("Food:Groceries", 10), "…Groceries");
        assert_eq!(fit_name("Food:Groceries", 6), "…Groc…");
    }
}
