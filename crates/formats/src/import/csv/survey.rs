//! What each column of the whole file holds: dates, amounts, words, codes.

use chrono::NaiveDate;
use domain::CurrencyCode;

use super::lines::is_total;
use super::money::is_nothing;
use super::records::{Record, Records};
use crate::import::date::DateEvidence;
use crate::import::number::{NumberEvidence, currency_code};

/// Distinct short words that are remembered of a column.
const MAX_WORDS: usize = 12;
/// Columns beyond this many are not looked at.
pub(super) const MAX_SURVEYED: usize = 96;

/// Counts over one column.
#[derive(Clone, Debug)]
pub(super) struct Column {
    /// Cells that hold something.
    pub(super) filled: u32,
    /// Of those, the ones with a dash for nothing.
    pub(super) dashes: u32,
    pub(super) dates: DateEvidence,
    pub(super) numbers: NumberEvidence,
    /// Cells that are an ISO currency code and nothing else, and the first of them.
    pub(super) codes: u32,
    pub(super) code: Option<CurrencyCode>,
    /// Cells that look like an account number.
    pub(super) ibans: u32,
    /// Cells with a letter.
    pub(super) worded: u32,
    /// The first distinct words, folded; `None` when there were more than fit.
    pub(super) words: Option<Vec<String>>,
    longest: usize,
    last: String,
}

impl Column {
    fn new(today: NaiveDate) -> Self {
        Self {
            filled: 0,
            dashes: 0,
            dates: DateEvidence::new(today),
            numbers: NumberEvidence::default(),
            codes: 0,
            code: None,
            ibans: 0,
            worded: 0,
            words: Some(Vec::new()),
            longest: 0,
            last: String::new(),
        }
    }

    fn count(&mut self, cell: &str) {
        self.filled += 1;
        self.dashes += u32::from(is_nothing(cell));
        self.longest = self.longest.max(cell.len());
        let dated = self.dates.count(cell);
        if !dated || cell.bytes().all(|b| b.is_ascii_digit()) {
            self.numbers.count(cell);
        }
        if cell
            .bytes()
            .any(|b| b.is_ascii_alphabetic() || !b.is_ascii())
        {
            self.worded += 1;
            self.count_code(cell);
        }
        self.count_word(cell);
    }

    fn count_code(&mut self, cell: &str) {
        if cell.len() == 3
            && let Some(code) = currency_code(&cell.to_ascii_uppercase())
        {
            self.codes += 1;
            self.code.get_or_insert(code);
        }
        let iban = (15..=42).contains(&cell.len())
            && cell.bytes().take(2).all(|b| b.is_ascii_uppercase())
            && cell.bytes().skip(2).take(2).all(|b| b.is_ascii_digit());
        self.ibans += u32::from(iban);
    }

    fn count_word(&mut self, cell: &str) {
        // Most cells of such a column repeat the one above.
        let Some(words) = self.words.as_mut().filter(|_| self.last != cell) else {
            return;
        };
        let word = domain::text::fold(cell);
        if !words.contains(&word) {
            if words.len() == MAX_WORDS || word.len() > 60 {
                self.words = None;
                return;
            }
            words.push(word);
        }
        cell.clone_into(&mut self.last);
    }

    /// True when most cells are dates.
    pub(super) fn is_dates(&self) -> bool {
        most(self.dates.dates, self.filled)
    }

    /// True when most cells are amounts.
    pub(super) fn is_amounts(&self) -> bool {
        most(self.numbers.figures, self.filled - self.dashes)
    }

    /// True when no cell is longer than this many bytes.
    pub(super) const fn longest_is_at_most(&self, bytes: usize) -> bool {
        self.longest <= bytes
    }

    /// True when most cells are currency codes.
    pub(super) fn is_codes(&self) -> bool {
        most(self.codes, self.filled)
    }
}

fn most(part: u32, whole: u32) -> bool {
    part > 0 && part * 2 >= whole
}

/// Counts over all columns below the header.
#[derive(Clone, Debug)]
pub(super) struct Survey {
    pub(super) columns: Vec<Column>,
    pub(super) records: u32,
}

/// Reads every record once. There are at least as many columns as the header has `names`; lines
/// that are plainly no rows don't count.
pub(super) fn survey(records: Records<'_>, names: &[String], today: NaiveDate) -> Survey {
    let mut records = records;
    let mut record = Record::default();
    let columns = vec![Column::new(today); names.len().min(MAX_SURVEYED)];
    let mut survey = Survey {
        columns,
        records: 0,
    };
    while records.read(&mut record) {
        let single = record.filled().nth(1).is_none();
        if single
            || repeats(&record, names)
            || begins_with_total(&record) && !looks_like_row(&record, today)
        {
            continue;
        }
        survey.records += 1;
        for (at, cell) in record.filled() {
            if at >= MAX_SURVEYED {
                break;
            }
            while survey.columns.len() <= at {
                survey.columns.push(Column::new(today));
            }
            survey.columns[at].count(cell);
        }
    }
    survey
}

/// A sum, or a row whose bank calls its group so (*Total de pagos y compras*).
fn begins_with_total(record: &Record<'_>) -> bool {
    let first = record.filled().next();
    first.is_some_and(|(_, cell)| is_total(cell))
}

/// True for the header again.
pub(super) fn repeats(record: &Record<'_>, names: &[String]) -> bool {
    !names.is_empty()
        && record
            .filled()
            .all(|(at, cell)| names.get(at).is_some_and(|name| name == cell))
}

/// True for a record that looks like a row: a date and an amount in two cells.
pub(super) fn looks_like_row(record: &Record<'_>, today: NaiveDate) -> bool {
    let mut date = None;
    let mut amount = None;
    for (at, cell) in record.filled().take(MAX_SURVEYED) {
        if date.is_none() && DateEvidence::new(today).count(cell) {
            date = Some(at);
        } else if amount.is_none() && NumberEvidence::default().count(cell) {
            amount = Some(at);
        }
        if date.is_some() && amount.is_some() {
            return true;
        }
    }
    false
}
