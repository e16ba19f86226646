//! Amounts as banks write them: signs and currencies are taken off at once, the marks between the
//! digits stay open until all rows were seen (`evidence`). No row is ever decided by itself.

mod evidence;
mod symbols;

use domain::{CurrencyCode, Decimal};

pub(crate) use evidence::Mark;
pub(super) use evidence::NumberEvidence;
pub(super) use symbols::currency_code;
use symbols::{Affix, affix};

/// The most digits and marks of an amount.
const MAX_BODY: usize = 32;
/// The largest amount: a hundred million rows of it can be summed.
const MOST: i128 = 1_000_000_000_000_000;
/// The most bytes before or behind them.
const MAX_AFFIX: usize = 12;

/// One amount with its marks still open.
#[derive(Clone, Copy, Debug)]
pub(super) struct Figure {
    body: [u8; MAX_BODY],
    len: usize,
    /// Minus sign, parentheses, or a `DR` behind it.
    negative: bool,
    /// The currency written beside it, when that is unambiguous.
    pub(super) currency: Option<CurrencyCode>,
    /// True when a sign or a side was written.
    pub(super) signed: bool,
}

impl Figure {
    /// Takes a cell apart; `None` when it holds anything but one amount.
    pub(super) fn read(cell: &str) -> Option<Self> {
        let cell = cell.trim();
        let mut figure = Self {
            body: [0; MAX_BODY],
            len: 0,
            negative: false,
            currency: None,
            signed: false,
        };
        if cell.len() > 48 || !cell.bytes().any(|b| b.is_ascii_digit()) {
            return None;
        }
        let start = cell.find(|c: char| c.is_ascii_digit())?;
        let end = cell.rfind(|c: char| c.is_ascii_digit())? + 1;
        let start = start - mark_before(&cell[..start]);
        let (before, body, after) = (&cell[..start], &cell[start..end], &cell[end..]);
        if before.len() > MAX_AFFIX || after.len() > MAX_AFFIX {
            return None;
        }
        let after = after
            .strip_prefix(['.', ','])
            .filter(|_| !body.contains(['.', ',']))
            .unwrap_or(after);
        figure.take_body(body)?;
        figure.take_affixes(before, after)?;
        Some(figure)
    }

    fn take_body(&mut self, body: &str) -> Option<()> {
        for c in body.chars() {
            let byte = match c {
                '0'..='9' | '.' | ',' => u8::try_from(c).ok()?,
                '\'' | '\u{2019}' | '`' => b'\'',
                ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' => b' ',
                _ => return None,
            };
            *self.body.get_mut(self.len)? = byte;
            self.len += 1;
        }
        Some(())
    }

    fn take_affixes(&mut self, before: &str, after: &str) -> Option<()> {
        let (mut rest, mut tail) = (before.trim(), after.trim());
        if let (Some(inner), Some(outer)) = (rest.strip_prefix('('), tail.strip_suffix(')')) {
            (rest, tail) = (inner, outer);
            (self.negative, self.signed) = (true, true);
        }
        for (text, behind) in [(rest, false), (tail, true)] {
            for word in split_affixes(text) {
                match affix(word, behind)? {
                    Affix::Minus if self.negative => return None,
                    Affix::Minus => (self.negative, self.signed) = (true, true),
                    Affix::Plus => self.signed = true,
                    Affix::Symbol => {}
                    Affix::Currency(code) => self.currency = Some(code),
                }
            }
        }
        Some(())
    }

    /// The amount with `mark` as the decimal mark; `None` when the digits don't fit it.
    pub(super) fn value(&self, mark: Mark) -> Option<Decimal> {
        let body = &self.body[..self.len];
        let at = body.iter().position(|b| *b == mark.byte());
        let (whole, fraction) = match at {
            Some(at) => (&body[..at], &body[at + 1..]),
            None => (body, &body[..0]),
        };
        if !fraction.iter().all(u8::is_ascii_digit) || !is_grouped(whole) {
            return None;
        }
        let digits = |mantissa: i128, part: &[u8]| {
            part.iter()
                .filter(|byte| byte.is_ascii_digit())
                .try_fold(mantissa, |sum, digit| {
                    sum.checked_mul(10)?.checked_add(i128::from(digit - b'0'))
                })
        };
        let whole = digits(0, whole).filter(|whole| *whole <= MOST)?;
        let mantissa = digits(whole, fraction)?;
        let mantissa = if self.negative { -mantissa } else { mantissa };
        Decimal::try_from_i128_with_scale(mantissa, u32::try_from(fraction.len()).ok()?).ok()
    }

    /// True when no mark stands between the digits.
    fn is_bare(&self) -> bool {
        self.body[..self.len].iter().all(u8::is_ascii_digit)
    }

