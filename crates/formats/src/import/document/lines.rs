//! Words to lines, and the words of a line to cells: what stands further apart than a blank does.

use super::text::{DocumentText, Word};
use crate::import::date::Parts;
use crate::import::number::Figure;

/// What one cell of a line says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Date,
    Number,
    Text,
}

/// A cell of a line, from its left to its right edge.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub(super) left: i32,
    pub(super) right: i32,
    pub(super) text: String,
    pub(super) kind: Kind,
}

/// A line of a page.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) page: u32,
    pub(super) y: i32,
    pub(super) height: i32,
    pub(super) pieces: Vec<Piece>,
}

impl Line {
    pub(super) fn has(&self, kind: Kind) -> bool {
        self.pieces.iter().any(|piece| piece.kind == kind)
    }

    /// All that it says.
    pub(super) fn text(&self) -> String {
        let texts: Vec<&str> = self
            .pieces
            .iter()
            .map(|piece| piece.text.as_str())
            .collect();
        texts.join(" ")
    }
}

/// The lines of a document, from the top of the first page on.
pub(super) fn lines(text: &DocumentText) -> Vec<Line> {
    let mut lines = Vec::new();
    for (page, words) in (1..).zip(&text.pages) {
        let mut words: Vec<&Word> = words
            .iter()
            .filter(|word| !word.4.trim().is_empty())
            .collect();
        words.sort_by_key(|word| (word.1, word.0));
        let mut line: Vec<&Word> = Vec::new();
        for word in words {
            let same = line.first().is_none_or(|first| {
                (word.1.saturating_sub(first.1)).saturating_mul(5)
                    <= first.3.max(word.3).saturating_mul(2)
            });
            if !same {
                lines.push(line_of(page, &mut line));
            }
            line.push(word);
        }
        if !line.is_empty() {
            lines.push(line_of(page, &mut line));
        }
    }
    lines
}

fn line_of(page: u32, words: &mut Vec<&Word>) -> Line {
    words.sort_by_key(|word| word.0);
    // Letters are made bold by writing them twice.
    words.dedup_by(|next, first| next.4 == first.4 && next.0.saturating_sub(first.0) < first.3 / 4);
    let height = words.iter().map(|word| word.3).max().unwrap_or(0).max(1);
    let y = words.iter().map(|word| word.1).max().unwrap_or(0);
    let mut groups: Vec<Vec<&Word>> = Vec::new();
    let mut right = 0;
    for word in words.drain(..) {
        // A blank is a quarter of the height, six tenths where all letters are of one width.
        let apart = word.0.saturating_sub(right).saturating_mul(4) > height.saturating_mul(3);
        match groups.last_mut() {
            Some(group) if !apart => group.push(word),
            _ => groups.push(vec![word]),
        }
        right = word.0.saturating_add(word.2);
    }
    if let Some(first) = groups.first().cloned() {
        groups.splice(0..1, split_dates(first));
    }
    Line {
        page,
        y,
        height,
        pieces: groups.iter().filter_map(|group| piece(group)).collect(),
    }
}

/// Takes the dates off the beginning of a line, however close to the text they stand.
fn split_dates(mut words: Vec<&Word>) -> Vec<Vec<&Word>> {
    let mut groups = Vec::new();
    while groups.len() < 2 {
        let Some(count) = leading_date(&words) else {
            break;
        };
        let rest = words.split_off(count);
        groups.push(std::mem::replace(&mut words, rest));
    }
    if !words.is_empty() {
        groups.push(words);
    }
    groups
}

/// How many words the date has that a line begins with.
fn leading_date(words: &[&Word]) -> Option<usize> {
    let first = &words.first()?.4;
    if first.contains(['/', '-', '.']) {
        return is_date(first).then_some(1);
    }
    let joined = |count: usize| {
        let words: Vec<&str> = words
            .get(..count)?
            .iter()
            .map(|word| word.4.as_str())
            .collect();
        Some(words.join(" "))
    };
    let year = |word: &&Word| word.4.len() == 4 && word.4.bytes().all(|b| b.is_ascii_digit());
    if words.get(2).is_some_and(year) && is_date(&joined(3)?) {
        return Some(3);
    }
    let named = words
        .iter()
        .take(2)
        .any(|word| word.4.starts_with(char::is_alphabetic));
    (named && is_date(&joined(2)?)).then_some(2)
}

fn is_date(text: &str) -> bool {
    Parts::split(text).is_some_and(|parts| !parts.is_compact() || !parts.is_yearless())
        && text.bytes().filter(u8::is_ascii_alphabetic).count() <= 10
}

fn piece(words: &[&Word]) -> Option<Piece> {
    let (first, last) = (words.first()?, words.last()?);
    let texts: Vec<&str> = words.iter().map(|word| word.4.trim()).collect();
    let text = texts.join(" ");
    let dated = Parts::split(&text).is_some_and(|parts| !parts.is_compact());
    let kind = if dated {
        Kind::Date
    } else if Figure::read(&text).is_some() {
        Kind::Number
    } else {
        Kind::Text
    };
    Some(Piece {
        left: first.0,
        right: last.0.saturating_add(last.2).max(first.0),
        text,
        kind,
    })
}
