//! The currency behind a code: the ledger's own, else the built-in one, added when first used.

use domain::currency::{iso_currency, iso_symbol};
use domain::id::CurrencyId;
use domain::{Currency, CurrencyCode, LedgerCurrency};
use store::{StoreError, View, Writer};

/// The currency that a code means in this ledger.
pub(crate) fn known(view: View<'_>, code: CurrencyCode) -> Option<Currency> {
    view.currency(code).or_else(|| iso_currency(code))
}

/// Makes sure that the ledger has the currency.
pub(crate) fn ensure(writer: &mut Writer<'_>, currency: Currency) -> Result<(), StoreError> {
    if writer.view().currency(currency.code).is_some() {
        return Ok(());
    }
    let id = CurrencyId(writer.next_id()?);
    let symbol = iso_symbol(currency.code).map(str::to_owned);
    writer.create(&LedgerCurrency {
        id,
        currency,
        symbol,
    })
}
