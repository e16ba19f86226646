//! Journals of hledger and ledger. An `include` of `1` is the part after the first zero byte.
#![no_main]

use formats::book::foreign::{BookFormat, sniff};

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let _ = sniff(data);
    fuzz::book(data, |_| BookFormat::Hledger);
});
