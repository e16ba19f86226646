//! Text to lines of tokens. A text in quotes may go over several lines; it belongs to its first.

use chrono::NaiveDate;
use domain::Decimal;

/// The smallest parts.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token<'a> {
    Date(NaiveDate),
    Number(Decimal),
    /// An account, a currency, a key with its colon, a flag of one letter, a keyword.
    Word(&'a str),
    Text(String),
    Tag(&'a str),
    Link(&'a str),
    /// `{{`, `}}`, `@@` and single signs.
    Sign(&'static str),
    /// What belongs to none of them.
    Odd,
}

/// One line.
#[derive(Clone, Debug)]
pub(super) struct Line<'a> {
    pub(super) number: u32,
    pub(super) indented: bool,
    pub(super) raw: &'a str,
    pub(super) tokens: Vec<Token<'a>>,
}

const SIGNS: [&str; 19] = [
    "{{", "}}", "@@", "{", "}", "@", "~", "+", "-", "*", "/", "(", ")", ",", "!", "|", "&", "?",
    "%",
];

/// All lines that say something; and the line of a text that doesn't end.
pub(super) fn lines(text: &str) -> (Vec<Line<'_>>, Option<u32>) {
    let mut lines = Vec::new();
    let (mut rest, mut number) = (text, 1);
    while !rest.is_empty() {
        let mut lexer = Lexer {
            rest,
            lines: 0,
            unended: false,
        };
        let indented = rest.starts_with([' ', '\t']);
        // At the edge a line begins with a letter or digit; headings and the like say nothing.
        let says = indented || rest.starts_with(|c: char| c.is_alphanumeric());
        let tokens = if says { lexer.line() } else { lexer.skip() };
        let taken = rest.len() - lexer.rest.len();
        let raw = rest.get(..taken).unwrap_or(rest).trim_end();
        if !tokens.is_empty() {
            lines.push(Line {
                number,
                indented,
                raw,
                tokens,
            });
        }
        if lexer.unended {
            return (lines, Some(number));
        }
        number += lexer.lines;
        rest = lexer.rest;
    }
    (lines, None)
}

struct Lexer<'a> {
    rest: &'a str,
    lines: u32,
    unended: bool,
}

impl<'a> Lexer<'a> {
    fn skip(&mut self) -> Vec<Token<'a>> {
        let end = self.rest.find('\n').map_or(self.rest.len(), |at| at + 1);
        self.rest = self.rest.get(end..).unwrap_or_default();
        self.lines += 1;
        Vec::new()
    }

    fn line(&mut self) -> Vec<Token<'a>> {
        let mut tokens = Vec::new();
        loop {
            self.rest = self.rest.trim_start_matches([' ', '\t', '\r']);
            match self.rest.chars().next() {
                None | Some('\n' | ';') => {
                    self.skip();
                    return tokens;
                }
                Some('"') => tokens.push(self.text()),
                Some(c) => tokens.push(self.one(c)),
            }
        }
    }

    fn text(&mut self) -> Token<'a> {
        let mut text = String::new();
        let mut chars = self.rest.char_indices().skip(1);
        while let Some((at, c)) = chars.next() {
            match c {
                '"' => {
                    self.rest = self.rest.get(at + 1..).unwrap_or_default();
                    return Token::Text(text);
                }
                '\\' => match chars.next() {
                    Some((_, 'n')) => text.push('\n'),
                    Some((_, 't')) => text.push('\t'),
                    Some((_, c)) => text.push(c),
                    None => {}
                },
                c => {
                    self.lines += u32::from(c == '\n');
                    text.push(c);
                }
            }
        }
        self.unended = true;
        self.rest = "";
        Token::Text(text)
    }

    fn one(&mut self, first: char) -> Token<'a> {
        if first.is_ascii_digit() {
            return self.date().unwrap_or_else(|| self.number());
        }
        if first == '.'
            && self
                .rest
                .get(1..)
                .is_some_and(|r| r.starts_with(|c: char| c.is_ascii_digit()))
        {
            return self.number();
        }
        if first == '#' || first == '^' {
            let rest = self.rest.get(1..).unwrap_or_default();
            let name = take(rest, |c| c.is_ascii_alphanumeric() || "-_/.".contains(c));
            self.rest = rest.get(name.len()..).unwrap_or_default();
            return match (first, name) {
                ('#', "") => Token::Sign("#"),
                (_, "") => Token::Odd,
                ('#', name) => Token::Tag(name),
                (_, name) => Token::Link(name),
            };
        }
        if first.is_alphabetic() || is_slash_currency(self.rest) {
            let word = take(self.rest, |c| {
                c.is_alphanumeric() || ":-_.'/".contains(c) || !c.is_ascii() && !c.is_whitespace()
            });
            self.rest = self.rest.get(word.len()..).unwrap_or_default();
            return Token::Word(word);
        }
        for sign in SIGNS {
            if let Some(rest) = self.rest.strip_prefix(sign) {
                self.rest = rest;
                return Token::Sign(sign);
            }
        }
        let rest = self.rest.get(first.len_utf8()..);
        self.rest = rest.unwrap_or_default();
        Token::Odd
    }

    fn date(&mut self) -> Option<Token<'a>> {
        let text = take(self.rest, |c| c.is_ascii_digit() || c == '-' || c == '/');
        let mark = text.chars().nth(4).filter(|c| matches!(c, '-' | '/'))?;
        let mut parts = text.split(mark);
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        if parts.next().is_some() || year.len() != 4 {
            return None;
        }
        let (month, day) = (month.parse().ok()?, day.parse().ok()?);
        let rest = self.rest.get(text.len()..).unwrap_or_default();
        self.rest = rest;
        // A day that isn't in the calendar stays a date, a wrong one.
        Some(
            match NaiveDate::from_ymd_opt(year.parse().ok()?, month, day) {
                Some(date) => Token::Date(date),
                None => Token::Odd,
            },
        )
    }

    fn number(&mut self) -> Token<'a> {
        let bytes = self.rest.as_bytes();
        let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
        let mut end = 0;
        let mut point = false;
        loop {
            match bytes.get(end) {
                Some(b) if b.is_ascii_digit() => end += 1,
                Some(b',') if !point && digit(end + 1) => end += 1,
                Some(b'.') if !point => {
                    point = true;
                    end += 1;
                }
                _ => break,
            }
        }
        let (text, rest) = self.rest.split_at(end);
        self.rest = rest;
        let plain = text.replace(',', "");
        let plain = plain.strip_suffix('.').unwrap_or(&plain);
        Decimal::from_str_exact(plain).map_or(Token::Odd, Token::Number)
    }
}

fn take(text: &str, wanted: impl Fn(char) -> bool) -> &str {
    let end = text.find(|c| !wanted(c)).unwrap_or(text.len());
    text.get(..end).unwrap_or(text)
}

/// `/ES` is a currency too.
fn is_slash_currency(text: &str) -> bool {
    let after = text.strip_prefix('/').unwrap_or_default();
    after.starts_with(|c: char| c.is_ascii_uppercase())
}
