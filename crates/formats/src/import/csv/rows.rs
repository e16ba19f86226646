//! Records become rows, one after the other, with nothing left to decide.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use chrono::NaiveDate;
use domain::{CurrencyCode, Decimal};

use super::lines::{Standing, is_total, standing};
use super::money::Reading;
use super::plan::Plan;
use super::preamble::masked_card;
use super::records::{Record, Records};
use super::sums::{Extent, Fate, no_movements};
use super::survey::repeats;
use crate::import::date::{Parts, YEARLESS};
use crate::import::error::{RowError, RowProblem, shorten};
use crate::import::layout::LeftOut;
use crate::import::statement::{Row, StatementAccount, text};

/// Lines left out beyond these are only counted, and cells beyond these not told.
const MOST_LEFT_OUT: usize = 200;
const MOST_CELLS: usize = 12;

/// What reading the records gave.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) rows: Vec<Row>,
    pub(super) errors: Vec<RowError>,
    pub(super) accounts: Vec<StatementAccount>,
    /// The lines that are no rows, the first of them with their text.
    pub(super) ignored: u32,
    pub(super) left_out: Vec<LeftOut>,
    /// How much each of the rows holds.
    extents: Vec<Extent>,
    /// Statuses for which no money moved, with their number of rows.
    pub(super) skipped: Vec<(String, u32)>,
    /// The fees that were not booked: how many rows have one, and their sum.
    pub(super) fees: (u32, Decimal),
}

/// Reads the records of a table.
pub(super) struct Reader<'p> {
    plan: &'p Plan,
    names: &'p [String],
    today: NaiveDate,
    known: HashMap<String, u32>,
    categories: HashSet<Arc<str>>,
    found: Found,
    /// True while lines without a date belong to the row above.
    open: bool,
}

impl<'p> Reader<'p> {
    pub(super) fn new(
        plan: &'p Plan,
        names: &'p [String],
        today: NaiveDate,
        expected: u32,
    ) -> Self {
        let mut found = Found::default();
        found.rows.reserve(usize::try_from(expected).unwrap_or(0));
        Self {
            plan,
            names,
            today,
            known: HashMap::new(),
            categories: HashSet::new(),
            found,
            open: false,
        }
    }

    /// Reads all records.
    pub(super) fn read(mut self, records: Records<'_>) -> Found {
        let mut records = records;
        let mut record = Record::default();
        while records.read(&mut record) {
            self.take(&record);
        }
        let complete = records.ends_with_line();
        self.leave_out_sums(complete);
        self.found
    }

    /// Takes the rows out that are balances or sums.
    fn leave_out_sums(&mut self, complete: bool) {
        let extents = std::mem::take(&mut self.found.extents);
        let fates = no_movements(&self.found.rows, &extents, complete);
        if fates.is_empty() {
            return;
        }
        let mut fates = fates.into_iter().peekable();
        let rows = std::mem::take(&mut self.found.rows);
        for (at, row) in rows.into_iter().enumerate() {
            let Some((_, fate)) = fates.next_if(|(known, _)| *known == at) else {
                self.found.rows.push(row);
                continue;
            };
            let words = [row.payee.as_deref(), row.memo.as_deref()];
            let words: Vec<&str> = words.into_iter().flatten().collect();
            let text = format!("{} {} {}", row.date, row.amount, words.join(" "));
            match fate {
                Fate::LeftOut => self.found.leave_out(row.line, &text),
                Fate::Reported(problem) => {
                    let error = RowError::new(row.line, None, &text, problem);
                    self.found.errors.push(error);
                }
            }
        }
        self.found.errors.sort_by_key(|error| error.line);
        self.found.left_out.sort_by_key(|left| left.line);
    }

