//! Amounts in cents: the header says so, and no amount has decimals of its own.

use super::roles::Candidates;

/// Words for the hundredth of a currency.
#[rustfmt::skip]
const HUNDREDTHS: &[&str] = &[
    "cents", "cent", "centavos", "centimes", "centimos", "centesimi", "centen", "pence", "minor",
    "minor units", "minor unit", "ore", "grosze", "groszy", "kopecks", "halere", "haleru", "paise",
];

/// How many digits of a column's numbers are decimals: those of the currency, where the header
/// says that its smallest unit is counted.
pub(super) fn digits(candidates: &Candidates<'_>, column: usize, exponent: Option<u8>) -> u32 {
    let header = super::words::normalise(candidates.name(column));
    let said = header.split(' ').any(|word| HUNDREDTHS.contains(&word));
    let whole = candidates
        .column(column)
        .is_some_and(|column| !column.numbers.has_marks());
    if said && whole {
        u32::from(exponent.unwrap_or(2))
    } else {
        0
    }
}
