//! Money as people write it: `$12.500`, `-US$1,234.56`, `€1.234,56`, `0,00000001 ₿`.
//!
//! The language decides the marks (Spanish groups with points), the currency the decimals, always
//! all of them. The bare `$` belongs to the home currency, since six of the currencies that people
//! here use share it; the dollar of the United States becomes `US$`, any other shows its code.

use std::collections::HashMap;

use domain::currency::{CurrencyCode, iso_symbol};
use domain::{Decimal, LedgerCurrency, Money};

use crate::i18n::Language;

/// How a person wants money written.
#[derive(Clone, Debug)]
pub(crate) struct MoneyStyle {
    language: Language,
    home: Option<CurrencyCode>,
    symbols: HashMap<CurrencyCode, String>,
}

impl MoneyStyle {
    /// Built-in symbols; the bare `$` is that of `home`.
    pub(crate) fn new(language: Language, home: Option<CurrencyCode>) -> Self {
        Self {
            language,
            home,
            symbols: HashMap::new(),
        }
    }

    /// Uses the symbols that a ledger gives its currencies.
    #[must_use]
    pub(crate) fn with_symbols<'a>(
        mut self,
        known: impl IntoIterator<Item = &'a LedgerCurrency>,
    ) -> Self {
        for entry in known {
            if let Some(symbol) = &entry.symbol {
                self.symbols.insert(entry.currency.code, symbol.clone());
            }
        }
        self
    }

    /// Writes an amount with its currency.
    pub(crate) fn write(&self, money: Money) -> String {
        let sign = if money.minor < 0 { "-" } else { "" };
        let digits = self.unsigned(money);
        let code = money.currency.code;
        match self.symbol(code) {
            Some(symbol) if symbol.ends_with(char::is_alphabetic) => {
                format!("{sign}{symbol} {digits}")
            }
            Some(symbol) => format!("{sign}{symbol}{digits}"),
            None => format!("{sign}{digits} {code}"),
        }
    }

    fn symbol(&self, code: CurrencyCode) -> Option<&str> {
        let symbol = match self.symbols.get(&code) {
            Some(own) => own.as_str(),
            None => iso_symbol(code)?,
        };
        match symbol {
            "$" if self.home.is_none_or(|home| home == code) && code.as_str() != "USD" => Some("$"),
            "$" if self.home == Some(code) => Some("$"),
            "$" if code.as_str() == "USD" => Some("US$"),
            "$" => None,
            symbol => Some(symbol).filter(|s| *s != code.as_str() && reads_left_to_right(s)),
        }
    }

    /// Writes a number that has no currency, or none that is known.
    pub(crate) fn number(&self, number: Decimal) -> String {
        let sign = if number.is_sign_negative() { "-" } else { "" };
        format!("{sign}{}", self.grouped(&number.to_string()))
    }

    fn unsigned(&self, money: Money) -> String {
        self.grouped(&money.digits())
    }

    /// Plain digits with the language's marks, without a sign.
    fn grouped(&self, digits: &str) -> String {
        let (group, mark) = match self.language {
            Language::En => (',', '.'),
            Language::Es => ('.', ','),
        };
        let digits = digits.trim_start_matches('-');
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let mut written = String::with_capacity(digits.len() + whole.len() / 3);
        for (at, digit) in whole.char_indices() {
            if at > 0 && (whole.len() - at) % 3 == 0 {
                written.push(group);
            }
            written.push(digit);
        }
        if !fraction.is_empty() {
            written.push(mark);
            written.push_str(fraction);
        }
        written
    }
}

/// A symbol in Arabic or Hebrew letters would turn the digits around it.
fn reads_left_to_right(symbol: &str) -> bool {
    !symbol
        .chars()
        .any(|c| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("12500 CLP", "CLP", "$12,500", "$12.500")]
    #[case("-12500 CLP", "CLP", "-$12,500", "-$12.500")]
    #[case("1234.56 USD", "CLP", "US$1,234.56", "US$1.234,56")]
    #[case("1234.56 USD", "USD", "$1,234.56", "$1.234,56")]
    #[case("12500 CLP", "USD", "12,500 CLP", "12.500 CLP")]
    #[case("-1234.56 EUR", "CLP", "-€1,234.56", "-€1.234,56")]
    #[case("0.00000001 BTC", "CLP", "₿0.00000001", "₿0,00000001")]
    #[case("37856.1200 CLF", "CLP", "UF 37,856.1200", "UF 37.856,1200")]
    #[case("999 CLP", "CLP", "$999", "$999")]
    #[case("1000000.000 KWD", "CLP", "KD 1,000,000.000", "KD 1.000.000,000")]
    #[case("5.00 XPTS", "CLP", "5.00 XPTS", "5,00 XPTS")]
    fn money_is_written_as_the_language_does(
        #[case] money: &str,
        #[case] home: &str,
        #[case] english: &str,
        #[case] spanish: &str,
    ) {
        let money: Money = money.parse().unwrap();
        let home = Some(home.parse().unwrap());
        assert_eq!(MoneyStyle::new(Language::En, home).write(money), english);
        assert_eq!(MoneyStyle::new(Language::Es, home).write(money), spanish);
    }

    #[test]
    fn a_rate_is_written_as_the_language_does() {
        let [english, spanish] =
            [Language::En, Language::Es].map(|language| MoneyStyle::new(language, None));
        let rate: Decimal = "-40617.3200".parse().unwrap();
        assert_eq!(english.number(rate), "-40,617.3200");
        assert_eq!(spanish.number(rate.normalize()), "-40.617,32");
    }

    #[test]
    fn a_ledgers_own_symbol_wins() {
        let known = LedgerCurrency {
            id: domain::id::CurrencyId::from_raw(1),
            currency: "5.00 XPTS".parse::<Money>().unwrap().currency,
            symbol: Some("★".to_owned()),
        };
        let style = MoneyStyle::new(Language::En, None).with_symbols([&known]);
        assert_eq!(style.write("5.00 XPTS".parse().unwrap()), "★5.00");
    }
}
