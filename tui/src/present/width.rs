//! Texts in a number of columns of a terminal.

use std::borrow::Cow;

use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

/// A text without what would change more than its own place: control characters, and the marks that
/// turn the direction of the line around it.
pub(crate) fn harmless(text: &str) -> Cow<'_, str> {
    if !text.contains(|letter: char| letter.is_control() || turns(letter)) {
        return Cow::Borrowed(text);
    }
    let kept = text.chars().filter(|letter| !turns(*letter));
    let blank = |letter: char| if letter.is_control() { ' ' } else { letter };
    Cow::Owned(kept.map(blank).collect())
}

fn turns(letter: char) -> bool {
    matches!(letter, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Cuts a text to a width, with `…` where something is missing.
pub(crate) fn shortened(text: String, width: usize) -> String {
    let text = match harmless(&text) {
        Cow::Borrowed(_) => text,
        Cow::Owned(harmless) => harmless,
    };
    if text.width() <= width {
        return text;
    }
    let mut left = width.saturating_sub(1);
    let fits = |c: &char| {
        let needed = c.width().unwrap_or(0);
        let fits = needed <= left;
        left = left.saturating_sub(needed);
        fits
    };
    let mut cut: String = text.chars().take_while(fits).collect();
    cut.push('…');
    cut
}

/// A text on as many lines as it takes, each indented like the text.
pub(crate) fn wrapped(text: &str, width: usize) -> Vec<String> {
    let text = harmless(text);
    let indent = text.len() - text.trim_start().len();
    let room = width.saturating_sub(indent).max(1);
    let lines = filled(text.split_whitespace(), " ", room);
    let lines = lines.into_iter();
    lines
        .map(|line| format!("{}{line}", " ".repeat(indent)))
        .collect()
}

/// Puts words on as few lines as hold them; a word that is wider than a line is broken.
pub(crate) fn filled<T: AsRef<str>>(
    words: impl Iterator<Item = T>,
    gap: &str,
    width: usize,
) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for piece in words.flat_map(|word| broken(word.as_ref(), width)) {
        match lines.last_mut() {
            Some(line) if line.width() + gap.width() + piece.width() <= width => {
                line.push_str(gap);
                line.push_str(&piece);
            }
            _ => lines.push(piece),
        }
    }
    lines
}

/// A word in pieces that are no wider than a line.
fn broken(word: &str, width: usize) -> Vec<String> {
    let mut pieces = vec![String::new()];
    for c in word.chars() {
        let wide = c.width().unwrap_or(0);
        let full = |piece: &String| !piece.is_empty() && piece.width() + wide > width;
        let full = pieces.last().is_none_or(full);
        if full {
            pieces.push(String::new());
        }
        if let Some(piece) = pieces.last_mut() {
            piece.push(c);
        }
    }
    pieces
}
