//! Numbers, and which of their marks begins the decimals.
//!
//! One mark before three digits (`1,000`) has two readings. A declaration decides, or the option;
//! else the program's own rule, as long as the other numbers of the journal don't speak against it.
//! When they do, or it is open whose journal it is, nothing is guessed.

use std::collections::HashMap;

use domain::Decimal;

use super::dialect::{Dialect, Evidence};
use crate::import::ReadError;

/// What is known of marks.
#[derive(Debug, Default)]
pub(super) struct Marks {
    /// For all numbers: the option, or `decimal-mark`.
    pub(super) all: Option<char>,
    /// By commodity.
    pub(super) declared: HashMap<String, char>,
    /// How an open mark is read: true when it begins the decimals.
    settled: Vec<(char, bool)>,
    /// Marks that surely begin decimals somewhere.
    seen: Vec<char>,
    /// Open marks with the first number that has each.
    open: Vec<(char, String)>,
}

impl Marks {
    pub(super) fn new(all: Option<char>) -> Self {
        Self {
            all,
            ..Self::default()
        }
    }

    /// The marks for a second reading, when the first met open ones.
    pub(super) fn decided(&self, evidence: Evidence) -> Result<Option<Self>, ReadError> {
        if self.open.is_empty() {
            return Ok(None);
        }
        let mut marks = Self::default();
        for (mark, example) in &self.open {
            let mut readings = match (evidence.is_sure(), evidence.dialect()) {
                (true, Dialect::Hledger) => vec![true],
                (true, Dialect::Ledger) => vec![*mark == '.'],
                (false, _) => vec![true, *mark == '.'],
            };
            if let [only] = self.seen.as_slice() {
                readings.push(only == mark);
            }
            readings.dedup();
            match readings.as_slice() {
                [decimal] => marks.settled.push((*mark, *decimal)),
                _ => return Err(ambiguous(*mark, example)),
            }
        }
        Ok(Some(marks))
    }

    /// Reads digits with marks, in the commodity `name`.
    pub(super) fn number(&mut self, digits: &str, name: &str) -> Option<Decimal> {
        let known = self.all.or_else(|| self.declared.get(name).copied());
        let plain: String = digits.chars().filter(|c| !is_group(*c)).collect();
        if !is_grouped(&plain) {
            return None;
        }
        let decimal = match known {
            Some(mark) => Some(mark),
            None => self.decimal_mark(&plain),
        };
        let mut number = String::with_capacity(plain.len());
        for c in plain.chars() {
            match c {
                c if Some(c) == decimal => number.push('.'),
                '.' | ',' => {}
                c => number.push(c),
            }
        }
        let number = number.strip_suffix('.').unwrap_or(&number);
        Decimal::from_str_exact(number).ok()
    }

    fn decimal_mark(&mut self, digits: &str) -> Option<char> {
        let last = digits.rfind(['.', ','])?;
        let mark = digits.get(last..)?.chars().next()?;
        let (before, after) = (digits.get(..last)?, digits.get(last + 1..)?);
        let other = if mark == '.' { ',' } else { '.' };
        if before.contains(mark) {
            // Repeated, it parts thousands.
            self.saw(other, before.contains(other));
            return None;
        }
        let whole = before.len();
        let open = after.len() == 3 && (1..=3).contains(&whole) && !before.starts_with('0');
        if before.contains(other) || !open {
            self.saw(mark, !after.is_empty());
            return Some(mark);
        }
        if let Some((_, decimal)) = self.settled.iter().find(|(known, _)| *known == mark) {
            return decimal.then_some(mark);
        }
        if !self.open.iter().any(|(known, _)| *known == mark) {
            self.open.push((mark, digits.to_owned()));
        }
        Some(mark)
    }

    fn saw(&mut self, mark: char, sure: bool) {
        if sure && !self.seen.contains(&mark) {
            self.seen.push(mark);
        }
    }
}

/// False for `1..2` and `1.2.3`: whatever is meant, it is no number.
fn is_grouped(digits: &str) -> bool {
    let groups = digits
        .trim_end_matches(['.', ','])
        .split(['.', ','])
        .skip(1);
    let lengths: Vec<usize> = groups.map(str::len).collect();
    let many = |mark: char| digits.matches(mark).count() > 1;
    let mixed = digits.contains('.') && digits.contains(',');
    let thousands = lengths.len() - usize::from(mixed && !lengths.is_empty());
    let fits = lengths
        .iter()
        .take(thousands)
        .all(|length| (2..=3).contains(length));
    !lengths.contains(&0) && (fits || !(many('.') || many(',')))
}

/// Marks that only ever part thousands.
pub(super) const fn is_group(c: char) -> bool {
    matches!(c, ' ' | '_' | '\'' | '\u{a0}' | '\u{2009}' | '\u{202f}')
}

fn ambiguous(mark: char, example: &str) -> ReadError {
    let grouped: String = example.chars().filter(|c| *c != mark).collect();
    let decimal = example.replace(mark, ".");
    let read = |text: &str| Decimal::from_str_exact(text).unwrap_or_default();
    ReadError::AmbiguousNumbers {
        example: example.to_owned(),
        readings: [read(&grouped), read(&decimal)],
    }
}
