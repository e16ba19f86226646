//! Where the tables of a sheet are: below each header with a date and money one begins, and it ends
//! where the next one, or a list of balances, does. Tables with one header are one table.
//!
//! A header that stands beside its column (cells are merged, gaps are left) is moved above it.

use super::grid::{Cell, Grid, GridRow};
use crate::import::csv::{header_score, meaning};
use crate::import::layout::Role;

/// Rows above a table in which its account and currency are looked for.
const MAX_ABOVE: usize = 50;
/// Rows between two tables that may be about the lower one.
const MAX_BETWEEN: usize = 15;

/// One table with the lines that belong to it.
#[derive(Clone, Debug)]
pub(super) struct Section {
    /// The line that names it, when one stands above its header.
    pub(super) title: String,
    /// Lines above, header and rows.
    pub(super) rows: Vec<GridRow>,
    /// Lists of balances and sums that stand below, which are no movements.
    pub(super) aside: Vec<GridRow>,
    /// Which of the rows is the header.
    pub(super) header: Option<usize>,
}

impl Section {
    /// How many rows stand below the header.
    pub(super) fn below(&self) -> u32 {
        let above = self.header.map_or(0, |header| header + 1);
        u32::try_from(self.rows.len().saturating_sub(above)).unwrap_or(u32::MAX)
    }
}

/// What begins with a row of header words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Start {
    /// Movements: a date with money or words.
    Table,
    /// A date and a balance.
    Balances,
    /// Money without dates.
    Sums,
    /// Money and dates without a word for what it was for: what is owed, and until when.
    Due,
}

/// Finds the tables of a sheet; the whole sheet when no header is known.
pub(super) fn sections(grid: &Grid) -> Vec<Section> {
    let rows = grid.rows.iter().enumerate();
    let mut starts: Vec<(usize, Start)> = rows
        .filter_map(|(at, row)| Some((at, start(row)?)))
        .collect();
    // Where no header has a word for it, dates and money are all that a table has.
    if !starts.iter().any(|(_, start)| *start == Start::Table) {
        for (_, start) in starts.iter_mut().filter(|(_, start)| *start == Start::Due) {
            *start = Start::Table;
        }
    }
    let Some((first, _)) = starts.iter().find(|(_, start)| *start == Start::Table) else {
        return vec![Section {
            title: String::new(),
            rows: grid.rows.clone(),
            aside: grid.aside.clone(),
            header: None,
        }];
    };
    let head = &grid.rows[first.saturating_sub(MAX_ABOVE)..*first];
    let mut found: Vec<Section> = Vec::new();
    // Titles between two tables belong to the lower one.
    let mut between: &[GridRow] = head;
    for (number, (at, start)) in starts.iter().enumerate().filter(|(_, (at, _))| at >= first) {
        let end = starts
            .get(number + 1)
            .map_or(grid.rows.len(), |(next, _)| *next);
        let below = &grid.rows[*at..end];
        let last_row = below.iter().rposition(is_like_row).unwrap_or(0);
        let (table, after) = below.split_at(last_row + 1);
        match (start, found.last_mut()) {
            (Start::Table, _) => add(&mut found, head, between, table),
            // Sums in the middle of a table: what follows them are its rows.
            (Start::Sums, Some(last)) if table.iter().any(is_movement) => {
                last.rows.extend(between.iter().chain(table).cloned());
            }
            (_, Some(last)) => last.aside.extend(between.iter().chain(table).cloned()),
            (_, None) => {}
        }
        between = after;
    }
    if let Some(last) = found.last_mut() {
        last.rows.extend_from_slice(between);
        last.aside.extend_from_slice(&grid.aside);
    }
    found
}

fn add(found: &mut Vec<Section>, head: &[GridRow], between: &[GridRow], table: &[GridRow]) {
    let title = title(between);
    if let Some(last) = found.last_mut()
        && (title.is_empty() || title == last.title)
        && let (Some(header), Some(known)) = (table.first(), last.header)
        && last
            .rows
            .get(known)
            .is_some_and(|known| same(known, header))
    {
        last.aside.push(header.clone());
        last.rows.extend(between.iter().chain(&table[1..]).cloned());
        return;
    }
    let mut rows: Vec<GridRow> = head.to_vec();
    if !found.is_empty() {
        rows.extend_from_slice(&between[between.len().saturating_sub(MAX_BETWEEN)..]);
    }
    let header = rows.len();
    rows.extend_from_slice(table);
    realign(&mut rows, header);
    found.push(Section {
        title,
        rows,
        aside: Vec::new(),
        header: Some(header),
    });
}

