//! `key: value` lines below an entry or posting.

use super::token::{Line, Token};

/// The key and value of a line, when it is one.
pub(super) fn pair(line: &Line<'_>) -> Option<(String, String)> {
    let (first, value) = line.tokens.split_first()?;
    let Token::Word(word) = first else {
        return None;
    };
    // `key:value` without a blank is one word.
    let (key, glued) = word.split_once(':')?;
    if !key.starts_with(|c: char| c.is_ascii_lowercase()) {
        return None;
    }
    let mut parts: Vec<String> = Vec::new();
    if !glued.is_empty() {
        parts.push(glued.to_owned());
    }
    parts.extend(value.iter().map(written));
    Some((key.to_owned(), parts.join(" ")))
}

fn written(token: &Token<'_>) -> String {
    match token {
        Token::Date(date) => date.to_string(),
        Token::Number(number) => number.to_string(),
        Token::Word(word) => (*word).to_owned(),
        Token::Text(text) => text.clone(),
        Token::Tag(tag) => format!("#{tag}"),
        Token::Link(link) => format!("^{link}"),
        Token::Sign(sign) => (*sign).to_owned(),
        Token::Odd => String::new(),
    }
}
