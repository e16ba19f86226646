//! Amounts with a decimal comma in a file of commas, without quotes: `-118,73` becomes two cells.
//!
//! They are put together when every row has one cell more than the header for each of its
//! columns of money, and each of these is a whole number followed by one or two digits.

use std::borrow::Cow;

use super::records::{Record, Records};
use super::words::meaning;
use crate::import::layout::Role;

/// Rows that must be so before it is believed.
const ENOUGH: u32 = 2;

/// The columns of money of a header whose rows are longer.
#[derive(Clone, Debug)]
pub(super) struct SplitDecimals {
    columns: Vec<usize>,
    width: usize,
}

impl SplitDecimals {
    /// Looks whether the rows of a table are so.
    pub(super) fn find(names: &[String], delimiter: u8, body: &Records<'_>) -> Option<Self> {
        if delimiter != b',' {
            return None;
        }
        let money = |name: &String| {
            let role = meaning(name).map(|meaning| meaning.role);
            matches!(
                role,
                Some(Role::Amount | Role::Debit | Role::Credit | Role::Balance)
            )
        };
        let columns = names.iter().enumerate().filter(|(_, name)| money(name));
        let split = Self {
            columns: columns.map(|(at, _)| at).collect(),
            width: names.len(),
        };
        let (mut records, mut record, mut rows) = (body.clone(), Record::default(), 0u32);
        while !split.columns.is_empty() && records.read(&mut record) {
            if record.cells.len() < 3 {
                continue;
            }
            if !split.fits(&record) {
                return None;
            }
            rows += 1;
        }
        (rows >= ENOUGH).then_some(split)
    }

    /// True when the record is longer by the decimals of its amounts, and nothing else.
    fn fits(&self, record: &Record<'_>) -> bool {
        record.cells.len() == self.width + self.columns.len()
            && self.columns.iter().enumerate().all(|(before, column)| {
                let whole = record.cell(column + before);
                let digits = whole.trim_start_matches(['-', '+']);
                let decimals = record.cell(column + before + 1);
                let number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
                (whole.is_empty() && decimals.is_empty())
                    || !digits.is_empty()
                        && number(digits)
                        && matches!(decimals.len(), 1 | 2)
                        && number(decimals)
            })
    }

    /// Puts the decimals of one record back.
    pub(super) fn join(&self, record: &mut Record<'_>) {
        if !self.fits(record) {
            return;
        }
        for column in &self.columns {
            let decimals = record.cells.remove(column + 1);
            let whole = &mut record.cells[*column];
            if !decimals.trim().is_empty() {
                *whole = Cow::Owned(format!("{},{}", whole.trim(), decimals.trim()));
            }
        }
    }
}
