//! Statements of SWIFT, with the dialects of banks.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| fuzz::beginning(
    ":20:X\n:25:DE1/2\n:28C:1\n:60F:C260101EUR0,00\n",
    data
));
