//! Reading query terms.

use chrono::NaiveDate;

use super::{Bound, Condition, Query, Range, Term};
use crate::amount::{AmountError, parse_amount};
use crate::currency::Currency;
use crate::period::{Period, PeriodError};
use crate::text::fold;
use crate::transaction::Status;

/// The words before a colon that mean something.
pub const PREFIXES: [&str; 10] = [
    "acct", "cat", "payee", "memo", "amt", "date", "tag", "status", "source", "currency",
];

/// Why a term was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum QueryError {
    /// The word before the colon means nothing.
    #[error("`{0}:` is no query term")]
    UnknownPrefix(String),
    /// A term of nothing but blanks, which would let everything pass.
    #[error("a query term can't be empty")]
    Blank,
    /// Nothing follows the colon.
    #[error("`{0}:` needs a value")]
    Empty(String),
    /// A status that doesn't exist.
    #[error("`{0}` is no status")]
    Status(String),
    /// A source that nothing comes from.
    #[error("`{0}` is no source")]
    Source(String),
    /// A currency code that can't be one.
    #[error("`{0}` is no currency code")]
    Currency(String),
    /// An amount that can't be read.
    #[error(transparent)]
    Amount(#[from] AmountError),
    /// A period that can't be read.
    #[error(transparent)]
    Period(#[from] PeriodError),
}

impl Query {
    /// Reads one term for each argument. Amounts are read as amounts of `currency`.
    pub fn parse<S: AsRef<str>>(
        terms: impl IntoIterator<Item = S>,
        today: NaiveDate,
        currency: Currency,
    ) -> Result<Self, QueryError> {
        let terms = terms
            .into_iter()
            .map(|term| parse_term(term.as_ref().trim(), today, currency))
            .collect::<Result<_, _>>()?;
        Ok(Self { terms })
    }
}

fn parse_term(text: &str, today: NaiveDate, currency: Currency) -> Result<Term, QueryError> {
    let (negated, text) = text
        .strip_prefix("not:")
        .map_or((false, text), |rest| (true, rest));
    if text.trim().is_empty() {
        return Err(if negated {
            QueryError::Empty("not".to_owned())
        } else {
            QueryError::Blank
        });
    }
    let Some((prefix, value)) = text.split_once(':') else {
        return Ok(Term {
            negated,
            condition: Condition::Text(fold(text)),
        });
    };
    let prefix = prefix.to_lowercase();
    if !PREFIXES.contains(&prefix.as_str()) {
        return Err(QueryError::UnknownPrefix(prefix.chars().take(40).collect()));
    }
    if value.trim().is_empty() {
        return Err(QueryError::Empty(prefix));
    }
    let condition = match prefix.as_str() {
        "acct" => Condition::Account(value.to_owned()),
        "cat" => Condition::Category(value.to_owned()),
        "payee" => Condition::Payee(fold(value)),
        "memo" => Condition::Memo(fold(value)),
        "amt" => Condition::Amount(range(value, currency)?),
        "date" => Condition::Date(Period::parse(value, today)?),
        "tag" => Condition::Tag(value.to_owned()),
        "status" => status(value)?,
        "source" => source(value)?,
        _ => Condition::Currency(
            value
                .parse()
                .map_err(|_| QueryError::Currency(value.chars().take(40).collect()))?,
        ),
    };
    Ok(Term { negated, condition })
}

/// Where transactions come from: the beginning of one of these, or more after the colon.
const SOURCES: [&str; 3] = ["manual", "import:", "schedule:"];

fn source(value: &str) -> Result<Condition, QueryError> {
    let word = value.to_lowercase();
    let begins = |known: &&str| -> bool {
        known.starts_with(&word) || (known.ends_with(':') && word.starts_with(known))
    };
    if SOURCES.iter().any(begins) {
        Ok(Condition::Source(word))
    } else {
        Err(QueryError::Source(value.chars().take(40).collect()))
    }
}

fn status(value: &str) -> Result<Condition, QueryError> {
    let word = fold(value);
    if word == "reconciled" {
        return Ok(Condition::Reconciled);
    }
    Status::from_word(&word)
        .map(Condition::Status)
        .ok_or_else(|| QueryError::Status(value.chars().take(40).collect()))
}

/// `100`, `=100`, `>100`, `>=100`, `<5`, `<=5`, `10..20`, `10..`.
fn range(text: &str, currency: Currency) -> Result<Range, QueryError> {
    let bound = |text: &str, included: bool| -> Result<Option<Bound>, AmountError> {
        let size = parse_amount(text, currency)?.to_decimal().abs();
        Ok(Some(Bound { size, included }))
    };
    if let Some((least, most)) = text.split_once("..") {
        let end = |text: &str| {
            if text.trim().is_empty() {
                Ok(None)
            } else {
                bound(text, true)
            }
        };
        return Ok(Range {
            least: end(least)?,
            most: end(most)?,
        });
    }
    for (operator, least, included) in [
        (">=", true, true),
        ("<=", false, true),
        (">", true, false),
        ("<", false, false),
    ] {
        if let Some(size) = text.strip_prefix(operator) {
            let end = bound(size, included)?;
            let none = None;
            return Ok(if least {
                Range {
                    least: end,
                    most: none,
                }
            } else {
                Range {
                    least: none,
                    most: end,
                }
            });
        }
    }
    let exact = bound(text.strip_prefix('=').unwrap_or(text), true)?;
    Ok(Range {
        least: exact,
        most: exact,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::currency::iso_currency;
    use rstest::rstest;

    fn parse(terms: &[&str]) -> Result<Query, QueryError> {
        let today = NaiveDate::from_ymd_opt(2025, 4, 16).unwrap();
        Query::parse(terms, today, iso_currency("CLP".parse().unwrap()).unwrap())
    }

    fn condition(term: &str) -> Condition {
        parse(&[term]).unwrap().terms.remove(0).condition
    }

    #[test]
    fn terms_are_read_by_their_prefix() {
        assert_eq!(condition("Café"), Condition::Text("cafe".into()));
        assert_eq!(condition("cat:Food"), Condition::Category("Food".into()));
        assert_eq!(
            condition("status:pending"),
            Condition::Status(Status::Pending)
        );
        assert_eq!(condition("status:reconciled"), Condition::Reconciled);
        assert_eq!(condition("date:ayer"), condition("date:2025-04-15"));
        assert!(parse(&["not:tag:trip"]).unwrap().terms[0].negated);
    }

    #[rstest]
    #[case("amt:>1.000", Some((1000, false)), None)]
    #[case("amt:<=5", None, Some((5, true)))]
    #[case("amt:10..20", Some((10, true)), Some((20, true)))]
    #[case("amt:-7", Some((7, true)), Some((7, true)))]
    #[case("amt:..20", None, Some((20, true)))]
    fn ranges(
        #[case] term: &str,
        #[case] least: Option<(i64, bool)>,
        #[case] most: Option<(i64, bool)>,
    ) {
        let bound = |(size, included): (i64, bool)| Bound {
            size: size.into(),
            included,
        };
        let expected = Range {
            least: least.map(bound),
            most: most.map(bound),
        };
        assert_eq!(condition(term), Condition::Amount(expected));
    }

    #[rstest]
    #[case("kat:food")]
    #[case("cat:")]
    #[case("not:")]
    #[case(" ")]
    #[case("amt:abc")]
    #[case("date:never")]
    #[case("status:maybe")]
    #[case("currency:€")]
    fn refusals(#[case] term: &str) {
        assert!(parse(&[term]).is_err());
    }
}
