//! The built-in currencies: ISO 4217 (list one, published 2025) with its minor units, and BTC,
//! ETH, gold and silver by the ounce, which ISO leaves without one.

use super::{Currency, CurrencyCode};

/// Code, exponent and symbol, sorted by code.
const CURRENCIES: &[(&str, u8, &str)] = &[
    ("AED", 2, "د.إ"),
    ("AFN", 2, "؋"),
    ("ALL", 2, "L"),
    ("AMD", 2, "֏"),
    ("ANG", 2, "ƒ"),
    ("AOA", 2, "Kz"),
    ("ARS", 2, "$"),
    ("AUD", 2, "A$"),
    ("AWG", 2, "ƒ"),
    ("AZN", 2, "₼"),
    ("BAM", 2, "KM"),
    ("BBD", 2, "Bds$"),
    ("BDT", 2, "৳"),
    ("BGN", 2, "лв"),
    ("BHD", 3, "BD"),
    ("BIF", 0, "FBu"),
    ("BMD", 2, "BD$"),
    ("BND", 2, "B$"),
    ("BOB", 2, "Bs"),
    ("BOV", 2, "BOV"),
    ("BRL", 2, "R$"),
    ("BSD", 2, "B$"),
    ("BTC", 8, "₿"),
    ("BTN", 2, "Nu."),
    ("BWP", 2, "P"),
    ("BYN", 2, "Br"),
    ("BZD", 2, "BZ$"),
    ("CAD", 2, "C$"),
    ("CDF", 2, "FC"),
    ("CHE", 2, "CHE"),
    ("CHF", 2, "CHF"),
    ("CHW", 2, "CHW"),
    ("CLF", 4, "UF"),
    ("CLP", 0, "$"),
    ("CNY", 2, "¥"),
    ("COP", 2, "$"),
    ("COU", 2, "COU"),
    ("CRC", 2, "₡"),
    ("CUP", 2, "$"),
    ("CVE", 2, "Esc"),
    ("CZK", 2, "Kč"),
    ("DJF", 0, "Fdj"),
    ("DKK", 2, "kr"),
    ("DOP", 2, "RD$"),
    ("DZD", 2, "DA"),
    ("EGP", 2, "E£"),
    ("ERN", 2, "Nfk"),
    ("ETB", 2, "Br"),
    ("ETH", 8, "Ξ"),
    ("EUR", 2, "€"),
    ("FJD", 2, "FJ$"),
    ("FKP", 2, "£"),
    ("GBP", 2, "£"),
    ("GEL", 2, "₾"),
    ("GHS", 2, "₵"),
    ("GIP", 2, "£"),
    ("GMD", 2, "D"),
    ("GNF", 0, "FG"),
    ("GTQ", 2, "Q"),
    ("GYD", 2, "G$"),
    ("HKD", 2, "HK$"),
    ("HNL", 2, "L"),
    ("HTG", 2, "G"),
    ("HUF", 2, "Ft"),
    ("IDR", 2, "Rp"),
    ("ILS", 2, "₪"),
    ("INR", 2, "₹"),
    ("IQD", 3, "ID"),
    ("IRR", 2, "﷼"),
    ("ISK", 0, "kr"),
    ("JMD", 2, "J$"),
    ("JOD", 3, "JD"),
    ("JPY", 0, "¥"),
    ("KES", 2, "KSh"),
    ("KGS", 2, "som"),
    ("KHR", 2, "៛"),
    ("KMF", 0, "CF"),
    ("KPW", 2, "₩"),
    ("KRW", 0, "₩"),
    ("KWD", 3, "KD"),
    ("KYD", 2, "CI$"),
    ("KZT", 2, "₸"),
    ("LAK", 2, "₭"),
    ("LBP", 2, "LL"),
    ("LKR", 2, "Rs"),
    ("LRD", 2, "L$"),
    ("LSL", 2, "M"),
    ("LYD", 3, "LD"),
    ("MAD", 2, "DH"),
    ("MDL", 2, "L"),
    ("MGA", 2, "Ar"),
    ("MKD", 2, "den"),
    ("MMK", 2, "K"),
    ("MNT", 2, "₮"),
    ("MOP", 2, "MOP$"),
    ("MRU", 2, "UM"),
    ("MUR", 2, "Rs"),
    ("MVR", 2, "Rf"),
    ("MWK", 2, "MK"),
    ("MXN", 2, "$"),
    ("MXV", 2, "UDI"),
    ("MYR", 2, "RM"),
    ("MZN", 2, "MT"),
    ("NAD", 2, "N$"),
    ("NGN", 2, "₦"),
    ("NIO", 2, "C$"),
    ("NOK", 2, "kr"),
    ("NPR", 2, "Rs"),
    ("NZD", 2, "NZ$"),
    ("OMR", 3, "RO"),
    ("PAB", 2, "B/."),
    ("PEN", 2, "S/"),
    ("PGK", 2, "K"),
    ("PHP", 2, "₱"),
    ("PKR", 2, "Rs"),
    ("PLN", 2, "zł"),
    ("PYG", 0, "₲"),
    ("QAR", 2, "QR"),
    ("RON", 2, "lei"),
    ("RSD", 2, "din"),
    ("RUB", 2, "₽"),
    ("RWF", 0, "FRw"),
    ("SAR", 2, "SR"),
    ("SBD", 2, "SI$"),
    ("SCR", 2, "SR"),
    ("SDG", 2, "SDG"),
    ("SEK", 2, "kr"),
    ("SGD", 2, "S$"),
    ("SHP", 2, "£"),
    ("SLE", 2, "Le"),
    ("SOS", 2, "Sh"),
    ("SRD", 2, "Sr$"),
    ("SSP", 2, "SSP"),
    ("STN", 2, "Db"),
    ("SVC", 2, "₡"),
    ("SYP", 2, "LS"),
    ("SZL", 2, "E"),
    ("THB", 2, "฿"),
    ("TJS", 2, "SM"),
    ("TMT", 2, "m"),
    ("TND", 3, "DT"),
    ("TOP", 2, "T$"),
    ("TRY", 2, "₺"),
    ("TTD", 2, "TT$"),
    ("TWD", 2, "NT$"),
    ("TZS", 2, "TSh"),
    ("UAH", 2, "₴"),
    ("UGX", 0, "USh"),
    ("USD", 2, "$"),
    ("USN", 2, "USN"),
    ("UYI", 0, "UYI"),
    ("UYU", 2, "$U"),
    ("UYW", 4, "UYW"),
    ("UZS", 2, "soʻm"),
    ("VED", 2, "Bs.D"),
    ("VES", 2, "Bs"),
    ("VND", 0, "₫"),
    ("VUV", 0, "VT"),
    ("WST", 2, "WS$"),
    ("XAF", 0, "FCFA"),
    ("XAG", 4, "XAG"),
    ("XAU", 4, "XAU"),
    ("XCD", 2, "EC$"),
    ("XCG", 2, "Cg"),
    ("XOF", 0, "F CFA"),
    ("XPF", 0, "F"),
    ("YER", 2, "YR"),
    ("ZAR", 2, "R"),
    ("ZMW", 2, "ZK"),
    ("ZWG", 2, "ZiG"),
];

fn row(code: CurrencyCode) -> Option<&'static (&'static str, u8, &'static str)> {
    let found = CURRENCIES
        .binary_search_by_key(&code.as_str(), |(c, _, _)| c)
        .ok()?;
    CURRENCIES.get(found)
}

/// The built-in currency with this code.
pub fn iso_currency(code: CurrencyCode) -> Option<Currency> {
    row(code).map(|&(_, exponent, _)| Currency { code, exponent })
}

/// The symbol people write for a built-in currency (`$` for CLP).
pub fn iso_symbol(code: CurrencyCode) -> Option<&'static str> {
    row(code).map(|&(_, _, symbol)| symbol)
}

/// All built-in currencies, by code.
pub fn iso_currencies() -> impl Iterator<Item = Currency> {
    CURRENCIES.iter().filter_map(|(code, exponent, _)| {
        Some(Currency {
            code: code.parse().ok()?,
            exponent: *exponent,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted_and_each_code_is_valid() {
        assert!(CURRENCIES.is_sorted_by(|a, b| a.0 < b.0));
        assert_eq!(iso_currencies().count(), CURRENCIES.len());
    }
}
