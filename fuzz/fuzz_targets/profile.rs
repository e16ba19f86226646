//! A profile, written and read again, and the file after the first zero byte read by it.
#![no_main]

use formats::import::{Hints, Profile};
use fuzz::{all_of, today};

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let (text, file) = match data.iter().position(|byte| *byte == 0) {
        Some(at) => (&data[..at], &data[at + 1..]),
        None => (
            data,
            &b"Fecha;Detalle;Monto;D/C\n13/01/2026;A;1.000,5;D\n14/01/2026;B;2;C\n"[..],
        ),
    };
    let Ok(profile) = Profile::from_toml(&String::from_utf8_lossy(text)) else {
        return;
    };
    let again = Profile::from_toml(&profile.to_toml().unwrap()).unwrap();
    assert_eq!(again, profile);
    let hints = Hints {
        profile: Some(&profile),
        ..Hints::new(today())
    };
    all_of(file, &hints);
});
