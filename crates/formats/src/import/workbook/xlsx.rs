//! XLSX and XLSM workbooks: the parts of the archive that hold cells, and nothing else of it.
//!
//! Local names count, so the strict form is read like the usual one. Formulas give the value that
//! was stored with them. A sheet that is not well-formed makes the workbook a damaged one.

use std::io::{Cursor, Read as _};

use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;
use zip::ZipArchive;

use super::grid::{Cell, Collector, Grid};
use super::markup::{attribute, iso, reference};
use super::serial::{Formats, exact, is_built_in_date, is_date_format};
use crate::import::encoding;
use crate::import::error::ReadError;

/// The most sheets that are looked at.
const MAX_SHEETS: usize = 100;
/// The most letters of a text that are kept.
const MAX_TEXT: usize = 4000;

/// Reads an XLSX workbook, which has passed the guard.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Grid>, ReadError> {
    let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| ReadError::DamagedWorkbook)?;
    let mut package = Package { archive };
    let names: Vec<String> = package
        .archive
        .file_names()
        .flatten()
        .map(String::from)
        .collect();
    let book = names
        .iter()
        .find(|name| name.to_ascii_lowercase().ends_with("workbook.xml"))
        .cloned()
        .unwrap_or_default();
    let folder = book.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut formats = Formats::default();
    let sheets = sheets(&mut package, &book, folder, &names, &mut formats)?;
    if let Some(text) = package.part(&join(folder, "styles.xml"))? {
        formats.dates = styles(&text)?;
    }
    let texts = match package.part(&join(folder, "sharedStrings.xml"))? {
        Some(text) => shared_texts(&text)?,
        None => Vec::new(),
    };
    let book = Book { formats, texts };
    let mut collector = Collector::default();
    for sheet in sheets.iter().take(MAX_SHEETS) {
        if let Some(text) = package.part(&sheet.part)? {
            collector.sheet(&sheet.name, sheet.hidden);
            book.sheet(&text, &mut collector)?;
        }
    }
    Ok(collector.finish())
}

fn join(folder: &str, name: &str) -> String {
    match name.strip_prefix('/') {
        Some(absolute) => absolute.to_owned(),
        None if folder.is_empty() => name.to_owned(),
        None => format!("{folder}/{}", name.trim_start_matches("./")),
    }
}

struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
}

impl Package<'_> {
    /// The text of a part; none when there is no such part.
    fn part(&mut self, name: &str) -> Result<Option<String>, ReadError> {
        let Ok(mut file) = self.archive.by_name(name) else {
            return Ok(None);
        };
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)
            .map_err(|_| ReadError::DamagedWorkbook)?;
        let decoded = encoding::decode(&bytes, None)?;
        Ok(Some(decoded.text.into_owned()))
    }
}

/// What happens in a part, without what nobody here asks for.
enum Step<'t> {
    Open(BytesStart<'t>),
    Close(String),
    Text(String),
}

/// Gives each step of a part to somebody.
fn walk(
    text: &str,
    mut take: impl FnMut(Step<'_>) -> Result<(), ReadError>,
) -> Result<(), ReadError> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    let mut depth = 0usize;
    loop {
        match reader.read_event() {
            Ok(Event::Start(start)) => {
                depth += 1;
                take(Step::Open(start))?;
            }
            Ok(Event::End(end)) => {
                depth -= 1;
                take(Step::Close(end.local_name().as_ref().to_owned()))?;
            }
            Ok(Event::Text(text)) => take(Step::Text(shorten(&text)))?,
            Ok(Event::CData(text)) => take(Step::Text(shorten(&text)))?,
            Ok(Event::GeneralRef(name)) => take(Step::Text(reference(&name)))?,
            Ok(Event::Eof) if depth == 0 => return Ok(()),
            Ok(Event::Eof | Event::DocType(_)) | Err(_) => return Err(ReadError::DamagedWorkbook),
            Ok(_) => {}
        }
    }
}

fn shorten(text: &str) -> String {
    text[..text.floor_char_boundary(MAX_TEXT)].to_owned()
}

