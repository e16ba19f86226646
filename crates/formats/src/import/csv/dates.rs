//! Which column holds the date, and in which order its day and month are.

use super::preamble::Preamble;
use super::roles::Candidates;
use super::survey::Column;
use crate::import::Hints;
use crate::import::date::{DateEvidence, DateOrder, Verdict};
use crate::import::error::ReadError;
use crate::import::layout::{Evidence, Role};

/// The rank of value dates among second dates.
const VALUTA: u8 = 2;

/// The date of the transaction and a second one.
pub(super) fn columns(candidates: &Candidates<'_>) -> Result<(usize, Option<usize>), ReadError> {
    let first = candidates.best(Role::Date, Column::is_dates);
    let second = candidates.best(Role::ValueDate, Column::is_dates);
    let unnamed = || {
        let plain =
            |column: &Column| column.is_dates() && column.dates.compact < column.dates.dates;
        let fit = |compact: bool| {
            candidates.unnamed().find(|c| {
                if compact {
                    c.column.is_dates()
                } else {
                    plain(c.column)
                }
            })
        };
        fit(false)
            .or_else(|| fit(true))
            .map(|candidate| candidate.at)
    };
    // The day on which interest begins is not the day of the transaction.
    let valuta = |at: usize| {
        let meaning = candidates.all.get(at).and_then(|c| c.meaning);
        meaning.is_some_and(|meaning| meaning.rank == VALUTA)
    };
    let stated = first.or_else(|| second.filter(|at| !valuta(*at)));
    match (stated.or_else(unnamed).or(second), second) {
        (Some(date), second) => Ok((date, second.filter(|at| *at != date))),
        (None, _) => Err(ReadError::NoColumns {
            missing: "date",
            found: candidates.describe(),
        }),
    }
}

/// The order of day and month: the dates, then a second date, the lines above, the circumstances.
pub(super) fn order(
    candidates: &Candidates<'_>,
    date: usize,
    preamble: &Preamble,
    hints: &Hints<'_>,
    newest_first: Option<bool>,
    evidence: &mut Vec<Evidence>,
) -> Result<DateOrder, ReadError> {
    let given = hints
        .date_order
        .or(hints.profile.and_then(|profile| profile.date_order));
    let missing = || ReadError::NoColumns {
        missing: "date",
        found: candidates.describe(),
    };
    let column = candidates.column(date).ok_or_else(missing)?;
    if let Some(order) = given.filter(|order| column.dates.allows(*order)) {
        evidence.push(Evidence::Given("date format"));
        return Ok(order);
    }
    let (example, readings) = match column.dates.decide(newest_first) {
        Verdict::Order(order, why) => {
            evidence.push(why);
            return Ok(order);
        }
        Verdict::NoDates => return Err(missing()),
        Verdict::Mixed { examples } => {
            return Err(ReadError::MixedDates {
                examples: examples.map(String::from),
            });
        }
        Verdict::Open { example, readings } => (example, readings),
    };
    let others = candidates
        .all
        .iter()
        .filter(|c| c.at != date && c.column.is_dates())
        .map(|c| c.column.dates.clone());
    let above: Vec<DateEvidence> = vec![preamble.evidence(hints.today)];
    for other in others.chain(above) {
        if let Verdict::Order(
            order @ (DateOrder::Dmy | DateOrder::Mdy),
            why @ Evidence::DatesFitOneOrder,
        ) = other.decide(None)
            && other.tells_order()
            && column.dates.looks_like(&other)
        {
            evidence.push(why);
            return Ok(order);
        }
    }
    Err(ReadError::AmbiguousDates {
        example: example.into(),
        readings,
    })
}
