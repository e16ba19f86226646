//! Sums and products of numbers: `2*4990`, `1000+500-1`, `100/4`. Products bind first.

use rust_decimal::Decimal;

use super::{AmountError, number};
use crate::money::MoneyError;

/// Longer input is refused before anything is computed.
const MAX_LENGTH: usize = 200;

pub(super) fn evaluate(text: &str, decimals: u8) -> Result<Decimal, AmountError> {
    let wrong = || AmountError::NotANumber(text.chars().take(60).collect());
    let body = text.trim();
    if body.len() > MAX_LENGTH {
        return Err(wrong());
    }
    let (negative, body) = match body.strip_prefix(['-', '−']) {
        Some(rest) => (true, rest),
        None => (false, body.strip_prefix('+').unwrap_or(body)),
    };
    let body = body.trim_start();
    let mut total = Decimal::ZERO;
    for (sign, term) in split_keeping(body, ['+', '-'], if negative { '-' } else { '+' }) {
        let value = product(term, decimals)?;
        let value = if sign == '-' { -value } else { value };
        total = total.checked_add(value).ok_or(MoneyError::Overflow)?;
    }
    Ok(total)
}

/// The most factors of one product; each may have two readings.
const MAX_FACTORS: usize = 8;

/// One number, or a product. In a product a factor may be a rate (`10000*1.195`), so both readings
/// of its mark are tried, and it is refused when both results fit the currency.
fn product(term: &str, decimals: u8) -> Result<Decimal, AmountError> {
    let factors = split_keeping(term, ['*', '/'], '*');
    if let [(_, single)] = factors.as_slice() {
        return number::read(single, decimals);
    }
    if factors.len() > MAX_FACTORS {
        return Err(AmountError::NotANumber(term.chars().take(60).collect()));
    }
    let mut values = vec![Decimal::ONE];
    for (operator, factor) in factors {
        let mut next = Vec::with_capacity(values.len() * 2);
        for reading in number::readings_of(factor)? {
            for value in &values {
                next.push(combine(*value, operator, reading)?);
            }
        }
        values = next;
    }
    values.sort_unstable();
    values.dedup();
    let fits = |value: &&Decimal| value.normalize().scale() <= u32::from(decimals);
    match values.iter().filter(fits).collect::<Vec<_>>().as_slice() {
        [] => values.last().copied().ok_or(AmountError::DivisionByZero),
        [value] => Ok(**value),
        [least, .., most] => Err(AmountError::TwoReadings {
            text: term.chars().take(60).collect(),
            readings: [most.normalize(), least.normalize()],
        }),
    }
}

fn combine(value: Decimal, operator: char, factor: Decimal) -> Result<Decimal, AmountError> {
    if operator == '*' {
        Ok(value.checked_mul(factor).ok_or(MoneyError::Overflow)?)
    } else {
        value.checked_div(factor).ok_or(AmountError::DivisionByZero)
    }
}

/// Splits at the operators; each piece comes with the operator before it, the first with `lead`.
fn split_keeping(text: &str, operators: [char; 2], lead: char) -> Vec<(char, &str)> {
    let mut pieces = Vec::new();
    let (mut operator, mut start) = (lead, 0);
    for (at, mark) in text.match_indices(operators) {
        pieces.push((operator, &text[start..at]));
        operator = mark.chars().next().unwrap_or(lead);
        start = at + mark.len();
    }
    pieces.push((operator, &text[start..]));
    pieces
}
