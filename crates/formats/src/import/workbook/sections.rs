//! Where the tables of a sheet are: below each header with a date and money one begins, and it ends
//! where the next one, or a list of balances, does. Tables with one header are one table.
//!
//! A header that stands beside its column (cells are merged, gaps are left) is moved above it.

use super::grid::{Grid, GridRow};
use crate::import::csv::{header_score, meaning};
use crate::import::layout::Role;

/// Rows above a table in which its account and currency are looked for.
const MAX_ABOVE: usize = 60;
/// The score of a header that names a date and money.
const WHOLE_HEADER: usize = 12;

/// One table with the lines that belong to it.
#[derive(Clone, Debug)]
pub(super) struct Section {
    /// The line that names it, when one stands above its header.
    pub(super) title: String,
    /// Lines above, header and rows.
    pub(super) rows: Vec<GridRow>,
    /// Rows of the sheet that were put aside: other lists, other headers.
    pub(super) aside: u32,
    /// Which of the rows is the header.
    pub(super) header: Option<usize>,
}

/// Finds the tables of a sheet; the whole sheet when no header is known.
pub(super) fn sections(grid: &Grid) -> Vec<Section> {
    let starts: Vec<(usize, usize)> = grid
        .rows
        .iter()
        .enumerate()
        .map(|(at, row)| (at, score(row)))
        .filter(|(_, score)| *score > 0)
        .collect();
    let is_table = |score: usize| score >= WHOLE_HEADER;
    let Some(first) = starts.iter().find(|(_, score)| is_table(*score)) else {
        let rows = grid.rows.clone();
        return vec![Section {
            title: String::new(),
            rows,
            aside: 0,
            header: None,
        }];
    };
    let head = &grid.rows[first.0.saturating_sub(MAX_ABOVE)..first.0];
    let mut found: Vec<Section> = Vec::new();
    let mut aside = 0;
    // Titles between two tables belong to the lower one.
    let mut between: &[GridRow] = head;
    for (number, (at, kind)) in starts.iter().enumerate() {
        if *at < first.0 {
            continue;
        }
        let end = starts
            .get(number + 1)
            .map_or(grid.rows.len(), |(next, _)| *next);
        let below = &grid.rows[*at..end];
        let last_row = below.iter().rposition(|row| is_like_row(row)).unwrap_or(0);
        let (table, after) = below.split_at(last_row + 1);
        if is_table(*kind) {
            add(&mut found, head, between, table, at == &first.0);
        } else {
            aside += u32::try_from(table.len()).unwrap_or(0);
        }
        between = after;
    }
    if let Some(last) = found.last_mut() {
        last.rows.extend_from_slice(between);
        last.aside += aside;
    }
    found
}

fn add(
    found: &mut Vec<Section>,
    head: &[GridRow],
    between: &[GridRow],
    table: &[GridRow],
    is_first: bool,
) {
    let title = title(between);
    if let Some(last) = found.last_mut()
        && (title.is_empty() || title == last.title)
        && let (Some(header), Some(known)) = (table.first(), last.header)
        && last
            .rows
            .get(known)
            .is_some_and(|known| known.cells == header.cells)
    {
        last.rows.extend(between.iter().chain(&table[1..]).cloned());
        last.aside += 1;
        return;
    }
    let mut rows: Vec<GridRow> = head.to_vec();
    if !is_first {
        rows.extend_from_slice(between);
    }
    let header = rows.len();
    rows.extend_from_slice(table);
    realign(&mut rows, header);
    found.push(Section {
        title,
        rows,
        aside: 0,
        header: Some(header),
    });
}

/// The last line of words alone above a header.
fn title(rows: &[GridRow]) -> String {
    let lines = rows.iter().rev().take(4);
    let mut alone = lines.filter(|row| row.cells.len() <= 2);
    let line = alone.next();
    let words = line.and_then(|row| row.texts().find(|text| !text.is_empty()));
    words.unwrap_or_default().chars().take(80).collect()
}

/// How much of a header a row is.
fn score(row: &GridRow) -> usize {
    if is_like_row(row) {
        return 0;
    }
    header_score(row.texts())
}

/// A row with a number or a date among its cells.
fn is_like_row(row: &GridRow) -> bool {
    let numbers = row
        .cells
        .iter()
        .filter(|(_, cell)| cell.words().is_empty() || cell.is_number());
    numbers.count() > 0 && row.cells.len() > 1
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
