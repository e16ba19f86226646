//! The fields with money: `:61:` (a movement) and `:60F:` to `:65:` (balances).
//!
//! `:61:` is value date, perhaps entry date, mark, perhaps a letter of the currency, amount, type,
//! reference, `//` and the bank's reference; a second line has supplementary details.

use chrono::{Datelike as _, NaiveDate};
use domain::{CurrencyCode, Decimal};

use crate::import::error::{RowError, RowProblem};

/// A movement as `:61:` states it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Movement<'t> {
    /// The entry date, else the value date.
    pub(super) date: NaiveDate,
    /// Money in is positive.
    pub(super) amount: Decimal,
    /// Announced, not booked (`EC`, `ED`).
    pub(super) expected: bool,
    /// `NTRF`; empty when the bank writes none.
    pub(super) kind: &'t str,
    /// The reference of the account's owner.
    pub(super) reference: &'t str,
    /// The bank's own.
    pub(super) bank_reference: &'t str,
    /// The lines below.
    pub(super) supplement: &'t str,
}

/// Reads `:61:`.
pub(super) fn movement(text: &str, line: u32) -> Result<Movement<'_>, RowError> {
    let error = |problem| RowError::new(line, Some(":61:"), first_line(text), problem);
    let text = text.trim_start_matches([' ', '\t', '\r', '\n']);
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (valued, rest) = match digits {
        8 | 12 => (read_long_date(&text[..8]), &text[8..]),
        6.. => (read_date(&text[..6]), &text[6..]),
        0 => return Err(error(RowProblem::MissingDate)),
        _ => return Err(error(RowProblem::BadDate)),
    };
    let valued = valued.ok_or_else(|| error(RowProblem::BadDate))?;
    let (entered, rest) = entry_date(rest, valued).ok_or_else(|| error(RowProblem::BadDate))?;
    let (mark, rest) = mark(rest).ok_or_else(|| error(RowProblem::BadSign))?;
    let rest = rest.trim_start_matches([' ', '\r', '\n']);
    let long = rest
        .bytes()
        .take_while(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b'.'))
        .count();
    let (written, rest) = rest.split_at(long);
    if written.is_empty() {
        return Err(error(RowProblem::MissingAmount));
    }
    let amount = read_amount(written).ok_or_else(|| error(RowProblem::BadAmount))?;
    let (kind, rest) = kind(rest);
    let end = rest.find(['\n', '\r']).unwrap_or(rest.len());
    let (references, supplement) = rest.split_at(end);
    let (reference, bank_reference) = references.split_once("//").unwrap_or((references, ""));
    Ok(Movement {
        date: entered,
        amount: if mark.is_debit && !amount.is_zero() {
            -amount
        } else {
            amount
        },
        expected: mark.is_expected,
        kind,
        reference: reference.trim(),
        bank_reference: bank_reference.trim(),
        supplement: supplement.trim(),
    })
}

fn first_line(text: &str) -> &str {
    text.trim().lines().next().unwrap_or_default()
}

struct Mark {
    is_debit: bool,
    is_expected: bool,
}

/// `C`, `D`, their reversals `RC` and `RD`, what is expected `EC` and `ED`, and the letter of the
/// currency that may follow.
fn mark(text: &str) -> Option<(Mark, &str)> {
    let text = text.trim_start_matches(' ');
    let (before, side, rest) = match text.as_bytes() {
        [before @ (b'R' | b'E'), side @ (b'C' | b'D'), ..] => (*before, *side, &text[2..]),
        [side @ (b'C' | b'D'), ..] => (b' ', *side, &text[1..]),
        _ => return None,
    };
    let funds = rest.starts_with(|c: char| c.is_ascii_alphabetic());
    let mark = Mark {
        is_debit: (side == b'D') != (before == b'R'),
        is_expected: before == b'E',
    };
    Some((mark, if funds { &rest[1..] } else { rest }))
}

/// The entry date `MMDD`, in the year in which it is nearest to the value date; four blanks and
/// four zeros are none.
fn entry_date(text: &str, valued: NaiveDate) -> Option<(NaiveDate, &str)> {
    let written = text
        .get(..4)
        .filter(|four| four.bytes().all(|b| b.is_ascii_digit()));
    let Some(written) = written else {
        return Some((valued, text));
    };
    let rest = &text[4..];
    if written == "0000" {
        return Some((valued, rest));
    }
    let (month, day) = (written[..2].parse().ok()?, written[2..].parse().ok()?);
    let year = valued.year();
    let nearest = [year, year - 1, year + 1]
        .into_iter()
        .filter_map(|year| day_of(year, month, day))
        .min_by_key(|date| (*date - valued).num_days().abs())?;
    Some((nearest, rest))
}

