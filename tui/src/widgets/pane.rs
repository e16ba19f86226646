//! Boxes with a title: panes of a wide screen, and dialogs in its middle.

use ratatui::layout::{Constraint, Rect};
use ratatui::text::Line;
use ratatui::widgets::{Block, BorderType, Clear, Padding};

use super::form::wrapped;
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

/// Draws a sentence where rows would be.
pub(crate) fn sentence(paper: &mut Paper<'_, '_>, area: Rect, said: &str, cx: &Context<'_>) {
    let place = Rect::new(
        area.x + 2,
        area.y + 1,
        area.width.saturating_sub(4),
        area.height.saturating_sub(1),
    );
    lines(paper, place, wrapped(said, place.width, cx.theme.dim));
}

/// Draws lines from the top of an area, as many as fit.
pub(crate) fn lines(
    paper: &mut Paper<'_, '_>,
    area: Rect,
    lines: impl IntoIterator<Item = Line<'static>>,
) {
    for (line, at) in lines.into_iter().zip(area.y..area.bottom()) {
        let place = Rect::new(area.x, at, area.width, 1);
        paper.frame.render_widget(line, place);
    }
}
