//! A terminal's screen as a picture that any browser shows.

use std::fmt::Write as _;

use vt100::{Cell, Color, Screen};

/// Pixels of one cell.
const CELL: (u32, u32) = (9, 19);
/// Pixels around the screen.
const EDGE: u32 = 12;
const FOREGROUND: &str = "#d6dbd8";
const BACKGROUND: &str = "#17201c";

/// How a run of cells looks.
#[derive(Clone, PartialEq, Eq)]
struct Look {
    foreground: String,
    background: Option<String>,
    bold: bool,
    underline: bool,
}

/// Draws the screen.
pub(super) fn of(screen: &Screen) -> String {
    let (rows, columns) = screen.size();
    let (wide, high) = (
        u32::from(u16::from(columns)) * CELL.0 + 2 * EDGE,
        u32::from(u16::from(rows)) * CELL.1 + 2 * EDGE,
    );
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {wide} {high}\" \
         font-family=\"ui-monospace,Menlo,Consolas,monospace\" font-size=\"15\">\n\
         <rect width=\"{wide}\" height=\"{high}\" rx=\"8\" fill=\"{BACKGROUND}\"/>\n"
    );
    for row in 0..u16::from(rows) {
        for (column, text, look) in runs(screen, row, columns.into()) {
            write_run(&mut svg, row, column, &text, &look);
        }
    }
    svg.push_str("</svg>\n");
    svg
}

/// The runs of cells of one row that look alike, with the column where each begins.
fn runs(screen: &Screen, row: u16, columns: u16) -> Vec<(u16, String, Look)> {
    let mut runs: Vec<(u16, String, Look)> = Vec::new();
    for column in 0..columns {
        let Some(cell) = screen.cell(row, column) else {
            continue;
        };
        if cell.is_wide_continuation() {
            continue;
        }
        let text = if cell.has_contents() {
            cell.contents()
        } else {
            " "
        };
        let look = look(cell);
        match runs.last_mut() {
            Some((_, run, known)) if *known == look => run.push_str(text),
            _ => runs.push((column, text.to_owned(), look)),
        }
    }
    runs.retain(|(_, text, look)| look.background.is_some() || !text.trim().is_empty());
    runs
}

fn look(cell: &Cell) -> Look {
    let (mut foreground, mut background) = (colour(cell.fgcolor()), colour(cell.bgcolor()));
    if cell.inverse() {
        let front = foreground.take().unwrap_or_else(|| FOREGROUND.to_owned());
        let back = background.take().unwrap_or_else(|| BACKGROUND.to_owned());
        (foreground, background) = (Some(back), Some(front));
    }
    Look {
        foreground: foreground.unwrap_or_else(|| FOREGROUND.to_owned()),
        background,
        bold: cell.bold(),
        underline: cell.underline(),
    }
}

fn colour(colour: Color) -> Option<String> {
    match colour {
        Color::Rgb(red, green, blue) => Some(format!("#{red:02x}{green:02x}{blue:02x}")),
        Color::Idx(15) => Some("#ffffff".to_owned()),
        // The themes of the pictures use no other indexed colours.
        Color::Default | Color::Idx(_) => None,
    }
}

fn write_run(svg: &mut String, row: u16, column: u16, text: &str, look: &Look) {
    let (x, y) = (
        EDGE + u32::from(column) * CELL.0,
        EDGE + u32::from(row) * CELL.1,
    );
    let cells = u32::try_from(text.chars().count()).unwrap_or(0);
    let (wide, high) = (cells * CELL.0, CELL.1);
    if let Some(background) = &look.background {
        let _ = writeln!(
            svg,
            "<rect x=\"{x}\" y=\"{y}\" width=\"{wide}\" height=\"{high}\" fill=\"{background}\"/>"
        );
    }
    let shown = text.trim_end();
    if shown.is_empty() {
        return;
    }
    let length = u32::try_from(shown.chars().count()).unwrap_or(0) * CELL.0;
    let bold = if look.bold {
        " font-weight=\"bold\""
    } else {
        ""
    };
    let line = if look.underline {
        " text-decoration=\"underline\""
    } else {
        ""
    };
    let escaped = shown.replace('&', "&amp;").replace('<', "&lt;");
    let (baseline, colour) = (y + 14, &look.foreground);
    let _ = writeln!(
        svg,
        "<text x=\"{x}\" y=\"{baseline}\" textLength=\"{length}\" fill=\"{colour}\"{bold}{line} \
         xml:space=\"preserve\">{escaped}</text>"
    );
}
