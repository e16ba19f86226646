//! Which postings an automated transaction of ledger is about: `/^Income/ and not @Shop`.
//!
//! Accounts and payees by pattern, with and, or, not and parentheses, and the same written as
//! `expr "account =~ /…/"`. Anything else is not understood, and said to be so.

use regex_lite::{Regex, RegexBuilder};

/// A condition on a posting.
#[derive(Clone, Debug)]
pub(super) enum Predicate {
    Account(Regex),
    Payee(Regex),
    Not(Box<Self>),
    All(Vec<Self>),
    Any(Vec<Self>),
}

impl Predicate {
    pub(super) fn read(text: &str) -> Option<Self> {
        let mut words = words(text)?.into_iter().peekable();
        let predicate = any(&mut words, 0)?;
        words.peek().is_none().then_some(predicate)
    }

    pub(super) fn is_met(&self, account: &str, payee: &str) -> bool {
        match self {
            Self::Account(pattern) => pattern.is_match(account),
            Self::Payee(pattern) => pattern.is_match(payee),
            Self::Not(other) => !other.is_met(account, payee),
            Self::All(all) => all.iter().all(|one| one.is_met(account, payee)),
            Self::Any(any) => any.iter().any(|one| one.is_met(account, payee)),
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Word {
    Pattern(String),
    Bare(String),
    Open,
    Close,
    And,
    Or,
    Not,
    Matches,
}

type Words = std::iter::Peekable<std::vec::IntoIter<Word>>;

fn words(text: &str) -> Option<Vec<Word>> {
    let mut words = Vec::new();
    let mut rest = text.trim();
    while let Some(c) = rest.chars().next() {
        let after = rest.get(c.len_utf8()..)?;
        rest = match c {
            '/' => {
                let end = closing(after)?;
                words.push(Word::Pattern(after.get(..end)?.replace("\\/", "/")));
                after.get(end + 1..)?
            }
            '(' => push(&mut words, Word::Open, after),
            ')' => push(&mut words, Word::Close, after),
            '&' => push(&mut words, Word::And, after.trim_start_matches('&')),
            '|' => push(&mut words, Word::Or, after.trim_start_matches('|')),
            '!' if !after.starts_with('=') => push(&mut words, Word::Not, after),
            '=' => push(&mut words, Word::Matches, after.strip_prefix('~')?),
            '@' => push(&mut words, Word::Bare("payee".to_owned()), after),
            '"' | '\'' => {
                let (inside, after) = after.split_once(c)?;
                // `expr "…"` is read as if it stood in parentheses.
                words.push(Word::Open);
                words.extend(self::words(inside)?);
                words.push(Word::Close);
                after
            }
            _ => {
                let stop = |c: char| c.is_whitespace() || "()&|!=/\"'".contains(c);
                let end = rest.find(stop).filter(|end| *end > 0).unwrap_or(rest.len());
                let (word, after) = rest.split_at(end);
                match word {
                    "and" => words.push(Word::And),
                    "or" => words.push(Word::Or),
                    "not" => words.push(Word::Not),
                    "expr" => {}
                    word => words.push(Word::Bare(word.to_owned())),
                }
                after
            }
        }
        .trim_start();
    }
    Some(words)
}

fn push<'a>(words: &mut Vec<Word>, word: Word, rest: &'a str) -> &'a str {
    words.push(word);
    rest
}

/// Where the pattern ends: a slash without a backslash before it.
fn closing(text: &str) -> Option<usize> {
    let slashes = text.match_indices('/').map(|(at, _)| at);
    slashes
        .into_iter()
        .find(|at| !text.get(..*at).is_some_and(|head| head.ends_with('\\')))
}

fn any(words: &mut Words, depth: u8) -> Option<Predicate> {
    let mut found = vec![all(words, depth)?];
    loop {
        match words.peek() {
            None | Some(Word::Close) => break,
            Some(Word::Or) => drop(words.next()),
            // Side by side, each may be met.
            Some(_) => {}
        }
        found.push(all(words, depth)?);
    }
    Some(Predicate::Any(found))
}

fn all(words: &mut Words, depth: u8) -> Option<Predicate> {
    let mut found = vec![one(words, depth)?];
    while words.next_if_eq(&Word::And).is_some() {
        found.push(one(words, depth)?);
    }
    Some(Predicate::All(found))
}

fn one(words: &mut Words, depth: u8) -> Option<Predicate> {
    if depth > 32 {
        return None;
    }
    let pattern = |text: &str| RegexBuilder::new(text).case_insensitive(true).build().ok();
    match words.next()? {
        Word::Pattern(text) => pattern(&text).map(Predicate::Account),
        Word::Not => Some(Predicate::Not(Box::new(one(words, depth + 1)?))),
        Word::Open => {
            let inside = any(words, depth + 1)?;
            words.next_if_eq(&Word::Close).map(|_| inside)
        }
        Word::Bare(word) => {
            let subject = matches!(word.as_str(), "account" | "payee");
            let matches = words.next_if_eq(&Word::Matches).is_some();
            let next = match words.peek() {
                Some(Word::Pattern(text) | Word::Bare(text)) if subject => Some(text.clone()),
                _ if matches => return None,
                _ => None,
            };
            match next {
                Some(text) => {
                    words.next();
                    let pattern = pattern(&text)?;
                    Some(match word.as_str() {
                        "payee" => Predicate::Payee(pattern),
                        _ => Predicate::Account(pattern),
                    })
                }
                None if is_code(&word) => None,
                None => pattern(&word).map(Predicate::Account),
            }
        }
        Word::Close | Word::And | Word::Or | Word::Matches => None,
    }
}

/// Words of ledger's expressions that are not patterns.
fn is_code(word: &str) -> bool {
    let first = word.chars().next();
    first.is_none_or(|c| "#%<>*+-".contains(c))
        || matches!(
            word,
            "amount" | "true" | "date" | "total" | "note" | "code" | "tag" | "meta" | "any" | "all"
        )
        || word.contains(['<', '>'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("/^Income/", "Income:Job", "", true)]
    #[case("/^Income/", "Assets", "", false)]
    #[case("^income", "Income:Job", "", true)]
    #[case("/food/ and @shop", "Expenses:Food", "The Shop", true)]
    #[case("/food/ and not @shop", "Expenses:Food", "The Shop", false)]
    #[case("food rent", "Expenses:Rent", "", true)]
    #[case(
        "expr \"account =~ /rent/ | account =~ /food/\"",
        "Expenses:Rent",
        "",
        true
    )]
    fn predicates(
        #[case] text: &str,
        #[case] account: &str,
        #[case] payee: &str,
        #[case] met: bool,
    ) {
        assert_eq!(Predicate::read(text).unwrap().is_met(account, payee), met);
    }

    #[rstest]
    #[case("expr \"amount > 10\"")]
    #[case("expr true")]
    #[case("/open")]
    #[case("(/a/")]
    #[case("%tag")]
    fn not_understood(#[case] text: &str) {
        assert!(Predicate::read(text).is_none());
    }
}
