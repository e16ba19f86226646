//! One posting: `* [account]  $5 {$4} [2024-01-05] (lot) @ $6 = $7  ; note`.

use domain::transaction::Mark;

use super::amount::Cursor;
use super::comment::{self, Comment};
use super::dialect::Dialect;
use super::{Amount, Assertion, BookProblem, DraftPosting, Price, Reader, Reality, Why};

impl Reader {
    pub(super) fn posting(
        &mut self,
        line: u32,
        text: &str,
    ) -> Result<(DraftPosting, Comment), BookProblem> {
        let (mark, text) = self.mark(line, text);
        let (name, rest) = parted(text);
        let (reality, name) = reality(name);
        if name.is_empty() || name.starts_with(';') {
            return Err(BookProblem::BadAccount);
        }
        let account = self.account_named(name);
        let (code, said) = commented(rest);
        let mut posting = DraftPosting {
            line,
            account,
            reality,
            amount: None,
            lot: None,
            price: None,
            assertion: None,
            memo: Vec::new(),
            mark,
            generated: false,
        };
        let mut cursor = Cursor::new(code);
        if cursor.rest.starts_with('(') && self.dialect == Dialect::Ledger {
            posting.amount = Some(self.expression(&mut cursor).ok_or(BookProblem::BadAmount)?);
        } else if !cursor.rest.is_empty() && !cursor.rest.starts_with('=') {
            posting.amount = Some(self.amount(&mut cursor).ok_or(BookProblem::BadAmount)?);
        }
        self.behind(&mut posting, &mut cursor)?;
        if let Some(amount) = posting.amount {
            self.commodities.occurs(amount.commodity, amount.number);
        }
        Ok((posting, comment::read(said, self.dialect)))
    }

    fn mark<'a>(&mut self, line: u32, text: &'a str) -> (Mark, &'a str) {
        if let Some(rest) = text.strip_prefix('*') {
            return (Mark::Cleared, rest.trim_start());
        }
        if let Some(rest) = text.strip_prefix('!') {
            self.leave(line, text, Why::PostingMark);
            return (Mark::None, rest.trim_start());
        }
        (Mark::None, text)
    }

    /// Lots, prices and assertions, in the order in which they come.
    fn behind(
        &mut self,
        posting: &mut DraftPosting,
        cursor: &mut Cursor<'_>,
    ) -> Result<(), BookProblem> {
        loop {
            cursor.blanks();
            let before = cursor.rest;
            if cursor.rest.is_empty() {
                return Ok(());
            } else if cursor.take("{{") {
                posting.lot = Some(self.price(cursor, true, Some("}}"))?);
                self.leave(posting.line, before, Why::Lot);
            } else if cursor.take("{") {
                cursor.take("=");
                posting.lot = Some(self.price(cursor, false, Some("}"))?);
                self.leave(posting.line, before, Why::Lot);
            } else if cursor.take("[") {
                cursor.until("]").ok_or(BookProblem::BadDate)?;
            } else if cursor.take("(@@)") || cursor.take("@@") {
                cursor.take("=");
                posting.price = Some(self.price(cursor, true, None)?);
            } else if cursor.take("(@)") || cursor.take("@") {
                cursor.take("=");
                posting.price = Some(self.price(cursor, false, None)?);
            } else if cursor.take("((") {
                cursor.until("))").ok_or(BookProblem::BadAmount)?;
                self.leave(posting.line, before, Why::Lot);
            } else if cursor.take("(") {
                cursor.until(")").ok_or(BookProblem::BadAmount)?;
            } else if cursor.take("=") {
                let sole = cursor.take("=");
                let whole = cursor.take("*");
                let amount = self.any_amount(cursor)?;
                posting.assertion = Some(Assertion {
                    amount,
                    sole,
                    whole,
                });
            } else {
                return Err(BookProblem::BadAmount);
            }
        }
    }

    fn price(
        &mut self,
        cursor: &mut Cursor<'_>,
        total: bool,
        end: Option<&str>,
    ) -> Result<Price, BookProblem> {
        let amount = self.any_amount(cursor)?;
        cursor.blanks();
        match end {
            Some(end) if !cursor.take(end) => Err(BookProblem::BadAmount),
            _ => Ok(Price { amount, total }),
        }
    }

    fn any_amount(&mut self, cursor: &mut Cursor<'_>) -> Result<Amount, BookProblem> {
        cursor.blanks();
        let amount = if cursor.rest.starts_with('(') && self.dialect == Dialect::Ledger {
            self.expression(cursor)
        } else {
            self.amount(cursor)
        };
        amount.ok_or(BookProblem::BadAmount)
    }
}

/// The account, and what follows two blanks or a tab.
pub(super) fn parted(text: &str) -> (&str, &str) {
    let end = [text.find("  "), text.find('\t'), text.find(" \t")];
    match end.into_iter().flatten().min() {
        Some(end) => {
            let (name, rest) = text.split_at(end);
            (name.trim(), rest.trim())
        }
        None => (text.trim(), ""),
    }
}

/// `(account)`, `[account]`, `<account>` or none of them.
pub(super) fn reality(name: &str) -> (Reality, &str) {
    let inside = |open, close| {
        let inside = name.strip_prefix(open)?.strip_suffix(close)?;
        Some(str::trim(inside))
    };
    if let Some(name) = inside('(', ')') {
        return (Reality::Virtual, name);
    }
    match inside('[', ']') {
        Some(name) => (Reality::Balanced, name),
        None => (Reality::Real, inside('<', '>').unwrap_or(name)),
    }
}

/// What is read, and what is said behind `;`.
fn commented(text: &str) -> (&str, &str) {
    let mut quoted = false;
    for (at, c) in text.char_indices() {
        match c {
            '"' => quoted = !quoted,
            ';' if !quoted => {
                return (
                    text.get(..at).unwrap_or(""),
                    text.get(at + 1..).unwrap_or(""),
                );
            }
            _ => {}
        }
    }
    (text, "")
}
