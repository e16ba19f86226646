//! The bottom line: the keys that work here, now, as many as fit; `?` goes last.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::text::width;
use crate::app::{Context, Paper, Target};
use crate::keymap::{Action, Lookup, Scope};

/// A key with its words.
struct Hint {
    action: Action,
    key: String,
    words: String,
}

/// Draws the hints of the scopes, the nearest first; `may` tells which can be done now.
pub(crate) fn draw(
    paper: &mut Paper<'_, '_>,
    area: Rect,
    scopes: &[Scope],
    may: impl Fn(Action) -> bool,
    cx: &Context<'_>,
) {
    let mut hints: Vec<Hint> = scopes
        .iter()
        .flat_map(|scope| cx.keymap.of(*scope))
        .filter(|bound| bound.entry.hinted && may(bound.entry.action))
        .filter_map(|bound| {
            let (action, key) = (bound.entry.action, bound.keys.first()?);
            // A nearer scope may have taken the key for something else.
            let meant = cx.keymap.look_up(scopes, key.keys()) == Lookup::Action(action);
            meant.then(|| Hint {
                action,
                key: key.to_string(),
                words: cx.text(bound.entry.words),
            })
        })
        .collect();
    let last = hints
        .iter()
        .rposition(|hint| hint.action == Action::Help)
        .map(|at| hints.remove(at));
    let room = area.width.saturating_sub(last.as_ref().map_or(0, room_of));
    let (mut spans, mut column) = (Vec::new(), 0);
    let fitting = hints.into_iter().scan(0, |used, hint| {
        *used += room_of(&hint);
        Some(hint).filter(|_| *used <= room)
    });
    for hint in fitting.chain(last) {
        let wide = room_of(&hint);
        let place = Rect::new(area.x + column, area.y, wide.min(area.width), 1);
        paper.target(place.intersection(area), Target::Action(hint.action));
        column += wide;
        spans.push(Span::styled(hint.key, cx.theme.accent));
        spans.push(Span::styled(format!(" {}  ", hint.words), cx.theme.dim));
    }
    paper.frame.render_widget(Line::from(spans), area);
}

fn room_of(hint: &Hint) -> u16 {
    width(&hint.key) + width(&hint.words) + 3
}
