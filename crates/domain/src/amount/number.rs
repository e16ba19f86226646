//! One number with its marks: which of them group thousands and which is the decimal mark.

use rust_decimal::Decimal;

use super::AmountError;

/// Reads an unsigned number. `decimals` says how many decimal digits can occur at all: with 0 a
/// single mark before three digits groups thousands; otherwise that form has two readings.
pub(super) fn read(text: &str, decimals: u8) -> Result<Decimal, AmountError> {
    let (body, factor) = split_suffix(text);
    match read_body(text, body, factor, decimals > 0 || factor > Decimal::ONE)?.as_slice() {
        [grouped, decimal] => Err(AmountError::TwoReadings {
            text: text.chars().take(60).collect(),
            readings: [grouped.normalize(), decimal.normalize()],
        }),
        [value, ..] => Ok(*value),
        [] => Err(AmountError::NotANumber(text.chars().take(60).collect())),
    }
}

/// All readings of an unsigned number: one, or two when its mark may group or be the decimal one.
pub(super) fn readings_of(text: &str) -> Result<Vec<Decimal>, AmountError> {
    let (body, factor) = split_suffix(text);
    read_body(text, body, factor, true)
}

/// Blanks and apostrophes only ever group; they become one mark here.
const GROUP: char = '\'';

fn read_body(
    text: &str,
    body: &str,
    factor: Decimal,
    fractional: bool,
) -> Result<Vec<Decimal>, AmountError> {
    let wrong = || AmountError::NotANumber(text.chars().take(60).collect());
    let group = |c| {
        if matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '’') {
            GROUP
        } else {
            c
        }
    };
    let body: String = body.trim().chars().map(group).collect();
    let plain = body
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | GROUP));
    if !plain || !body.contains(|c: char| c.is_ascii_digit()) {
        return Err(wrong());
    }
    let numbers = match readings(&body, fractional).ok_or_else(wrong)? {
        Reading::One(number) => vec![number],
        Reading::Two(grouped, decimal) => vec![grouped, decimal],
    };
    numbers
        .iter()
        .map(|number| scaled(number, factor).ok_or_else(wrong))
        .collect()
}

fn scaled(number: &str, factor: Decimal) -> Option<Decimal> {
    number.parse::<Decimal>().ok()?.checked_mul(factor)
}

fn split_suffix(text: &str) -> (&str, Decimal) {
    let text = text.trim();
    if let Some(body) = text.strip_suffix(['k', 'K']) {
        (body, Decimal::ONE_THOUSAND)
    } else if let Some(body) = text.strip_suffix(['m', 'M']) {
        (body, Decimal::from(1_000_000))
    } else {
        (text, Decimal::ONE)
    }
}

/// A number in plain digits with a point, read in one way or in two.
enum Reading {
    One(String),
    Two(String, String),
}

fn readings(body: &str, fractional: bool) -> Option<Reading> {
    let marks: Vec<(usize, char)> = body
        .char_indices()
        .filter(|(_, c)| !c.is_ascii_digit())
        .collect();
    let Some(&(last, mark)) = marks.last() else {
        return Some(Reading::One(body.to_owned()));
    };
    let kinds_differ = marks.iter().any(|(_, other)| *other != mark);
    let grouped = || is_grouped(body, mark).then(|| without_marks(body));
    let decimal = || with_decimal_mark(body, last, mark);
    if kinds_differ {
        return decimal().map(Reading::One);
    }
    if marks.len() > 1 {
        return grouped().map(Reading::One);
    }
    match (grouped(), decimal()) {
        (Some(grouped), _) if !fractional => Some(Reading::One(grouped)),
        (Some(grouped), Some(decimal)) => Some(Reading::Two(grouped, decimal)),
        (None, decimal) => decimal.map(Reading::One),
        (grouped, None) => grouped.map(Reading::One),
    }
}

fn without_marks(body: &str) -> String {
    body.chars().filter(char::is_ascii_digit).collect()
}

/// True when `mark` stands before every three digits and nowhere else, and no zero leads.
fn is_grouped(body: &str, mark: char) -> bool {
    let mut groups = body.split(mark);
    let first = groups.next().unwrap_or_default();
    (1..=3).contains(&first.len()) && !first.starts_with('0') && groups.all(|g| g.len() == 3)
}

/// Reads the mark at `at` as the decimal one; marks before it must group.
fn with_decimal_mark(body: &str, at: usize, mark: char) -> Option<String> {
    if mark == GROUP {
        return None;
    }
    let (whole, fraction) = (&body[..at], &body[at + mark.len_utf8()..]);
    let group = whole.chars().find(|c| !c.is_ascii_digit());
    if group.is_some_and(|group| group == mark || !is_grouped(whole, group)) {
        return None;
    }
    let whole = without_marks(whole);
    Some(format!(
        "{}.{fraction}",
        if whole.is_empty() { "0" } else { &whole }
    ))
    .filter(|_| !fraction.is_empty())
}