    fn take(&mut self, record: &Record<'_>) {
        let continues = std::mem::take(&mut self.open);
        let (column, cell) = self.date_cell(record);
        let reading = self.plan.money.read(record);
        let date = self.date(cell);
        match (cell.is_empty(), date, reading) {
            (_, Some(date), Reading::Amount(amount, currency)) => {
                self.row(record, Row::new(record.line, date, amount), currency);
            }
            (true, _, Reading::Absent) => {
                if continues && self.continuation(record) {
                    self.open = true;
                } else {
                    self.ignore(record);
                }
            }
            (_, Some(_), Reading::Absent) if is_no_row(record) => self.ignore(record),
            (_, Some(_), Reading::Absent) => self.error(record, None, RowProblem::MissingAmount),
            (_, Some(_), Reading::Wrong(column, problem)) => {
                self.error(record, Some(column), problem);
            }
            (false, None, Reading::Absent) => self.without_amount(record, column),
            (false, None, _) if standing(cell) == Standing::Pending => {
                let status = cell.to_owned();
                self.skip(&status);
            }
            (_, None, _) if is_no_row(record) || repeats(record, self.names) => {
                self.ignore(record);
            }
            (true, None, _) => self.error(record, Some(column), RowProblem::MissingDate),
            (false, None, _) => self.error(record, Some(column), RowProblem::BadDate),
        }
    }