/// The type: `N`, `F` or `S` and three signs, which some banks leave blank or out.
fn kind(text: &str) -> (&str, &str) {
    let Some(four) = text.get(..4) else {
        return ("", text);
    };
    let plain = |b: u8| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b' ';
    let bytes = four.as_bytes();
    if bytes[0].is_ascii_uppercase() && bytes[1..].iter().all(|b| plain(*b)) {
        (four.trim(), &text[4..])
    } else {
        ("", text)
    }
}

/// A day; the 29th and 30th of February, on which banks let interest begin, are its last.
fn day_of(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day).or_else(|| {
        let is_last = month == 2 && matches!(day, 29 | 30);
        let mut days = [29, 28].into_iter().filter(|_| is_last);
        days.find_map(|day| NaiveDate::from_ymd_opt(year, 2, day))
    })
}

/// `YYMMDD`; the standard has the years from 80 on in the last century.
fn read_date(six: &str) -> Option<NaiveDate> {
    let number: u32 = six.parse().ok()?;
    let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100);
    let century = if year >= 80 { 1900 } else { 2000 };
    day_of(century + i32::try_from(year).ok()?, month, day)
}

fn read_long_date(eight: &str) -> Option<NaiveDate> {
    let number: u32 = eight.parse().ok()?;
    let year = i32::try_from(number / 10_000).ok()?;
    domain::date::YEARS.contains(&year).then_some(())?;
    day_of(year, number / 100 % 100, number % 100)
}

/// An amount: the comma is the decimal mark. A point is one only when it can be nothing else, or
/// groups thousands before a comma.
fn read_amount(written: &str) -> Option<Decimal> {
    let (whole, fraction) = match (written.split_once(','), written.split_once('.')) {
        (Some((whole, fraction)), _) => (whole, fraction),
        (None, Some((whole, fraction))) if fraction.len() <= 2 => (whole, fraction),
        (None, Some(_)) => return None,
        (None, None) => (written, ""),
    };
    let grouped = || {
        let mut groups = whole.split('.');
        groups
            .next()
            .is_some_and(|first| (1..=3).contains(&first.len()))
            && groups.all(|group| group.len() == 3)
    };
    if whole.contains('.') && !grouped() {
        return None;
    }
    let digits: String = whole.split('.').chain([".", fraction]).collect();
    let count = digits.len() - 1;
    let plain = !fraction.contains(['.', ',']) && (1..=20).contains(&count);
    let number = digits.trim_end_matches('.');
    plain
        .then(|| Decimal::from_str_exact(number).ok())
        .flatten()
}

/// A balance.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Balance {
    pub(super) amount: Decimal,
    pub(super) date: NaiveDate,
    pub(super) currency: Option<CurrencyCode>,
}

