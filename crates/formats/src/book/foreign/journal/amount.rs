//! One amount: `$-1,234.50`, `-$5`, `1.234,56 EUR`, `"quoted commodity" 3`.

use super::number::is_group;
use super::{Amount, Reader};

/// A text of which the beginning is taken away piece by piece.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cursor<'a> {
    pub(super) rest: &'a str,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { rest: text.trim() }
    }

    pub(super) fn blanks(&mut self) {
        self.rest = self.rest.trim_start();
    }

    /// Takes a word away, if the text begins with it.
    pub(super) fn take(&mut self, word: &str) -> bool {
        match self.rest.strip_prefix(word) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    /// Takes everything up to `end`, and `end` itself.
    pub(super) fn until(&mut self, end: &str) -> Option<&'a str> {
        let (inside, rest) = self.rest.split_once(end)?;
        self.rest = rest;
        Some(inside)
    }

    fn sign(&mut self) -> bool {
        let negative = self.take("-");
        if !negative {
            self.take("+");
        }
        self.blanks();
        negative
    }

    /// A commodity, with or without quotes.
    fn commodity(&mut self) -> Option<&'a str> {
        if self.take("\"") {
            return self.until("\"");
        }
        let end = self.rest.find(|c: char| !is_symbol(c));
        let (name, rest) = self.rest.split_at(end.unwrap_or(self.rest.len()));
        self.rest = rest;
        (!name.is_empty()).then_some(name)
    }

    /// Digits with marks, and an exponent.
    fn digits(&mut self) -> Option<(&'a str, i32)> {
        let bytes: Vec<(usize, char)> = self.rest.char_indices().collect();
        let mut end = 0;
        let mut at = 0;
        while let Some((from, c)) = bytes.get(at).copied() {
            let three = || {
                let digit = |n: usize| bytes.get(at + n).is_some_and(|(_, c)| c.is_ascii_digit());
                digit(1) && digit(2) && digit(3) && !digit(4)
            };
            let taken =
                c.is_ascii_digit() || matches!(c, '.' | ',') || (is_group(c) && end > 0 && three());
            if !taken {
                break;
            }
            end = from + c.len_utf8();
            at += 1;
        }
        let (digits, rest) = self.rest.split_at(end);
        if !digits.contains(|c: char| c.is_ascii_digit()) {
            return None;
        }
        self.rest = rest;
        Some((digits, self.exponent()))
    }

    fn exponent(&mut self) -> i32 {
        let Some(rest) = self.rest.strip_prefix(['e', 'E']) else {
            return 0;
        };
        let signed = rest.strip_prefix(['-', '+']).unwrap_or(rest);
        let length = signed.bytes().take_while(u8::is_ascii_digit).count();
        let end = rest.len() - signed.len() + length;
        let (exponent, after) = rest.split_at(end);
        match exponent.parse() {
            Ok(exponent) if length > 0 && length < 3 => {
                self.rest = after;
                exponent
            }
            _ => 0,
        }
    }
}

fn is_symbol(c: char) -> bool {
    !c.is_whitespace() && !c.is_ascii_digit() && !".,;+-*@\"{}()[]=<>|&".contains(c)
}

impl Reader {
    /// Reads an amount; nothing when the text doesn't begin with one.
    pub(super) fn amount(&mut self, cursor: &mut Cursor<'_>) -> Option<Amount> {
        let mut at = *cursor;
        at.blanks();
        let mut negative = at.sign();
        let left = at.commodity();
        at.blanks();
        negative ^= at.sign();
        let (digits, exponent) = at.digits()?;
        let mut right = at;
        right.blanks();
        let name = match left {
            Some(name) => Some(name),
            None => right.commodity().inspect(|_| at = right),
        };
        *cursor = at;
        let mut number = self.marks.number(digits, name.unwrap_or_default())?;
        if exponent != 0 {
            number = shifted(number, exponent)?;
        }
        if negative {
            number.set_sign_negative(!number.is_zero());
        }
        let commodity = match (name, self.default_commodity) {
            (None, Some(default)) => default,
            (name, _) => self.commodities.of(name.unwrap_or_default()),
        };
        Some(Amount { number, commodity })
    }
}

/// The number times a power of ten.
fn shifted(number: domain::Decimal, exponent: i32) -> Option<domain::Decimal> {
    let scale = i32::try_from(number.scale()).ok()? - exponent;
    if let Ok(scale) = u32::try_from(scale) {
        return domain::Decimal::try_from_i128_with_scale(number.mantissa(), scale).ok();
    }
    let power = 10i128.checked_pow(scale.unsigned_abs())?;
    let mantissa = number.mantissa().checked_mul(power)?;
    domain::Decimal::try_from_i128_with_scale(mantissa, 0).ok()
}
