//! A line through points, drawn with the dots of braille letters.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::{Context, Paper};
use crate::theme::Glyphs;
use crate::widgets::text::{left, right, width};

/// A line, with what stands at its ends.
pub(crate) struct Trace<'a> {
    /// The points, from left to right.
    pub(crate) values: &'a [i64],
    /// What its highest and its lowest point are called.
    pub(crate) ends: (String, String),
    /// What is below its first and its last point.
    pub(crate) span: (String, String),
    /// How it looks.
    pub(crate) style: Style,
}

/// Dots of a braille letter.
const ACROSS: usize = 2;
const DOWN: usize = 4;
const DOTS: [[u32; DOWN]; ACROSS] = [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]];

impl Trace<'_> {
    /// Draws it between its highest and its lowest point.
    pub(crate) fn draw(&self, paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>) {
        let (high, low) = &self.ends;
        let gutter = width(high).max(width(low)) + 1;
        let room = area.width.saturating_sub(gutter);
        if area.height < 3 || room < 4 {
            return;
        }
        let rows = area.height - 1;
        let letters = traced(self.values, (room, rows), cx.theme.glyphs);
        for (row, letters) in (0..rows).zip(letters) {
            let end = match row {
                0 => high,
                row if row + 1 == rows => low,
                _ => "",
            };
            let line = Line::from(vec![
                Span::styled(format!("{} ", right(end, gutter - 1)), cx.theme.dim),
                Span::styled(letters, self.style),
            ]);
            let place = Rect::new(area.x, area.y + row, area.width, 1);
            paper.frame.render_widget(line, place);
        }
        let (first, last) = &self.span;
        let indent = " ".repeat(usize::from(gutter));
        let between = room.saturating_sub(width(last));
        let foot = format!("{indent}{}{last}", left(first, between));
        let place = Rect::new(area.x, area.bottom() - 1, area.width, 1);
        paper
            .frame
            .render_widget(Line::styled(foot, cx.theme.dim), place);
    }
}

/// The line on a grid of letters.
fn traced(values: &[i64], (columns, rows): (u16, u16), glyphs: Glyphs) -> Vec<String> {
    let (columns, rows) = (usize::from(columns), usize::from(rows));
    let (across, down) = (columns * ACROSS, rows * DOWN);
    let mut dots = vec![vec![0u32; columns]; rows];
    let mut last: Option<usize> = None;
    for x in 0..across {
        let Some(y) = height_at(values, x, across, down) else {
            continue;
        };
        // From the dot before, so that a steep line has no holes.
        let (from, to) = last.map_or((y, y), |last| (last.min(y), last.max(y)));
        for y in from..=to {
            let row = rows - 1 - y / DOWN;
            let dot = DOTS[x % ACROSS][DOWN - 1 - y % DOWN];
            if let Some(letter) = dots.get_mut(row).and_then(|row| row.get_mut(x / ACROSS)) {
                *letter |= dot;
            }
        }
        last = Some(y);
    }
    let letter = |dots: &u32| match (*dots, glyphs.unicode) {
        (0, _) => ' ',
        (dots, true) => char::from_u32(0x2800 + dots).unwrap_or('*'),
        (_, false) => '*',
    };
    dots.iter()
        .map(|row| row.iter().map(letter).collect())
        .collect()
}

/// How many dots above the ground the line is at a dot from the left.
fn height_at(values: &[i64], x: usize, across: usize, down: usize) -> Option<usize> {
    let (least, most) = (*values.iter().min()?, *values.iter().max()?);
    let span = i128::from(most) - i128::from(least);
    if span == 0 {
        return Some(down / 2);
    }
    let steps = values.len() - 1;
    let before = x * steps / (across - 1).max(1);
    let rest = x * steps % (across - 1).max(1);
    let here = i128::from(*values.get(before)?) - i128::from(least);
    let next = values
        .get(before + 1)
        .map_or(here, |next| i128::from(*next) - i128::from(least));
    let whole = i128::try_from((across - 1).max(1)).ok()?;
    let scaled = here * whole + (next - here) * i128::try_from(rest).ok()?;
    let top = i128::try_from(down.saturating_sub(1)).ok()?;
    usize::try_from((scaled * top + span * whole / 2) / (span * whole)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rising_line_goes_from_corner_to_corner() {
        let lines = traced(&[0, 10], (4, 2), Glyphs::new(false));
        assert_eq!(lines, ["  **", "*** "]);
        let steep = traced(&[0, 10, 0], (3, 3), Glyphs::new(false));
        assert_eq!(steep, [" **", "***", "* *"]);
    }

    #[test]
    fn a_level_line_runs_in_the_middle_and_nothing_is_drawn_of_nothing() {
        let lines = traced(&[5, 5, 5], (3, 2), Glyphs::new(false));
        assert_eq!(lines, ["***", "   "]);
        assert_eq!(traced(&[], (2, 1), Glyphs::new(true)), ["  "]);
    }
}
