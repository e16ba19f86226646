//! The parts into which a rule splits a row: a share of it, or an amount.

use std::fmt;
use std::str::FromStr;

use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::id::{AccountId, Id, IdPrefix};
use crate::money::Money;

/// A part of a row that goes to another category. Written as `ID=30%` or `ID=1500`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RuleSplit {
    /// The category.
    pub category: AccountId,
    /// How much.
    pub share: Share,
}

/// How much of a row a part is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Share {
    /// So many hundredths of it: more than 0, at most 100.
    Percent(Decimal),
    /// So much, in the currency of the row, without a sign.
    Amount(Decimal),
}

/// Why a text is no part.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no part of a row")]
pub struct RuleSplitError(pub String);

impl Share {
    /// The part of a row; none when the row is too small for it. Percentages are rounded half to
    /// even, to the digits of the currency.
    pub fn of(self, whole: Money) -> Option<Money> {
        let size = match self {
            Self::Percent(percent) => {
                let exact = whole.to_decimal().abs().checked_mul(percent)? / Decimal::ONE_HUNDRED;
                let digits = u32::from(whole.currency.exponent);
                exact.round_dp_with_strategy(digits, RoundingStrategy::MidpointNearestEven)
            }
            Self::Amount(amount) => amount,
        };
        let sign = if whole.minor < 0 {
            -Decimal::ONE
        } else {
            Decimal::ONE
        };
        let part = Money::from_decimal(size * sign, whole.currency).ok()?;
        (part.minor != 0 && part.minor.unsigned_abs() <= whole.minor.unsigned_abs()).then_some(part)
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Percent(percent) => write!(f, "{percent}%"),
            Self::Amount(amount) => write!(f, "{amount}"),
        }
    }
}

impl FromStr for Share {
    type Err = RuleSplitError;

    fn from_str(text: &str) -> Result<Self, RuleSplitError> {
        let wrong = || RuleSplitError(text.chars().take(60).collect());
        let number = |text: &str| text.trim().parse::<Decimal>().map_err(|_| wrong());
        let share = match text.trim().strip_suffix('%') {
            Some(percent) => Self::Percent(number(percent)?),
            None => Self::Amount(number(text)?),
        };
        let sound = match share {
            Self::Percent(percent) => percent > Decimal::ZERO && percent <= Decimal::ONE_HUNDRED,
            Self::Amount(amount) => amount > Decimal::ZERO,
        };
        sound.then_some(share).ok_or_else(wrong)
    }
}

impl fmt::Display for RuleSplit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}={}", self.category, self.share)
    }
}

impl FromStr for RuleSplit {
    type Err = RuleSplitError;

    fn from_str(text: &str) -> Result<Self, RuleSplitError> {
        let wrong = || RuleSplitError(text.chars().take(60).collect());
        let (id, share) = text.split_once('=').ok_or_else(wrong)?;
        let prefix: IdPrefix = id.parse().map_err(|_| wrong())?;
        let category = Id::new(prefix.slot, prefix.first).ok_or_else(wrong)?;
        Ok(Self {
            category: AccountId(category),
            share: share.parse()?,
        })
    }
}

impl Serialize for RuleSplit {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for RuleSplit {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::currency::iso_currency;
    use rstest::rstest;

    #[rstest]
    #[case("30%", -10_000, Some(-3000))]
    #[case("33.3%", 100, Some(33))]
    #[case("50%", 25, Some(12))]
    #[case("1500", -10_000, Some(-1500))]
    #[case("1500", -1000, None)]
    #[case("1%", 10, None)]
    fn a_share_of_a_row(#[case] share: &str, #[case] whole: i64, #[case] part: Option<i64>) {
        let pesos = iso_currency("CLP".parse().unwrap()).unwrap();
        let share: Share = share.parse().unwrap();
        let found = share.of(Money::new(whole, pesos));
        assert_eq!(found.map(|money| money.minor), part);
        let split = RuleSplit {
            category: AccountId::from_raw(7),
            share,
        };
        assert_eq!(split.to_string().parse::<RuleSplit>().unwrap(), split);
    }

    #[rstest]
    #[case("0%")]
    #[case("101%")]
    #[case("-5")]
    #[case("")]
    fn what_is_no_share(#[case] text: &str) {
        text.parse::<Share>().unwrap_err();
    }
}
