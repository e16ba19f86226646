//! Everything that is decided before the first row is read.

use chrono::NaiveDate;
use domain::CurrencyCode;

use super::chain::examine;
use super::choose::{Table, links, source};
use super::contents::balance_by_contents;
use super::currency;
use super::dates;
use super::fees;
use super::labels::Labels;
use super::minor;
use super::money::{Money, Source};
use super::preamble::Preamble;
use super::records::Records;
use super::roles::Candidates;
use super::shape::Shape;
use super::signs::{SignWords, has_card_columns, is_card};
use super::survey::Column;
use crate::import::Hints;
use crate::import::date::DateOrder;
use crate::import::error::ReadError;
use crate::import::layout::{Evidence, Role};
use crate::import::number::{Mark, NumberEvidence};

/// How the rows are read.
#[derive(Debug)]
pub(super) struct Plan {
    pub(super) date: usize,
    /// The date that is taken when the first one is missing.
    pub(super) second_date: Option<usize>,
    pub(super) order: DateOrder,
    pub(super) yearless: bool,
    pub(super) money: Money,
    pub(super) numbers: NumberEvidence,
    pub(super) fees: fees::Known,
    pub(super) labels: Labels,
    pub(super) currency_column: Option<usize>,
    pub(super) currency: Option<CurrencyCode>,
    pub(super) evidence: Vec<Evidence>,
    /// True when the header has columns that only cards have.
    pub(super) card: bool,
}

/// Decides about columns, marks and dates.
pub(super) fn plan(
    candidates: &Candidates<'_>,
    records: &Records<'_>,
    preamble: &Preamble,
    hints: &Hints<'_>,
) -> Result<Plan, ReadError> {
    let mut evidence = Vec::new();
    let named = candidates
        .all
        .iter()
        .any(|candidate| candidate.meaning.is_some());
    evidence.push(if named {
        Evidence::HeaderWords
    } else {
        Evidence::ColumnContents
    });
    let (date, second_date) = dates::columns(candidates)?;
    let currency_column = currency::column(candidates);
    let currency = currency::of_file(candidates, preamble, hints);
    let exponent = currency::exponent(candidates, currency_column, currency, hints.currency);
    let balance = candidates.best(Role::Balance, Column::is_amounts);
    let (mut money, numbers) = money(candidates, records, balance, exponent, hints, &mut evidence)?;
    let fees = fees::decide(candidates, records, &mut money, hints, &mut evidence);
    let newest_first = newest_first(records, &money, &mut evidence);
    let order = dates::order(
        candidates,
        date,
        preamble,
        hints,
        newest_first,
        &mut evidence,
    )?;
    let mut taken = money.columns();
    taken.extend(
        [Some(date), second_date, currency_column]
            .into_iter()
            .flatten(),
    );
    let yearless = candidates
        .column(date)
        .is_some_and(|column| column.dates.is_yearless());
    Ok(Plan {
        date,
        second_date,
        order,
        yearless,
        money,
        numbers,
        fees,
        labels: Labels::find(candidates, &taken),
        currency_column,
        currency,
        evidence,
        card: false,
    })
}

/// The order of the rows, when the running balance proves it.
fn newest_first(
    records: &Records<'_>,
    money: &Money,
    evidence: &mut Vec<Evidence>,
) -> Option<bool> {
    money.balance?;
    let finding = examine(&links(records, money).into_iter())?;
    let proven = Some(finding).filter(|finding| finding.chain.proves())?;
    evidence.push(Evidence::RunningBalance(proven.chain.holds));
    Some(proven.newest_first)
}

/// Chooses the columns of the money and the decimal mark; the running balance helps with both.
fn money(
    candidates: &Candidates<'_>,
    records: &Records<'_>,
    balance: Option<usize>,
    exponent: Option<u8>,
    hints: &Hints<'_>,
    evidence: &mut Vec<Evidence>,
) -> Result<(Money, NumberEvidence), ReadError> {
    let given = hints
        .decimal
        .or(hints.profile.and_then(|profile| profile.decimal))
        .and_then(Mark::from_char);
    // Columns are chosen with a mark that fits most amounts; the mark is decided from them after.
    let rough = given.unwrap_or_else(|| rough_mark(candidates, exponent));
    let status = candidates.best(Role::Status, |_| true);
    let table = Table {
        candidates,
        records,
        mark: rough,
        balance,
        status,
    };
    let chosen = chosen_source(table, hints)?;
    let amounts = Money::new(chosen.clone(), rough, None, None).columns();
    let numbers = numbers_of(candidates, &amounts, balance);
    let mark = match (given, numbers.decide(exponent)) {
        (Some(mark), _) => {
            evidence.push(Evidence::Given("decimal mark"));
            mark
        }
        (None, Ok((mark, why))) => {
            evidence.push(why);
            mark
        }
        (None, Err(open)) => by_balance(table, &chosen)
            .inspect(|_| evidence.push(Evidence::NumbersFitOneMark))
            .ok_or(ReadError::AmbiguousNumbers {
                example: open.example.into(),
                readings: open.readings,
            })?,
    };
    let table = Table { mark, ..table };
    let balance = balance.or_else(|| balance_by_contents(table, &chosen));
    let mut money = Money::new(chosen, mark, balance, status);
    money.balance_mark = own_mark(candidates, balance).unwrap_or(mark);
    let digits = |column: usize| minor::digits(candidates, column, exponent);
    money.minor = [
        money.columns().first().map_or(0, |column| digits(*column)),
        balance.map_or(0, digits),
    ];
    Ok((money, numbers))
}

