//! What may stand before or behind the digits of an amount.

use domain::CurrencyCode;
use domain::currency::iso_currency;

/// The meaning of a sign or word beside an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Affix {
    Minus,
    Plus,
    /// A currency sign that several currencies share: `$`.
    Symbol,
    Currency(CurrencyCode),
}

/// Signs of one currency only.
#[rustfmt::skip]
const SYMBOLS: &[(&str, &str)] = &[
    ("€", "EUR"), ("£", "GBP"), ("zł", "PLN"), ("zl", "PLN"), ("Kč", "CZK"), ("Ft", "HUF"),
    ("R$", "BRL"), ("US$", "USD"), ("A$", "AUD"), ("C$", "CAD"), ("NZ$", "NZD"), ("HK$", "HKD"),
    ("S$", "SGD"), ("₹", "INR"), ("₺", "TRY"), ("₴", "UAH"), ("₪", "ILS"), ("Fr.", "CHF"),
    ("SFr.", "CHF"), ("S/", "PEN"), ("₱", "PHP"), ("₩", "KRW"), ("₿", "BTC"), ("UF", "CLF"),
    ("AU$", "AUD"), ("CA$", "CAD"), ("MX$", "MXN"), ("MEX$", "MXN"),
    ("TL", "TRY"), ("₽", "RUB"), ("руб", "RUB"), ("руб.", "RUB"), ("грн", "UAH"), ("грн.", "UAH"),
    ("₫", "VND"), ("฿", "THB"), ("원", "KRW"), ("円", "JPY"), ("Rp", "IDR"), ("Rp.", "IDR"),
    ("RM", "MYR"), ("лв", "BGN"), ("лв.", "BGN"), ("₸", "KZT"), ("₾", "GEL"), ("元", "CNY"),
];

/// Signs that say only that money is meant.
#[rustfmt::skip]
const SHARED: &[&str] = &[
    "$", "$US", "¥", "kr", "kr.", "Kr", "Kr.", "Rs", "Rs.", "M$", "¤", "\"", "'", ":-", "lei",
];

/// Reads one word beside an amount; `behind` it `DR` and `D` mean money out.
pub(super) fn affix(word: &str, behind: bool) -> Option<Affix> {
    match word {
        "-" | "\u{2212}" | "\u{2013}" => return Some(Affix::Minus),
        "+" => return Some(Affix::Plus),
        _ => {}
    }
    if behind {
        match word.to_ascii_uppercase().as_str() {
            "DR" | "DR." | "D" | "DB" | "S" => return Some(Affix::Minus),
            "CR" | "CR." | "C" | "H" => return Some(Affix::Plus),
            _ => {}
        }
    }
    if let Some((_, code)) = SYMBOLS.iter().find(|(symbol, _)| *symbol == word) {
        return code.parse().ok().map(Affix::Currency);
    }
    if SHARED.contains(&word) {
        return Some(Affix::Symbol);
    }
    currency_code(word).map(Affix::Currency)
}

/// A code of ISO 4217 in capitals: `EUR`, never `all` or `top`.
pub(in crate::import) fn currency_code(word: &str) -> Option<CurrencyCode> {
    if word.len() != 3 || !word.bytes().all(|b| b.is_ascii_uppercase()) {
        return None;
    }
    let code = word.parse().ok()?;
    iso_currency(code).map(|currency| currency.code)
}
