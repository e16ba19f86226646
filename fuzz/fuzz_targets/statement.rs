//! Any file that a person may give to `luka import`.
#![no_main]

use fuzz::{all_of, hints, split};

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let (byte, bytes) = split(data);
    all_of(bytes, &hints(byte));
});
