//! The top line and the bottom line.

use domain::Decimal;
use ops::Step;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Clear;

use super::{Context, Job, Model, Notice, Paper};
use crate::i18n::text;
use crate::keymap::{Action, Scope};
use crate::screens::backups;
use crate::widgets::chart::gauge;
use crate::widgets::form::wrapped;
use crate::widgets::text::{fit, left, width};
use crate::widgets::{hints, pane};

/// Lines that a sentence may take.
const MOST_LINES: u16 = 4;

/// Draws where one is: the screens one came through, what is going on, how the backups are.
pub(super) fn top(model: &Model, paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>) {
    let between = format!(" {} ", cx.theme.glyphs.between);
    let name = " luka ";
    let room = area.width.saturating_sub(width(name) + 1);
    let mut signs = fit(&signs(model, cx).join(&between), room / 2);
    let room = room.saturating_sub(width(&signs));
    let titles = model.stack.iter().map(|screen| screen.page().title(cx));
    let titles: Vec<String> = titles.collect();
    let here = titles.last().cloned().unwrap_or_default();
    // What goes on now, and where one is, are said before how things are.
    let standing = backups::told(cx).filter(|(said, _)| {
        let needed = width(said) + width(&between) + width(&here);
        needed < room
    });
    if standing.is_some() && !signs.is_empty() {
        signs.push_str(&between);
    }
    let (standing, is_bad) = standing.unwrap_or_default();
    let room = area.width.saturating_sub(width(name) + 1);
    let room = room.saturating_sub(width(&signs) + width(&standing));
    let mut trail = titles.join(&format!(" {} ", cx.theme.glyphs.closed));
    if width(&trail) >= room {
        // Where one is says more than how one came there.
        trail = here;
    }
    let trail = left(&fit(&trail, room.saturating_sub(1)), room);
    let style = if is_bad { cx.theme.bad } else { Style::new() };
    let line = Line::from(vec![
        Span::styled(name, cx.theme.accent.patch(cx.theme.title)),
        Span::raw(trail),
        Span::raw(signs),
        Span::styled(standing, cx.theme.title.patch(style)),
        Span::raw(" "),
    ]);
    paper.frame.render_widget(line.style(cx.theme.title), area);
}

/// What is going on, and what is not as usual.
fn signs(model: &Model, cx: &Context<'_>) -> Vec<String> {
    let mut signs = Vec::new();
    for Job { said, step, .. } in model.job.iter().chain(&model.errand) {
        let said = match step {
            Some(step) => format!("{} % {said}", step.per_mille() / 10),
            None => said.clone(),
        };
        signs.push(format!("{} {said}", cx.theme.glyphs.busy));
    }
    if model.demo {
        signs.push(cx.text("word-demo"));
    }
    if model.hidden {
        signs.push(cx.text("word-hidden"));
    }
    signs
}

/// Columns of a job's bar: as many as the smallest window has room for, with the percents.
const JOB: u16 = 20;

impl Job {
    /// How far it is, as a bar and in numbers.
    pub(super) fn bar(step: Step, cx: &Context<'_>) -> String {
        let (full, empty) = gauge(step.per_mille().into(), JOB, cx.theme.glyphs);
        let number = |n: u64| cx.style.number(Decimal::from(n));
        text!(
            cx.texts,
            "say-step",
            bar = format!("{full}{empty}"),
            percent = (step.per_mille() / 10).to_string(),
            done = number(step.done),
            of = number(step.of)
        )
    }
}

/// Draws a sentence in the bottom line, and over the lines above it when it is long: an amount at
/// its end must be read too.
fn notice(paper: &mut Paper<'_, '_>, area: Rect, said: &str, style: Style) {
    let lines: Vec<Line<'static>> = wrapped(said, area.width, style).collect();
    let height = u16::try_from(lines.len()).unwrap_or(1).min(MOST_LINES);
    let place = Rect {
        y: area.bottom().saturating_sub(height),
        height,
        ..area
    };
    paper.frame.render_widget(Clear, place);
    pane::lines(paper, place, lines);
}

/// Draws what was said last, else the keys of a sequence that was begun, else the keys that work.
pub(super) fn bottom(
    model: &Model,
    paper: &mut Paper<'_, '_>,
    area: Rect,
    scopes: &[Scope],
    cx: &Context<'_>,
) {
    let said = model.notice.as_ref().map(|notice| match notice {
        Notice::Good(text) => (text.clone(), cx.theme.good),
        Notice::Plain(text) => (text.clone(), cx.theme.accent),
        Notice::Bad(trouble) => {
            let hint = trouble.hint.iter().map(|hint| format!("; {hint}"));
            let said = format!("{}{}", trouble.message, hint.collect::<String>());
            (said, cx.theme.bad)
        }
    });
    if let Some((text, style)) = said {
        notice(paper, area, &cx.veil(&text), style);
        return;
    }
    if !model.chord.is_empty() {
        let typed: Vec<String> = model.chord.iter().map(ToString::to_string).collect();
        let line = Line::styled(
            format!("{} {}", typed.join(" "), cx.theme.glyphs.busy),
            cx.theme.accent,
        );
        paper.frame.render_widget(line, area);
        return;
    }
    // What is over in a moment needs no key.
    let lasts = model.job.as_ref().is_some_and(|job| job.step.is_some());
    let may = |action: Action| model.why_not(action).is_none() && (action != Action::Jobs || lasts);
    hints::draw(paper, area, scopes, may, cx);
}
