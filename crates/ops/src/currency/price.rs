//! Prices: the UF in pesos, the dollar in pesos.

use chrono::NaiveDate;
use domain::amount::parse_rate;
use domain::id::PriceId;
use domain::{CurrencyCode, Decimal, Price};
use store::{StoreError, Verb, Writer};

use super::CurrencyError;
use crate::{Book, currency_lookup};

/// A price as typed.
#[derive(Clone, Debug)]
pub struct AddPrice {
    /// What is priced.
    pub base: CurrencyCode,
    /// Units of `quote` for one unit of `base`.
    pub rate: String,
    /// The currency of the price.
    pub quote: CurrencyCode,
    /// The day; today when not given.
    pub date: Option<NaiveDate>,
}

/// What to change of a price; what is `None` stays.
#[derive(Clone, Debug, Default)]
pub struct EditPrice {
    /// The new rate as typed.
    pub rate: Option<String>,
    /// The new day; a price that is there already gives way.
    pub date: Option<NaiveDate>,
}

/// A price was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PriceAdded {
    /// The price.
    pub price: Price,
    /// The rate that it replaced on the same day.
    pub replaced: Option<Decimal>,
}

impl Book {
    /// Saves a price; one of the same pair and day is replaced.
    pub fn add_price(&mut self, request: &AddPrice) -> Result<PriceAdded, CurrencyError> {
        let date = request.date.unwrap_or(self.today());
        let rate = parse_rate(&request.rate)?;
        if rate <= Decimal::ZERO {
            return Err(CurrencyError::Rate(rate));
        }
        if request.base == request.quote {
            return Err(CurrencyError::SameCurrency);
        }
        self.write(Verb::Price, |writer| {
            for code in [request.base, request.quote] {
                let known = currency_lookup::known(writer.view(), code);
                currency_lookup::ensure(writer, known.ok_or(CurrencyError::Unknown(code))?)?;
            }
            let known = writer.view().price(request.base, request.quote, date)?;
            if let Some(before) = known.filter(|price| price.date == date) {
                let price = Price {
                    rate,
                    ..before.clone()
                };
                writer.update(&before, &price)?;
                return Ok(PriceAdded {
                    price,
                    replaced: Some(before.rate),
                });
            }
            let id = PriceId(writer.next_id()?);
            let price = Price {
                id,
                date,
                base: request.base,
                quote: request.quote,
                rate,
            };
            writer.create(&price)?;
            Ok(PriceAdded {
                price,
                replaced: None,
            })
        })
    }

    /// Changes the rate of a price, or moves it to another day.
    pub fn edit_price(
        &mut self,
        base: CurrencyCode,
        quote: CurrencyCode,
        date: NaiveDate,
        edit: &EditPrice,
    ) -> Result<Price, CurrencyError> {
        let rate = edit.rate.as_deref().map(parse_rate).transpose()?;
        if let Some(rate) = rate.filter(|rate| *rate <= Decimal::ZERO) {
            return Err(CurrencyError::Rate(rate));
        }
        self.write(Verb::Price, |writer| {
            let on = |writer: &Writer<'_>, day: NaiveDate| -> Result<Option<Price>, StoreError> {
                Ok(writer
                    .view()
                    .price(base, quote, day)?
                    .filter(|price| price.date == day))
            };
            let missing = CurrencyError::NoPrice { base, quote, date };
            let before = on(writer, date)?.ok_or(missing)?;
            let moved = edit.date.unwrap_or(date);
            if moved != date
                && let Some(replaced) = on(writer, moved)?
            {
                writer.delete(&replaced)?;
            }
            let after = Price {
                rate: rate.unwrap_or(before.rate),
                date: moved,
                ..before.clone()
            };
            writer.update(&before, &after)?;
            Ok(after)
        })
    }

    /// Deletes the price of a pair on a day.
    pub fn remove_price(
        &mut self,
        base: CurrencyCode,
        quote: CurrencyCode,
        date: NaiveDate,
    ) -> Result<Price, CurrencyError> {
        self.write(Verb::Price, |writer| {
            let known = writer.view().price(base, quote, date)?;
            let price = known
                .filter(|price| price.date == date)
                .ok_or(CurrencyError::NoPrice { base, quote, date })?;
            writer.delete(&price)?;
            Ok(price)
        })
    }
}
