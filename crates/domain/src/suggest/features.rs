//! What the model sees of a payment: words, pairs of words, the whole payee, the amount.

use crate::text::fold;

/// A payment whose category is known, or asked for.
#[derive(Clone, Copy, Debug)]
pub struct Payment<'a> {
    /// Who, as the bank writes it or as the ledger names it.
    pub payee: &'a str,
    /// What else was written.
    pub memo: &'a str,
    /// The amount in minor units; money in is positive.
    pub minor: i64,
}

/// How much a feature counts: words repeat what the whole payee says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Weight {
    Whole,
    Pair,
    Word,
    Size,
}

impl Weight {
    /// In hundredths of a full say.
    pub(super) const fn hundredths(self) -> u32 {
        match self {
            Self::Whole => 100,
            Self::Pair => 50,
            Self::Word => 45,
            Self::Size => 30,
        }
    }
}

/// The most words of one payment that are looked at.
const MOST_WORDS: usize = 24;

/// Visits the features of a payment, each once.
pub(super) fn visit(payment: &Payment<'_>, mut visitor: impl FnMut(&str, Weight)) {
    let payee = words(payment.payee);
    let memo = words(payment.memo);
    let sign = if payment.minor < 0 { '-' } else { '+' };
    if !payee.is_empty() {
        visitor(&format!("={}", payee.join(" ")), Weight::Whole);
    }
    for pair in payee.windows(2) {
        visitor(&format!("&{} {}", pair[0], pair[1]), Weight::Pair);
    }
    let mut seen: Vec<&str> = Vec::new();
    for word in payee.iter().chain(&memo).map(String::as_str) {
        if !seen.contains(&word) {
            seen.push(word);
            visitor(word, Weight::Word);
        }
    }
    let size = payment.minor.unsigned_abs();
    visitor(&format!("{sign}{size}"), Weight::Size);
    visitor(
        &format!("{sign}~{}", size.checked_ilog2().unwrap_or(0)),
        Weight::Size,
    );
}

/// Folded words; numbers of cards, shops and documents say nothing.
fn words(text: &str) -> Vec<String> {
    let folded = fold(text);
    let parts = folded.split(|c: char| !c.is_alphanumeric());
    let telling = |word: &&str| {
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        letters >= 2 && letters * 2 >= word.chars().count()
    };
    parts
        .filter(telling)
        .map(str::to_owned)
        .take(MOST_WORDS)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_single_letters_say_nothing() {
        let payment = Payment {
            payee: "COMPRA Líder 0123 S.A.",
            memo: "tarjeta 4421 líder",
            minor: -1000,
        };
        let mut found = Vec::new();
        visit(&payment, |feature, _| found.push(feature.to_owned()));
        let expected = [
            "=compra lider",
            "&compra lider",
            "compra",
            "lider",
            "tarjeta",
        ];
        assert_eq!(found[..5], expected);
        assert_eq!(found[5..], ["-1000", "-~9"]);
    }
}
