//! What the fuzz targets share: an input's first byte says what the caller knows, the rest is the
//! file. Each target only puts a beginning before it, so that one reader is reached at once.
//!
//! A target fails by a panic, an overflow, too much time or too much memory; what a reader says of
//! a file is never wrong here. Kept apart from the workspace: `docs/architecture.md`, Tests.

use chrono::NaiveDate;
use domain::Currency;
use formats::book::foreign::{BookFormat, BookHints, read as read_book};
use formats::import::{DateOrder, Fees, Hints, fingerprint, read, table_head};

/// The day of the import.
pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 6, 15).unwrap()
}

/// A currency of so many decimals.
pub fn currency(code: &str, exponent: u8) -> Currency {
    Currency {
        code: code.parse().unwrap(),
        exponent,
    }
}

/// The first byte and the rest.
pub fn split(data: &[u8]) -> (u8, &[u8]) {
    data.split_first()
        .map_or((0, data), |(first, rest)| (*first, rest))
}

/// What the caller knows, by one byte: zero is nothing.
pub fn hints(byte: u8) -> Hints<'static> {
    Hints {
        date_order: [None, Some(DateOrder::Dmy), Some(DateOrder::Mdy), None][usize::from(byte & 3)],
        decimal: [None, Some('.'), Some(','), None][usize::from(byte >> 2 & 3)],
        currency: [
            None,
            Some(currency("USD", 2)),
            Some(currency("CLP", 0)),
            Some(currency("KWD", 3)),
        ][usize::from(byte >> 4 & 3)],
        fees: (byte & 0x40 != 0).then_some(Fees::Apart),
        inverted: byte & 0x80 != 0,
        profile: None,
        today: today(),
    }
}

/// Reads some bytes in all three ways that an import does.
pub fn all_of(bytes: &[u8], hints: &Hints<'_>) {
    let _ = fingerprint(bytes, hints.today);
    let _ = table_head(bytes, hints.today);
    if let Ok(statement) = read(bytes, hints) {
        let profile = statement.layout.to_profile("x");
        let again = Hints {
            profile: Some(&profile),
            ..*hints
        };
        let _ = read(bytes, &again);
    }
}

/// Reads a file that begins with `head`.
pub fn beginning(head: &str, data: &[u8]) {
    let (byte, rest) = split(data);
    all_of(&[head.as_bytes(), rest].concat(), &hints(byte));
}

/// The texts of an input, which zero bytes separate.
pub fn parts(data: &[u8]) -> impl Iterator<Item = &[u8]> {
    data.split(|byte| *byte == 0)
}

/// Reads a book; what it includes by a number is that part of the input.
pub fn book(data: &[u8], format: impl Fn(&[u8]) -> BookFormat) {
    let (byte, rest) = split(data);
    let files: Vec<&[u8]> = parts(rest).collect();
    let known = hints(byte);
    let hints = BookHints {
        date_order: known.date_order,
        decimal: known.decimal,
        ..BookHints::new(today())
    };
    let mut load = |name: &str| {
        let number: usize = name.trim().parse().ok()?;
        files.get(number).map(|file| file.to_vec())
    };
    if let Some(first) = files.first().filter(|_| !data.is_empty()) {
        let _ = read_book(first, format(first), &hints, &mut load);
    }
}
