//! QIF with its sections.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| fuzz::beginning("!Type:Bank\n", data));
