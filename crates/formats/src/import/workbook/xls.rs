//! The records of XLS workbooks: BIFF8 (Excel 97 on) and BIFF5 (Excel 5 and 95).
//!
//! Cells are taken as the records come; how far apart they are costs nothing. A record that is
//! too short holds nothing.

use domain::Decimal;
use encoding_rs::{Encoding, WINDOWS_1252};

use super::compound::{number, short, workbook_stream};
use super::grid::{Cell, Collector, Grid};
use super::serial::{Formats, exact, is_built_in_date, is_date_format};
use super::strings::{Texts, wide_or_narrow};
use crate::import::error::ReadError;

/// The most sheets that are looked at.
const MAX_SHEETS: usize = 100;
/// The most bytes of records that are walked through over all sheets: sheets may overlap.
const MAX_WALKED: usize = 512 << 20;

/// Reads an XLS workbook.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Grid>, ReadError> {
    let stream = workbook_stream(bytes)?;
    let book = Book::read(&stream)?;
    let mut collector = Collector::default();
    let mut walked = 0;
    for (name, place, hidden) in book.sheets.iter().take(MAX_SHEETS) {
        collector.sheet(name, *hidden);
        walked += book.sheet(
            Records {
                stream: &stream,
                at: *place,
            },
            &mut collector,
        )?;
        if walked > MAX_WALKED {
            return Err(ReadError::DamagedWorkbook);
        }
    }
    Ok(collector.finish())
}

/// One record after the other.
struct Records<'b> {
    stream: &'b [u8],
    at: usize,
}

impl<'b> Iterator for Records<'b> {
    type Item = (u16, &'b [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let (kind, long) = (
            short(self.stream, self.at)?,
            short(self.stream, self.at + 2)?,
        );
        let begin = self.at + 4;
        let end = (begin + usize::from(long)).min(self.stream.len());
        self.at = begin + usize::from(long);
        Some((kind, self.stream.get(begin..end)?))
    }
}

const BEGIN: u16 = 0x0809;
const END: u16 = 0x000a;
const CONTINUE: u16 = 0x003c;

/// What is said before the sheets.
struct Book {
    is_old: bool,
    page: &'static Encoding,
    /// Names, places, and whether a person does not see them.
    sheets: Vec<(String, usize, bool)>,
    texts: Texts,
    formats: Formats,
}

impl Book {
    fn read(stream: &[u8]) -> Result<Self, ReadError> {
        let mut records = Records { stream, at: 0 }.peekable();
        let version = match records.next() {
            Some((BEGIN, data)) => short(data, 0),
            _ => None,
        };
        let is_old = match version {
            Some(0x0600) => false,
            Some(0x0500) => true,
            _ => return Err(ReadError::DamagedWorkbook),
        };
        let mut book = Self {
            is_old,
            page: WINDOWS_1252,
            sheets: Vec::new(),
            texts: Texts::default(),
            formats: Formats::default(),
        };
        let mut codes: Vec<(u16, bool)> = Vec::new();
        let mut styles: Vec<u16> = Vec::new();
        while let Some((kind, data)) = records.next() {
            match kind {
                END => break,
                0x002f => return Err(ReadError::Encrypted),
                0x0022 => book.formats.from_1904 = short(data, 0) == Some(1),
                0x0042 => book.page = short(data, 0).map_or(WINDOWS_1252, code_page),
                0x0085 if data.get(5) == Some(&0) => {
                    let place = number(data, 0).and_then(|place| usize::try_from(place).ok());
                    let name = book.string(data.get(6..).unwrap_or_default(), 1);
                    let hidden = data.get(4).is_some_and(|state| state & 3 != 0);
                    book.sheets.extend(place.map(|place| (name, place, hidden)));
                }
                0x041e => {
                    let long = if is_old { 1 } else { 2 };
                    let code = book.string(data.get(2..).unwrap_or_default(), long);
                    codes.extend(short(data, 0).map(|id| (id, is_date_format(&code))));
                }
                0x00e0 => styles.push(short(data, 2).unwrap_or(0)),
                0x00fc => {
                    let mut parts = vec![data];
                    while let Some((_, more)) = records.next_if(|(kind, _)| *kind == CONTINUE) {
                        parts.push(more);
                    }
                    book.texts = Texts::read(&parts)?;
                }
                _ => {}
            }
        }
        let custom = |id: u16| codes.iter().rev().find(|(known, _)| *known == id);
        let is_date =
            |id: &u16| custom(*id).map_or_else(|| is_built_in_date(*id), |(_, date)| *date);
        book.formats.dates = styles.iter().map(is_date).collect();
        Ok(book)
    }

