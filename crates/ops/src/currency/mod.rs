//! Currencies and prices.

mod price;

use domain::currency::{Currency, CurrencyCode, MAX_EXPONENT, iso_currency, iso_symbol};
use domain::id::CurrencyId;
use domain::{Decimal, LedgerCurrency, NaiveDate};
use store::{StoreError, Verb};

use crate::book::CURRENCY;
use crate::{Book, LookupError};

pub use price::{AddPrice, EditPrice, PriceAdded};

/// Why a currency or price was refused. Nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum CurrencyError {
    /// The ledger has it.
    #[error("the ledger has the currency {0} already")]
    Exists(CurrencyCode),
    /// The ledger doesn't have it.
    #[error("the ledger has no currency {0}")]
    Unknown(CurrencyCode),
    /// It isn't built in: how many digits has it?
    #[error("{0} is not built in: how many decimal digits has it?")]
    ExponentMissing(CurrencyCode),
    /// A built-in currency has its own number of digits.
    #[error("{code} has {exponent} decimal digits")]
    ExponentFixed {
        /// The currency.
        code: CurrencyCode,
        /// Its digits.
        exponent: u8,
    },
    /// Too many digits.
    #[error("a currency has at most {MAX_EXPONENT} decimal digits")]
    Exponent,
    /// Accounts, postings or goals use it.
    #[error("the currency {0} is in use")]
    InUse(CurrencyCode),
    /// A rate of zero or less.
    #[error("a price is more than zero, not {0}")]
    Rate(Decimal),
    /// A currency priced in itself.
    #[error("a price is in another currency than what it prices")]
    SameCurrency,
    /// There is no such price.
    #[error("there is no price of {base} in {quote} on {date}")]
    NoPrice {
        /// What is priced.
        base: CurrencyCode,
        /// In which currency.
        quote: CurrencyCode,
        /// On which day.
        date: NaiveDate,
    },
    /// The rate can't be read.
    #[error(transparent)]
    Amount(#[from] domain::amount::AmountError),
    /// Something was not found.
    #[error(transparent)]
    Lookup(#[from] LookupError),
    /// The ledger could not be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Book {
    /// Adds a currency: a built-in one, or one of one's own with its number of decimal digits.
    pub fn add_currency(
        &mut self,
        code: CurrencyCode,
        exponent: Option<u8>,
        symbol: Option<String>,
    ) -> Result<LedgerCurrency, CurrencyError> {
        self.write(Verb::Currency, |writer| {
            if writer.view().currency(code).is_some() {
                return Err(CurrencyError::Exists(code));
            }
            let currency = match (iso_currency(code), exponent) {
                (Some(iso), Some(exponent)) if iso.exponent != exponent => {
                    return Err(CurrencyError::ExponentFixed {
                        code,
                        exponent: iso.exponent,
                    });
                }
                (Some(iso), _) => iso,
                (None, Some(exponent)) if exponent > MAX_EXPONENT => {
                    return Err(CurrencyError::Exponent);
                }
                (None, Some(exponent)) => Currency { code, exponent },
                (None, None) => return Err(CurrencyError::ExponentMissing(code)),
            };
            let symbol = symbol.or_else(|| iso_symbol(code).map(str::to_owned));
            let entry = LedgerCurrency {
                id: CurrencyId(writer.next_id()?),
                currency,
                symbol,
            };
            writer.create(&entry)?;
            Ok(entry)
        })
    }

    /// Changes what is written for a currency; an empty symbol takes it away.
    pub fn edit_currency(
        &mut self,
        code: CurrencyCode,
        symbol: &str,
    ) -> Result<LedgerCurrency, CurrencyError> {
        self.write(Verb::Currency, |writer| {
            let before = find(writer.view().currencies()?, code)?;
            let symbol = Some(symbol.trim().to_owned()).filter(|symbol| !symbol.is_empty());
            let after = LedgerCurrency {
                symbol,
                ..before.clone()
            };
            writer.update(&before, &after)?;
            Ok(after)
        })
    }

    /// Makes a currency of the ledger its main one: that of new accounts and of reports. How the
    /// ledger is used is not part of its history, so there is nothing to undo.
    pub fn set_main_currency(
        &mut self,
        code: CurrencyCode,
    ) -> Result<LedgerCurrency, CurrencyError> {
        self.write(Verb::Currency, |writer| {
            let entry = find(writer.view().currencies()?, code)?;
            writer.remember(CURRENCY, code.as_str())?;
            Ok(entry)
        })
    }

    /// Takes a currency away that nothing uses.
    pub fn remove_currency(&mut self, code: CurrencyCode) -> Result<LedgerCurrency, CurrencyError> {
        let main = self.currency()?;
        self.write(Verb::Currency, |writer| {
            let entry = find(writer.view().currencies()?, code)?;
            let in_use = main.code == code || writer.view().uses_currency(entry.id)?;
            if in_use {
                return Err(CurrencyError::InUse(code));
            }
            writer.delete(&entry)?;
            Ok(entry)
        })
    }
}

fn find(known: Vec<LedgerCurrency>, code: CurrencyCode) -> Result<LedgerCurrency, CurrencyError> {
    known
        .into_iter()
        .find(|c| c.currency.code == code)
        .ok_or(CurrencyError::Unknown(code))
}
