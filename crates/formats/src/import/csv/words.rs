//! The words in the headers of bank files, in the languages of the banks.
//!
//! A header is folded (case, accents, marks) before it is looked up. A phrase that is the whole
//! header outranks one that is a part of it; among parts the longest wins. A phrase that begins
//! with `=` must be the whole header; one that ends in `~` may be the beginning or the end of a
//! word, for languages that join words.

use domain::CurrencyCode;

use super::vocabulary::VOCABULARY;
use crate::import::layout::Role;
use crate::import::number::currency_code;

/// What a header says about its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import) struct Meaning {
    pub(in crate::import) role: Role,
    /// Among columns of one role the lowest is taken.
    pub(super) rank: u8,
    /// True when the phrase is the whole header.
    pub(super) exact: bool,
}

/// Folds a header: `Withdrawals (SGD)` → `withdrawals`, `RunningBalance` → `running balance`.
pub(in crate::import) fn normalise(header: &str) -> String {
    let mut spaced = String::with_capacity(header.len() + 4);
    let mut lower = false;
    for c in header.chars() {
        if lower && c.is_uppercase() {
            spaced.push(' ');
        }
        lower = c.is_lowercase();
        match c {
            // Letters that no accent makes, which folding leaves alone.
            'ł' | 'Ł' => spaced.push('l'),
            'ø' | 'Ø' => spaced.push('o'),
            'ı' => spaced.push('i'),
            'æ' | 'Æ' => spaced.push_str("ae"),
            'º' | 'ª' => spaced.push(' '),
            _ if c.is_alphanumeric() || matches!(c, '+' | '*') => spaced.push(c),
            _ => spaced.push(' '),
        }
    }
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let more_than_code = words.len() > 1;
    let kept: Vec<&str> = words
        .into_iter()
        .filter(|word| !(more_than_code && currency_code(word).is_some()))
        .collect();
    domain::text::fold(&kept.join(" "))
}

/// The currency that a header names: `Withdrawals (SGD)`, `Betrag (€)`, `Saldo EUR`.
pub(super) fn currency_of(header: &str) -> Option<CurrencyCode> {
    if header.contains('€') {
        return "EUR".parse().ok();
    }
    if header.contains('£') {
        return "GBP".parse().ok();
    }
    if ["US$", "U$S", "USD$"]
        .iter()
        .any(|sign| header.contains(sign))
    {
        return "USD".parse().ok();
    }
    let words = header
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let mut codes = words.filter_map(currency_code);
    let code = codes.next()?;
    codes.next().is_none().then_some(code)
}

/// Looks a header up.
pub(in crate::import) fn meaning(header: &str) -> Option<Meaning> {
    // Cells of rows are looked up too while the header is sought: most hold more digits.
    let digits = header.bytes().filter(u8::is_ascii_digit).count();
    if header.is_empty() || header.len() > 80 || digits > 3 {
        return None;
    }
    let header = normalise(header);
    if let Some(meaning) = VOCABULARY.whole.get(header.as_str()) {
        return Some(*meaning);
    }
    let parts = VOCABULARY
        .parts
        .iter()
        .filter(|(phrase, _)| has_words(&header, phrase));
    let stems = VOCABULARY
        .stems
        .iter()
        .filter(|(stem, _)| has_stem(&header, stem));
    let longest = |(phrase, _): &&(&str, Meaning)| std::cmp::Reverse(phrase.len());
    let (_, meaning) = parts
        .min_by_key(longest)
        .or_else(|| stems.min_by_key(longest))?;
    let money = matches!(
        meaning.role,
        Role::Amount | Role::Debit | Role::Credit | Role::Currency | Role::Balance
    );
    let mut not_booked = VOCABULARY.not_booked.iter();
    let other = money
        && not_booked.any(|word| match word.strip_suffix('~') {
            Some(stem) => has_stem(&header, stem),
            None => has_words(&header, word),
        });
    let role = if other { Role::Other } else { meaning.role };
    Some(Meaning { role, ..*meaning })
}

fn has_stem(header: &str, stem: &str) -> bool {
    header
        .split(' ')
        .any(|word| word.starts_with(stem) || word.ends_with(stem))
}

/// True when a phrase is in a header as whole words.
fn has_words(header: &str, phrase: &str) -> bool {
    let mut rest = header;
    while rest.len() >= phrase.len() {
        let after = rest.strip_prefix(phrase);
        if after.is_some_and(|after| after.is_empty() || after.starts_with(' ')) {
            return true;
        }
        rest = rest.split_once(' ').map_or("", |(_, next)| next);
    }
    false
}

/// How many cells of the first lines are header words that tell a column: how an encoding is told.
pub(in crate::import) fn known_words(text: &str) -> usize {
    text.split(['\n', '\r'])
        .take(40)
        .flat_map(|line| line.split([';', ',', '\t', '|']))
        .filter(|cell| !cell.is_ascii() && meaning(cell.trim_matches(['"', ' '])).is_some())
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("Transaction Date", Role::Date)]
    #[case("Posted Date", Role::ValueDate)]
    #[case("Value date", Role::ValueDate)]
    #[case("Buchungstag", Role::Date)]
    #[case("Wertstellung", Role::ValueDate)]
    #[case("Buchungsbetrag", Role::Amount)]
    #[case("Originalbetrag", Role::Other)]
    #[case("Lastschrift Ursprungsbetrag", Role::Other)]
    #[case("Withdrawals (SGD)", Role::Debit)]
    #[case("Cargos (CLP)", Role::Debit)]
    #[case("Cheques y otros cargos", Role::Debit)]
    #[case("Af Bij", Role::Sign)]
    #[case("Bevétel/Kiadás", Role::Sign)]
    #[case("Tranzakció összege", Role::Amount)]
    #[case("RunningBalance", Role::Balance)]
    #[case("local_amount", Role::Other)]
    #[case("Tegenrekening", Role::CounterAccount)]
    #[case("Beguenstigter/Zahlungspflichtiger", Role::Payee)]
    #[case("Saldo po operacji", Role::Balance)]
    #[case("Transfer Amount", Role::Other)]
    #[case("Verwendungszweck", Role::Memo)]
    #[case("VWZ3", Role::Memo)]
    #[case("Datum der Transaktion", Role::Date)]
    #[case("TRANSACTION_NET_AMOUNT", Role::Amount)]
    #[case("Tytuł", Role::Memo)]
    #[case("Nº operación", Role::Id)]
    #[case("Częstotliwość kwoty", Role::Amount)]
    fn headers(#[case] header: &str, #[case] expected: Role) {
        assert_eq!(
            meaning(header).map(|meaning| meaning.role),
            Some(expected),
            "{header}"
        );
    }

    #[rstest]
    #[case("Withdrawals (SGD)", Some("SGD"))]
    #[case("Betrag (€)", Some("EUR"))]
    #[case("Exchange To EUR from USD", None)]
    #[case("Amount", None)]
    fn currencies(#[case] header: &str, #[case] expected: Option<&str>) {
        assert_eq!(
            currency_of(header).map(|code| code.to_string()).as_deref(),
            expected
        );
    }
}
