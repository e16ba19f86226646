//! Money: a whole number of minor units of one currency.
//!
//! Arithmetic is checked: an overflow or two currencies in one sum is an error, never a wrap or a
//! guess. The text form (`-12.50 USD`) has exactly the currency's digits, so it reads back without
//! a table of currencies; records and exports use it.

use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::currency::{Currency, CurrencyCode, MAX_EXPONENT};

/// An exact amount of one currency.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Money {
    /// Minor units: hundredths of a dollar, whole Chilean pesos.
    pub minor: i64,
    /// The currency of the amount.
    pub currency: Currency,
}

/// Why an amount can't be made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    /// The result doesn't fit into 63 bits of minor units.
    #[error("the amount is too large")]
    Overflow,
    /// Two currencies met in one sum.
    #[error("{0} and {1} can't be added")]
    Currencies(CurrencyCode, CurrencyCode),
    /// More digits after the decimal mark than the currency has.
    #[error("{currency} has {} decimal digits, `{amount}` has more", currency.exponent)]
    TooPrecise {
        /// The amount as given.
        amount: Decimal,
        /// The currency it was meant for.
        currency: Currency,
    },
}

impl Money {
    /// Wraps a number of minor units.
    pub const fn new(minor: i64, currency: Currency) -> Self {
        Self { minor, currency }
    }

    /// No money at all, in some currency.
    pub const fn zero(currency: Currency) -> Self {
        Self::new(0, currency)
    }

    /// Takes an exact decimal; digits beyond the currency's exponent are an error unless zero.
    pub fn from_decimal(amount: Decimal, currency: Currency) -> Result<Self, MoneyError> {
        let plain = amount.normalize();
        if plain.scale() > u32::from(currency.exponent) {
            return Err(MoneyError::TooPrecise { amount, currency });
        }
        let shift = u32::from(currency.exponent) - plain.scale();
        let minor = 10i128
            .checked_pow(shift)
            .and_then(|power| plain.mantissa().checked_mul(power))
            .and_then(|minor| i64::try_from(minor).ok())
            .filter(|&minor| minor != i64::MIN)
            .ok_or(MoneyError::Overflow)?;
        Ok(Self { minor, currency })
    }

    /// Rounds a decimal to the currency, half to even.
    pub fn round(amount: Decimal, currency: Currency) -> Result<Self, MoneyError> {
        Self::from_decimal(amount.round_dp(u32::from(currency.exponent)), currency)
    }

    /// The amount as an exact decimal with the currency's digits.
    pub fn to_decimal(self) -> Decimal {
        Decimal::from_i128_with_scale(i128::from(self.minor), u32::from(self.currency.exponent))
    }

    /// Adds an amount of the same currency.
    pub fn checked_add(self, other: Self) -> Result<Self, MoneyError> {
        if self.currency != other.currency {
            return Err(MoneyError::Currencies(
                self.currency.code,
                other.currency.code,
            ));
        }
        let minor = self
            .minor
            .checked_add(other.minor)
            .ok_or(MoneyError::Overflow)?;
        Ok(Self { minor, ..self })
    }

    /// Subtracts an amount of the same currency.
    pub fn checked_sub(self, other: Self) -> Result<Self, MoneyError> {
        self.checked_add(other.checked_neg()?)
    }

    /// The opposite amount.
    pub fn checked_neg(self) -> Result<Self, MoneyError> {
        let minor = self.minor.checked_neg().ok_or(MoneyError::Overflow)?;
        Ok(Self { minor, ..self })
    }

    /// True for no money.
    pub const fn is_zero(self) -> bool {
        self.minor == 0
    }

    /// Divides into `parts` that differ by at most one minor unit and sum to the whole; the
    /// larger parts come first (1000 CLP in three is 334, 333, 333).
    pub fn allocate(self, parts: u32) -> Vec<Self> {
        if parts == 0 {
            return Vec::new();
        }
        let (share, rest) = (self.minor / i64::from(parts), self.minor % i64::from(parts));
        (0..i64::from(parts))
            .map(|n| {
                let extra = if n < rest.abs() { rest.signum() } else { 0 };
                Self {
                    minor: share + extra,
                    ..self
                }
            })
            .collect()
    }

