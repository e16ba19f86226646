//! The prices of a book; the last one of a day counts, and what the ledger has stays.

use std::collections::HashMap;

use domain::id::PriceId;
use domain::{CurrencyCode, NaiveDate, Price};
use formats::book::foreign::{ForeignBook, ForeignPrice, Uncarried, Why};
use store::{StoreError, View};

use super::plan::Plan;

/// The prices that are new; of the others, those that say something else are noted.
pub(super) fn new(
    view: View<'_>,
    book: &ForeignBook,
    plan: &Plan,
    uncarried: &mut Vec<Uncarried>,
) -> Result<Vec<Price>, StoreError> {
    let mut last: HashMap<(CurrencyCode, CurrencyCode, NaiveDate), &ForeignPrice> = HashMap::new();
    let key = |price: &ForeignPrice| {
        let (base, quote) = (plan.currency(price.base), plan.currency(price.quote));
        (base.code, quote.code, price.date)
    };
    for price in &book.prices {
        last.insert(key(price), price);
    }
    let mut new = Vec::new();
    for price in &book.prices {
        let (base, quote, date) = key(price);
        // Each day once, in the order of the file.
        let Some(price) = last.remove(&(base, quote, date)) else {
            continue;
        };
        let rate = price.rate.normalize();
        let known = view
            .price(base, quote, date)?
            .filter(|known| known.date == date);
        let why = match known {
            _ if base == quote => Why::Price,
            Some(known) if known.rate != rate => Why::PriceKnown,
            Some(_) => continue,
            None => {
                new.push(Price {
                    id: PriceId::from_raw(0),
                    date,
                    base,
                    quote,
                    rate,
                });
                continue;
            }
        };
        uncarried.push(Uncarried {
            place: price.place.clone(),
            what: format!("{date} {base} {rate} {quote}"),
            why,
        });
    }
    Ok(new)
}
