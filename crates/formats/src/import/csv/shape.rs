//! The shape of a table: its delimiter, and where its header is.
//!
//! Each delimiter is tried. The one under which the header's words are known and the records look
//! like rows wins; only then the number of columns counts.

use chrono::NaiveDate;

use super::Table;
use super::decimals::SplitDecimals;
use super::records::{Record, Records};
use super::survey::{MAX_SURVEYED, looks_like_row};
use super::words::{meaning, normalise};
use crate::import::Profile;
use crate::import::layout::Role;

const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// Records among which the header is looked for.
const HEADER_WITHIN: usize = 80;
/// Records that are tried with each delimiter.
const SAMPLE: u32 = 1000;

/// Where the rows of a table begin, and what stands above them.
#[derive(Clone, Debug)]
pub(super) struct Shape<'a> {
    pub(super) delimiter: u8,
    /// The header's cells and its line.
    pub(super) header: Option<(Vec<String>, u32)>,
    /// The lines above the header.
    pub(super) preamble: Vec<Vec<String>>,
    /// The records below the header.
    pub(super) body: Records<'a>,
}

impl Shape<'_> {
    /// The header's cells; none when there is no header.
    pub(super) fn names(&self) -> &[String] {
        self.header
            .as_ref()
            .map_or(&[], |(names, _)| names.as_slice())
    }
}

/// Finds the delimiter and the header, unless a profile gives them.
pub(super) fn shape<'a>(
    table: Table<'a>,
    profile: Option<&Profile>,
    today: NaiveDate,
) -> Shape<'a> {
    let mut shape = cut(table, profile, today);
    let split = SplitDecimals::find(shape.names(), shape.delimiter, &shape.body);
    if let Some(split) = split {
        shape.body.join_decimals(split);
    }
    shape
}

fn cut<'a>(table: Table<'a>, profile: Option<&Profile>, today: NaiveDate) -> Shape<'a> {
    let text = table.text;
    let given = table
        .delimiter
        .or_else(|| profile.and_then(|profile| u8::try_from(profile.delimiter?).ok()))
        .or_else(|| declared_delimiter(text));
    if let Some((profile, delimiter)) = profile.zip(given)
        && let Some(shape) = described(text, delimiter, profile)
    {
        return shape;
    }
    let candidates: Vec<u8> =
        given.map_or_else(|| DELIMITERS.to_vec(), |delimiter| vec![delimiter]);
    let best = candidates
        .into_iter()
        .map(|delimiter| {
            let shape = with_delimiter(text, delimiter, today);
            (score(&shape, today), shape)
        })
        .reduce(|best, next| if next.0 > best.0 { next } else { best });
    best.map_or_else(|| with_delimiter(text, b',', today), |(_, shape)| shape)
}

/// Excel's own first line: `sep=;`. It is a line above the header like others.
fn declared_delimiter(text: &str) -> Option<u8> {
    let rest = text
        .strip_prefix("sep=")
        .or_else(|| text.strip_prefix("\"sep="))?;
    rest.bytes().next().filter(|byte| DELIMITERS.contains(byte))
}

/// The shape that a profile describes by the number of lines above.
fn described<'a>(text: &'a str, delimiter: u8, profile: &Profile) -> Option<Shape<'a>> {
    let skip = profile.skip_lines.or_else(|| profile.header.map(|_| 0))?;
    let mut records = Records::new(text, delimiter);
    let mut record = Record::default();
    let mut preamble = Vec::new();
    let mut before = records.clone();
    while records.read(&mut record) {
        let cells: Vec<String> = record
            .cells
            .iter()
            .map(|cell| cell.trim().to_owned())
            .collect();
        if record.line > skip {
            let header = profile.header.unwrap_or(true);
            return Some(Shape {
                delimiter,
                header: header.then_some((cells, record.line)),
                preamble,
                body: if header { records } else { before },
            });
        }
        before = records.clone();
        preamble.push(cells);
    }
    None
}

/// How much a delimiter makes of a text: known header words, rows among the first records, columns.
fn score(shape: &Shape<'_>, today: NaiveDate) -> (usize, usize, usize) {
    let words = shape.header.as_ref().map_or(0, |(cells, _)| {
        header_score(cells.iter().map(String::as_str))
    });
    let mut records = shape.body.clone();
    let mut record = Record::default();
    let (mut rows, mut seen, mut cells) = (0, 0, 0);
    while seen < SAMPLE && records.read(&mut record) {
        seen += 1;
        if record.cells.len() > 1 && looks_like_row(&record, today) {
            rows += 1;
            cells += record.cells.len();
        }
    }
    let columns = cells.checked_div(rows).unwrap_or(0);
    (
        rows * 2 + words * 3 * usize::from(rows > 0) + words,
        words,
        columns,
    )
}

