//! Currencies: a code and the number of decimal digits of its minor unit.
//!
//! Minor units belong to the currency: CLP has none, USD two, KWD three, BTC eight, CLF (the UF)
//! four. The ISO 4217 list is built in (`iso`); a ledger may add codes of its own.

mod iso;

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::id::CurrencyId;

pub use iso::{iso_currencies, iso_currency, iso_symbol};

/// The most decimal digits that a currency may have; 10^18 still fits an `i64` of minor units.
pub const MAX_EXPONENT: u8 = 12;
const CODE_BYTES: usize = 10;

/// The code of a currency: 2 to 10 upper-case letters or digits, the first a letter.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CurrencyCode([u8; CODE_BYTES]);

impl CurrencyCode {
    /// The code as text.
    pub fn as_str(&self) -> &str {
        let end = self.0.iter().position(|&b| b == 0).unwrap_or(CODE_BYTES);
        std::str::from_utf8(&self.0[..end]).unwrap_or("?")
    }
}

/// Why a text is no currency code.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a currency code")]
pub struct CurrencyCodeError(pub String);

impl FromStr for CurrencyCode {
    type Err = CurrencyCodeError;

    /// Reads a code; lower case is accepted.
    fn from_str(text: &str) -> Result<Self, CurrencyCodeError> {
        let fits = (2..=CODE_BYTES).contains(&text.len())
            && text.starts_with(|c: char| c.is_ascii_alphabetic())
            && text.bytes().all(|b| b.is_ascii_alphanumeric());
        if !fits {
            return Err(CurrencyCodeError(text.chars().take(40).collect()));
        }
        let mut code = [0; CODE_BYTES];
        for (to, from) in code.iter_mut().zip(text.bytes()) {
            *to = from.to_ascii_uppercase();
        }
        Ok(Self(code))
    }
}

impl fmt::Display for CurrencyCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for CurrencyCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for CurrencyCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for CurrencyCode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// A currency: its code and the exponent of its minor unit (2 means hundredths).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Currency {
    /// The code, as in ISO 4217 or as the user named it.
    pub code: CurrencyCode,
    /// Decimal digits of the minor unit, at most [`MAX_EXPONENT`].
    pub exponent: u8,
}

/// A currency that a ledger uses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LedgerCurrency {
    /// Its identifier.
    pub id: CurrencyId,
    /// Its code and exponent.
    #[serde(flatten)]
    pub currency: Currency,
    /// What people write for it, `$` for CLP.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub symbol: Option<String>,
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.code.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("CLP", 0)]
    #[case("usd", 2)]
    #[case("KWD", 3)]
    #[case("CLF", 4)]
    #[case("BTC", 8)]
    #[case("UYW", 4)]
    fn exponents_are_those_of_iso_4217(#[case] code: &str, #[case] exponent: u8) {
        let currency = iso_currency(code.parse().unwrap()).unwrap();
        assert_eq!(currency.exponent, exponent);
    }

    #[rstest]
    #[case("")]
    #[case("$")]
    #[case("U")]
    #[case("1AB")]
    #[case("TOOLONGCODE")]
    #[case("PÉS")]
    fn odd_codes_are_refused(#[case] text: &str) {
        assert!(text.parse::<CurrencyCode>().is_err());
    }
}
