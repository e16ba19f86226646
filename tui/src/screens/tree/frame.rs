//! The frame in which both trees are drawn: the rows, and the details beside them where there is
//! room. What stands in the columns is the screen's.

use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;

use super::Tree;
use crate::app::{Context, Paper};
use crate::widgets::pane;
use crate::widgets::table::{self, Cell, Column, Row};

/// From this width on there are columns for the months before, and the details.
pub(crate) const WITH_MONTHS: u16 = 60;
const WITH_DETAILS: u16 = 110;
/// The widest tree and the narrowest details beside it.
const TREE: u16 = 90;
const DETAILS: u16 = 50;

impl Tree {
    /// Rows of the tree on one screen.
    pub(crate) fn lines(cx: &Context<'_>) -> u16 {
        cx.size.1.saturating_sub(1)
    }

    /// Draws columns and cells for the width that the tree gets; `empty` is the text id of what is
    /// said when there is nothing in it.
    pub(crate) fn draw(
        &self,
        paper: &mut Paper<'_, '_>,
        area: Rect,
        empty: &str,
        columns: impl Fn(u16) -> Vec<Column>,
        cells: impl Fn(usize, u16) -> Vec<Cell>,
        cx: &Context<'_>,
    ) {
        if self.len() == 0 {
            let said = if self.loaded { empty } else { "say-loading" };
            pane::sentence(paper, area, &cx.text(said), cx);
            return;
        }
        let columns = columns(area.width);
        let row = |at: usize| Row::new(cells(at, area.width));
        table::draw(paper, area, &columns, self.cursor, self.len(), row, cx);
    }

    /// The room of the tree, and that of the details, where there is any.
    pub(crate) fn rooms(&self, area: Rect) -> (Rect, Option<Rect>) {
        if self.len() == 0 || area.width < WITH_DETAILS {
            return (area, None);
        }
        let tree = TREE.min(area.width.saturating_sub(DETAILS));
        let columns = [Constraint::Length(tree), Constraint::Fill(1)];
        let [list, details] = Layout::horizontal(columns).areas(area);
        (list, Some(details))
    }

    /// The cell of a name; `closed` says whether the account is, none for the head of a kind.
    pub(crate) fn name_cell(&self, row: usize, closed: Option<bool>, cx: &Context<'_>) -> Cell {
        let mut name = self.label(row, cx);
        let style = match closed {
            None => cx.theme.accent,
            Some(true) => cx.theme.dim,
            Some(false) => Style::new(),
        };
        if closed == Some(true) {
            name = format!("{name} ({})", cx.text("word-closed"));
        }
        Cell::styled(name, style)
    }
}