/// A sheet: its name, the part that has it, and whether a person sees it.
struct Sheet {
    name: String,
    part: String,
    hidden: bool,
}

/// The ids of the worksheets with the parts that they stand for.
fn targets(package: &mut Package<'_>, part: &str) -> Result<Vec<(String, String)>, ReadError> {
    let mut targets: Vec<(String, String)> = Vec::new();
    if let Some(text) = package.part(part)? {
        walk(&text, |step| {
            if let Step::Open(start) = step
                && start.local_name().as_ref() == "Relationship"
                && attribute(&start, "Type").is_some_and(|kind| kind.ends_with("/worksheet"))
            {
                targets.extend(attribute(&start, "Id").zip(attribute(&start, "Target")));
            }
            Ok(())
        })?;
    }
    Ok(targets)
}

/// The sheets with their parts, and whether days are counted from 1904.
fn sheets(
    package: &mut Package<'_>,
    book: &str,
    folder: &str,
    names: &[String],
    formats: &mut Formats,
) -> Result<Vec<Sheet>, ReadError> {
    let file = book.rsplit('/').next().unwrap_or_default();
    let targets = targets(package, &join(folder, &format!("_rels/{file}.rels")))?;
    let mut found = Vec::new();
    if let Some(text) = package.part(book)? {
        walk(&text, |step| {
            let Step::Open(start) = step else {
                return Ok(());
            };
            match start.local_name().as_ref() {
                "workbookPr" => {
                    let since = attribute(&start, "date1904").unwrap_or_default();
                    formats.from_1904 = matches!(since.as_str(), "1" | "true");
                }
                "sheet" => {
                    // `r:id`; `sheetId` is another name.
                    let id = attribute(&start, "id");
                    let target = targets.iter().find(|(known, _)| Some(known) == id.as_ref());
                    let name = attribute(&start, "name").unwrap_or_default();
                    let state = attribute(&start, "state");
                    found.extend(target.map(|(_, target)| Sheet {
                        name,
                        part: join(folder, target),
                        hidden: state.is_some_and(|state| state != "visible"),
                    }));
                }
                _ => {}
            }
            Ok(())
        })?;
    }
    if found.is_empty() {
        let parts = names
            .iter()
            .filter(|name| name.contains("worksheets/sheet"));
        let sheet = |part: &String| Sheet {
            name: String::new(),
            part: part.clone(),
            hidden: false,
        };
        found = parts.map(sheet).collect();
    }
    Ok(found)
}

/// For each style of a cell, whether it shows a date.
fn styles(text: &str) -> Result<Vec<bool>, ReadError> {
    let mut codes: Vec<(u16, bool)> = Vec::new();
    let mut dates = Vec::new();
    let mut within = false;
    walk(text, |step| {
        match step {
            Step::Open(start) => {
                let id = |name| attribute(&start, name).and_then(|id| id.parse::<u16>().ok());
                match start.local_name().as_ref() {
                    "numFmt" => {
                        let code = attribute(&start, "formatCode").unwrap_or_default();
                        codes.extend(id("numFmtId").map(|id| (id, is_date_format(&code))));
                    }
                    "cellXfs" => within = true,
                    "xf" if within => {
                        let id = id("numFmtId").unwrap_or(0);
                        let custom = codes.iter().rev().find(|(known, _)| *known == id);
                        dates.push(custom.map_or_else(|| is_built_in_date(id), |(_, date)| *date));
                    }
                    _ => {}
                }
            }
            Step::Close(name) if name == "cellXfs" => within = false,
            Step::Close(_) | Step::Text(_) => {}
        }
        Ok(())
    })?;
    Ok(dates)
}

