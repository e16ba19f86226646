//! Text inside a journal, where no character can be escaped: what means something is replaced.

use domain::{CurrencyCode, Money};
use serde_json::Value;

use super::super::naming::one_line;

/// The longest comment value, in characters: ledger refuses lines of more than 4096 bytes.
const MAX_VALUE: usize = 900;

/// Keys to which hledger or ledger give a meaning.
const RESERVED: [&str; 8] = [
    "date", "date2", "memo", "payee", "source", "type", "uuid", "value",
];

/// One part of an account's name: no comment mark, no separator, no two blanks.
pub(super) fn account(name: &str) -> String {
    let name = one_line(name).replace(';', ",").replace(':', "-");
    if name.is_empty() {
        "?".to_owned()
    } else {
        name
    }
}

/// A payee or a memo in the first line, where `;` begins a comment and `|` parts the two.
pub(super) fn description(text: &str) -> String {
    one_line(text).replace(';', ",").replace('|', "/")
}

/// Text of a comment: `[2025-01-01]`, `date:` and `key::` in it would be read.
pub(super) fn comment(text: &str) -> String {
    let line = one_line(text).replace('[', "(").replace(']', ")");
    let line = line.replace("::", ": :").replace("date:", "date :");
    line.replace("date2:", "date2 :")
        .chars()
        .take(MAX_VALUE)
        .collect()
}

/// The value of metadata: texts as they are, the rest as JSON.
pub(super) fn metadata(value: &Value) -> String {
    match value {
        Value::String(text) => comment(text),
        other => comment(&other.to_string()),
    }
}

/// A tag: one word without separators.
pub(super) fn tag(name: &str) -> String {
    word(name)
}

/// The key of metadata: one word that no program takes for its own.
pub(super) fn key(name: &str) -> String {
    let key = word(name);
    if RESERVED.contains(&key.to_lowercase().as_str()) {
        format!("x-{key}")
    } else {
        key
    }
}

fn word(name: &str) -> String {
    let word: String = one_line(name)
        .chars()
        .take(MAX_VALUE)
        .map(|c| if " :;,[]".contains(c) { '-' } else { c })
        .collect();
    if word.is_empty() {
        "?".to_owned()
    } else {
        word
    }
}

/// A commodity, quoted when its code has digits.
pub(super) fn commodity(code: CurrencyCode) -> String {
    if code.as_str().bytes().any(|b| b.is_ascii_digit()) {
        format!("\"{code}\"")
    } else {
        code.to_string()
    }
}

/// An amount with its commodity behind it.
pub(super) fn amount(money: Money) -> String {
    format!("{} {}", money.digits(), commodity(money.currency.code))
}
