//! Tokens one after the other; numbers with arithmetic.

use chrono::NaiveDate;
use domain::Decimal;

use super::token::Token;

/// Parentheses nest no deeper.
const MOST: u8 = 32;

/// Tokens of which the first are taken away piece by piece.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tokens<'t, 'a> {
    pub(super) rest: &'t [Token<'a>],
}

impl<'t, 'a> Tokens<'t, 'a> {
    pub(super) fn new(tokens: &'t [Token<'a>]) -> Self {
        Self { rest: tokens }
    }

    pub(super) fn next(&mut self) -> Option<&'t Token<'a>> {
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(first)
    }

    pub(super) fn sign(&mut self, sign: &str) -> bool {
        let found = matches!(self.rest.first(), Some(Token::Sign(s)) if *s == sign);
        if found {
            self.next();
        }
        found
    }

    pub(super) fn word(&mut self) -> Option<&'a str> {
        let Some(Token::Word(word)) = self.rest.first() else {
            return None;
        };
        self.next();
        Some(word)
    }

    /// A word that is the code of a currency.
    pub(super) fn currency(&mut self) -> Option<&'a str> {
        let Some(Token::Word(word)) = self.rest.first() else {
            return None;
        };
        if !is_currency(word) {
            return None;
        }
        self.next();
        Some(word)
    }

    /// A word that is the name of an account.
    pub(super) fn account(&mut self) -> Option<&'a str> {
        let Some(Token::Word(word)) = self.rest.first() else {
            return None;
        };
        if !is_account(word) {
            return None;
        }
        self.next();
        Some(word)
    }

    pub(super) fn text(&mut self) -> Option<&'t str> {
        let Some(Token::Text(text)) = self.rest.first() else {
            return None;
        };
        self.next();
        Some(text)
    }

    pub(super) fn date(&mut self) -> Option<NaiveDate> {
        let Some(Token::Date(date)) = self.rest.first() else {
            return None;
        };
        self.next();
        Some(*date)
    }

    /// A number, or arithmetic; nothing when none begins here.
    pub(super) fn number(&mut self) -> Option<Decimal> {
        let mut at = *self;
        let number = at.sum(0)?;
        *self = at;
        Some(number)
    }

    fn sum(&mut self, depth: u8) -> Option<Decimal> {
        let mut left = self.product(depth)?;
        loop {
            if self.sign("+") {
                left = left.checked_add(self.product(depth)?)?;
            } else if self.sign("-") {
                left = left.checked_sub(self.product(depth)?)?;
            } else {
                return Some(left);
            }
        }
    }

    fn product(&mut self, depth: u8) -> Option<Decimal> {
        let mut left = self.factor(depth)?;
        loop {
            if self.sign("*") {
                left = left.checked_mul(self.factor(depth)?)?;
            } else if self.sign("/") {
                left = left.checked_div(self.factor(depth)?)?;
            } else {
                return Some(left);
            }
        }
    }

    fn factor(&mut self, depth: u8) -> Option<Decimal> {
        if depth > MOST {
            return None;
        }
        if self.sign("-") {
            return Some(-self.factor(depth + 1)?);
        }
        if self.sign("+") {
            return self.factor(depth + 1);
        }
        if self.sign("(") {
            let inside = self.sum(depth + 1)?;
            return self.sign(")").then_some(inside);
        }
        let Some(Token::Number(number)) = self.rest.first() else {
            return None;
        };
        self.next();
        Some(*number)
    }
}

pub(super) fn is_currency(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_uppercase() || c == '/')
        && !word.contains(':')
        && word
            .chars()
            .all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || "'._-/".contains(c))
}

pub(super) fn is_account(word: &str) -> bool {
    let parts = || word.split(':');
    parts().count() > 1
        && parts().all(|part| {
            part.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || !c.is_ascii())
        })
}
