//! Files of beancount. An `include` of `1` is the part after the first zero byte.
#![no_main]

use formats::book::foreign::BookFormat;

libfuzzer_sys::fuzz_target!(|data: &[u8]| fuzz::book(data, |_| BookFormat::Beancount));