/// True for one header: the same names in the same order, wherever they were moved to.
fn same(one: &GridRow, other: &GridRow) -> bool {
    let names = |row: &GridRow| row.texts().map(str::to_owned).collect::<Vec<_>>();
    names(one) == names(other)
}

/// The last line of words alone above a header.
fn title(rows: &[GridRow]) -> String {
    let lines = rows.iter().rev().take(4);
    let mut alone = lines.filter(|row| row.cells.len() <= 2);
    let line = alone.next();
    let words = line.and_then(|row| row.texts().find(|text| !text.is_empty()));
    words.unwrap_or_default().chars().take(80).collect()
}

/// What begins with a row, if it is one of header words.
fn start(row: &GridRow) -> Option<Start> {
    if is_like_row(row) || header_score(row.texts()) == 0 {
        return None;
    }
    let roles: Vec<Role> = row
        .texts()
        .filter_map(|name| Some(meaning(name)?.role))
        .collect();
    let has = |wanted: &[Role]| roles.iter().any(|role| wanted.contains(role));
    let dated = has(&[Role::Date, Role::ValueDate]);
    let worded = has(&[Role::Text, Role::Payee, Role::Memo, Role::Kind]);
    let money = has(&[Role::Amount, Role::Debit, Role::Credit]);
    Some(match (dated, worded, money) {
        (true, true, _) => Start::Table,
        (true, false, true) => Start::Due,
        (true, false, false) => Start::Balances,
        (false, ..) => Start::Sums,
    })
}

/// True for a row of header words below which movements stand.
pub(in crate::import) fn begins_table(row: &GridRow) -> bool {
    matches!(start(row), Some(Start::Table | Start::Due))
}

/// A row with a number or a date among its cells.
fn is_like_row(row: &GridRow) -> bool {
    row.cells.len() > 1
        && row
            .cells
            .iter()
            .any(|(_, cell)| cell.is_number() || cell.is_date())
}

/// A row with a date and a number.
fn is_movement(row: &GridRow) -> bool {
    let has = |test: fn(&Cell) -> bool| row.cells.iter().any(|(_, cell)| test(cell));
    has(Cell::is_date) && has(|cell| cell.is_number() && !cell.is_date())
}

/// Moves the names of a header above the columns that they are about.
fn realign(rows: &mut [GridRow], header: usize) {
    let (above, below) = rows.split_at_mut((header + 1).min(rows.len()));
    let Some(names) = above.last_mut() else {
        return;
    };
    let columns: Vec<u32> = names.cells.iter().map(|(column, _)| *column).collect();
    for (at, column) in columns.iter().enumerate() {
        let Some((_, name)) = names.cells.iter().find(|(have, _)| have == column) else {
            continue;
        };
        let role = meaning(name.words()).map(|meaning| meaning.role);
        let Some(role) = role else { continue };
        let fits = |column: u32| count(below, column, role);
        if fits(*column) > 0 {
            continue;
        }
        let next = columns.get(at + 1).copied();
        let before = at.checked_sub(1).and_then(|at| columns.get(at)).copied();
        let right = *column + 1..next.unwrap_or(*column + 12);
        let left = before.map_or(0, |before| before + 1)..*column;
        let best = |range: std::ops::Range<u32>| {
            let fullest = range.max_by_key(|column| (fits(*column), std::cmp::Reverse(*column)));
            fullest.filter(|column| fits(*column) > 0)
        };
        if let Some(place) = best(right).or_else(|| best(left)) {
            for (have, _) in names.cells.iter_mut().filter(|(have, _)| have == column) {
                *have = place;
            }
        }
    }
    names.cells.sort_by_key(|(column, _)| *column);
}

/// How many cells of a column can be what a role says.
fn count(rows: &[GridRow], column: u32, role: Role) -> usize {
    let money = matches!(
        role,
        Role::Amount | Role::Debit | Role::Credit | Role::Balance
    );
    let cells = rows.iter().take(500).filter_map(|row| row.cell(column));
    cells.filter(|cell| !money || cell.is_number()).count()
}
