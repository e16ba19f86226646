//! How the rows of a file look, and what was imported; `files_view` draws the folder.

use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::plan::{Group, Review};
use super::reading::{how_read, reason, verdict_sign, verdict_style, verdict_word};
use super::{Outcome, State, Step};
use crate::app::{Context, Paper, Target};
use crate::i18n::text;
use crate::present;
use crate::widgets::form::wrapped;
use crate::widgets::pane;
use crate::widgets::table::{self, Cell, Column, Row};
use crate::widgets::text::width;

/// From this width on there is a pane beside the list.
pub(super) const WITH_PANE: u16 = 100;
pub(super) const PANE: u16 = 50;
/// From this width on verdicts are written out, and there are sizes of files.
pub(super) const WITH_WORDS: u16 = 60;

/// Lines of what is said about the current row, below the list.
const fn reason_lines(room: u16) -> u16 {
    if room < WITH_WORDS { 3 } else { 2 }
}

/// A text of the file; its digits are hidden with the amounts.
pub(super) fn veiled(text: &str, cx: &Context<'_>) -> String {
    cx.veil(text)
}

impl State {
    /// Whether the first lines of a file are seen.
    pub(super) const fn shows_head(cx: &Context<'_>) -> bool {
        cx.size.0 >= WITH_PANE
    }

    /// Lines that the list has.
    pub(super) fn lines(&self, cx: &Context<'_>) -> u16 {
        let spent = match &self.step {
            Step::Files => 2,
            Step::Rows(_) => 3 + reason_lines(cx.size.0),
            Step::Done(_) => 0,
        };
        cx.size.1.saturating_sub(spent)
    }

    pub(super) fn draw(&self, paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>) {
        match &self.step {
            Step::Files => self.draw_files(paper, area, cx),
            Step::Rows(review) => draw_review(review, paper, area, cx),
            Step::Done(outcome) => draw_done(outcome, paper, area, cx),
        }
    }
}

/// A count, its thousands apart.
fn number(count: usize, cx: &Context<'_>) -> String {
    cx.style.number(count.into())
}

/// A little away from the edge.
pub(super) fn indented(area: Rect) -> Rect {
    Rect::new(
        area.x + 2.min(area.width),
        area.y + 1.min(area.height),
        area.width.saturating_sub(4),
        area.height.saturating_sub(1),
    )
}

/// Draws sentences one below the other.
pub(super) fn draw_lines(
    paper: &mut Paper<'_, '_>,
    area: Rect,
    lines: impl IntoIterator<Item = (String, Style)>,
) {
    let lines = lines
        .into_iter()
        .flat_map(|(line, style)| wrapped(&line, area.width, style));
    for (line, at) in lines.zip(area.y..area.bottom()) {
        let place = Rect::new(area.x, at, area.width, 1);
        paper.frame.render_widget(line, place);
    }
}

fn draw_review(review: &Review, paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>) {
    let area = if area.width >= WITH_PANE {
        let columns = [Constraint::Fill(1), Constraint::Length(PANE)];
        let [list, about] = Layout::horizontal(columns).areas(area);
        let inner = pane::pane(paper, about, &cx.text("title-how-read"), cx);
        draw_lines(paper, inner, how_read(&review.plan, cx));
        list
    } else {
        area
    };
    let rows = [
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Fill(1),
        Constraint::Length(reason_lines(area.width)),
    ];
    let [head, tabs, list, foot] = Layout::vertical(rows).areas(area);
    draw_summary(review, paper, head, cx);
    draw_tabs(review, paper, tabs, cx);
    let wide = list.width >= WITH_WORDS;
    let mut columns = vec![Column::fixed(String::new())];
    if wide {
        columns.push(Column::fixed(cx.text("head-verdict")));
    }
    columns.push(Column::fixed(cx.text("head-date")));
    columns.push(Column::text(cx.text("head-text"), 1));
    columns.push(Column::number(cx.text("head-amount")));
    let row = |at: usize| review_row(review, at, wide, cx);
    table::draw(
        paper,
        list,
        &columns,
        review.cursor,
        review.seen.len(),
        row,
        cx,
    );
    if let Some(row) = review.current() {
        let verdict = review.verdict(row);
        let mut said = reason(review, row, cx);
        if !wide {
            said = format!("{}: {said}", cx.text(verdict_word(verdict)));
        }
        draw_lines(paper, foot, [(said, verdict_style(verdict, cx))]);
    }
}

