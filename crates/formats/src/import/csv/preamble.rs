//! What the lines above the header say: account number, currency, the period.

use chrono::NaiveDate;
use domain::CurrencyCode;

use super::words::meaning;
use crate::import::date::{DateEvidence, DateOrder, Parts};
use crate::import::layout::Role;
use crate::import::number::currency_code;

/// Words of labels before an account number.
#[rustfmt::skip]
const ACCOUNT_WORDS: &[&str] = &[
    "account", "konto", "cuenta", "iban", "compte", "conto", "conta", "rekening", "rachunek",
    "ucet", "szamla", "tarjeta", "card", "kreditkarte", "tili",
];

/// What was found.
#[derive(Clone, Debug, Default)]
pub(super) struct Preamble {
    pub(super) account: Option<String>,
    pub(super) currency: Option<CurrencyCode>,
    dates: Vec<String>,
}

impl Preamble {
    /// Looks through the lines above the header.
    pub(super) fn read(lines: &[Vec<String>]) -> Self {
        let mut found = Self::default();
        for line in lines {
            let filled: Vec<&str> = line
                .iter()
                .map(String::as_str)
                .filter(|cell| !cell.is_empty())
                .collect();
            for (at, cell) in filled.iter().enumerate() {
                found.take(cell, filled.get(at + 1).copied());
            }
        }
        found
    }

    fn take(&mut self, cell: &str, next: Option<&str>) {
        let (label, value) = cell
            .split_once(':')
            .map_or((cell, None), |(label, value)| (label, Some(value.trim())));
        let value = value.filter(|value| !value.is_empty()).or(next);
        if self.currency.is_none()
            && meaning(label).is_some_and(|meaning| meaning.role == Role::Currency)
        {
            self.currency = value.and_then(named_currency);
        }
        let folded = domain::text::fold(label);
        if self.account.is_none() && ACCOUNT_WORDS.iter().any(|word| folded.contains(word)) {
            self.account = value.into_iter().chain([cell]).find_map(account_number);
        }
        let words = cell.split(|c: char| c.is_whitespace() || matches!(c, ':' | '(' | ')' | '"'));
        self.dates.extend(
            words
                .filter(|word| {
                    word.len() >= 8 && Parts::split(word).is_some_and(|p| !p.is_compact())
                })
                .map(str::to_owned),
        );
    }

    /// The dates above the header as evidence for the order of day and month.
    pub(super) fn evidence(&self, today: NaiveDate) -> DateEvidence {
        let mut evidence = DateEvidence::new(today);
        for date in &self.dates {
            evidence.count(date);
        }
        evidence
    }

    /// The last day that the lines name, for dates without a year.
    pub(super) fn latest(&self, order: DateOrder, today: NaiveDate) -> Option<NaiveDate> {
        let read = |text: &String| {
            let parts = Parts::split(text).filter(|parts| !parts.is_yearless())?;
            parts
                .date(order, today, 0)
                .or_else(|| parts.date(DateOrder::Ymd, today, 0))
        };
        self.dates.iter().filter_map(read).max()
    }
}

/// A currency by its code or, as Chilean banks do, by its name.
fn named_currency(text: &str) -> Option<CurrencyCode> {
    let code = text
        .split([' ', '(', ')', ',', '/'])
        .find_map(currency_code);
    code.or_else(|| {
        let text = domain::text::fold(text);
        let names = [("chile", "CLP"), ("dolar", "USD"), ("euro", "EUR")];
        let (_, code) = names.iter().find(|(name, _)| text.contains(name))?;
        code.parse().ok()
    })
}

/// A card's number of which only the end is shown: `****1234`.
pub(super) fn masked_card(text: &str) -> Option<String> {
    let end = text.get(text.len().checked_sub(4)?..)?;
    let hidden = text[..text.len() - 4].ends_with(['*', '•']);
    let shown = end.bytes().all(|byte| byte.is_ascii_digit());
    (hidden && shown).then(|| format!("****{end}"))
}

/// The longest word with six digits or more, or a card of which the last four are shown.
fn account_number(text: &str) -> Option<String> {
    if let Some(card) = text.split([' ', ',', ';', ':', '"']).find_map(masked_card) {
        return Some(card);
    }
    let digits = |word: &&str| word.bytes().filter(u8::is_ascii_digit).count() >= 6;
    let words = text
        .split([' ', ',', ';', ':', '"'])
        .filter(digits)
        .filter(|word| Parts::split(word).is_none_or(|p| p.is_compact()));
    words
        .max_by_key(|word| word.len())
        .map(|word| word.chars().take(60).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &[&[&str]]) -> Vec<Vec<String>> {
        text.iter()
            .map(|line| line.iter().map(|cell| (*cell).to_owned()).collect())
            .collect()
    }

    #[test]
    fn account_currency_and_period() {
        let found = Preamble::read(&lines(&[
            &["Account details for:", "PLUS Account 123-456789-001"],
            &["Currency", "SGD"],
            &["Period: 01/12/2025 - 30/01/2026"],
        ]));
        assert_eq!(found.account.as_deref(), Some("123-456789-001"));
        assert_eq!(
            found.currency.map(|c| c.to_string()).as_deref(),
            Some("SGD")
        );
        let today = NaiveDate::from_ymd_opt(2026, 6, 1).unwrap();
        assert_eq!(
            found.latest(DateOrder::Dmy, today),
            NaiveDate::from_ymd_opt(2026, 1, 30)
        );
    }
}
