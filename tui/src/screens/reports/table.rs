//! The lines of a report as rows of a table: which columns fit, and the bar beside each line.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{Chart, Entry, Found, Line, Rank, State};
use crate::app::{Context, Paper};
use crate::present;
use crate::widgets::chart;
use crate::widgets::table::{self, Cell, Column, Row};
use crate::widgets::text::{fit, left, width};

/// The shortest bar that says anything, and the longest that still belongs to its line.
const BARS: (u16, u16) = (6, 64);
/// The narrowest name, and how much of a long one stays beside a bar.
const NAME: u16 = 9;
const CUT: u16 = 32;
/// Columns of the table's left edge.
const EDGE: u16 = 2;

/// How the room is divided.
pub(super) struct Layout {
    /// The columns of amounts that fit.
    amounts: Vec<usize>,
    shares: bool,
    counts: bool,
    names: u16,
    bars: u16,
}

impl Layout {
    /// Takes columns away, the lightest first, until the rest fits.
    pub(super) fn of(found: &Found, room: u16, cx: &Context<'_>) -> Self {
        let lines = || found.sheets.iter().flat_map(|sheet| &sheet.lines);
        let needed = |at: usize| {
            let cells = lines().filter_map(|line| line.cells.get(at));
            let head = found.columns.get(at).map(|column| cx.text(column.head));
            let widest = cells.map(|cell| width(&cx.money(*cell))).max().unwrap_or(0);
            widest.max(width(&head.unwrap_or_default())) + 1
        };
        let names = lines().map(|line| width(&name(line))).max().unwrap_or(0);
        let shares = lines().any(|line| line.share.is_some());
        let mut counts = lines().any(|line| line.count.is_some());
        let count = width(&cx.text("head-transactions")) + 1;
        let mut amounts: Vec<usize> = (0..found.columns.len()).collect();
        let spent = |amounts: &[usize], counts: bool| {
            let amounts: u16 = amounts.iter().map(|at| needed(*at)).sum();
            EDGE + amounts + if shares { 5 } else { 0 } + if counts { count } else { 0 }
        };
        let least = names.min(NAME) + 1;
        counts = counts && spent(&amounts, counts) + names < room;
        while amounts.len() > 1 && spent(&amounts, counts) + least > room {
            let weight = |at: &usize| found.columns.get(*at).map_or(0, |column| column.weight);
            let lightest = amounts.iter().copied().min_by_key(weight);
            amounts.retain(|at| Some(*at) != lightest);
        }
        let rest = room.saturating_sub(spent(&amounts, counts) + 1);
        let wants_bars = found.chart == Chart::Bars && rest > names.min(CUT) + BARS.0;
        let names = if wants_bars {
            names.min(rest - BARS.0 - 1)
        } else {
            names.min(rest)
        };
        let bars = if wants_bars {
            rest.saturating_sub(names + 1).min(BARS.1)
        } else {
            0
        };
        Self {
            amounts,
            shares,
            counts,
            names,
            bars,
        }
    }

    /// What has no column, in words.
    pub(super) fn left_out(&self, found: &Found, line: &Line, cx: &Context<'_>) -> Vec<String> {
        let columns = found.columns.iter().zip(&line.cells).enumerate();
        columns
            .filter(|(at, _)| !self.amounts.contains(at))
            .map(|(_, (column, cell))| format!("{} {}", cx.text(column.head), cx.money(*cell)))
            .collect()
    }

    /// True when some columns have no room.
    pub(super) fn leaves_out(&self, found: &Found) -> bool {
        self.amounts.len() < found.columns.len()
    }

    fn columns(&self, found: &Found, cx: &Context<'_>) -> Vec<Column> {
        let mut columns = vec![Column::fixed(left(&cx.text(found.about), self.names))];
        let amounts = self.amounts.iter().filter_map(|at| found.columns.get(*at));
        columns.extend(amounts.map(|column| Column::number(cx.text(column.head))));
        if self.shares {
            columns.push(Column::number("    ".to_owned()));
        }
        if self.counts {
            columns.push(Column::number(cx.text("head-transactions")));
        }
        if self.bars > 0 {
            columns.push(Column::text(String::new(), 1));
        }
        columns
    }

    fn row(&self, line: &Line, cx: &Context<'_>) -> Row {
        let own = match line.rank {
            Rank::Sum => cx.theme.accent,
            Rank::Row => Style::new(),
        };
        let mut cells = vec![Cell::styled(
            left(&fit(&name(line), self.names), self.names),
            own,
        )];
        cells.extend(self.amounts.iter().map(|at| match line.cells.get(*at) {
            Some(cell) if cell.minor < 0 => Cell::styled(cx.money(*cell), cx.theme.bad),
            Some(cell) => Cell::styled(cx.money(*cell), own),
            None => Cell::default(),
        }));
        if self.shares {
            let share = line.share.map(chart::percent).unwrap_or_default();
            cells.push(Cell::styled(share, cx.theme.dim));
        }
        if self.counts {
            let count = line.count.map(|count| cx.style.number(count.into()));
            cells.push(Cell::styled(count.unwrap_or_default(), cx.theme.dim));
        }
        if self.bars > 0 {
            let size = line.cells.first().map_or(0, |cell| cell.minor);
            let bar = line
                .scale
                .map(|scale| chart::bar(size, scale, self.bars, cx.theme.glyphs));
            let series = cx.theme.series[usize::from(size < 0)];
            cells.push(Cell::styled(bar.unwrap_or_default(), series));
        }
        Row::new(cells)
    }
}

/// A name, indented.
fn name(line: &Line) -> String {
    format!("{}{}", "  ".repeat(line.depth), line.name)
}

impl State {
    pub(super) fn draw_table(
        &self,
        paper: &mut Paper<'_, '_>,
        area: Rect,
        found: &Found,
        layout: &Layout,
        cx: &Context<'_>,
    ) {
        let entries = found.entries();
        let row = |at: usize| match entries.get(at) {
            Some(Entry::Currency(sheet)) => {
                let currency = found.sheets.get(*sheet).map(|sheet| sheet.currency.code);
                let code = currency.map(|code| code.to_string());
                Row::new(vec![Cell::styled(code.unwrap_or_default(), cx.theme.head)])
            }
            Some(entry) => found
                .line(*entry)
                .map(|line| layout.row(line, cx))
                .unwrap_or_default(),
            None => Row::default(),
        };
        let columns = layout.columns(found, cx);
        table::draw(paper, area, &columns, self.cursor, entries.len(), row, cx);
    }

    /// The amounts of the current line that have no column.
    pub(super) fn rest_of_line(
        &self,
        found: &Found,
        layout: &Layout,
        room: u16,
        cx: &Context<'_>,
    ) -> Vec<String> {
        let left_out = self.current().map(|line| layout.left_out(found, line, cx));
        let between = format!(" {} ", cx.theme.glyphs.between);
        present::filled(
            left_out.unwrap_or_default().into_iter(),
            &between,
            usize::from(room),
        )
    }
}
