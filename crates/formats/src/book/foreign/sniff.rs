//! Which book some bytes are, by their content alone; none for bank statements and all else.

use super::BookFormat;
use crate::import::{decode, is_binary};

/// Only the beginning of a file is looked at.
const HEAD: usize = 256 << 10;

/// Words of beancount that follow a date.
const DATED: [&str; 12] = [
    "open",
    "close",
    "commodity",
    "price",
    "balance",
    "pad",
    "note",
    "document",
    "event",
    "query",
    "custom",
    "txn",
];
/// Words that begin a line of beancount.
const BARE: [&str; 7] = [
    "option \"",
    "plugin \"",
    "include \"",
    "pushtag #",
    "poptag #",
    "pushmeta ",
    "popmeta ",
];
/// Words that begin a line of a journal.
const JOURNAL: [&str; 16] = [
    "account ",
    "commodity ",
    "include ",
    "decimal-mark ",
    "payee ",
    "tag ",
    "alias ",
    "apply account ",
    "apply tag ",
    "apply year ",
    "bucket ",
    "!include ",
    "P ",
    "D ",
    "N ",
    "year ",
];

/// Tells which book it is.
pub fn sniff(bytes: &[u8]) -> Option<BookFormat> {
    if is_binary(bytes) || bytes.starts_with(b"PK") || bytes.starts_with(b"%PDF") {
        return None;
    }
    let head = decode(bytes.get(..bytes.len().min(HEAD))?, None).ok()?.text;
    let head = head.trim_start_matches('\u{feff}');
    if head.trim_start().starts_with(['<', '{']) {
        return None;
    }
    super::programs::sniff(head).or_else(|| lines(head))
}

fn lines(head: &str) -> Option<BookFormat> {
    let (mut dated, mut directives) = (false, 0);
    for line in head.lines() {
        if BARE.iter().any(|word| line.starts_with(word)) {
            return Some(BookFormat::Beancount);
        }
        let indented = line.starts_with([' ', '\t']) && !line.trim().is_empty();
        if dated && indented && is_posting(line.trim()) {
            return Some(BookFormat::Hledger);
        }
        if indented {
            continue;
        }
        dated = match after_date(line) {
            Some((iso, rest)) if iso && is_beancount(rest) => return Some(BookFormat::Beancount),
            found => found.is_some(),
        };
        let directive = JOURNAL.iter().any(|word| line.starts_with(word));
        directives += i32::from(directive && !line.contains([',', ';', '\t']));
        let rule = line.starts_with("~ ") || line.starts_with("= ");
        if directives > 2 || rule {
            return Some(BookFormat::Hledger);
        }
    }
    // A short file of nothing but declarations; a bank's table has more than one line of its own.
    let only = |line: &str| {
        line.trim().is_empty()
            || line.starts_with([';', '#', '*', ' ', '\t'])
            || JOURNAL.iter().any(|word| line.starts_with(word))
    };
    (directives > 0 && head.lines().all(only)).then_some(BookFormat::Hledger)
}

/// What follows the date that begins a line, and whether the date is written as in ISO.
fn after_date(line: &str) -> Option<(bool, &str)> {
    let end = line.find([' ', '\t']).unwrap_or(line.len());
    let (date, rest) = line.split_at(end);
    let date = date.split_once('=').map_or(date, |(first, _)| first);
    let digits = date.bytes().filter(u8::is_ascii_digit).count();
    let marks = date.bytes().filter(|b| b"/-.".contains(b)).count();
    let plain = digits + marks == date.len() && (1..=2).contains(&marks);
    let fits = plain && (2..=8).contains(&digits) && date.starts_with(|c: char| c.is_ascii_digit());
    let iso = date.len() == 10 && !date.contains('.');
    let rest = rest.trim_start();
    // Tables with blanks between their columns go on with tabs or numbers.
    let table = line.contains('\t') && !rest.starts_with(['*', '!', '(']) && !line.contains('"');
    (fits && !table).then_some((iso, rest))
}

fn is_beancount(rest: &str) -> bool {
    let word = rest.split([' ', '\t']).next().unwrap_or_default();
    if DATED.contains(&word) {
        let after = rest.get(word.len()..).unwrap_or_default().trim_start();
        return after.starts_with(|c: char| c.is_uppercase() || c == '"');
    }
    let flag = matches!(word, "*" | "!") || (word.len() == 1 && word != "\"");
    let after = rest.get(word.len()..).unwrap_or_default().trim_start();
    flag && after.starts_with('"')
        && after.len() > 1
        && after.get(1..).is_some_and(|a| a.contains('"'))
}

fn is_posting(line: &str) -> bool {
    let name = line.trim_start_matches(['*', '!', ' ']);
    line.starts_with(';')
        || line.contains("  ")
        || line.contains('\t')
        || (name.contains(':')
            && name.starts_with(|c: char| c.is_alphabetic() || c == '(' || c == '['))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(
        "2020-01-01 * Shop\n    expenses:food    5.00 EUR\n    cash\n",
        Some(BookFormat::Hledger)
    )]
    #[case(
        "1/5 Shop\n\texpenses:food\t5.00 EUR\n\tcash\n",
        Some(BookFormat::Hledger)
    )]
    #[case(
        "= /^Income/\n  (Liabilities:Tithe)  0.12\n",
        Some(BookFormat::Hledger)
    )]
    #[case("; notes\ninclude 2024.journal\n", Some(BookFormat::Hledger))]
    #[case("option \"title\" \"Mine\"\n", Some(BookFormat::Beancount))]
    #[case("2020-01-01 open Assets:Cash\n", Some(BookFormat::Beancount))]
    #[case(
        "2020-01-01 * \"Shop\" \"\"\n  Assets:Cash  -5 EUR\n  Expenses:Food\n",
        Some(BookFormat::Beancount)
    )]
    #[case("Date,Amount\n2020-01-01,5", None)]
    #[case("2020-01-01;shop;5,00\n2020-01-02;shop;6,00", None)]
    #[case("2020-01-01\tshop\t5,00\n2020-01-02\tshop\t6,00", None)]
    #[case("OFXHEADER:100\n<OFX>", None)]
    #[case("!Type:Bank\nD1/1/2020\nT-5\n^\n", None)]
    #[case(
        "\"Account\",\"Flag\",\"Date\",\"Payee\",\"Category\",\"Memo\",\"Outflow\",\"Inflow\",\"Cleared\"\n",
        Some(BookFormat::Ynab)
    )]
    #[case(
        "Account,Date,Payee,Notes,Category,Amount,Split_Amount,Cleared\n",
        Some(BookFormat::Actual)
    )]
    #[case("account number 123\nDate,Amount\n", None)]
    fn books_and_other_things(#[case] text: &str, #[case] expected: Option<BookFormat>) {
        assert_eq!(sniff(text.as_bytes()), expected);
    }
}