    fn date_cell<'r>(&self, record: &'r Record<'_>) -> (usize, &'r str) {
        let cell = record.cell(self.plan.date);
        match self.plan.second_date {
            Some(second) if cell.is_empty() => (second, record.cell(second)),
            _ => (self.plan.date, cell),
        }
    }

    fn date(&self, cell: &str) -> Option<NaiveDate> {
        let parts = Parts::split(cell)?;
        if parts.is_yearless() != self.plan.yearless {
            return None;
        }
        parts.date(self.plan.order, self.today, YEARLESS)
    }

    /// A date that can't be read and no amount: a note below the table, or a damaged row.
    fn without_amount(&mut self, record: &Record<'_>, column: usize) {
        let filled = record.filled().count();
        if filled < 3
            || is_no_row(record)
            || repeats(record, self.names)
            || record.cells.len() * 2 < self.names.len()
        {
            self.ignore(record);
        } else {
            self.error(record, Some(column), RowProblem::BadDate);
        }
    }

    /// A line of nothing but words below a row goes on with its description.
    fn continuation(&mut self, record: &Record<'_>) -> bool {
        let labels = &self.plan.labels;
        let wordy = |at: usize| {
            labels.texts.contains(&at) || labels.memos.contains(&at) || labels.payees.contains(&at)
        };
        let Some(row) = self.found.rows.last_mut() else {
            return false;
        };
        if !record.filled().all(|(at, _)| wordy(at))
            || record.filled().any(|(_, cell)| is_total(cell))
        {
            return false;
        }
        let mut memo = row.memo.take().map_or_else(String::new, String::from);
        for (_, cell) in record.filled() {
            push_words(&mut memo, cell);
        }
        row.memo = text(&memo);
        true
    }

    /// A line that is no row.
    fn ignore(&mut self, record: &Record<'_>) {
        let cells: Vec<&str> = record
            .filled()
            .map(|(_, cell)| cell)
            .take(MOST_CELLS)
            .collect();
        self.found.leave_out(record.line, &cells.join(" "));
    }

    fn error(&mut self, record: &Record<'_>, column: Option<usize>, problem: RowProblem) {
        let column = column.unwrap_or_else(|| self.plan.money.columns()[0]);
        let position = format!("#{}", column + 1);
        let name = self
            .names
            .get(column)
            .filter(|name| !name.is_empty())
            .unwrap_or(&position);
        let cell = record.cell(column);
        self.found
            .errors
            .push(RowError::new(record.line, Some(name), cell, problem));
    }

    fn row(&mut self, record: &Record<'_>, mut row: Row, written: Option<CurrencyCode>) {
        let labels = &self.plan.labels;
        if let Some(status) = labels.status.map(|at| record.cell(at)) {
            match standing(status) {
                Standing::Booked => {}
                Standing::Pending => row.pending = true,
                Standing::Failed => return self.skip(status),
            }
        }
        self.count_fee(record);
        row.balance = self.plan.money.read_balance(record);
        self.name(record, &mut row);
        let code = self
            .plan
            .currency_column
            .map(|at| record.cell(at))
            .filter(|cell| cell.len() == 3);
        row.currency = code
            .and_then(|code| code.parse().ok())
            .or(written)
            .or(self.plan.currency);
        row.account = labels
            .account
            .map(|at| record.cell(at))
            .filter(|cell| !cell.is_empty())
            .map(|cell| match masked_card(cell) {
                // `Titular********1234` is the card of the lines above the table.
                Some(card) if cell.starts_with(char::is_alphabetic) => self.account(&card),
                _ => self.account(cell),
            });
        let cell = |at: Option<usize>| at.and_then(|at| text(record.cell(at)));
        row.bank_id = cell(labels.id);
        row.set_check_number(cell(labels.check_number));
        row.category = labels
            .category
            .map(|at| record.cell(at))
            .filter(|cell| !cell.is_empty())
            .map(|cell| self.shared(cell));
        self.found.rows.push(row);
        self.found.extents.push(extent(record));
        self.open = true;
    }

    fn count_fee(&mut self, record: &Record<'_>) {
        let fee = self.plan.fees.open;
        let fee = fee.map(|at| self.plan.money.fee_on(record, at));
        if let Some(fee) = fee.filter(|fee| !fee.is_zero()) {
            self.found.fees.0 += 1;
            self.found.fees.1 += fee;
        }
    }

    /// Payee and memo: the best column that holds something, then the others joined.
    fn name(&self, record: &Record<'_>, row: &mut Row) {
        let labels = &self.plan.labels;
        let (near, far) = if row.amount.is_sign_negative() {
            (&labels.recipients, &labels.senders)
        } else {
            (&labels.senders, &labels.recipients)
        };
        let payees = near.iter().chain(far).chain(&labels.payees);
        row.payee = payees.copied().find_map(|at| text(record.cell(at)));
        let mut texts = labels
            .texts
            .iter()
            .copied()
            .filter(|at| !record.cell(*at).is_empty());
        if row.payee.is_none() {
            row.payee = texts.next().and_then(|at| text(record.cell(at)));
        }
        let mut words = texts
            .chain(labels.memos.iter().copied())
            .map(|at| record.cell(at))
            .filter(|cell| !cell.is_empty());
        let Some(first) = words.next() else { return };
        let Some(second) = words.next() else {
            row.memo = text(first);
            return;
        };
        let mut memo = first.to_owned();
        push_words(&mut memo, second);
        words.for_each(|cell| push_words(&mut memo, cell));
        row.memo = text(&memo);
    }

    /// A category is on many rows: they share its text.
    fn shared(&mut self, category: &str) -> Arc<str> {
        if let Some(known) = self.categories.get(category) {
            return Arc::clone(known);
        }
        let text: Arc<str> = category.into();
        self.categories.insert(Arc::clone(&text));
        text
    }

    fn account(&mut self, id: &str) -> u32 {
        if let Some(index) = self.known.get(id) {
            return *index;
        }
        let index = u32::try_from(self.found.accounts.len()).unwrap_or(u32::MAX);
        self.known.insert(id.to_owned(), index);
        self.found.accounts.push(StatementAccount {
            id: id.to_owned(),
            ..StatementAccount::default()
        });
        index
    }

    fn skip(&mut self, status: &str) {
        match self
            .found
            .skipped
            .iter_mut()
            .find(|(known, _)| known == status)
        {
            Some((_, count)) => *count += 1,
            None => self.found.skipped.push((status.to_owned(), 1)),
        }
    }
}

impl Found {
    fn leave_out(&mut self, line: u32, text: &str) {
        self.ignored += 1;
        if self.left_out.len() < MOST_LEFT_OUT {
            let text = shorten(text, 120);
            self.left_out.push(LeftOut { line, text });
        }
    }
}

fn extent(record: &Record<'_>) -> Extent {
    let short = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
    Extent {
        cells: short(record.cells.len()),
        filled: short(record.filled().count()),
    }
}

fn push_words(memo: &mut String, cell: &str) {
    if !memo.is_empty() {
        memo.push(' ');
    }
    memo.push_str(cell.trim());
}

/// True for lines of sums and balances.
fn is_no_row(record: &Record<'_>) -> bool {
    let words = record
        .filled()
        .filter(|(_, cell)| cell.chars().any(char::is_alphabetic));
    words.take(3).any(|(_, cell)| is_total(cell))
}
