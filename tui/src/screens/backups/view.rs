//! How backups look: the remotes beside the versions, or above them.

use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::lines::{details, facts, passphrase, proof, state};
use super::{Remote, Row, State};
use crate::app::{Context, Paper, Target};
use crate::i18n::text;
use crate::present;
use crate::present::short_id;
use crate::widgets::form::wrapped;
use crate::widgets::pane;
use crate::widgets::table::{self, Cell, Column};
use crate::widgets::text::{fit, width};

/// From this width on remotes and versions stand beside each other.
const WIDE: u16 = 110;
/// Columns of the remotes then.
const REMOTES: u16 = 52;
/// From this width on there is the time of day.
const WITH_MOMENTS: u16 = 60;
/// Lines of the row under the cursor where there are no columns for all of it.
const DETAILS: u16 = 2;
/// The fewest lines that versions get.
const LEAST: u16 = 6;

impl State {
    /// Versions on one screen, about.
    pub(super) fn page(cx: &Context<'_>) -> u16 {
        let others = u16::try_from(cx.backups.remotes.len()).unwrap_or(1);
        let above = if cx.size.0 >= WIDE {
            3
        } else {
            7 + others + DETAILS
        };
        cx.size.1.saturating_sub(above).max(1)
    }

    pub(super) fn draw(&self, paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>) {
        if cx.backups.remotes.is_empty() {
            let said = if cx.backups.is_read {
                "say-no-remote-yet"
            } else {
                "say-loading"
            };
            pane::sentence(paper, area, &cx.text(said), cx);
            return;
        }
        if area.width >= WIDE {
            let columns = [Constraint::Length(REMOTES), Constraint::Fill(1)];
            let [left, right] = Layout::horizontal(columns).areas(area);
            let inner = pane::pane(paper, left, &cx.text("title-remotes"), cx);
            self.draw_remotes(paper, inner, true, cx);
            let inner = pane::pane(paper, right, &self.head(cx), cx);
            self.draw_versions(paper, inner, true, cx);
            return;
        }
        let wanted = self.remote_lines(area.width, false, cx).len();
        let wanted = u16::try_from(wanted).unwrap_or(u16::MAX);
        let rows = [
            Constraint::Length(wanted.min(area.height.saturating_sub(LEAST + DETAILS + 1))),
            Constraint::Length(1),
            Constraint::Fill(1),
            Constraint::Length(DETAILS),
        ];
        let [remotes, head, versions, below] = Layout::vertical(rows).areas(area);
        self.draw_remotes(paper, remotes, false, cx);
        let title = fit(&self.head(cx), head.width.saturating_sub(2));
        let title = Line::styled(format!(" {title}"), cx.theme.accent);
        paper.frame.render_widget(title, head);
        self.draw_versions(paper, versions, false, cx);
        if let Some(row) = self.current(cx.backups) {
            let room = below.width.saturating_sub(2);
            let lines = wrapped(&details(row, cx), room, cx.theme.dim);
            let place = Rect {
                x: below.x + 1,
                width: room,
                ..below
            };
            pane::lines(paper, place, lines);
        }
    }

    /// Whose versions they are, and from where that is known.
    fn head(&self, cx: &Context<'_>) -> String {
        let Some(remote) = self.remote(cx.backups) else {
            return String::new();
        };
        let id = if cx.backups.gone(&remote.name).is_some() {
            "title-versions"
        } else {
            "title-versions-remembered"
        };
        text!(cx.texts, id, remote = remote.name.as_str())
    }

    /// All remotes, each line with the place of its own; the one that is looked at in full.
    fn remote_lines(&self, room: u16, all: bool, cx: &Context<'_>) -> Vec<(usize, Line<'static>)> {
        let current = self.remote(cx.backups).map(|remote| &remote.name);
        let mut lines = Vec::new();
        for (at, remote) in cx.backups.remotes.iter().enumerate() {
            let is_current = Some(&remote.name) == current;
            let mut own = vec![name_line(remote, is_current, room, cx)];
            if is_current || all {
                own.extend(fact_lines(remote, room, all, cx));
            }
            if all {
                own.push(Line::default());
            }
            lines.extend(own.into_iter().map(|line| (at, line)));
        }
        lines
    }

    fn draw_remotes(&self, paper: &mut Paper<'_, '_>, area: Rect, all: bool, cx: &Context<'_>) {
        let lines = self.remote_lines(area.width, all, cx);
        let height = usize::from(area.height);
        // The one that is looked at is seen, whatever is above it.
        let first = lines.iter().position(|(at, _)| *at == self.at).unwrap_or(0);
        let last = lines
            .iter()
            .rposition(|(at, _)| *at == self.at)
            .unwrap_or(0);
        let top = (last + 1).saturating_sub(height).min(first);
        for ((at, line), y) in lines.into_iter().skip(top).zip(area.y..area.bottom()) {
            let place = Rect::new(area.x, y, area.width, 1);
            paper.target(place, Target::Tab(at));
            paper.frame.render_widget(line, place);
        }
    }

