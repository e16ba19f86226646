//! Tables in markup that banks name `.xls`: Excel's XML of 2003, and web pages.
//!
//! A web page is cut into tags and texts with nothing being an error; its tables stand below each
//! other in one sheet, cells that span columns keep their place.

use std::borrow::Cow;

use chrono::NaiveDate;
use quick_xml::escape::resolve_html5_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;

use super::grid::{Cell, Collector, Grid};
use super::serial::exact;
use crate::import::error::ReadError;

/// Reads a spreadsheet in XML.
pub(super) fn xml_sheet(text: &str) -> Result<Vec<Grid>, ReadError> {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    config.expand_empty_elements = true;
    config.allow_dangling_amp = true;
    let mut collector = Collector::default();
    let (mut row, mut column) = (0u32, 0u32);
    let (mut kind, mut words) = (String::new(), None::<String>);
    loop {
        match reader.read_event() {
            Ok(Event::Start(start)) => match start.local_name().as_ref() {
                "Worksheet" => {
                    collector.sheet(&attribute(&start, "Name").unwrap_or_default(), false);
                    row = 0;
                }
                "Row" => {
                    row = index(&start).unwrap_or(row);
                    column = 0;
                }
                "Cell" => column = index(&start).unwrap_or(column),
                "Data" => {
                    kind = attribute(&start, "Type").unwrap_or_default();
                    words = Some(String::new());
                }
                _ => {}
            },
            Ok(Event::End(end)) => match end.local_name().as_ref() {
                "Data" => {
                    let cell = words.take().and_then(|words| data(&kind, words.trim()));
                    if let Some(cell) = cell {
                        collector.add(row, column, cell)?;
                    }
                }
                "Cell" => column = column.saturating_add(1),
                "Row" => row = row.saturating_add(1),
                _ => {}
            },
            Ok(Event::Text(text)) => push(words.as_mut(), &text),
            Ok(Event::CData(text)) => push(words.as_mut(), &text),
            Ok(Event::GeneralRef(name)) => push(words.as_mut(), &reference(&name)),
            Ok(Event::DocType(_)) => {
                return Err(ReadError::Unsupported {
                    what: "an XML document that declares entities (DTD)",
                });
            }
            Ok(Event::Eof) => return Ok(collector.finish()),
            Ok(_) => {}
            Err(_) => return Err(ReadError::DamagedWorkbook),
        }
    }
}

fn push(words: Option<&mut String>, text: &str) {
    if let Some(words) = words.filter(|words| words.len() < 8000) {
        words.push_str(&text[..text.floor_char_boundary(8000)]);
    }
}

/// What a reference stands for; one that is unknown for nothing.
pub(super) fn reference(name: &BytesRef<'_>) -> String {
    let c = name.resolve_char_ref().ok().flatten().map(String::from);
    c.or_else(|| resolve_html5_entity(name).map(str::to_owned))
        .unwrap_or_default()
}

/// The value of an attribute, by its local name.
pub(super) fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut all = start.attributes().flatten();
    let found = all.find(|one| one.key.local_name().as_ref() == name)?;
    let value = decode(&found.value);
    Some(value.chars().take(200).collect())
}

/// `ss:Index`, counted from 1 in the file.
fn index(start: &BytesStart<'_>) -> Option<u32> {
    let index: u32 = attribute(start, "Index")?.parse().ok()?;
    index.checked_sub(1).filter(|index| *index <= 1 << 20)
}

fn data(kind: &str, words: &str) -> Option<Cell> {
    match kind {
        "Number" => match words.parse::<f64>() {
            Ok(number) => exact(number).map(Cell::Number),
            Err(_) => Cell::text(words),
        },
        "DateTime" => iso(words),
        "Boolean" => None,
        _ => Cell::text(words),
    }
}

/// A date as it is written in XML: `2026-01-31` or `2026-01-31T10:00:00`.
pub(super) fn iso(text: &str) -> Option<Cell> {
    let day = text.get(..10).and_then(|day| day.parse::<NaiveDate>().ok());
    let years = domain::date::YEARS;
    let Some(day) = day.filter(|day| years.contains(&chrono::Datelike::year(day))) else {
        return Cell::text(text);
    };
    let part = |at: usize| {
        text.get(at..at + 2)
            .and_then(|part| part.parse::<u8>().ok())
    };
    let time = [part(11), part(14), part(17)].map(Option::unwrap_or_default);
    Some(Cell::Date(day, (time != [0; 3]).then_some(time)))
}