/// The texts that cells share. What is said about how they sound (`rPh`) is left out.
fn shared_texts(text: &str) -> Result<Vec<Box<str>>, ReadError> {
    let mut texts = Vec::new();
    let mut current = String::new();
    let (mut within, mut sounds) = (false, false);
    walk(text, |step| {
        match step {
            Step::Open(start) => match start.local_name().as_ref() {
                "si" => current.clear(),
                "rPh" => sounds = true,
                "t" => within = !sounds,
                _ => {}
            },
            Step::Close(name) => match name.as_str() {
                "si" => texts.push(unescape(&current).into_boxed_str()),
                "rPh" => sounds = false,
                "t" => within = false,
                _ => {}
            },
            Step::Text(text) if within && current.len() < MAX_TEXT => current.push_str(&text),
            Step::Text(_) => {}
        }
        Ok(())
    })?;
    Ok(texts)
}

/// Excel writes what XML can't hold as `_x000D_`.
fn unescape(text: &str) -> String {
    text.replace("_x000D_", " ")
        .replace("_x000A_", " ")
        .replace("_x0009_", " ")
}

/// What the cells of all sheets refer to.
struct Book {
    formats: Formats,
    texts: Vec<Box<str>>,
}

/// A cell while it is read.
#[derive(Default)]
struct Open {
    place: (u32, u32),
    kind: String,
    style: usize,
    text: String,
}

impl Book {
    fn sheet(&self, text: &str, collector: &mut Collector) -> Result<(), ReadError> {
        // The place of the next cell, for those that don't say theirs.
        let (mut row, mut column) = (0u32, 0u32);
        let mut open = Open::default();
        let mut within = false;
        walk(text, |step| {
            match step {
                Step::Open(start) => match start.local_name().as_ref() {
                    "row" => {
                        let number = attribute(&start, "r").and_then(|row| row.parse::<u32>().ok());
                        row = number.map_or(row, |number| number.saturating_sub(1));
                        column = 0;
                    }
                    "c" => {
                        let said = attribute(&start, "r").as_deref().and_then(place);
                        open = Open {
                            place: said.unwrap_or((row, column)),
                            kind: attribute(&start, "t").unwrap_or_default(),
                            style: attribute(&start, "s")
                                .and_then(|style| style.parse().ok())
                                .unwrap_or(0),
                            text: String::new(),
                        };
                    }
                    "v" | "t" => within = true,
                    _ => {}
                },
                Step::Close(name) => match name.as_str() {
                    "row" => row = row.saturating_add(1),
                    "v" | "t" => within = false,
                    "c" => {
                        let (row, at) = open.place;
                        column = at.saturating_add(1);
                        if let Some(cell) = self.cell(&open) {
                            collector.add(row, at, cell)?;
                        }
                    }
                    _ => {}
                },
                Step::Text(text) if within && open.text.len() < MAX_TEXT => {
                    open.text.push_str(&text);
                }
                Step::Text(_) => {}
            }
            Ok(())
        })
    }

    fn cell(&self, open: &Open) -> Option<Cell> {
        let text = open.text.trim();
        match open.kind.as_str() {
            "s" => Cell::text(self.texts.get(text.parse::<usize>().ok()?)?),
            "str" | "inlineStr" | "e" => Cell::text(&unescape(text)),
            "d" => iso(text),
            "b" => None,
            _ if text.is_empty() => None,
            _ => match text.parse::<f64>().ok().and_then(exact) {
                Some(number) => Some(self.formats.cell(number, open.style)),
                None => Cell::text(text),
            },
        }
    }
}

/// Row and column of `BC23`, counted from 0.
fn place(name: &str) -> Option<(u32, u32)> {
    let letters = name.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (letters, row) = name.split_at(letters);
    let column = letters.bytes().try_fold(0u32, |column, letter| {
        let digit = u32::from(letter.to_ascii_uppercase() - b'A') + 1;
        column.checked_mul(26)?.checked_add(digit)
    })?;
    let row: u32 = row.parse().ok()?;
    Some((row.checked_sub(1)?, column.checked_sub(1)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places() {
        assert_eq!(place("A1"), Some((0, 0)));
        assert_eq!(place("XFD1048576"), Some((1_048_575, 16_383)));
        assert_eq!(place("A0"), None);
        assert_eq!(place("12"), None);
        assert_eq!(place("ZZZZZZZZZ1"), None);
    }
}
