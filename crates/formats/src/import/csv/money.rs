//! The columns that hold the money, and how one record's amount is read from them.

use domain::{CurrencyCode, Decimal};

use super::lines::{Standing, standing};
use super::records::Record;
use super::signs::{SignWords, Way};
use crate::import::error::RowProblem;
use crate::import::layout::Signs;
use crate::import::number::{Figure, Mark};

/// Where the amount is.
#[derive(Clone, Debug)]
pub(super) enum Source {
    /// One column with the sign in it; `inverted` when money out is positive.
    Signed { column: usize, inverted: bool },
    /// One column for money out, one for money in, and whether each is written with a minus.
    Pair {
        debit: usize,
        credit: usize,
        negative: [bool; 2],
    },
    /// One column without signs, and a word beside it.
    Word {
        column: usize,
        sign: usize,
        words: SignWords,
    },
}

/// A column of fees that are taken in addition to the amount.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fee {
    pub(super) column: usize,
    /// True when money out is written as positive, and is so to the end of the reading.
    pub(super) adds: bool,
}

/// Where the money of a row is.
#[derive(Clone, Debug)]
pub(super) struct Money {
    pub(super) source: Source,
    pub(super) mark: Mark,
    pub(super) balance: Option<usize>,
    /// A column of fees that are not part of the amount but of the balance.
    pub(super) fee: Option<Fee>,
    /// A column that says for which rows money moved.
    pub(super) status: Option<usize>,
    /// How many digits of the amounts, and of the balance, are decimals without a mark.
    pub(super) minor: [u32; 2],
    /// The decimal mark of the balance.
    pub(super) balance_mark: Mark,
}

/// One record's amount.
#[derive(Clone, Copy, Debug)]
pub(super) enum Reading {
    Amount(Decimal, Option<CurrencyCode>),
    /// No amount is written.
    Absent,
    /// The column and what is wrong with it.
    Wrong(usize, RowProblem),
}

impl Money {
    /// Money in some columns, and nothing else.
    pub(super) const fn new(
        source: Source,
        mark: Mark,
        balance: Option<usize>,
        status: Option<usize>,
    ) -> Self {
        Self {
            source,
            mark,
            balance,
            fee: None,
            status,
            minor: [0, 0],
            balance_mark: mark,
        }
    }

    /// True when the row says that no money has moved (yet).
    pub(super) fn is_open(&self, record: &Record<'_>) -> bool {
        self.status
            .is_some_and(|at| standing(record.cell(at)) != Standing::Booked)
    }

    /// Reads the amount of a record; money in is positive.
    pub(super) fn read(&self, record: &Record<'_>) -> Reading {
        let reading = match &self.source {
            Source::Signed { column, inverted } => self.signed(record, *column, *inverted),
            Source::Pair {
                debit,
                credit,
                negative,
            } => self.pair(record, *debit, *credit, *negative),
            Source::Word {
                column,
                sign,
                words,
            } => self.word(record, *column, *sign, words),
        };
        match (reading, self.fee) {
            (Reading::Amount(amount, currency), Some(fee)) => {
                let size = self.fee_on(record, fee.column);
                let amount = if fee.adds {
                    amount + size
                } else {
                    amount - size
                };
                Reading::Amount(amount, currency)
            }
            (reading, _) => reading,
        }
    }

    /// The size of the fee in a column of a record.
    pub(super) fn fee_on(&self, record: &Record<'_>, column: usize) -> Decimal {
        self.number(record.cell(column)).unwrap_or_default().abs()
    }

    /// The balance after a record.
    pub(super) fn read_balance(&self, record: &Record<'_>) -> Option<Decimal> {
        let balance = Figure::read(record.cell(self.balance?))?.value(self.balance_mark)?;
        Some(shifted(balance, self.minor[1]))
    }

    /// The columns used.
    pub(super) fn columns(&self) -> Vec<usize> {
        let mut columns = match &self.source {
            Source::Signed { column, .. } => vec![*column],
            Source::Pair { debit, credit, .. } => vec![*debit, *credit],
            Source::Word { column, sign, .. } => vec![*column, *sign],
        };
        columns.extend(self.balance);
        columns
    }

    /// How the sign is known.
    pub(super) const fn signs(&self) -> Signs {
        match &self.source {
            Source::Signed {
                inverted: false, ..
            } => Signs::AsWritten,
            Source::Signed { inverted: true, .. } => Signs::Inverted,
            Source::Pair { .. } => Signs::DebitAndCredit,
            Source::Word { .. } => Signs::Word,
        }
    }

    fn number(&self, cell: &str) -> Option<Decimal> {
        Figure::read(cell)?.value(self.mark)
    }

    fn signed(&self, record: &Record<'_>, column: usize, inverted: bool) -> Reading {
        match self.amount(record, column) {
            Reading::Amount(amount, currency) if inverted => Reading::Amount(-amount, currency),
            reading => reading,
        }
    }

    fn amount(&self, record: &Record<'_>, column: usize) -> Reading {
        let cell = record.cell(column);
        if is_nothing(cell) {
            return Reading::Absent;
        }
        let figure = Figure::read(cell);
        match figure.and_then(|figure| Some((figure.value(self.mark)?, figure.currency))) {
            Some((amount, currency)) => Reading::Amount(shifted(amount, self.minor[0]), currency),
            None => Reading::Wrong(column, RowProblem::BadAmount),
        }
    }

    fn pair(
        &self,
        record: &Record<'_>,
        debit: usize,
        credit: usize,
        negative: [bool; 2],
    ) -> Reading {
        let [debit_negative, credit_negative] = negative;
        let (out, money_in) = (self.amount(record, debit), self.amount(record, credit));
        let signed = |amount: Decimal, flip: bool| if flip { -amount } else { amount };
        match (out, money_in) {
            (wrong @ Reading::Wrong(..), _) | (_, wrong @ Reading::Wrong(..)) => wrong,
            (Reading::Absent, Reading::Absent) => Reading::Absent,
            (Reading::Amount(out, currency), Reading::Absent) => {
                Reading::Amount(signed(out, !debit_negative), currency)
            }
            (Reading::Absent, Reading::Amount(amount, currency)) => {
                Reading::Amount(signed(amount, credit_negative), currency)
            }
            (Reading::Amount(out, currency), Reading::Amount(amount, _)) => Reading::Amount(
                signed(out, !debit_negative) + signed(amount, credit_negative),
                currency,
            ),
        }
    }

    fn word(&self, record: &Record<'_>, column: usize, sign: usize, words: &SignWords) -> Reading {
        let Reading::Amount(amount, currency) = self.amount(record, column) else {
            return self.amount(record, column);
        };
        match words.way(&domain::text::fold(record.cell(sign))) {
            Some(Way::In) => Reading::Amount(amount, currency),
            Some(Way::Out) => Reading::Amount(-amount, currency),
            None => Reading::Wrong(sign, RowProblem::BadSign),
        }
    }
}

/// Cents as a part of their currency.
fn shifted(mut amount: Decimal, digits: u32) -> Decimal {
    // Only whole numbers come with digits, so that the scale is theirs alone.
    if digits > 0 && amount.scale() == 0 && amount.set_scale(digits).is_err() {
        return Decimal::ZERO;
    }
    amount
}

/// Dashes and the like stand for no amount.
pub(super) fn is_nothing(cell: &str) -> bool {
    cell.chars()
        .all(|c| matches!(c, '-' | '\u{2013}' | '\u{2014}' | '*' | ' ' | '\u{a0}'))
        || matches!(cell, "n/a" | "N/A" | "null" | "NULL")
}
