//! Converting amounts: the latest price of a pair on or before a day, either way around, else by
//! way of one currency that has prices with both (the ledger's main one is tried first).
//!
//! Nothing is rounded here; sheets round once, at the end.

use std::cell::RefCell;
use std::collections::HashMap;

use chrono::NaiveDate;
use domain::{Currency, CurrencyCode, Decimal};
use store::{StoreError, View};

use super::ReportError;

/// A factor and a divisor: an inverse price divides, which is exact where a reciprocal is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Rate {
    multiply: Decimal,
    divide: Decimal,
}

impl Rate {
    /// The value in the other currency.
    pub(super) fn apply(self, value: Decimal) -> Result<Decimal, ReportError> {
        value
            .checked_mul(self.multiply)
            .and_then(|product| product.checked_div(self.divide))
            .ok_or(ReportError::Overflow)
    }

    fn then(self, next: Self) -> Option<Self> {
        Some(Self {
            multiply: self.multiply.checked_mul(next.multiply)?,
            divide: self.divide.checked_mul(next.divide)?,
        })
    }
}

/// Finds rates into one currency, each only once.
pub(super) struct Exchange<'v> {
    view: View<'v>,
    target: Currency,
    hubs: Vec<CurrencyCode>,
    known: RefCell<HashMap<(CurrencyCode, NaiveDate), Option<Rate>>>,
}

impl<'v> Exchange<'v> {
    pub(super) fn into(
        view: View<'v>,
        target: Currency,
        main: Currency,
    ) -> Result<Self, StoreError> {
        let mut hubs = vec![main.code];
        hubs.extend(view.currencies()?.iter().map(|known| known.currency.code));
        Ok(Self {
            view,
            target,
            hubs,
            known: RefCell::default(),
        })
    }

    /// The rate from a currency on a day, if prices tell one.
    pub(super) fn rate(
        &self,
        from: CurrencyCode,
        day: NaiveDate,
    ) -> Result<Option<Rate>, StoreError> {
        if let Some(known) = self.known.borrow().get(&(from, day)) {
            return Ok(*known);
        }
        let found = self.find(from, day)?;
        self.known.borrow_mut().insert((from, day), found);
        Ok(found)
    }

    fn find(&self, from: CurrencyCode, day: NaiveDate) -> Result<Option<Rate>, StoreError> {
        if let Some(direct) = self.pair(from, self.target.code, day)? {
            return Ok(Some(direct));
        }
        for &hub in &self.hubs {
            if hub == from || hub == self.target.code {
                continue;
            }
            let Some(first) = self.pair(from, hub, day)? else {
                continue;
            };
            if let Some(second) = self.pair(hub, self.target.code, day)? {
                return Ok(first.then(second));
            }
        }
        Ok(None)
    }

    /// The newer of the prices of a pair and of the inverse pair.
    fn pair(
        &self,
        from: CurrencyCode,
        to: CurrencyCode,
        day: NaiveDate,
    ) -> Result<Option<Rate>, StoreError> {
        let direct = self.view.price(from, to, day)?;
        let inverse = self.view.price(to, from, day)?;
        Ok(match (direct, inverse) {
            (Some(direct), Some(inverse)) if inverse.date > direct.date => {
                Some(divided_by(inverse.rate))
            }
            (Some(direct), _) => Some(Rate {
                multiply: direct.rate,
                divide: Decimal::ONE,
            }),
            (None, Some(inverse)) => Some(divided_by(inverse.rate)),
            (None, None) => None,
        })
    }
}

fn divided_by(rate: Decimal) -> Rate {
    Rate {
        multiply: Decimal::ONE,
        divide: rate,
    }
}
