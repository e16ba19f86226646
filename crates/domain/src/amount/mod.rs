//! Amounts as people type them: `4500`, `12,50`, `1.234.567`, `2*4990`, `4.5k`.
//!
//! Whoever reads money must not guess: one mark followed by exactly three digits (`1.500`) is a
//! thousand for a currency without decimals and has two readings for every other one, which are
//! both named in the error. `number` reads one number, `expression` the arithmetic around it.

mod expression;
mod number;

use rust_decimal::Decimal;

use crate::currency::{Currency, iso_symbol};
use crate::money::{Money, MoneyError};

/// Why a typed amount was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AmountError {
    /// Not a number, nor a sum or product of numbers.
    #[error("`{0}` is not an amount")]
    NotANumber(String),
    /// Two readings are possible.
    #[error("`{text}` can be read as {} or as {}", readings[0], readings[1])]
    TwoReadings {
        /// What was typed.
        text: String,
        /// Both values, the larger first.
        readings: [Decimal; 2],
    },
    /// A quotient by zero.
    #[error("an amount can't be divided by zero")]
    DivisionByZero,
    /// Too many decimals for the currency, or too large.
    #[error(transparent)]
    Money(#[from] MoneyError),
}

/// Reads an amount of `currency` as a person types it; a sign is allowed.
pub fn parse_amount(text: &str, currency: Currency) -> Result<Money, AmountError> {
    let wrong = || AmountError::NotANumber(text.chars().take(60).collect());
    let bare = without_currency(text, currency).ok_or_else(wrong)?;
    // An error names the whole of what was typed, not the part of a sum that is wrong in it.
    let value = expression::evaluate(&bare, currency.exponent).map_err(|error| match error {
        AmountError::NotANumber(_) => wrong(),
        error => error,
    })?;
    Ok(Money::from_decimal(value, currency)?)
}

/// Writes an amount so that [`parse_amount`] reads the same one: what is filled into a form.
///
/// `1.234` dinars, which have three decimals, would have two readings; `1.2340` has one.
pub fn as_typed(money: Money) -> String {
    let digits = money.digits();
    if parse_amount(&digits, money.currency).is_ok() {
        return digits;
    }
    format!("{digits}0")
}

/// Signs that stand for currencies. `$` serves many of them.
const SIGNS: [char; 4] = ['$', '€', '£', '¥'];

/// Takes the currency's own code or sign off an amount; `None` when another currency's sign is
/// there, because five euros are not five dollars.
fn without_currency(text: &str, currency: Currency) -> Option<String> {
    let code = currency.code.as_str();
    let text = text.trim();
    let (sign, body) = match text.strip_prefix(['-', '−', '+']) {
        Some(body) => (&text[..text.len() - body.len()], body.trim_start()),
        None => ("", text),
    };
    let upper = body.to_ascii_uppercase();
    let body = match (upper.strip_prefix(code), upper.strip_suffix(code)) {
        (Some(rest), _) => &body[body.len() - rest.len()..],
        (None, Some(rest)) => &body[..rest.len()],
        (None, None) => body,
    };
    let Some(found) = body.trim().chars().next().filter(|c| SIGNS.contains(c)) else {
        return Some(format!("{sign}{}", body.trim()));
    };
    let own = iso_symbol(currency.code).is_none_or(|symbol| symbol.contains(found));
    own.then(|| {
        format!(
            "{sign}{}",
            body.trim().trim_start_matches(found).trim_start()
        )
    })
}

