//! Exports of other programs: by their header, or by the first byte when none is known.
#![no_main]

use formats::book::foreign::{BookFormat, sniff};

const FORMATS: [BookFormat; 6] = [
    BookFormat::Ynab,
    BookFormat::YnabBudget,
    BookFormat::Actual,
    BookFormat::Firefly,
    BookFormat::Mint,
    BookFormat::Monarch,
];

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    fuzz::book(data, |bytes| {
        let told = sniff(bytes).filter(|format| format.is_table());
        told.unwrap_or(FORMATS[usize::from(data[0]) % FORMATS.len()])
    });
});
