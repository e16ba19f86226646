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
    let body = body.trim_start().trim_start_matches(['$', '€', '£', '¥']);
    let mut total = Decimal::ZERO;
    for (sign, term) in split_keeping(body, ['+', '-'], '+') {
        let value = product(term, decimals)?;
        let value = if sign == '-' { -value } else { value };
        total = total.checked_add(value).ok_or(MoneyError::Overflow)?;
    }
    Ok(if negative { -total } else { total })
}

fn product(term: &str, decimals: u8) -> Result<Decimal, AmountError> {
    let mut value = Decimal::ONE;
    for (operator, factor) in split_keeping(term, ['*', '/'], '*') {
        let factor = number::read(factor, decimals)?;
        value = if operator == '*' {
            value.checked_mul(factor).ok_or(MoneyError::Overflow)?
        } else {
            value
                .checked_div(factor)
                .ok_or(AmountError::DivisionByZero)?
        };
    }
    Ok(value)
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