/// Reads a plain decimal number where no currency is known, such as an exchange rate.
pub fn parse_rate(text: &str) -> Result<Decimal, AmountError> {
    expression::evaluate(text, crate::currency::MAX_EXPONENT)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    proptest! {
        #[test]
        fn what_is_filled_in_reads_as_what_it_was(
            minor in -10_000_000_i64..10_000_000,
            code in prop::sample::select(vec!["CLP", "USD", "KWD", "CLF"]),
        ) {
            let money = Money::new(minor, currency(code));
            prop_assert_eq!(parse_amount(&as_typed(money), money.currency), Ok(money));
        }
    }

    fn currency(code: &str) -> Currency {
        crate::currency::iso_currency(code.parse().unwrap()).unwrap()
    }

    #[rstest]
    #[case("4500", "CLP", "4500 CLP")]
    #[case("$4.500", "CLP", "4500 CLP")]
    #[case("1.234.567", "CLP", "1234567 CLP")]
    #[case("1,234,567", "CLP", "1234567 CLP")]
    #[case("2*4990", "CLP", "9980 CLP")]
    #[case("4.5k", "CLP", "4500 CLP")]
    #[case("1,5m", "CLP", "1500000 CLP")]
    #[case("10000*1,19", "CLP", "11900 CLP")]
    #[case("1000+500-1", "CLP", "1499 CLP")]
    #[case("-4500", "CLP", "-4500 CLP")]
    #[case("12.50 USD", "USD", "12.50 USD")]
    #[case("clp 4.500", "CLP", "4500 CLP")]
    #[case("-€5", "EUR", "-5.00 EUR")]
    #[case("-4500+500", "CLP", "-4000 CLP")]
    #[case("-1000-200", "CLP", "-1200 CLP")]
    #[case("2*4.990", "CLP", "9980 CLP")]
    #[case("10000*1,19", "CLP", "11900 CLP")]
    #[case("1'234'567", "CLP", "1234567 CLP")]
    #[case("$ 4 500", "CLP", "4500 CLP")]
    #[case("12.50", "USD", "12.50 USD")]
    #[case("12,50", "USD", "12.50 USD")]
    #[case("12,5", "USD", "12.50 USD")]
    #[case(".5", "USD", "0.50 USD")]
    #[case("0.500", "USD", "0.50 USD")]
    #[case("1.234,56", "EUR", "1234.56 EUR")]
    #[case("1,234.56", "USD", "1234.56 USD")]
    #[case("1'234.50", "CHF", "1234.50 CHF")]
    #[case("1 234,50", "EUR", "1234.50 EUR")]
    #[case("1.234.567", "USD", "1234567.00 USD")]
    #[case("100/4", "USD", "25.00 USD")]
    #[case("0.00000001", "BTC", "0.00000001 BTC")]
    #[case("37.856,12", "CLF", "37856.1200 CLF")]
    fn what_people_type(#[case] text: &str, #[case] code: &str, #[case] expected: &str) {
        assert_eq!(
            parse_amount(text, currency(code)).unwrap().to_string(),
            expected
        );
    }

    #[rstest]
    #[case("1.500", "USD", "1500", "1.500")]
    #[case("12,345", "USD", "12345", "12.345")]
    #[case("1.234", "KWD", "1234", "1.234")]
    #[case("4.500k", "CLP", "4500000", "4500")]
    #[case("10000*1.195", "CLP", "11950000", "11950")]
    #[case("2*1.500", "USD", "3000", "3")]
    fn two_readings_are_both_named(
        #[case] text: &str,
        #[case] code: &str,
        #[case] grouped: &str,
        #[case] decimal: &str,
    ) {
        let Err(AmountError::TwoReadings { readings, .. }) = parse_amount(text, currency(code))
        else {
            panic!("{text} must be refused");
        };
        assert_eq!(readings, [grouped, decimal].map(|r| r.parse().unwrap()));
    }

    #[rstest]
    #[case("12.50", "CLP")]
    #[case("1234.567", "USD")]
    #[case("100/3", "USD")]
    fn too_many_digits(#[case] text: &str, #[case] code: &str) {
        let result = parse_amount(text, currency(code));
        assert!(
            matches!(
                result,
                Err(AmountError::Money(MoneyError::TooPrecise { .. }))
            ),
            "{result:?}"
        );
    }

    #[rstest]
    #[case("")]
    #[case("-")]
    #[case("abc")]
    #[case("12.34.5")]
    #[case("1,23,4")]
    #[case("1.2345.678")]
    #[case("2**3")]
    #[case("2*")]
    #[case("1e5")]
    #[case("NaN")]
    #[case("١٢")]
    #[case("--5")]
    #[case("€5")]
    #[case("12.50 EUR")]
    #[case("12 50")]
    #[case("1 5")]
    #[case("1'23")]
    #[case("1.5 00")]
    fn what_is_no_number(#[case] text: &str) {
        let result = parse_amount(text, currency("USD"));
        assert!(
            matches!(result, Err(AmountError::NotANumber(_))),
            "{result:?}"
        );
    }

    #[test]
    fn too_large_is_an_error() {
        for text in [
            "99999999999999999999",
            "9999999999*9999999999*9999999999",
            &"9".repeat(500),
        ] {
            assert!(parse_amount(text, currency("USD")).is_err());
        }
    }
}
