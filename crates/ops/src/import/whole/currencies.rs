//! What a commodity of a book is here: a currency of the ledger, a built-in one, or a new one.
//!
//! What a person says wins, then what was decided for the same commodity before, then the symbol or
//! code itself. A commodity that is no ISO currency gets the digits that its amounts need.

use std::collections::HashSet;

use domain::currency::{MAX_EXPONENT, iso_currency};
use domain::{Currency, CurrencyCode};
use formats::book::foreign::{ForeignBook, ForeignCommodity};
use store::{StoreError, View, Writer};

use super::plan::Plan;
use super::{BookCurrency, BookImport};
use crate::book::main_currency;
use crate::currency_lookup;

/// Signs that people write for currencies, beside those of the ledger's own.
const SIGNS: [(&str, &str); 16] = [
    ("$", "USD"),
    ("US$", "USD"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("¥", "JPY"),
    ("₿", "BTC"),
    ("R$", "BRL"),
    ("C$", "CAD"),
    ("A$", "AUD"),
    ("UF", "CLF"),
    ("CLP$", "CLP"),
    ("₹", "INR"),
    ("₩", "KRW"),
    ("₽", "RUB"),
    ("zł", "PLN"),
    ("S/", "PEN"),
];

/// The longest code.
const LONGEST: usize = 10;

fn memory(name: &str) -> String {
    format!("book-commodity:{name}")
}

/// The currency of each commodity, in the book's order.
pub(super) fn decide(
    view: View<'_>,
    book: &ForeignBook,
    request: &BookImport,
) -> Result<Vec<Currency>, StoreError> {
    let mut taken: HashSet<CurrencyCode> = HashSet::new();
    let mut decided = Vec::with_capacity(book.commodities.len());
    for commodity in &book.commodities {
        let currency = one(view, commodity, request, &taken)?;
        taken.insert(currency.code);
        decided.push(currency);
    }
    Ok(decided)
}

fn one(
    view: View<'_>,
    commodity: &ForeignCommodity,
    request: &BookImport,
    taken: &HashSet<CurrencyCode>,
) -> Result<Currency, StoreError> {
    let name = commodity.name.as_str();
    let with_code = |code: CurrencyCode| {
        let new = Currency {
            code,
            exponent: commodity.digits.min(MAX_EXPONENT),
        };
        currency_lookup::known(view, code).unwrap_or(new)
    };
    let said = request.currencies.iter().rev();
    let mut said = said.filter(|choice| choice.in_book.as_deref().unwrap_or_default() == name);
    if let Some(choice) = said.next() {
        return Ok(with_code(choice.code));
    }
    let main = main_currency(view)?;
    if name.is_empty() {
        return Ok(main);
    }
    let remembered = view.remembered(&memory(name))?;
    if let Some(code) = remembered.and_then(|code| code.parse().ok())
        && let Some(currency) = view.currency(code)
    {
        return Ok(currency);
    }
    if let Some(currency) = by_sign(view, commodity, main)? {
        return Ok(currency);
    }
    Ok(match name.parse::<CurrencyCode>() {
        Ok(code) => with_code(code),
        Err(_) => with_code(made_up(name, taken, main.code)),
    })
}

/// By its sign: the main currency's, when the amounts fit it; another of the ledger's; a usual one.
fn by_sign(
    view: View<'_>,
    commodity: &ForeignCommodity,
    main: Currency,
) -> Result<Option<Currency>, StoreError> {
    let name = commodity.name.as_str();
    let entries = view.currencies()?;
    let has_sign = |code: CurrencyCode| {
        let entry = entries.iter().find(|entry| entry.currency.code == code);
        entry.and_then(|entry| entry.symbol.as_deref()) == Some(name)
    };
    if has_sign(main.code) && commodity.digits <= main.exponent {
        return Ok(Some(main));
    }
    let usual = SIGNS.iter().find(|(sign, _)| *sign == name);
    let usual = usual.and_then(|(_, code)| iso_currency(code.parse().ok()?));
    if usual.is_some() {
        return Ok(usual);
    }
    let other = entries
        .iter()
        .find(|entry| entry.symbol.as_deref() == Some(name));
    Ok(other.map(|entry| entry.currency))
}

/// A code for a name that is none: its letters and digits, told apart from the others by a number.
fn made_up(name: &str, taken: &HashSet<CurrencyCode>, main: CurrencyCode) -> CurrencyCode {
    let letters = name.chars().filter(char::is_ascii_alphanumeric);
    let mut stem: String = letters
        .map(|c| c.to_ascii_uppercase())
        .take(LONGEST)
        .collect();
    if !stem.starts_with(|c: char| c.is_ascii_alphabetic()) || stem.len() < 2 {
        stem.insert(0, 'X');
        stem.truncate(LONGEST);
    }
    if stem.len() < 2 {
        stem.push('X');
    }
    let free = (1..).find_map(|number: u32| {
        let end = if number == 1 {
            String::new()
        } else {
            number.to_string()
        };
        let head = stem.get(..stem.len().min(LONGEST - end.len()))?;
        let code: CurrencyCode = format!("{head}{end}").parse().ok()?;
        (!taken.contains(&code)).then_some(code)
    });
    free.unwrap_or(main)
}

/// Makes the currencies known to the ledger, and remembers which is which.
pub(super) fn write(
    writer: &mut Writer<'_>,
    book: &ForeignBook,
    decided: &[Currency],
) -> Result<(), StoreError> {
    for (commodity, currency) in book.commodities.iter().zip(decided) {
        currency_lookup::ensure(writer, *currency)?;
        if !commodity.name.is_empty() && commodity.name != currency.code.as_str() {
            writer.remember(&memory(&commodity.name), currency.code.as_str())?;
        }
    }
    Ok(())
}

/// For the report.
pub(super) fn report(book: &ForeignBook, decided: &[Currency]) -> Vec<BookCurrency> {
    let both = book.commodities.iter().zip(decided).zip(0..);
    // Factors of automated transactions are amounts of nothing.
    let said = both.filter(|((one, _), at)| !one.name.is_empty() || Plan::uses(book, *at));
    said.map(|((commodity, currency), _)| BookCurrency {
        in_book: commodity.name.clone(),
        currency: *currency,
    })
    .collect()
}