/// Reads the tables of a web page.
pub(super) fn html(text: &str) -> Result<Vec<Grid>, ReadError> {
    let mut page = Page::default();
    page.collector.sheet("", false);
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        page.words(&rest[..at]);
        rest = &rest[at..];
        if let Some(after) = rest.strip_prefix("<!--") {
            rest = after.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        let Some(end) = rest.find('>') else { break };
        let tag = &rest[1..end];
        rest = &rest[end + 1..];
        let name = tag
            .trim_start_matches('/')
            .split(|c: char| !c.is_ascii_alphanumeric())
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase();
        if !tag.starts_with('/') && matches!(name.as_str(), "script" | "style" | "title") {
            rest = skip_to_close(rest, &name);
            continue;
        }
        page.tag(&name, tag)?;
    }
    page.close_cell()?;
    Ok(page.collector.finish())
}

fn skip_to_close<'t>(text: &'t str, name: &str) -> &'t str {
    let mut rest = text;
    while let Some(at) = rest.find("</") {
        rest = &rest[at + 2..];
        let begins = rest.get(..name.len());
        if begins.is_some_and(|begins| begins.eq_ignore_ascii_case(name)) {
            return rest;
        }
    }
    ""
}

#[derive(Debug, Default)]
struct Page {
    collector: Collector,
    /// The next row.
    row: u32,
    column: u32,
    /// The columns that the open cell covers, and its words.
    cell: Option<(u32, String)>,
    /// Cells that reach down: column, and how many rows more.
    down: Vec<(u32, u32)>,
}

impl Page {
    fn words(&mut self, raw: &str) {
        if let Some((_, words)) = self.cell.as_mut().filter(|(_, words)| words.len() < 8000) {
            words.push_str(&decode(&raw[..raw.floor_char_boundary(8000)]));
        }
    }

    fn tag(&mut self, name: &str, tag: &str) -> Result<(), ReadError> {
        match (name, tag.starts_with('/')) {
            ("td" | "th", false) => {
                self.close_cell()?;
                self.down.retain(|(_, rows)| *rows > 0);
                while self.down.iter().any(|(column, _)| *column == self.column) {
                    self.column = self.column.saturating_add(1);
                }
                let span = number(tag, "colspan").clamp(1, 400);
                let rows = number(tag, "rowspan").clamp(1, 1000);
                if rows > 1 && self.down.len() < 400 {
                    self.down.push((self.column, rows));
                }
                self.cell = Some((span, String::new()));
            }
            ("tr", false) => {
                self.close_cell()?;
                if self.column > 0 {
                    self.next_row();
                }
                self.column = 0;
            }
            ("td" | "th", true) => self.close_cell()?,
            ("tr" | "table", true) => {
                self.close_cell()?;
                if self.column > 0 {
                    self.next_row();
                }
            }
            ("br" | "p" | "div" | "li", _) => self.words(" "),
            _ => {}
        }
        Ok(())
    }

    fn next_row(&mut self) {
        (self.row, self.column) = (self.row.saturating_add(1), 0);
        for (_, rows) in &mut self.down {
            *rows = rows.saturating_sub(1);
        }
        self.down.retain(|(_, rows)| *rows > 0);
    }

    fn close_cell(&mut self) -> Result<(), ReadError> {
        let Some((span, words)) = self.cell.take() else {
            return Ok(());
        };
        let words: Vec<&str> = words.split_whitespace().collect();
        if let Some(cell) = Cell::text(&words.join(" ")) {
            self.collector.add(self.row, self.column, cell)?;
        }
        self.column = self.column.saturating_add(span);
        Ok(())
    }
}

fn number(tag: &str, name: &str) -> u32 {
    let lower = tag.to_ascii_lowercase();
    let value = lower.split_once(name).map_or("", |(_, value)| value);
    let value = value.trim_start_matches([' ', '=', '"', '\'']);
    let digits = value.bytes().take_while(u8::is_ascii_digit).count();
    value[..digits].parse().unwrap_or(1)
}

/// Decodes the entities of a text.
fn decode(raw: &str) -> Cow<'_, str> {
    if !raw.contains('&') {
        return Cow::Borrowed(raw);
    }
    let mut text = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(at) = rest.find('&') {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.bytes().take(12).position(|byte| byte == b';');
        let known = end.and_then(|end| Some((entity(&rest[1..end])?, end + 1)));
        let (decoded, long) = known.unwrap_or((Cow::Borrowed("&"), 1));
        text.push_str(&decoded);
        rest = &rest[long..];
    }
    text.push_str(rest);
    Cow::Owned(text)
}

fn entity(name: &str) -> Option<Cow<'static, str>> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        let c = char::from_u32(code).filter(|c| !c.is_control())?;
        return Some(Cow::Owned(c.to_string()));
    }
    match name {
        "nbsp" => Some(Cow::Borrowed(" ")),
        _ => resolve_html5_entity(name).map(Cow::Borrowed),
    }
}