    /// Digits before the first mark.
    fn lead(&self) -> usize {
        self.body[..self.len]
            .iter()
            .take_while(|b| b.is_ascii_digit())
            .count()
    }
}

/// A decimal mark may come before the first digit: `.50`.
fn mark_before(before: &str) -> usize {
    usize::from(
        before.ends_with(['.', ','])
            && before
                .trim_end_matches(['.', ','])
                .chars()
                .all(|c| !c.is_alphabetic()),
    )
}

/// True when the marks, all of one kind, stand before every three digits. The Indian grouping
/// (`1,00,000`) is accepted too.
fn is_grouped(whole: &[u8]) -> bool {
    let Some(first) = whole.iter().position(|b| !b.is_ascii_digit()) else {
        return true;
    };
    let mark = whole[first];
    let mut groups = whole.split(|b| *b == mark);
    let lead = groups.next().unwrap_or_default();
    let rest: Vec<&[u8]> = groups.collect();
    let Some((last, inner)) = rest.split_last() else {
        return false;
    };
    let digits = |group: &[u8]| group.iter().all(u8::is_ascii_digit);
    (1..=3).contains(&lead.len())
        && (lead[0] != b'0')
        && digits(last)
        && last.len() == 3
        && inner.iter().all(|group| digits(group))
        && (inner.iter().all(|group| group.len() == 3)
            || mark == b',' && lead.len() <= 2 && inner.iter().all(|group| group.len() == 2))
}

/// Cuts `-US$` into `-` and `US$`.
fn split_affixes(text: &str) -> impl Iterator<Item = &str> {
    let sign = |c: char| matches!(c, '-' | '+' | '\u{2212}' | '\u{2013}');
    text.split_inclusive(sign)
        .flat_map(move |piece| {
            let cut = piece
                .char_indices()
                .find(|(_, c)| sign(*c))
                .map_or(piece.len(), |(at, _)| at);
            let (word, sign) = piece.split_at(cut);
            [word.trim(), sign]
        })
        .flat_map(str::split_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("1,234.56", Mark::Point, "1234.56")]
    #[case("1.234,56", Mark::Comma, "1234.56")]
    #[case("1'234.56", Mark::Point, "1234.56")]
    #[case("1 234,56", Mark::Comma, "1234.56")]
    #[case("1\u{a0}234,56 Kč", Mark::Comma, "1234.56")]
    #[case("-$1,234.56", Mark::Point, "-1234.56")]
    #[case("$-1,234.56", Mark::Point, "-1234.56")]
    #[case("(12.50)", Mark::Point, "-12.50")]
    #[case("($12.50)", Mark::Point, "-12.50")]
    #[case("12.50-", Mark::Point, "-12.50")]
    #[case("12,50 DR", Mark::Comma, "-12.50")]
    #[case("12,50 CR", Mark::Comma, "12.50")]
    #[case("+ 12.50", Mark::Point, "12.50")]
    #[case("\u{2212}12,50 EUR", Mark::Comma, "-12.50")]
    #[case("R$ 1.234,56", Mark::Comma, "1234.56")]
    #[case("12.990", Mark::Comma, "12990")]
    #[case("C500,", Mark::Comma, "500")]
    #[case(".50", Mark::Point, "0.50")]
    #[case("1,00,000.00", Mark::Point, "100000.00")]
    #[case("-12,00EUR", Mark::Comma, "-12.00")]
    #[case("CHF 12.00", Mark::Point, "12.00")]
    fn amounts(#[case] cell: &str, #[case] mark: Mark, #[case] expected: &str) {
        let Some(figure) =
            Figure::read(cell.trim_start_matches('C')).or_else(|| Figure::read(cell))
        else {
            panic!("{cell} is an amount");
        };
        assert_eq!(
            figure.value(mark).map(|v| v.to_string()).as_deref(),
            Some(expected)
        );
    }

    #[rstest]
    #[case("")]
    #[case("-")]
    #[case("abc")]
    #[case("12 apples")]
    #[case("1-2")]
    #[case("NL26BUNQ2025126409")]
    #[case("12.5%")]
    #[case("--5")]
    #[case("99999999999999999999999999999999999999999")]
    fn no_amounts(#[case] cell: &str) {
        assert!(Figure::read(cell).is_none());
    }

    #[rstest]
    #[case("1,23,4", Mark::Point)]
    #[case("0,123", Mark::Point)]
    #[case("1.234.5", Mark::Comma)]
    #[case("1.2.3", Mark::Point)]
    #[case("1000000000000001", Mark::Point)]
    fn marks_out_of_place(#[case] cell: &str, #[case] mark: Mark) {
        assert!(Figure::read(cell).unwrap().value(mark).is_none());
    }
}