/// The mark of a column whose numbers fit one only.
fn own_mark(candidates: &Candidates<'_>, column: Option<usize>) -> Option<Mark> {
    let decided = candidates.column(column?)?.numbers.decide(None);
    let fits = |(_, why): &(Mark, Evidence)| *why == Evidence::NumbersFitOneMark;
    decided.ok().filter(fits).map(|(mark, _)| mark)
}

/// The numbers of the amounts, and those of the balance too unless the amounts say their mark.
fn numbers_of(
    candidates: &Candidates<'_>,
    amounts: &[usize],
    balance: Option<usize>,
) -> NumberEvidence {
    let mut numbers = NumberEvidence::default();
    for at in amounts {
        if let Some(column) = candidates.column(*at) {
            numbers.merge(&column.numbers);
        }
    }
    let known = numbers.has_marks() && numbers.decide(None).is_ok();
    if let Some(column) = balance
        .and_then(|at| candidates.column(at))
        .filter(|_| !known)
    {
        numbers.merge(&column.numbers);
    }
    numbers
}

/// The mark that most amounts of the file fit.
fn rough_mark(candidates: &Candidates<'_>, exponent: Option<u8>) -> Mark {
    let mut all = NumberEvidence::default();
    for candidate in &candidates.all {
        let money = candidate.meaning.is_none_or(|meaning| {
            matches!(
                meaning.role,
                Role::Amount | Role::Debit | Role::Credit | Role::Balance
            )
        });
        if money && candidate.column.is_amounts() {
            all.merge(&candidate.column.numbers);
        }
    }
    all.decide(exponent).map_or(Mark::Point, |(mark, _)| mark)
}

/// The source of the amounts, with what a profile says about signs.
fn chosen_source(table: Table<'_, '_, '_>, hints: &Hints<'_>) -> Result<Source, ReadError> {
    let candidates = table.candidates;
    let Some(profile) = hints.profile else {
        return source(table);
    };
    if !profile.money_in.is_empty() || !profile.money_out.is_empty() {
        let column = candidates.best(Role::Amount, |_| true);
        if let (Some(column), Some(sign)) = (column, candidates.best(Role::Sign, |_| true)) {
            let words = SignWords::given(&profile.money_in, &profile.money_out);
            return Ok(Source::Word {
                column,
                sign,
                words,
            });
        }
    }
    let inverted = profile.inverted;
    Ok(match source(table)? {
        Source::Signed { column, .. } if inverted => Source::Signed { column, inverted },
        other => other,
    })
}

/// Open marks: the one under which the running balance holds.
fn by_balance(table: Table<'_, '_, '_>, source: &Source) -> Option<Mark> {
    let proves = |mark| {
        let finding = Table { mark, ..table }.examine(source.clone(), table.balance);
        finding.is_some_and(|finding| finding.chain.proves())
    };
    match (proves(Mark::Point), proves(Mark::Comma)) {
        (true, false) => Some(Mark::Point),
        (false, true) => Some(Mark::Comma),
        _ => None,
    }
}

impl Plan {
    /// Turns the signs of a card's statement, whose words say that it is one, and which writes
    /// what was bought as positive. Whoever said already how the signs are is believed.
    pub(super) fn read_card(&mut self, shape: &Shape<'_>, hints: &Hints<'_>) {
        self.card = has_card_columns(shape.names());
        let said = hints.inverted.is_some()
            || hints.profile.is_some_and(|known| !known.columns.is_empty());
        let bought = self.numbers_of_source_are_positive();
        if let (Source::Signed { inverted, .. }, false, true) =
            (&mut self.money.source, said, bought && is_card(shape))
        {
            *inverted = true;
            self.evidence.push(Evidence::CardWords);
        }
    }

    const fn numbers_of_source_are_positive(&self) -> bool {
        self.numbers.positive > self.numbers.negative
    }

    /// The latest day that the file can hold when its dates have no year.
    pub(super) fn latest(&self, preamble: &Preamble, today: NaiveDate) -> NaiveDate {
        preamble
            .latest(self.order, today)
            .filter(|latest| *latest <= today)
            .unwrap_or(today)
    }
}
