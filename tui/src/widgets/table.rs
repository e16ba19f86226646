//! Rows of cells under heads: columns share what room there is, numbers are never cut.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::cursor::Cursor;
use super::text::{fit, fit_name, left, right, width};
use crate::app::{Context, Paper, Target};

/// How wide a column is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Room {
    /// As wide as its widest cell: for numbers and dates.
    Needed,
    /// A share of what the others leave.
    Share(u16),
}

/// A column.
#[derive(Clone, Debug)]
pub(crate) struct Column {
    /// Its head.
    pub(crate) head: String,
    /// Its width.
    pub(crate) room: Room,
    /// Whether its cells end at the right, as numbers do.
    pub(crate) right: bool,
    /// Whether its cells are full names, which are cut from the left.
    names: bool,
}

impl Column {
    /// A text that takes a share of the room.
    pub(crate) fn text(head: String, share: u16) -> Self {
        Self {
            head,
            room: Room::Share(share),
            right: false,
            names: false,
        }
    }

    /// The full names of accounts or categories.
    pub(crate) fn names(head: String, share: u16) -> Self {
        Self {
            names: true,
            ..Self::text(head, share)
        }
    }

    /// A text that is never cut.
    pub(crate) fn fixed(head: String) -> Self {
        Self {
            head,
            room: Room::Needed,
            right: false,
            names: false,
        }
    }

    /// A number.
    pub(crate) fn number(head: String) -> Self {
        Self {
            right: true,
            ..Self::fixed(head)
        }
    }
}

/// A cell: its text and how it looks.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cell {
    /// The text.
    pub(crate) text: String,
    /// How it looks.
    pub(crate) style: Style,
}

impl Cell {
    /// A cell without a look of its own.
    pub(crate) fn plain(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            style: Style::new(),
        }
    }

    /// A cell with a look.
    pub(crate) fn styled(text: impl Into<String>, style: Style) -> Self {
        Self {
            text: text.into(),
            style,
        }
    }
}

/// A row: its cells, and whether it is marked.
#[derive(Clone, Debug, Default)]
pub(crate) struct Row {
    /// The cells, one for each column.
    pub(crate) cells: Vec<Cell>,
    /// Whether it is marked.
    pub(crate) marked: bool,
}

impl Row {
    /// A row that isn't marked.
    pub(crate) fn new(cells: Vec<Cell>) -> Self {
        Self {
            cells,
            marked: false,
        }
    }
}

/// Columns of a table's left edge, for the cursor and the marks.
const EDGE: u16 = 2;

/// Draws a head and the rows around the cursor; `row` makes the row at a place.
pub(crate) fn draw(
    paper: &mut Paper<'_, '_>,
    area: Rect,
    columns: &[Column],
    cursor: Cursor,
    rows: usize,
    row: impl Fn(usize) -> Row,
    cx: &Context<'_>,
) {
    let with_head = area.height > 3;
    let lines = area.height.saturating_sub(u16::from(with_head));
    let seen = cursor.window(rows, usize::from(lines));
    let drawn: Vec<(usize, Row)> = seen.map(|at| (at, row(at))).collect();
    let widths = widths(columns, &drawn, area.width.saturating_sub(EDGE));
    let mut line = area.y;
    if with_head {
        let heads = columns.iter().zip(&widths).map(|(column, &room)| {
            let head = aligned(&column.head, room, column.right);
            Span::styled(format!("{head} "), cx.theme.head)
        });
        let head: Vec<Span<'_>> = std::iter::once(Span::raw("  ")).chain(heads).collect();
        let place = Rect::new(area.x, line, area.width, 1);
        paper.frame.render_widget(Line::from(head), place);
        line += 1;
    }
    for (at, row) in drawn {
        let place = Rect::new(area.x, line, area.width, 1);
        paper.target(place, Target::Row(at));
        let drawn = row_line(&row, columns, &widths, at == cursor.at, cx);
        paper.frame.render_widget(drawn, place);
        line += 1;
    }
}

fn row_line(
    row: &Row,
    columns: &[Column],
    widths: &[u16],
    current: bool,
    cx: &Context<'_>,
) -> Line<'static> {
    let glyphs = cx.theme.glyphs;
    let mut spans = vec![
        Span::styled(if current { glyphs.cursor } else { " " }, cx.theme.accent),
        Span::styled(if row.marked { glyphs.mark } else { " " }, cx.theme.marked),
    ];
    for ((cell, column), &room) in row.cells.iter().zip(columns).zip(widths) {
        let text = if column.names {
            left(&fit_name(&cell.text, room), room)
        } else {
            aligned(&cell.text, room, column.right)
        };
        let style = if row.marked && cell.style == Style::new() {
            cx.theme.marked
        } else {
            cell.style
        };
        spans.push(Span::styled(format!("{text} "), style));
    }
    let line = Line::from(spans);
    if current {
        line.patch_style(cx.theme.selected)
    } else {
        line
    }
}

fn aligned(text: &str, room: u16, at_right: bool) -> String {
    if at_right {
        right(text, room)
    } else {
        left(&fit(text, room), room)
    }
}

/// The columns' widths: first what is never cut, then the rest in shares.
fn widths(columns: &[Column], rows: &[(usize, Row)], room: u16) -> Vec<u16> {
    let needed = |at: usize, column: &Column| {
        let cells = rows.iter().filter_map(|(_, row)| row.cells.get(at));
        let widest = cells.map(|cell| width(&cell.text)).max().unwrap_or(0);
        widest.max(width(&column.head))
    };
    let gaps = u16::try_from(columns.len()).unwrap_or(0);
    let mut left = room.saturating_sub(gaps);
    let mut shares = 0;
    let mut widths = Vec::with_capacity(columns.len());
    for (at, column) in columns.iter().enumerate() {
        let wide = match column.room {
            Room::Needed => needed(at, column),
            Room::Share(share) => {
                shares += share;
                0
            }
        };
        left = left.saturating_sub(wide);
        widths.push(wide);
    }
    let mut shares_left = shares;
    // The first of them takes what can't be divided.
    let mut given = left;
    for (wide, column) in widths.iter_mut().zip(columns).rev() {
        if let Room::Share(share) = column.room {
            shares_left -= share;
            *wide = if shares_left == 0 {
                given
            } else {
                left * share / shares.max(1)
            };
            given = given.saturating_sub(*wide);
        }
    }
    widths
}