    /// A text behind its length of one or two bytes.
    fn string(&self, data: &[u8], long: usize) -> String {
        let length = if long == 1 {
            data.first().copied().map(u16::from)
        } else {
            short(data, 0)
        };
        let length = usize::from(length.unwrap_or(0));
        let rest = data.get(long..).unwrap_or_default();
        if self.is_old {
            let text = rest.get(..length.min(rest.len())).unwrap_or_default();
            return self.page.decode_without_bom_handling(text).0.into_owned();
        }
        let Some((flags, rest)) = rest.split_first() else {
            return String::new();
        };
        // Rich text and its like say how long they are before the letters.
        let skip = if flags & 8 == 0 { 0 } else { 2 } + if flags & 4 == 0 { 0 } else { 4 };
        wide_or_narrow(rest.get(skip..).unwrap_or_default(), length, flags & 1 == 1)
    }

    /// Reads the cells of a sheet, and says how many bytes that took.
    fn sheet(&self, records: Records<'_>, collector: &mut Collector) -> Result<usize, ReadError> {
        let begin = records.at;
        let mut depth = 0u32;
        // The cell of a formula whose text is in the next record.
        let mut waiting: Option<(u16, u16)> = None;
        let mut records = records;
        for (kind, data) in records.by_ref() {
            match kind {
                BEGIN => depth += 1,
                END if depth <= 1 => break,
                END => depth -= 1,
                // Charts inside of a sheet have cells of their own.
                _ if depth > 1 => {}
                0x0207 => {
                    if let Some((row, column)) = waiting.take() {
                        let text = self.string(data, 2);
                        put(collector, row, column, Cell::text(&text))?;
                    }
                }
                0x00bd => self.numbers(collector, data)?,
                _ => {
                    if let (Some(row), Some(column)) = (short(data, 0), short(data, 2)) {
                        if kind == 0x0006 && is_text_result(data) {
                            waiting = Some((row, column));
                        }
                        let cell = self.cell(kind, data);
                        put(collector, row, column, cell)?;
                    }
                }
            }
        }
        Ok(records.at.saturating_sub(begin))
    }

    /// The cell of a record that holds one.
    fn cell(&self, kind: u16, data: &[u8]) -> Option<Cell> {
        let style = usize::from(short(data, 4)?);
        let value = data.get(6..)?;
        match kind {
            0x0203 => Some(self.float(value, style)),
            0x027e => Some(self.formats.cell(packed(number(value, 0)?)?, style)),
            0x00fd => self.texts.get(number(value, 0)?),
            0x0204 | 0x00d6 => Cell::text(&self.string(value, 2)),
            0x0006 => match (short(value, 6)?, value.first()?) {
                (0xffff, 2) => Cell::text(error_name(*value.get(2)?)),
                (0xffff, _) => None,
                _ => Some(self.float(value, style)),
            },
            0x0205 if value.get(1) == Some(&1) => Cell::text(error_name(*value.first()?)),
            _ => None,
        }
    }

    fn float(&self, value: &[u8], style: usize) -> Cell {
        let eight = value.get(..8).and_then(|eight| eight.try_into().ok());
        let number = f64::from_le_bytes(eight.unwrap_or_default());
        match exact(number) {
            Some(number) => self.formats.cell(number, style),
            None => Cell::Text(format!("{number:e}").into()),
        }
    }

    /// Several numbers of one row.
    fn numbers(&self, collector: &mut Collector, data: &[u8]) -> Result<(), ReadError> {
        let (Some(row), Some(first)) = (short(data, 0), short(data, 2)) else {
            return Ok(());
        };
        let six = data.get(4..).unwrap_or_default().chunks_exact(6);
        for (column, entry) in (first..=u16::MAX).zip(six) {
            let style = usize::from(short(entry, 0).unwrap_or(0));
            let value = number(entry, 2).and_then(packed);
            let cell = value.map(|value| self.formats.cell(value, style));
            put(collector, row, column, cell)?;
        }
        Ok(())
    }
}

fn put(
    collector: &mut Collector,
    row: u16,
    column: u16,
    cell: Option<Cell>,
) -> Result<(), ReadError> {
    match cell {
        Some(cell) => collector.add(row.into(), column.into(), cell),
        None => Ok(()),
    }
}

