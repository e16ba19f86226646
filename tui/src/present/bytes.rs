//! Lengths for people: three digits at most, in the powers of a thousand.

use crate::i18n::Language;

const UNITS: [&str; 5] = ["B", "kB", "MB", "GB", "TB"];

/// `512 B`, `48 kB`, `1.2 MB`.
pub(crate) fn bytes(length: u64, language: Language) -> String {
    let mut tenths = length.saturating_mul(10);
    let mut units = UNITS.iter();
    let mut unit = units.next();
    while tenths >= 9_995
        && let Some(larger) = units.next()
    {
        tenths = tenths.saturating_add(500) / 1000;
        unit = Some(larger);
    }
    let unit = unit.copied().unwrap_or_default();
    let (whole, tenth) = (tenths / 10, tenths % 10);
    if tenth == 0 || whole >= 100 {
        return format!("{} {unit}", (tenths + 5) / 10);
    }
    let mark = match language {
        Language::En => '.',
        Language::Es => ',',
    };
    format!("{whole}{mark}{tenth} {unit}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(0, "0 B")]
    #[case(999, "999 B")]
    #[case(1_000, "1 kB")]
    #[case(48_128, "48.1 kB")]
    #[case(999_449, "999 kB")]
    #[case(999_999, "1 MB")]
    #[case(1_234_567, "1.2 MB")]
    #[case(13_000_000_000, "13 GB")]
    #[case(u64::MAX, "1844674 TB")]
    fn lengths(#[case] length: u64, #[case] shown: &str) {
        assert_eq!(bytes(length, Language::En), shown);
        assert_eq!(bytes(length, Language::Es), shown.replace('.', ","));
    }
}
