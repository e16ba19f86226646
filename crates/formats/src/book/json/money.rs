//! Money as the command line prints it: `{"amount":"-12.50","currency":"USD"}`.

use domain::money::MoneyTextError;
use domain::{CurrencyCode, Money};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// An amount as a decimal string with exactly the currency's digits, and the currency's code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MoneyShape {
    amount: String,
    currency: CurrencyCode,
}

impl From<Money> for MoneyShape {
    fn from(money: Money) -> Self {
        Self {
            amount: money.digits(),
            currency: money.currency.code,
        }
    }
}

impl TryFrom<MoneyShape> for Money {
    type Error = MoneyTextError;

    fn try_from(shape: MoneyShape) -> Result<Self, MoneyTextError> {
        join(&shape.amount, shape.currency)
    }
}

/// Puts an amount together; its digits after the point give the exponent.
pub(super) fn join(amount: &str, currency: CurrencyCode) -> Result<Money, MoneyTextError> {
    format!("{amount} {currency}").parse()
}

pub(super) fn serialize<S: Serializer>(money: &Money, serializer: S) -> Result<S::Ok, S::Error> {
    MoneyShape::from(*money).serialize(serializer)
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Money, D::Error> {
    MoneyShape::deserialize(deserializer)?
        .try_into()
        .map_err(serde::de::Error::custom)
}
