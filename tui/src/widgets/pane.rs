//! Boxes with a title: panes of a wide screen, and dialogs in its middle.

use ratatui::layout::{Constraint, Rect};
use ratatui::widgets::{Block, BorderType, Clear, Padding};

use crate::app::{Context, Paper};

/// Draws a box and returns what is inside of it.
pub(crate) fn pane(paper: &mut Paper<'_, '_>, area: Rect, title: &str, cx: &Context<'_>) -> Rect {
    let mut block = Block::bordered()
        .border_style(cx.theme.dim)
        .title_style(cx.theme.accent)
        .title(format!(" {title} "));
    block = if cx.theme.glyphs.unicode {
        block.border_type(BorderType::Rounded)
    } else {
        block.border_set(ratatui::symbols::border::Set {
            top_left: "+",
            top_right: "+",
            bottom_left: "+",
            bottom_right: "+",
            vertical_left: "|",
            vertical_right: "|",
            horizontal_top: "-",
            horizontal_bottom: "-",
        })
    };
    if area.width > 60 {
        block = block.padding(Padding::horizontal(1));
    }
    let inner = block.inner(area);
    paper.frame.render_widget(block, area);
    inner
}

/// Clears the middle of an area, draws a box there, and returns what is inside of it.
pub(crate) fn dialog(
    paper: &mut Paper<'_, '_>,
    area: Rect,
    title: &str,
    (columns, rows): (u16, u16),
    cx: &Context<'_>,
) -> Rect {
    let place = area.centered(
        Constraint::Length(columns.min(area.width)),
        Constraint::Length(rows.saturating_add(2).min(area.height)),
    );
    paper.frame.render_widget(Clear, place);
    // What lies below a dialog can't be clicked.
    paper.targets.clear();
    pane(paper, place, title, cx)
}
