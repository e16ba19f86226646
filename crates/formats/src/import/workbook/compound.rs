//! What stands before a foreign reader of XLS files: the streams of the compound file, and how
//! many cells the workbook's records span.
//!
//! That reader makes a full table of each sheet, from its first cell to its last: two cells in
//! opposite corners would be sixteen million, and a workbook may name one sheet many times.

use std::collections::HashMap;

use crate::import::error::ReadError;

/// The most cells that all sheets may span.
const MAX_SPAN: u64 = 6_000_000;
const END_OF_CHAIN: u32 = 0xffff_fff0;

/// Checks a compound file.
pub(super) fn check(bytes: &[u8]) -> Result<(), ReadError> {
    let file = Compound::open(bytes).ok_or(ReadError::DamagedWorkbook)?;
    if file.stream("EncryptedPackage").is_some() || file.stream("EncryptionInfo").is_some() {
        return Err(ReadError::Encrypted);
    }
    let book = file.stream("Workbook").or_else(|| file.stream("Book"));
    let Some(book) = book else {
        let what = if file.stream("WordDocument").is_some() {
            "a text document (DOC)"
        } else {
            "an Office document that is no workbook"
        };
        return Err(ReadError::Unsupported { what });
    };
    check_records(&book)
}

fn number(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes(four.try_into().ok()?))
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    let two = bytes.get(at..at.checked_add(2)?)?;
    Some(u16::from_le_bytes(two.try_into().ok()?))
}

/// A compound file: sectors in chains, a directory of streams.
struct Compound<'b> {
    bytes: &'b [u8],
    sector: usize,
    fat: Vec<u32>,
    mini_fat: Vec<u32>,
    mini: Vec<u8>,
    directory: Vec<u8>,
}

impl<'b> Compound<'b> {
    fn open(bytes: &'b [u8]) -> Option<Self> {
        let sector = match short(bytes, 30)? {
            9 => 512,
            12 => 4096,
            _ => return None,
        };
        let mut file = Self {
            bytes,
            sector,
            fat: Vec::new(),
            mini_fat: Vec::new(),
            mini: Vec::new(),
            directory: Vec::new(),
        };
        file.read_fat()?;
        file.directory = file.chain(number(bytes, 48)?)?;
        let mini_fat = file.chain(number(bytes, 60)?)?;
        file.mini_fat = mini_fat
            .chunks_exact(4)
            .filter_map(|four| number(four, 0))
            .collect();
        let root = number(&file.directory, 116)?;
        file.mini = file.chain(root)?;
        Some(file)
    }

    fn sector(&self, at: u32) -> Option<&'b [u8]> {
        let start = usize::try_from(at)
            .ok()?
            .checked_add(1)?
            .checked_mul(self.sector)?;
        let end = start.checked_add(self.sector)?.min(self.bytes.len());
        self.bytes.get(start..end)
    }

    fn read_fat(&mut self) -> Option<()> {
        let mut places: Vec<u32> = (0..109)
            .filter_map(|at| number(self.bytes, 76 + at * 4))
            .collect();
        let mut next = number(self.bytes, 68)?;
        let most = self.bytes.len() / self.sector + 1;
        while next < END_OF_CHAIN && places.len() < most + 109 {
            let sector = self.sector(next)?;
            let (entries, last) = sector.split_at_checked(self.sector - 4)?;
            places.extend(entries.chunks_exact(4).filter_map(|four| number(four, 0)));
            next = number(last, 0)?;
        }
        for place in places.into_iter().filter(|place| *place < END_OF_CHAIN) {
            let sector = self.sector(place)?;
            self.fat
                .extend(sector.chunks_exact(4).filter_map(|four| number(four, 0)));
            if self.fat.len() > most + self.sector {
                break;
            }
        }
        Some(())
    }

    /// All bytes of a chain; none when it goes round.
    fn chain(&self, start: u32) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        let mut at = start;
        while at < END_OF_CHAIN {
            bytes.extend_from_slice(self.sector(at)?);
            if bytes.len() > self.bytes.len() {
                return None;
            }
            at = *self.fat.get(usize::try_from(at).ok()?)?;
        }
        Some(bytes)
    }

    fn mini_chain(&self, start: u32) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        let mut at = start;
        while at < END_OF_CHAIN {
            let place = usize::try_from(at).ok()?;
            let begin = place.checked_mul(64)?;
            bytes.extend_from_slice(
                self.mini
                    .get(begin..begin.checked_add(64)?.min(self.mini.len()))?,
            );
            if bytes.len() > self.mini.len() {
                return None;
            }
            at = *self.mini_fat.get(place)?;
        }
        Some(bytes)
    }

    /// The bytes of a stream.
    fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let wanted: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let entry = self.directory.chunks_exact(128).find(|entry| {
            let long = usize::from(short(entry, 64).unwrap_or(0)).saturating_sub(2);
            entry.get(..long) == Some(&wanted)
        })?;
        let (start, size) = (number(entry, 116)?, number(entry, 120)?);
        let mut bytes = if size < 4096 {
            self.mini_chain(start)?
        } else {
            self.chain(start)?
        };
        bytes.truncate(usize::try_from(size).ok()?);
        Some(bytes)
    }
}

