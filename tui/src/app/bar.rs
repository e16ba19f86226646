//! The top line and the bottom line.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::{Context, Job, Model, Notice, Paper};
use crate::keymap::{Action, Scope};
use crate::widgets::hints;
use crate::widgets::text::{fit, left, right, width};

/// Draws where one is: the screens one came through, and what is going on.
pub(super) fn top(model: &Model, paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>) {
    let titles: Vec<String> = model
        .stack
        .iter()
        .map(|screen| screen.page().title(cx))
        .collect();
    let separator = format!(" {} ", cx.theme.glyphs.closed);
    let mut trail = titles.join(&separator);
    if width(&trail) > area.width / 2 {
        trail = titles.last().cloned().unwrap_or_default();
    }
    let mut signs = Vec::new();
    if let Some(Job { said, .. }) = &model.job {
        signs.push(format!("{} {said}", cx.theme.glyphs.busy));
    }
    if model.demo {
        signs.push(cx.text("word-demo"));
    }
    if model.hidden {
        signs.push(cx.text("word-hidden"));
    }
    let signs = signs.join(&format!(" {} ", cx.theme.glyphs.between));
    let name = " luka ";
    let room = area.width.saturating_sub(width(name) + 1);
    let signs = fit(&signs, room / 2);
    let trail = left(
        &fit(&trail, room.saturating_sub(width(&signs) + 1)),
        room.saturating_sub(width(&signs)),
    );
    let line = Line::from(vec![
        Span::styled(name, cx.theme.accent.patch(cx.theme.title)),
        Span::raw(trail),
        Span::raw(right(&signs, width(&signs))),
        Span::raw(" "),
    ]);
    paper.frame.render_widget(line.style(cx.theme.title), area);
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
        let line = Line::styled(fit(&text, area.width), style);
        paper.frame.render_widget(line, area);
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
    let may = |action: Action| model.why_not(action).is_none();
    hints::draw(paper, area, scopes, may, cx);
}
