//! Columns of amounts that no header word explains: told apart by their contents and, above all,
//! by the running balance.

use super::beside::{one_way, with_word};
use super::choose::{Table, pair_of};
use super::money::{Money, Source};
use super::roles::Candidate;
use crate::import::error::ReadError;
use crate::import::layout::Role;

/// Without known words: columns of amounts, told apart by their signs and the running balance.
pub(super) fn by_contents(table: Table<'_, '_, '_>) -> Result<Source, ReadError> {
    let candidates = table.candidates;
    let money: Vec<&Candidate<'_>> = candidates
        .all
        .iter()
        .filter(|c| c.meaning.is_none_or(|meaning| meaning.role == Role::Amount))
        .filter(|c| {
            c.column.is_amounts() && !c.column.is_dates() && c.column.longest_is_at_most(20)
        })
        .filter(|c| c.column.filled < candidates.records.max(3) || !one_way(c))
        .collect();
    // Beside amounts with decimals, whole numbers are numbers of cheques or accounts.
    let fractional = money.iter().any(|c| c.column.numbers.has_marks());
    let money: Vec<&Candidate<'_>> = money
        .into_iter()
        .filter(|c| !fractional || c.column.numbers.has_marks())
        .collect();
    let signed = |column: usize| Source::Signed {
        column,
        inverted: false,
    };
    match money.as_slice() {
        [] => Err(ReadError::NoColumns {
            missing: "amount",
            found: candidates.describe(),
        }),
        [only] => match with_word(table, only) {
            Some(source) => source,
            None => Ok(signed(only.at)),
        },
        several => match by_balance(several, table).as_slice() {
            [only] => Ok(only.clone()),
            _ => Err(ReadError::AmbiguousColumns {
                what: "amount",
                candidates: several
                    .iter()
                    .map(|candidate| candidate.name.clone())
                    .collect(),
            }),
        },
    }
}

/// Among columns of amounts: the sources from which another column follows as the balance.
fn by_balance(money: &[&Candidate<'_>], table: Table<'_, '_, '_>) -> Vec<Source> {
    let mut proven = Vec::new();
    if money.len() > 6 {
        return proven;
    }
    let proves = |source: &Source, used: &[usize]| {
        let mut balances = money.iter().filter(|balance| !used.contains(&balance.at));
        table.proves(source.clone(), table.balance)
            || balances.any(|balance| table.proves(source.clone(), Some(balance.at)))
    };
    for first in money {
        let signed = Source::Signed {
            column: first.at,
            inverted: false,
        };
        if proves(&signed, &[first.at]) {
            proven.push(signed);
        }
        for second in money.iter().filter(|second| second.at != first.at) {
            let pair = pair_of(first, second).filter(|_| alternate(first, second, table));
            proven.extend(pair.filter(|pair| proves(pair, &[first.at, second.at])));
        }
    }
    proven
}

/// True when two columns of amounts together fill every row once.
fn alternate(first: &Candidate<'_>, second: &Candidate<'_>, table: Table<'_, '_, '_>) -> bool {
    let (one, other) = (first.column.filled, second.column.filled);
    one > 0 && other > 0 && one + other <= table.candidates.records
}

/// The balance column that follows from the amounts, when no header names one.
pub(super) fn balance_by_contents(table: Table<'_, '_, '_>, source: &Source) -> Option<usize> {
    let used = Money::new(source.clone(), table.mark, None, None).columns();
    let free =
        |c: &&Candidate<'_>| c.column.is_amounts() && !c.column.is_dates() && !used.contains(&c.at);
    let follows = |at: &usize| table.proves(source.clone(), Some(*at));
    table
        .candidates
        .unnamed()
        .filter(free)
        .map(|candidate| candidate.at)
        .find(follows)
}