/// Rows and columns from the first cell to the last.
#[derive(Clone, Copy, Debug)]
struct Span {
    rows: [u16; 2],
    columns: [u16; 2],
}

impl Span {
    const EMPTY: Self = Self {
        rows: [u16::MAX, 0],
        columns: [u16::MAX, 0],
    };

    fn add(&mut self, row: u16, first: u16, last: u16) {
        self.rows = [self.rows[0].min(row), self.rows[1].max(row)];
        self.columns = [self.columns[0].min(first), self.columns[1].max(last)];
    }

    fn cells(self) -> u64 {
        let long = |[first, last]: [u16; 2]| {
            last.checked_sub(first)
                .map_or(0, |between| u64::from(between) + 1)
        };
        long(self.rows) * long(self.columns)
    }
}

/// Goes through the records: a password, and the span of each sheet that is named.
fn check_records(book: &[u8]) -> Result<(), ReadError> {
    let mut at = 0;
    let mut sheets: Vec<u32> = Vec::new();
    let mut spans: HashMap<u32, Span> = HashMap::new();
    let mut current = 0u32;
    while let (Some(kind), Some(long)) = (short(book, at), short(book, at + 2)) {
        let data = book
            .get(at + 4..at + 4 + usize::from(long))
            .unwrap_or_default();
        match kind {
            0x2f => return Err(ReadError::Encrypted),
            0x0809 | 0x0409 | 0x0209 | 0x0009 => current = u32::try_from(at).unwrap_or(u32::MAX),
            0x0085 => sheets.extend(number(data, 0)),
            // Numbers, texts, formulas, blanks: a row, a column, and of some a last column.
            0x0006
            | 0x0206
            | 0x0406
            | 0x0001..=0x0005
            | 0x0201
            | 0x0203..=0x0205
            | 0x027e
            | 0x00fd
            | 0x00d6
            | 0x00bd
            | 0x00be => {
                if let (Some(row), Some(first)) = (short(data, 0), short(data, 2)) {
                    let many = matches!(kind, 0x00bd | 0x00be);
                    let end = data.len().checked_sub(2).filter(|_| many);
                    let last = end.and_then(|end| short(data, end)).unwrap_or(first);
                    spans
                        .entry(current)
                        .or_insert(Span::EMPTY)
                        .add(row, first, last);
                }
            }
            _ => {}
        }
        at += 4 + usize::from(long);
    }
    let span = |sheet: &u32| spans.get(sheet).map_or(0, |span| span.cells());
    let total: u64 = sheets.iter().map(span).sum();
    // Without a directory of sheets there is one only, or a book that is read from its begin.
    let all: u64 = spans.values().map(|span| span.cells()).sum();
    if total.max(all) > MAX_SPAN {
        let limit = usize::try_from(MAX_SPAN).unwrap_or(usize::MAX);
        return Err(ReadError::TooManyCells { limit });
    }
    Ok(())
}