fn review_row(review: &Review, at: usize, wide: bool, cx: &Context<'_>) -> Row {
    let Some(row) = review.row(at) else {
        return Row::default();
    };
    let verdict = review.verdict(row);
    let style = verdict_style(verdict, cx);
    let mut cells = vec![Cell::styled(verdict_sign(verdict), style)];
    if wide {
        cells.push(Cell::styled(cx.text(verdict_word(verdict)), style));
    }
    let date = match row.date {
        Some(day) if wide => present::date(day),
        Some(day) => day.format("%m-%d").to_string(),
        None => text!(cx.texts, "word-line", line = row.line.to_string()),
    };
    cells.push(Cell::styled(date, cx.theme.dim));
    let shown = match &row.problem {
        Some(_) => Style::new(),
        None if verdict == row.verdict => Style::new(),
        // What a person decided stands out.
        None => cx.theme.accent,
    };
    let text = match &row.problem {
        Some(_) => veiled(&row.text, cx),
        None => row.text.clone(),
    };
    cells.push(Cell::styled(text, shown));
    let amount = row.amount.map(|amount| cx.money(amount));
    cells.push(Cell::plain(amount.unwrap_or_default()));
    Row {
        cells,
        marked: verdict != row.verdict,
    }
}

/// What goes where: `March.csv → Checking`, and what wants attention.
fn draw_summary(review: &Review, paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>) {
    let plan = &review.plan;
    let warnings = plan.warnings.len();
    let into = plan.accounts.join(", ");
    let format = plan.facts.first().map_or("", |(_, format)| format.as_str());
    let arrow = cx.theme.glyphs.arrow;
    let mut spans = vec![
        Span::raw(format!(" {format} {arrow} ")),
        Span::styled(into, cx.theme.accent),
    ];
    if warnings > 0 {
        let n = i64::try_from(warnings).unwrap_or(i64::MAX);
        let said = if area.width < WITH_WORDS {
            format!("{n} (i)")
        } else {
            text!(cx.texts, "say-warnings", n = n)
        };
        spans.push(Span::styled(format!("  ! {said}"), cx.theme.warn));
    }
    if plan.more > 0 {
        let n = i64::try_from(plan.more).unwrap_or(i64::MAX);
        let said = text!(cx.texts, "say-rows-beyond", n = n);
        spans.push(Span::styled(format!("  {said}"), cx.theme.dim));
    }
    if review.sending {
        let said = cx.text("say-saving");
        spans.push(Span::styled(format!("  {said}"), cx.theme.dim));
    }
    paper.frame.render_widget(Line::from(spans), area);
}

/// The groups with their numbers; those without rows are left out.
fn draw_tabs(review: &Review, paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>) {
    let (mut spans, mut column) = (Vec::new(), area.x);
    for (at, group) in Group::ALL.into_iter().enumerate() {
        let size = review.size(group);
        if size == 0 && group != Group::All {
            continue;
        }
        let (name, sign) = match group {
            Group::All => ("word-group-all", ""),
            Group::Review => ("word-verdict-review", "?"),
            Group::New => ("word-group-new", "+"),
            Group::Known => ("word-group-known", cx.theme.glyphs.between),
            Group::Bad => ("word-group-bad", "!"),
        };
        let name = if area.width < WITH_WORDS && !sign.is_empty() {
            sign.to_owned()
        } else {
            cx.text(name)
        };
        let size = number(size, cx);
        let chosen = group == review.group;
        let words = if chosen {
            format!("[{name} {size}]")
        } else {
            format!(" {name} {size} ")
        };
        let wide = width(&words);
        let place = Rect::new(column, area.y, wide, 1).intersection(area);
        paper.target(place, Target::Tab(at));
        column += wide;
        let style = if chosen {
            cx.theme.accent
        } else {
            cx.theme.dim
        };
        spans.push(Span::styled(words, style));
    }
    paper.frame.render_widget(Line::from(spans), area);
}

fn draw_done(outcome: &Outcome, paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>) {
    let place = area.centered(
        Constraint::Length(60.min(area.width)),
        Constraint::Length(14.min(area.height)),
    );
    let inner = pane::pane(paper, place, &outcome.file, cx);
    let counts = outcome.counts;
    let numbers = [
        (counts.new, "say-count-new", cx.theme.good),
        (counts.matched, "say-count-matched", cx.theme.good),
        (counts.review, "say-count-review", cx.theme.warn),
        (counts.known, "say-count-known", cx.theme.dim),
        (counts.left_out, "say-count-left-out", cx.theme.dim),
        (counts.bad, "say-count-bad", cx.theme.bad),
    ];
    let any = numbers.into_iter().filter(|(count, _, _)| *count > 0);
    let mut lines: Vec<(String, Style)> = any
        .map(|(count, id, style)| {
            let n = i64::try_from(count).unwrap_or(i64::MAX);
            let count = number(count, cx);
            (format!("{count} {}", text!(cx.texts, id, n = n)), style)
        })
        .collect();
    lines.push((String::new(), Style::new()));
    if outcome.batch.is_some() {
        lines.push((cx.text("say-enter-rows"), Style::new()));
    }
    lines.push((cx.text("say-import-done"), cx.theme.dim));
    draw_lines(paper, inner, lines);
}
