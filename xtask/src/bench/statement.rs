//! Made-up bank statements, the same on every machine.
//!
//! Amounts are whole pesos and dates ISO, so that no row has two readings. Some rows are equal to
//! others of the same day, as in life: a duplicate check that drops them is caught by the count.

use std::fmt::Write as _;

/// Rows per day of the long statement: 100,000 rows are three years.
const ROWS_PER_DAY: u32 = 91;

const PAYEES: [&str; 8] = [
    "SUPERMERCADO LIDER",
    "METRO SANTIAGO",
    "FARMACIA CRUZ VERDE",
    "COPEC AV PROVIDENCIA",
    "CAFE ALTURA",
    "ENEL DISTRIBUCION",
    "LIBRERIA ANTARTICA",
    "TRANSFERENCIA A TERCEROS",
];

/// The rows `from..to` of one endless statement, as CSV.
pub(crate) fn csv(from: u32, to: u32) -> String {
    let mut text = String::from("Date,Description,Amount\n");
    for number in from..to {
        let random = mix(number);
        let (year, month, day) = date(number / ROWS_PER_DAY);
        let payee = PAYEES[(random % 8) as usize];
        let amount = 100 * (1 + random / 8 % 900);
        // Writing to a string can't fail.
        let _ = writeln!(
            text,
            "{year}-{month:02}-{day:02},{payee} {:02},-{amount}",
            random / 8192 % 40
        );
    }
    text
}

/// Scatters a number's bits (the finalizer of Murmur3).
const fn mix(number: u32) -> u32 {
    let mut x = number.wrapping_add(0x9e37_79b9);
    x = (x ^ (x >> 16)).wrapping_mul(0x85eb_ca6b);
    x = (x ^ (x >> 13)).wrapping_mul(0xc2b2_ae35);
    x ^ (x >> 16)
}

/// The day that is so many days after 2022-01-01.
fn date(days: u32) -> (u32, u32, u32) {
    let (mut year, mut month, mut left) = (2022, 1, days);
    loop {
        let length = days_in(year, month);
        if left < length {
            return (year, month, left + 1);
        }
        left -= length;
        month += 1;
        if month > 12 {
            (year, month) = (year + 1, 1);
        }
    }
}

const fn days_in(year: u32, month: u32) -> u32 {
    match month {
        2 if year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::{csv, date};
    use std::collections::BTreeSet;

    #[test]
    fn dates_are_real() {
        assert_eq!(date(0), (2022, 1, 1));
        assert_eq!(date(365), (2023, 1, 1));
        assert_eq!(date(365 * 2 + 59), (2024, 2, 29));
        assert_eq!(date(365 * 2 + 60), (2024, 3, 1));
    }

    #[test]
    fn a_part_is_a_part_of_the_whole() {
        let whole = csv(0, 500);
        let part = csv(490, 500);
        let last: Vec<_> = whole.lines().rev().take(10).collect();
        assert_eq!(part.lines().skip(1).count(), 10);
        assert!(part.lines().skip(1).all(|line| last.contains(&line)));
    }

    #[test]
    fn some_rows_of_a_day_are_equal() {
        let text = csv(0, 100_000);
        let rows: Vec<_> = text.lines().skip(1).collect();
        let distinct: BTreeSet<_> = rows.iter().collect();
        assert_eq!(rows.len(), 100_000);
        assert!(distinct.len() < rows.len());
    }
}