/// Reads `C020325PLN50040,00`; a few banks leave the currency out.
pub(super) fn balance<'t>(text: &'t str, line: u32, tag: &str) -> Result<Balance, RowError> {
    let text = first_line(text).trim();
    let field = format!(":{tag}:");
    let error = |problem| RowError::new(line, Some(&field), text, problem);
    let side = text.as_bytes().first().copied().unwrap_or_default();
    let is_debit = match side {
        b'D' => true,
        b'C' => false,
        _ => return Err(error(RowProblem::BadSign)),
    };
    let rest: &'t str = &text[1..];
    let (date, rest) = rest
        .split_at_checked(6)
        .filter(|(six, _)| six.bytes().all(|b| b.is_ascii_digit()))
        .and_then(|(six, rest)| Some((read_date(six)?, rest)))
        .ok_or_else(|| error(RowProblem::BadDate))?;
    let named = rest
        .get(..3)
        .filter(|code| code.bytes().all(|b| b.is_ascii_uppercase()));
    let rest = if named.is_some() { &rest[3..] } else { rest };
    let amount = read_amount(rest.trim()).ok_or_else(|| error(RowProblem::BadAmount))?;
    Ok(Balance {
        amount: if is_debit && !amount.is_zero() {
            -amount
        } else {
            amount
        },
        date,
        currency: named.and_then(|code| code.parse().ok()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case::entry_date(
        "0211011102DR800,NSTONONREF//55555",
        "2002-11-02 -800 NSTO NONREF 55555"
    )]
    #[case::no_entry_date("110101D10,00N000NONREF", "2011-01-01 -10.00 N000 NONREF ")]
    #[case::across_new_year("1412310105C1,00N570NONREF", "2015-01-05 1.00 N570 NONREF ")]
    #[case::back_across_new_year(
        "2101071231C2,NSECNONREF//O/427544477",
        "2020-12-31 2 NSEC NONREF O/427544477"
    )]
    #[case::funds_letter(
        "0909250925DK281,25NMSCDBT.dansken//m",
        "2009-09-25 -281.25 NMSC DBT.dansken m"
    )]
    #[case::reversed_credit("200102RC5,00NMSCX", "2020-01-02 -5.00 NMSC X ")]
    #[case::reversed_debit_with_letter("200102RDR5,00NMSCX", "2020-01-02 5.00 NMSC X ")]
    #[case::expected("200102EC5,00NMSCX", "2020-01-02 5.00 NMSC X ")]
    #[case::credit_with_letter_r("200102CR5,00NMSCX", "2020-01-02 5.00 NMSC X ")]
    #[case::blank_entry_date("200101    D65,00NOVBNL47INGB", "2020-01-01 -65.00 NOVB NL47INGB ")]
    #[case::zero_entry_date("2001010000D65,00NOVBX", "2020-01-01 -65.00 NOVB X ")]
    #[case::no_type("020322CM20000,00S051", "2002-03-22 20000.00 S051  ")]
    #[case::blank_type("1710111011DF2402,00S   X", "2017-10-11 -2402.00 S X ")]
    #[case::amount_on_the_next_line("2001020102CR\n5000,00NTRFX", "2020-01-02 5000.00 NTRF X ")]
    #[case::long_references(
        "2207060706DR20,NTRFBIPI-dvT1FzfMqvzF5HaU4oetlH7SGRkonU//2022070616391534000",
        "2022-07-06 -20 NTRF BIPI-dvT1FzfMqvzF5HaU4oetlH7SGRkonU 2022070616391534000"
    )]
    #[case::whole_amount("200102D5NMSCX", "2020-01-02 -5 NMSC X ")]
    #[case::zeros_before(
        "130101D000000000025,00N102EREF            ",
        "2013-01-01 -25.00 N102 EREF "
    )]
    #[case::thirtieth_of_february("0902300301D1,00NMSCX", "2009-03-01 -1.00 NMSC X ")]
    #[case::a_point_that_can_only_be_the_mark("200102D5.25NMSCX", "2020-01-02 -5.25 NMSC X ")]
    #[case::points_between_thousands("200102D1.234.567,25NMSCX", "2020-01-02 -1234567.25 NMSC X ")]
    #[case::whole_year("20200102D5,00NMSCX", "2020-01-02 -5.00 NMSC X ")]
    #[case::last_century("991231D5,00NMSCX", "1999-12-31 -5.00 NMSC X ")]
    fn movements(#[case] text: &str, #[case] expected: &str) {
        let found = movement(text, 1).unwrap();
        let found = format!(
            "{} {} {} {} {}",
            found.date, found.amount, found.kind, found.reference, found.bank_reference
        );
        assert_eq!(found, expected);
    }

    #[rstest]
    #[case("", RowProblem::MissingDate)]
    #[case("201301D1,00NMSC", RowProblem::BadDate)]
    #[case("200101X1,00NMSC", RowProblem::BadSign)]
    #[case("200101DNMSC", RowProblem::MissingAmount)]
    #[case("200101D1,00,0NMSC", RowProblem::BadAmount)]
    #[case("200101D1.500NMSC", RowProblem::BadAmount)]
    #[case("2001010231D1,00NMSC", RowProblem::BadDate)]
    #[case("200101D999999999999999999999,00NMSC", RowProblem::BadAmount)]
    fn what_is_no_movement(#[case] text: &str, #[case] problem: RowProblem) {
        let error = movement(text, 7).unwrap_err();
        assert_eq!((error.line, error.problem), (7, problem));
    }

    #[test]
    fn balances() {
        let with = balance("D020325PLN50040,05 ", 1, "62F").unwrap();
        assert_eq!(with.amount.to_string(), "-50040.05");
        assert_eq!(with.currency, "PLN".parse().ok());
        let without = balance("C020315105000,00", 1, "62M").unwrap();
        assert_eq!(
            (without.amount.to_string().as_str(), without.currency),
            ("105000.00", None)
        );
        assert_eq!(
            balance("C0203", 3, "60F").unwrap_err().problem,
            RowProblem::BadDate
        );
    }
}
