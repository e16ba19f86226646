//! Which columns hold the money: header words first, then signs and contents, then the running
//! balance. When several stay possible the file is refused, with their names.

use super::beside::with_word;
use super::chain::{Finding, Link, examine};
use super::contents::by_contents;
use super::money::{Money, Reading, Source};
use super::records::{Record, Records};
use super::roles::{Candidate, Candidates};
use super::survey::Column;
use crate::import::error::ReadError;
use crate::import::layout::Role;
use crate::import::number::Mark;

/// What the choice is made from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Table<'t, 's, 'a> {
    pub(super) candidates: &'t Candidates<'s>,
    pub(super) records: &'t Records<'a>,
    pub(super) mark: Mark,
    pub(super) balance: Option<usize>,
    pub(super) status: Option<usize>,
}

/// Finds the source of the amounts.
pub(super) fn source(table: Table<'_, '_, '_>) -> Result<Source, ReadError> {
    let candidates = table.candidates;
    let usable = |column: &Column| column.filled == column.dashes || column.is_amounts();
    let (debit, credit) = (
        candidates.with(Role::Debit, usable),
        candidates.with(Role::Credit, usable),
    );
    let pair = best_pair(&debit, &credit, table);
    let amounts = candidates.with(Role::Amount, Column::is_amounts);
    let amount = match best_amount(&amounts, table) {
        Ok(amount) => amount,
        Err(error) => return pair.and_then(Result::ok).ok_or(error),
    };
    match (amount, pair) {
        (Some(amount), Some(pair)) if amount.column.numbers.negative == 0 => {
            with_word(table, amount).unwrap_or(pair)
        }
        (Some(amount), _) => {
            let signed = Source::Signed {
                column: amount.at,
                inverted: false,
            };
            with_word(table, amount).unwrap_or(Ok(signed))
        }
        (None, Some(pair)) => pair,
        (None, None) => lone(&debit, &credit).map_or_else(|| by_contents(table), Ok),
    }
}

/// Two columns, of which at least one holds something.
pub(super) fn pair_of(debit: &Candidate<'_>, credit: &Candidate<'_>) -> Option<Source> {
    let negative = |candidate: &Candidate<'_>| {
        let numbers = &candidate.column.numbers;
        numbers.negative > numbers.positive
    };
    (debit.column.filled + credit.column.filled > 0).then(|| Source::Pair {
        debit: debit.at,
        credit: credit.at,
        negative: [negative(debit), negative(credit)],
    })
}

/// The best columns for money out and in; among equals the running balance must tell.
fn best_pair(
    debit: &[&Candidate<'_>],
    credit: &[&Candidate<'_>],
    table: Table<'_, '_, '_>,
) -> Option<Result<Source, ReadError>> {
    let equals = |columns: &[&Candidate<'_>]| {
        columns
            .iter()
            .filter(|c| rank(c) == rank(columns[0]))
            .count()
    };
    let (first, second) = (debit.first()?, credit.first()?);
    let choices = equals(debit).min(equals(credit));
    if choices == 1 {
        return pair_of(first, second).map(Ok);
    }
    let pairs = debit
        .iter()
        .zip(credit)
        .take(choices)
        .filter_map(|(debit, credit)| pair_of(debit, credit));
    let mut proven = pairs.filter(|pair| table.proves(pair.clone(), table.balance));
    Some(proven.next().ok_or_else(|| {
        ReadError::AmbiguousColumns {
            what: "amount",
            candidates: debit
                .iter()
                .chain(credit)
                .map(|candidate| candidate.name.clone())
                .collect(),
        }
    }))
}

/// How good a header word is; equal for columns that the header doesn't tell apart.
fn rank(candidate: &Candidate<'_>) -> Option<(u8, bool)> {
    candidate
        .meaning
        .map(|meaning| (meaning.rank, meaning.exact))
}

/// Only one of the two columns is there: it must have signs of its own.
fn lone(debit: &[&Candidate<'_>], credit: &[&Candidate<'_>]) -> Option<Source> {
    let only = debit.first().or(credit.first())?;
    let numbers = &only.column.numbers;
    (numbers.negative > 0 && numbers.positive > 0).then_some(Source::Signed {
        column: only.at,
        inverted: false,
    })
}

/// The best column called an amount; among equals the running balance must tell.
fn best_amount<'c, 's>(
    amounts: &[&'c Candidate<'s>],
    table: Table<'_, '_, '_>,
) -> Result<Option<&'c Candidate<'s>>, ReadError> {
    let Some(first) = amounts.first() else {
        return Ok(None);
    };
    let equals: Vec<&&Candidate<'_>> = amounts
        .iter()
        .filter(|candidate| rank(candidate) == rank(first))
        .collect();
    if equals.len() == 1 {
        return Ok(Some(first));
    }
    let proven: Vec<&&&Candidate<'_>> = equals
        .iter()
        .filter(|candidate| {
            table.proves(
                Source::Signed {
                    column: candidate.at,
                    inverted: false,
                },
                table.balance,
            )
        })
        .collect();
    match proven.as_slice() {
        [only] => Ok(Some(**only)),
        _ => Err(ReadError::AmbiguousColumns {
            what: "amount",
            candidates: equals
                .iter()
                .map(|candidate| candidate.name.clone())
                .collect(),
        }),
    }
}

impl Table<'_, '_, '_> {
    /// What the running balance says about a choice of columns.
    pub(super) fn examine(&self, source: Source, balance: Option<usize>) -> Option<Finding> {
        let money = Money::new(source, self.mark, Some(balance?), self.status);
        examine(&links(self.records, &money).into_iter())
    }

    /// True when the running balance follows from a choice of columns.
    pub(super) fn proves(&self, source: Source, balance: Option<usize>) -> bool {
        let finding = self.examine(source, balance);
        finding.is_some_and(|finding| finding.chain.proves() && !finding.inverted)
    }
}

/// Amounts and balances in the order of the file.
pub(super) fn links(records: &Records<'_>, money: &Money) -> Vec<Link> {
    let mut records = records.clone();
    let mut record = Record::default();
    let mut links = Vec::new();
    while records.read(&mut record) {
        if let Reading::Amount(amount, _) = money.read(&record)
            && !money.is_open(&record)
        {
            links.push(Link {
                line: record.line,
                amount,
                balance: money.read_balance(&record),
            });
        }
    }
    links
}
