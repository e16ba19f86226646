//! Columns side by side, one group for each label: months, years.

use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::{Context, Paper};
use crate::widgets::text::{fit, left, width};

/// The columns of one thing.
pub(crate) struct Series {
    /// What it is.
    pub(crate) name: String,
    /// One number for each label.
    pub(crate) values: Vec<i64>,
    /// How it looks.
    pub(crate) style: Style,
}

/// A chart of columns.
pub(crate) struct Columns<'a> {
    /// One or two series.
    pub(crate) series: &'a [Series],
    /// What stands below each group.
    pub(crate) labels: &'a [String],
    /// The group that is looked at.
    pub(crate) current: Option<usize>,
    /// What is said behind the names of the series.
    pub(crate) note: String,
}

const RISING: [&str; 9] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];
/// The widest group.
const WIDEST: u16 = 16;

impl Columns<'_> {
    /// Draws the names of the series and below them the groups.
    pub(crate) fn draw(&self, paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>) {
        let textures = if cx.theme.glyphs.unicode {
            ["█", "▒"]
        } else {
            ["#", ":"]
        };
        let mut legend = Vec::new();
        for (series, texture) in self.series.iter().zip(textures) {
            legend.push(Span::styled(texture, series.style));
            legend.push(Span::raw(format!(" {}  ", series.name)));
        }
        legend.push(Span::styled(self.note.clone(), cx.theme.dim));
        let rows = [Constraint::Length(1), Constraint::Fill(1)];
        let [head, body] = Layout::vertical(rows).areas(area);
        paper.frame.render_widget(Line::from(legend), head);
        self.draw_groups(paper, body, cx);
    }

    /// Draws the groups that have room, the last ones if not all have.
    fn draw_groups(&self, paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>) {
        let groups = u16::try_from(self.labels.len()).unwrap_or(u16::MAX);
        let bars = u16::try_from(self.series.len()).unwrap_or(1);
        if area.height < 2 || groups == 0 || bars == 0 {
            return;
        }
        let wide = (area.width / groups).clamp(bars + 1, WIDEST);
        let shown = usize::from((area.width / wide).min(groups));
        let first = self.labels.len().saturating_sub(shown);
        let bar = (wide - 1) / bars;
        let largest = self
            .series
            .iter()
            .flat_map(|series| series.values.iter().skip(first))
            .copied()
            .max()
            .unwrap_or(0)
            .max(0);
        let rows = area.height - 1;
        for row in 0..rows {
            let above = rows - 1 - row;
            let mut spans = Vec::new();
            for at in first..self.labels.len() {
                for (place, series) in self.series.iter().enumerate() {
                    let value = series.values.get(at).copied().unwrap_or(0);
                    let piece = piece(eighths(value, largest, rows), above, place, cx);
                    let text = piece.repeat(usize::from(bar));
                    spans.push(Span::styled(text, series.style));
                }
                spans.push(Span::raw(" ".repeat(usize::from(wide - bar * bars))));
            }
            let place = Rect::new(area.x, area.y + row, area.width, 1);
            paper.frame.render_widget(Line::from(spans), place);
        }
        let names = self.labels.iter().enumerate().skip(first);
        let names = names.map(|(at, label)| self.name(at, label, wide, cx));
        let place = Rect::new(area.x, area.bottom() - 1, area.width, 1);
        paper
            .frame
            .render_widget(Line::from(names.collect::<Vec<_>>()), place);
    }

    fn name(&self, at: usize, label: &str, wide: u16, cx: &Context<'_>) -> Span<'static> {
        let room = wide - 1;
        // `mar 2026` where there is room, else `mar`, else `m`.
        let short = label.split(' ').next().unwrap_or_default();
        let name = if width(label) <= room {
            label.to_owned()
        } else if width(short) <= room {
            short.to_owned()
        } else if short.chars().all(|letter| letter.is_ascii_digit()) {
            short.chars().skip(2).collect()
        } else {
            short.chars().take(usize::from(room)).collect()
        };
        let style = if self.current == Some(at) {
            cx.theme.selected
        } else {
            cx.theme.dim
        };
        let name = left(&fit(&name, room), room);
        Span::styled(format!("{name} "), style)
    }
}

/// The height of a column, in eighths of a row.
fn eighths(value: i64, largest: i64, rows: u16) -> u64 {
    if value <= 0 || largest <= 0 {
        return 0;
    }
    let steps = i128::from(value) * i128::from(rows) * 8 / i128::from(largest);
    u64::try_from(steps).unwrap_or(0).max(1)
}

fn piece(height: u64, above: u16, place: usize, cx: &Context<'_>) -> &'static str {
    let filled = height.saturating_sub(u64::from(above) * 8).min(8);
    let at = usize::try_from(filled).unwrap_or(0);
    match (cx.theme.glyphs.unicode, place) {
        (true, 0) => RISING.get(at).copied().unwrap_or(" "),
        (true, _) if filled >= 4 || (filled > 0 && above == 0) => "▒",
        (false, 0) if filled >= 4 || (filled > 0 && above == 0) => "#",
        (false, _) if filled >= 4 || (filled > 0 && above == 0) => ":",
        _ => " ",
    }
}
