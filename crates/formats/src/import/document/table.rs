//! The lines of a document as rows of a sheet, to be read like one: lines that go on with the words
//! of the row above are put into it, and each row keeps the number of its line.

use super::columns::{Band, bands, is_movement, place};
use super::lines::{Kind, Line};
use crate::import::csv::meaning;
use crate::import::layout::Role;
use crate::import::number::Figure;
use crate::import::workbook::{Cell, Grid, GridRow, begins_table};

/// A document as a sheet.
#[derive(Debug)]
pub(super) struct Sheet {
    pub(super) grid: Grid,
    /// The page of each line.
    pages: Vec<u32>,
    /// How many lines have a date and money.
    pub(super) movements: usize,
    /// True when a line names the columns.
    pub(super) headed: bool,
}

impl Sheet {
    /// The page of a row, by its number.
    pub(super) fn page(&self, number: u32) -> Option<u32> {
        let at = usize::try_from(number).ok()?.checked_sub(1)?;
        self.pages.get(at).copied()
    }
}

/// Makes a sheet of lines.
pub(super) fn sheet(lines: &[Line]) -> Sheet {
    let heads: Vec<usize> = (0..lines.len()).filter(|at| is_head(&lines[*at])).collect();
    let first = heads.first().copied().unwrap_or(0);
    let above = lines.iter().enumerate().take(first);
    let mut rows: Vec<GridRow> = above.map(|(at, line)| stated(at, line)).collect();
    let mut aside = Vec::new();
    for (nth, start) in segments(&heads).into_iter().enumerate() {
        let end = heads.get(nth + 1).copied().unwrap_or(lines.len());
        let header = heads.get(nth).map(|at| &lines[*at]);
        let alike = alike(lines, &heads, header);
        let bands = bands(&alike, header);
        let known = rows.len();
        add(&mut rows, &mut aside, &lines[start..end], start, &bands);
        if header.is_some()
            && let Some(names) = rows.get_mut(known)
        {
            name_dates(names, &bands);
        }
    }
    Sheet {
        grid: Grid {
            hidden: false,
            name: String::new(),
            rows,
            aside,
        },
        pages: lines.iter().map(|line| line.page).collect(),
        movements: lines.iter().filter(|line| is_movement(line)).count(),
        headed: !heads.is_empty(),
    }
}

fn number(at: usize) -> u32 {
    u32::try_from(at + 1).unwrap_or(u32::MAX)
}

/// Where tables begin; the whole document is one when nothing names its columns.
fn segments(heads: &[usize]) -> Vec<usize> {
    if heads.is_empty() {
        return vec![0];
    }
    heads.to_vec()
}

fn is_head(line: &Line) -> bool {
    let cells = line.pieces.iter().zip(0..);
    let cells = cells.filter_map(|(piece, at)| Some((at, Cell::text(&piece.text)?)));
    begins_table(&GridRow {
        number: 1,
        cells: cells.collect(),
    })
}

/// The lines below all headers that say the same: a table goes on over pages.
fn alike<'l>(lines: &'l [Line], heads: &[usize], header: Option<&Line>) -> Vec<&'l Line> {
    let Some(header) = header else {
        return lines.iter().collect();
    };
    let words = header.text();
    let mut found = Vec::new();
    for (nth, at) in heads.iter().enumerate() {
        let end = heads.get(nth + 1).copied().unwrap_or(lines.len());
        if lines[*at].text() == words {
            found.extend(&lines[*at + 1..end]);
        }
    }
    found
}

/// Adds the rows of a table.
fn add(
    rows: &mut Vec<GridRow>,
    aside: &mut Vec<GridRow>,
    lines: &[Line],
    start: usize,
    bands: &[Band],
) {
    // The line above, while it is a movement or goes on with one.
    let mut above: Option<&Line> = None;
    for (at, line) in lines.iter().enumerate() {
        let mut cells: Vec<(u32, String)> = Vec::new();
        let mut worded = true;
        for piece in &line.pieces {
            let column = place(bands, piece);
            worded &= piece.kind == Kind::Text
                && bands.get(column).is_some_and(|band| {
                    band.kind == Kind::Text && band.left - line.height <= piece.left
                });
            let column = u32::try_from(column).unwrap_or(u32::MAX);
            match cells.iter_mut().find(|(known, _)| *known == column) {
                Some((_, text)) => {
                    text.push(' ');
                    text.push_str(&piece.text);
                }
                None => cells.push((column, piece.text.clone())),
            }
        }
        let follows = above.is_some_and(|above| follows(above, line));
        if let Some(last) = rows
            .last_mut()
            .filter(|_| worded && follows && cells.len() == 1)
        {
            for (column, text) in &cells {
                go_on(last, *column, text);
            }
            above = Some(line);
            continue;
        }
        above = is_movement(line).then_some(line);
        // Feet of pages, heads of the next ones, totals in words.
        let tabular = cells.len() > 1 && (line.has(Kind::Date) || line.has(Kind::Number));
        if at > 0 && !tabular {
            aside.push(stated(start + at, line));
            continue;
        }
        cells.sort_by_key(|(column, _)| *column);
        let cells = cells.into_iter();
        rows.push(GridRow {
            number: number(start + at),
            cells: cells
                .filter_map(|(column, text)| Some((column, Cell::text(&text)?)))
                .collect(),
        });
    }
}

/// A line outside of the tables: what it says, and the amount that it says it of.
fn stated(at: usize, line: &Line) -> GridRow {
    let mut texts: Vec<&str> = Vec::new();
    for piece in &line.pieces {
        let split = Some(piece).filter(|piece| piece.kind == Kind::Text);
        let split = split.and_then(|piece| piece.text.rsplit_once(' '));
        match split.filter(|(_, last)| last.contains(['.', ',']) && Figure::read(last).is_some()) {
            Some((label, amount)) => texts.extend([label, amount]),
            None => texts.push(&piece.text),
        }
    }
    let cells = (0..).zip(texts);
    GridRow {
        number: number(at),
        cells: cells
            .filter_map(|(column, text)| Some((column, Cell::text(text)?)))
            .collect(),
    }
}

/// Where no name says which day counts, it is the first one; its name may be any bank's own.
fn name_dates(names: &mut GridRow, bands: &[Band]) {
    let role = |cell: &Cell| Some(meaning(cell.words())?.role);
    if names
        .cells
        .iter()
        .any(|(_, cell)| role(cell) == Some(Role::Date))
    {
        return;
    }
    let Some(at) = bands.iter().position(|band| band.kind == Kind::Date) else {
        return;
    };
    let at = u32::try_from(at).unwrap_or(u32::MAX);
    let known = names.cell(at).map(role);
    if known.is_none_or(|role| role.is_none())
        && let Some(name) = Cell::text("Date")
    {
        names.cells.retain(|(column, _)| *column != at);
        names.cells.push((at, name));
        names.cells.sort_by_key(|(column, _)| *column);
    }
}

/// True for a line close below another on its page.
fn follows(above: &Line, line: &Line) -> bool {
    let apart = i64::from(line.y) - i64::from(above.y);
    above.page == line.page && apart * 10 <= i64::from(above.height.max(line.height)) * 19
}

fn go_on(row: &mut GridRow, column: u32, text: &str) {
    for (_, cell) in row.cells.iter_mut().filter(|(at, _)| *at == column) {
        let joined = format!("{} {text}", cell.words());
        if let Some(longer) = Cell::text(&joined) {
            *cell = longer;
        }
    }
}