    /// The digits of the amount alone, with exactly the currency's decimals: `-12.50`.
    pub fn digits(self) -> String {
        let sign = if self.minor < 0 { "-" } else { "" };
        let digits = self.minor.unsigned_abs().to_string();
        let exponent = usize::from(self.currency.exponent);
        if exponent == 0 {
            return format!("{sign}{digits}");
        }
        let padded = format!("{digits:0>width$}", width = exponent + 1);
        let (whole, fraction) = padded.split_at(padded.len() - exponent);
        format!("{sign}{whole}.{fraction}")
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.digits(), self.currency.code)
    }
}

impl fmt::Debug for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Why a text is not the canonical form of an amount.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not an amount like `-12.50 USD`")]
pub struct MoneyTextError(pub String);

impl FromStr for Money {
    type Err = MoneyTextError;

    fn from_str(text: &str) -> Result<Self, MoneyTextError> {
        let wrong = || MoneyTextError(text.chars().take(60).collect());
        let (digits, code) = text.split_once(' ').ok_or_else(wrong)?;
        let exponent = digits
            .split_once('.')
            .map_or(0, |(_, fraction)| fraction.len());
        let exponent = u8::try_from(exponent).ok().filter(|&e| e <= MAX_EXPONENT);
        let currency = Currency {
            code: code.parse().map_err(|_| wrong())?,
            exponent: exponent.ok_or_else(wrong)?,
        };
        let plain = digits
            .bytes()
            .all(|b| b.is_ascii_digit() || b == b'.' || b == b'-');
        let minor: i64 = digits.replacen('.', "", 1).parse().map_err(|_| wrong())?;
        if !plain || Self::new(minor, currency).digits() != digits {
            return Err(wrong());
        }
        Ok(Self { minor, currency })
    }
}

impl Serialize for Money {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Money {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    fn currency(exponent: u8) -> Currency {
        Currency {
            code: "TST".parse().unwrap(),
            exponent,
        }
    }

    #[rstest]
    #[case(1000, 3, &[334, 333, 333])]
    #[case(-1000, 3, &[-334, -333, -333])]
    #[case(2, 4, &[1, 1, 0, 0])]
    #[case(5, 0, &[])]
    fn parts_sum_to_the_whole(#[case] minor: i64, #[case] parts: u32, #[case] expected: &[i64]) {
        let shares = Money::new(minor, currency(0)).allocate(parts);
        assert_eq!(shares.iter().map(|m| m.minor).collect::<Vec<_>>(), expected);
    }

    #[rstest]
    #[case("12.345", 2)]
    #[case("0.5", 0)]
    fn too_many_digits_are_an_error(#[case] amount: &str, #[case] exponent: u8) {
        let result = Money::from_decimal(amount.parse().unwrap(), currency(exponent));
        assert!(matches!(result, Err(MoneyError::TooPrecise { .. })));
    }

    #[test]
    fn more_than_sixty_three_bits_overflow() {
        let huge = Decimal::from_i128_with_scale(i128::from(i64::MAX) + 1, 0);
        assert_eq!(
            Money::from_decimal(huge, currency(0)),
            Err(MoneyError::Overflow)
        );
        let most = Money::new(i64::MAX, currency(2));
        assert_eq!(
            most.checked_add(Money::new(1, currency(2))),
            Err(MoneyError::Overflow)
        );
    }

    proptest! {
        #[test]
        fn text_reads_back(minor in (i64::MIN + 1)..i64::MAX, exponent in 0u8..=MAX_EXPONENT) {
            let money = Money::new(minor, currency(exponent));
            prop_assert_eq!(money.to_string().parse(), Ok(money));
            prop_assert_eq!(Money::from_decimal(money.to_decimal(), money.currency), Ok(money));
        }

        #[test]
        fn allocation_is_exact_and_even(minor in any::<i32>(), parts in 1u32..50) {
            let shares = Money::new(i64::from(minor), currency(2)).allocate(parts);
            let minors: Vec<i64> = shares.iter().map(|m| m.minor).collect();
            prop_assert_eq!(minors.iter().sum::<i64>(), i64::from(minor));
            prop_assert!(minors.iter().max().unwrap() - minors.iter().min().unwrap() <= 1);
        }
    }
}