fn with_delimiter(text: &str, delimiter: u8, today: NaiveDate) -> Shape<'_> {
    let mut records = Records::new(text, delimiter);
    let mut record = Record::default();
    let mut above: Vec<(Vec<String>, u32)> = Vec::new();
    let mut best: Option<(usize, usize, Records<'_>)> = None;
    let mut rows_seen = 0;
    while above.len() < HEADER_WITHIN && records.read(&mut record) {
        let cells: Vec<String> = record
            .cells
            .iter()
            .map(|cell| cell.trim().to_owned())
            .collect();
        let is_row = looks_like_row(&record, today);
        let known = if is_row {
            0
        } else {
            header_score(cells.iter().map(String::as_str))
        };
        if known >= 2 && best.as_ref().is_none_or(|(_, most, _)| known > *most) && rows_seen < 3 {
            best = Some((above.len(), known, records.clone()));
            rows_seen = 0;
        }
        rows_seen += usize::from(is_row);
        above.push((cells, record.line));
    }
    let found = best.map(|(at, _, body)| (at, body));
    let found = found.or_else(|| unknown_header(text, delimiter, &above, today));
    let Some((at, body)) = found else {
        return headless(text, delimiter, today);
    };
    let header = above.get(at).cloned();
    above.truncate(at);
    let preamble = above.into_iter().map(|(cells, _)| cells).collect();
    Shape {
        delimiter,
        header,
        preamble,
        body,
    }
}

/// A header in a language that is not known: words above the first row, one for each of its cells.
fn unknown_header<'a>(
    text: &'a str,
    delimiter: u8,
    above: &[(Vec<String>, u32)],
    today: NaiveDate,
) -> Option<(usize, Records<'a>)> {
    let mut records = Records::new(text, delimiter);
    let mut record = Record::default();
    let mut before = records.clone();
    for at in 0..above.len() {
        if !records.read(&mut record) {
            return None;
        }
        if !looks_like_row(&record, today) {
            before = records.clone();
            continue;
        }
        let (cells, _) = above.get(at.checked_sub(1)?)?;
        let words = cells
            .iter()
            .filter(|cell| cell.chars().any(char::is_alphabetic))
            .count();
        let fits = cells.len() >= 2
            && cells.len() == record.cells.len()
            && words == cells.iter().filter(|cell| !cell.is_empty()).count()
            && words * 10 >= cells.len() * 7;
        return fits.then_some((at - 1, before));
    }
    None
}

/// A table without a header: it begins at its first row.
fn headless(text: &str, delimiter: u8, today: NaiveDate) -> Shape<'_> {
    let mut records = Records::new(text, delimiter);
    let mut record = Record::default();
    let mut preamble = Vec::new();
    let mut before = records.clone();
    while preamble.len() < HEADER_WITHIN && records.read(&mut record) {
        if looks_like_row(&record, today) {
            return Shape {
                delimiter,
                header: None,
                preamble,
                body: before,
            };
        }
        before = records.clone();
        preamble.push(
            record
                .cells
                .iter()
                .map(|cell| cell.trim().to_owned())
                .collect(),
        );
    }
    Shape {
        delimiter,
        header: None,
        preamble: Vec::new(),
        body: Records::new(text, delimiter),
    }
}

/// How many different roles the cells of a record name; 0 when it can't be a header.
pub(in crate::import) fn header_score<'a>(cells: impl Iterator<Item = &'a str>) -> usize {
    let mut roles: Vec<Role> = Vec::new();
    let mut known = 0;
    for cell in cells.take(MAX_SURVEYED) {
        if let Some(meaning) = meaning(cell) {
            known += 1;
            if !roles.contains(&meaning.role) {
                roles.push(meaning.role);
            }
        }
    }
    let dated = roles
        .iter()
        .any(|role| matches!(role, Role::Date | Role::ValueDate));
    let money = roles
        .iter()
        .any(|role| matches!(role, Role::Amount | Role::Debit | Role::Credit));
    match (dated, money) {
        (true, true) => known + 10,
        (true, false) | (false, true) if known >= 2 => known,
        _ => 0,
    }
}

/// What a profile is matched by: the header's words, folded and joined.
pub(super) fn fingerprint(header: &[String]) -> String {
    let words: Vec<String> = header.iter().map(|cell| normalise(cell)).collect();
    words.join("|")
}