    fn draw_versions(&self, paper: &mut Paper<'_, '_>, area: Rect, all: bool, cx: &Context<'_>) {
        let rows = self.rows(cx.backups);
        if rows.is_empty() {
            pane::sentence(paper, area, &cx.text("say-no-version-yet"), cx);
            return;
        }
        let mut columns = vec![
            Column::fixed(cx.text("head-made")),
            Column::text(cx.text("head-proof"), 1),
        ];
        if all {
            columns.insert(1, Column::number(cx.text("head-size")));
            columns.insert(0, Column::fixed(cx.text("head-id")));
            columns.push(Column::fixed(cx.text("head-passphrase")));
        }
        let shown = Shown {
            all,
            moments: area.width >= WITH_MOMENTS,
        };
        let draw = |at: usize| match rows.get(at) {
            Some(row) => cells(*row, shown, cx),
            None => table::Row::default(),
        };
        let mut cursor = self.cursor;
        cursor.to(cursor.at, rows.len());
        table::draw(paper, area, &columns, cursor, rows.len(), draw, cx);
    }
}

/// What there is room for.
#[derive(Clone, Copy)]
struct Shown {
    all: bool,
    moments: bool,
}

fn cells(row: Row<'_>, Shown { all, moments }: Shown, cx: &Context<'_>) -> table::Row {
    let is_gone = !matches!(row, Row::Whole(_));
    let style = match row {
        Row::Whole(version) if version.proven_at.is_some() => cx.theme.good,
        Row::Whole(_) => Style::new(),
        Row::Lost(_) | Row::Damaged(_) => cx.theme.bad,
    };
    let made = row.name().stamp().map(|stamp| {
        let moment = present::moment(stamp.created_at);
        let day = moment.split(' ').next().unwrap_or_default().to_owned();
        if moments { moment } else { day }
    });
    let plain = if is_gone { style } else { Style::new() };
    let mut cells = vec![
        Cell::styled(made.unwrap_or_default(), plain),
        Cell::styled(proof(row, all, cx), style),
    ];
    if all {
        let (size, opens) = match row {
            Row::Whole(version) => (
                present::bytes(version.size, cx.texts.language()),
                passphrase(version, cx),
            ),
            Row::Lost(_) | Row::Damaged(_) => (String::new(), String::new()),
        };
        cells.insert(1, Cell::styled(size, cx.theme.dim));
        cells.insert(
            0,
            Cell::styled(short_id(row.name().id_text()), cx.theme.dim),
        );
        cells.push(Cell::styled(opens, plain));
    }
    table::Row::new(cells)
}

/// `▸ usb (folder)`; with how it is for one of which there is no more.
fn name_line(remote: &Remote, is_current: bool, room: u16, cx: &Context<'_>) -> Line<'static> {
    let mark = if is_current {
        cx.theme.glyphs.cursor
    } else {
        " "
    };
    let name = format!("{} ({})", remote.name, remote.kind);
    let style = if is_current {
        cx.theme.selected
    } else {
        Style::new()
    };
    let mut spans = vec![
        Span::styled(format!(" {mark} "), cx.theme.accent),
        Span::styled(name.clone(), style),
    ];
    if !is_current {
        let (said, is_bad) = state(remote, cx.backups, cx);
        let between = format!(" {} ", cx.theme.glyphs.between);
        let room = room.saturating_sub(width(&name) + width(&between) + 4);
        let style = if is_bad { cx.theme.bad } else { cx.theme.dim };
        spans.push(Span::styled(
            format!("{between}{}", fit(&said, room)),
            style,
        ));
    }
    Line::from(spans)
}

fn fact_lines(remote: &Remote, room: u16, all: bool, cx: &Context<'_>) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    for fact in facts(remote, cx.backups, all, cx) {
        let style = if fact.is_bad {
            cx.theme.bad
        } else {
            Style::new()
        };
        let head = format!("   {}: ", fact.label);
        let left = room.saturating_sub(width(&head) + 1);
        let indent = " ".repeat(3);
        for (at, line) in wrapped(&fact.value, left, style).enumerate() {
            let head = if at == 0 {
                head.clone()
            } else {
                indent.clone()
            };
            let mut spans = vec![Span::styled(head, cx.theme.dim)];
            spans.extend(line.spans.into_iter().map(|span| span.patch_style(style)));
            lines.push(Line::from(spans));
        }
    }
    lines
}
