//! The reading of one date from left to right: numbers, month names, marks, and the time behind.

use super::months::{Word, word};
use super::parts::Parts;

/// Reads a cell from left to right until the date is complete.
pub(super) struct Scan<'a> {
    text: &'a str,
    at: usize,
    parts: Parts,
    named: bool,
    last_separator: u8,
}

impl<'a> Scan<'a> {
    pub(super) const fn new(text: &'a str) -> Self {
        let parts = Parts {
            numbers: [0; 3],
            widths: [0; 3],
            count: 0,
            month: None,
            separator: 0,
            apostrophe: false,
        };
        Self {
            text,
            at: 0,
            parts,
            named: false,
            last_separator: 0,
        }
    }

    pub(super) const fn complete(&self) -> bool {
        self.parts.count == if self.parts.month.is_some() { 2 } else { 3 }
    }

    /// Takes one number, word or separator; `Some(false)` at the end, `None` when it is no date.
    pub(super) fn step(&mut self) -> Option<bool> {
        let rest = &self.text[self.at..];
        let Some(next) = rest.chars().next() else {
            return Some(false);
        };
        match next {
            '0'..='9' => self.number(rest),
            '/' | '-' | '.' | ' ' | ',' | '\'' | '\u{2019}' | '\u{a0}' => {
                self.separator(next);
                Some(true)
            }
            _ if next.is_alphabetic() => self.word(rest),
            _ => None,
        }
    }

    fn number(&mut self, rest: &str) -> Option<bool> {
        let width = rest.bytes().take_while(u8::is_ascii_digit).count();
        if self.parts.count == 0 && self.parts.month.is_none() && matches!(width, 8 | 14) {
            return self.compact(&rest[..8], width);
        }
        // A time before the date is complete means that there is no year.
        if rest[width..].starts_with(':') {
            return None;
        }
        if !matches!(width, 1 | 2 | 4) || (width == 4 && self.parts.widths.contains(&4)) {
            return None;
        }
        let slot = usize::from(self.parts.count);
        *self.parts.numbers.get_mut(slot)? = rest[..width].parse().ok()?;
        *self.parts.widths.get_mut(slot)? = u8::try_from(width).ok()?;
        self.parts.count += 1;
        self.at += width;
        Some(true)
    }

    /// Eight digits: year first when that is plausible, else last.
    fn compact(&mut self, digits: &str, width: usize) -> Option<bool> {
        let number = |range: std::ops::Range<usize>| digits[range].parse::<u16>().ok();
        let year_first = (1900..=2100).contains(&number(0..4)?) && number(4..6)? <= 12;
        let cuts = if year_first {
            [0, 4, 6, 8]
        } else {
            [0, 2, 4, 8]
        };
        for slot in 0..3 {
            self.parts.numbers[slot] = number(cuts[slot]..cuts[slot + 1])?;
            self.parts.widths[slot] = u8::try_from(cuts[slot + 1] - cuts[slot]).ok()?;
        }
        self.parts.count = 3;
        self.at += width;
        Some(true)
    }

    fn separator(&mut self, next: char) {
        let byte = if matches!(next, '\'' | '\u{2019}') {
            b'\''
        } else {
            u8::try_from(next).unwrap_or(b' ')
        };
        self.parts.apostrophe |= byte == b'\'';
        if self.parts.count > 0 || self.parts.month.is_some() {
            if self.parts.separator == 0 || (self.parts.separator == b' ' && byte != b' ') {
                self.parts.separator = byte;
            }
            self.last_separator = byte;
        }
        self.at += next.len_utf8();
    }

    fn word(&mut self, rest: &str) -> Option<bool> {
        let end = rest
            .find(|c: char| !c.is_alphabetic())
            .unwrap_or(rest.len());
        match word(&rest[..end], self.parts.count > 0)? {
            Word::Month(month) if !self.named => {
                self.parts.month = Some(month);
                self.named = true;
            }
            Word::Filler => {}
            Word::Weekday if self.parts.count == 0 && !self.named => {}
            Word::Month(_) | Word::Weekday => return None,
        }
        self.at += end;
        Some(true)
    }

    pub(super) fn finish(self) -> Option<Parts> {
        let rest = &self.text[self.at..];
        let parts = self.parts;
        if !self.complete() {
            let marked = match (parts.month.is_some(), parts.count) {
                (true, 1) => true,
                // `30/12`, `30-12` and `30.12.` are dates; `30.12` is a number.
                (false, 2) => {
                    matches!(parts.separator, b'/' | b'-')
                        || self.last_separator == b'.' && self.text.ends_with('.')
                }
                _ => false,
            };
            return (marked && rest.is_empty() && !parts.widths.contains(&4)).then_some(parts);
        }
        is_time(rest).then_some(parts)
    }
}

/// True for what may follow a date: nothing, a point, or a time.
fn is_time(rest: &str) -> bool {
    // `03/22/2026 as of 03/19/2026`: the day of the booking, then the one of the trade.
    if rest.trim_start().starts_with("as of ") {
        return true;
    }
    let trimmed = rest.trim_matches(['.', ' ', ',', 'T', '-', '\u{a0}']);
    if trimmed.is_empty() {
        return true;
    }
    let separated = rest.starts_with(['.', ' ', ',', 'T', '-', '\u{a0}']);
    let bytes = trimmed.as_bytes();
    let digits = bytes.iter().take_while(|b| b.is_ascii_digit()).count();
    let clock = matches!(bytes.get(digits), Some(b':' | b'.' | b'h'))
        || bytes.len() == digits && digits >= 4;
    separated && (1..=6).contains(&digits) && clock
}
