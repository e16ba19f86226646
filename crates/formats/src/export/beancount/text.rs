//! Text inside a beancount file: strings can be escaped, names can't.

use domain::text::fold;
use domain::{CurrencyCode, Money};

/// A string, with everything in it that can be kept.
pub(super) fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            c if c.is_control() => quoted.push(' '),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// One part of an account's name: a capital or digit, then letters, digits and dashes.
pub(super) fn component(name: &str) -> String {
    let dashed: String = name
        .chars()
        .map(|c| if is_letter_or_digit(c) { c } else { '-' })
        .collect();
    let words: Vec<&str> = dashed.split('-').filter(|word| !word.is_empty()).collect();
    let joined = words.join("-");
    let Some(first) = joined.chars().next() else {
        return "X".to_owned();
    };
    let rest = &joined[first.len_utf8()..];
    let mut upper = first.to_uppercase();
    match (upper.next(), upper.next()) {
        (Some(capital), None) if capital.is_uppercase() || capital.is_ascii_digit() => {
            format!("{capital}{rest}")
        }
        _ => format!("X{joined}"),
    }
}

/// Characters that every version of Unicode calls a letter: Latin, Greek, Cyrillic, Japanese,
/// Chinese and Korean. Beancount asks for the exact categories, which the standard library lacks.
fn is_letter_or_digit(c: char) -> bool {
    let known = matches!(c,
        '\u{C0}'..='\u{24F}'
        | '\u{370}'..='\u{52F}'
        | '\u{3041}'..='\u{30FF}'
        | '\u{4E00}'..='\u{9FA5}'
        | '\u{AC00}'..='\u{D7A3}');
    c.is_ascii_alphanumeric() || (known && c.is_alphabetic())
}

/// A tag: ASCII only, so that accents go before anything is replaced.
pub(super) fn tag(name: &str) -> String {
    ascii(name).unwrap_or_else(|| "tag".to_owned())
}

/// A key of metadata: begins with a small letter, has at least two characters.
pub(super) fn key(name: &str) -> String {
    match ascii(name) {
        Some(key) if key.len() > 1 && key.starts_with(|c: char| c.is_ascii_lowercase()) => key,
        Some(key) => format!("x-{key}"),
        None => "x-key".to_owned(),
    }
}

/// Letters without accents, digits, `-` and `_`; nothing when none is left.
fn ascii(name: &str) -> Option<String> {
    let ascii: String = fold(name)
        .chars()
        .map(|c| {
            let keep = c.is_ascii_alphanumeric() || c == '_';
            if keep { c } else { '-' }
        })
        .collect();
    let trimmed = ascii.trim_matches('-');
    (!trimmed.is_empty()).then(|| trimmed.to_owned())
}

/// A currency; three codes are words of beancount's own.
pub(super) fn currency(code: CurrencyCode) -> String {
    match code.as_str() {
        word @ ("TRUE" | "FALSE" | "NULL") => format!("{word}.C"),
        code => code.to_owned(),
    }
}

/// An amount with its currency behind it.
pub(super) fn amount(money: Money) -> String {
    format!("{} {}", money.digits(), currency(money.currency.code))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn components_begin_with_a_capital_or_digit() {
        let cases = [
            ("banco estado", "Banco-estado"),
            ("ñuñoa", "Ñuñoa"),
            ("4x4", "4x4"),
            ("ßtraße", "Xßtraße"),
            ("現金", "X現金"),
            ("🍕 & co.", "Co"),
            ("--", "X"),
        ];
        for (name, expected) in cases {
            assert_eq!(component(name), expected);
        }
    }
}