/// True for a formula whose result is a text.
fn is_text_result(data: &[u8]) -> bool {
    short(data, 12) == Some(0xffff) && data.get(6) == Some(&0)
}

/// A number packed into four bytes: an integer or the front of a float, perhaps hundredths.
fn packed(bits: u32) -> Option<Decimal> {
    let value = if bits & 2 == 0 {
        exact(f64::from_bits(u64::from(bits & !3) << 32))?
    } else {
        Decimal::from(bits.cast_signed() >> 2)
    };
    let hundredth = Decimal::new(1, 2);
    Some(if bits & 1 == 0 {
        value
    } else {
        value.checked_mul(hundredth)?.normalize()
    })
}

const fn error_name(code: u8) -> &'static str {
    match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0f => "#VALUE!",
        0x17 => "#REF!",
        0x1d => "#NAME?",
        0x24 => "#NUM!",
        0x2a => "#N/A",
        _ => "#ERROR!",
    }
}

fn code_page(number: u16) -> &'static Encoding {
    let label = match number {
        10_000 => "macintosh".to_owned(),
        number => format!("windows-{number}"),
    };
    Encoding::for_label(label.as_bytes()).unwrap_or(WINDOWS_1252)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn record(kind: u16, data: &[u8]) -> Vec<u8> {
        let long = u16::try_from(data.len()).unwrap();
        [&kind.to_le_bytes()[..], &long.to_le_bytes(), data].concat()
    }

    #[test]
    fn rows_of_numbers_formulas_and_charts() {
        let words = |numbers: &[u16]| -> Vec<u8> {
            numbers.iter().copied().flat_map(u16::to_le_bytes).collect()
        };
        let hundredths = ((12_345u32 << 2) | 3).to_le_bytes();
        let many = [
            &words(&[4, 2, 0])[..],
            &hundredths,
            &words(&[0]),
            &hundredths,
            &words(&[3]),
        ]
        .concat();
        let stream = [
            record(BEGIN, &words(&[0x0600, 0x10])),
            record(0x00bd, &many),
            // A formula with a text, one with an error, one that is empty.
            record(
                0x0006,
                &[&words(&[5, 0, 0, 0, 0, 0, 0xffff])[..], &[0; 8]].concat(),
            ),
            record(0x0207, &[&words(&[2])[..], &[0], b"ab"].concat()),
            record(
                0x0006,
                &[&words(&[5, 1, 0])[..], &[2, 0, 0x2a, 0, 0, 0, 0xff, 0xff]].concat(),
            ),
            record(
                0x0006,
                &[&words(&[5, 2, 0])[..], &[3, 0, 0, 0, 0, 0, 0xff, 0xff]].concat(),
            ),
            // A chart has a table of its own.
            record(BEGIN, &words(&[0x0600, 0x20])),
            record(
                0x0203,
                &[&words(&[9, 9, 0])[..], &1.5f64.to_le_bytes()].concat(),
            ),
            record(END, &[]),
            record(END, &[]),
            record(
                0x0203,
                &[&words(&[8, 8, 0])[..], &1.5f64.to_le_bytes()].concat(),
            ),
        ]
        .concat();
        let book = Book {
            is_old: false,
            page: WINDOWS_1252,
            sheets: Vec::new(),
            texts: Texts::default(),
            formats: Formats::default(),
        };
        let mut collector = Collector::default();
        collector.sheet("", false);
        let records = Records {
            stream: &stream,
            at: 0,
        };
        book.sheet(records, &mut collector).unwrap();
        let grids = collector.finish();
        let cells: Vec<String> = grids[0]
            .rows
            .iter()
            .flat_map(|row| {
                row.cells
                    .iter()
                    .map(|(at, cell)| format!("{},{at} {cell:?}", row.number))
            })
            .collect();
        assert_eq!(
            cells,
            [
                "5,2 Number(123.45)",
                "5,3 Number(123.45)",
                "6,0 Text(\"ab\")",
                "6,1 Text(\"#N/A\")",
            ]
        );
    }

    #[rstest]
    #[case(0x3ff0_0000, "1")]
    #[case(0x4072_c002, "270315520")]
    #[case(0x405e_dc00, "123.4375")]
    #[case(0x405e_dc01, "1.234375")]
    #[case((12_345 << 2) | 3, "123.45")]
    #[case((-7i32 << 2).cast_unsigned() | 2, "-7")]
    fn packed_numbers(#[case] bits: u32, #[case] expected: &str) {
        assert_eq!(packed(bits).unwrap().to_string(), expected);
    }
}
