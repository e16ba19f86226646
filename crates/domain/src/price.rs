//! Prices: what one unit of a currency was worth in another on a day (the UF in pesos, say).

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::currency::CurrencyCode;
use crate::id::PriceId;

/// One unit of `base` was worth `rate` of `quote` on `date`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Price {
    /// Its identifier.
    pub id: PriceId,
    /// The day.
    pub date: NaiveDate,
    /// What is priced.
    pub base: CurrencyCode,
    /// The currency of the price.
    pub quote: CurrencyCode,
    /// Units of `quote` for one unit of `base`; greater than zero.
    pub rate: Decimal,
}
