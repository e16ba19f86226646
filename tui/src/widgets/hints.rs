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

/// What a stranger looks for: it stays when not everything fits.
const ESSENTIAL: [Action; 5] = [
    Action::Jobs,
    Action::Add,
    Action::Undo,
    Action::Quit,
    Action::Cancel,
];

/// Draws the hints of the scopes, the nearest first; `may` tells which can be done now.
pub(crate) fn draw(
    paper: &mut Paper<'_, '_>,
    area: Rect,
    scopes: &[Scope],
    may: impl Fn(Action) -> bool,
    cx: &Context<'_>,
) {
    let hints: Vec<Hint> = scopes
        .iter()
        .flat_map(|scope| cx.keymap.of(*scope))
        .filter(|bound| bound.entry.hinted && may(bound.entry.action))
        .filter_map(|bound| {
            let (action, key) = (bound.entry.action, bound.keys.first()?);
            // A nearer scope may have taken the key for something else.
            let meant = cx.keymap.look_up(scopes, key.keys()) == Lookup::Action(action);
            meant.then(|| Hint {
                action,
                key: key_sign(&key.to_string(), cx),
                words: cx.text(bound.entry.words),
            })
        })
        .collect();
    let mut named: Vec<Action> = Vec::new();
    let hints = hints
        .into_iter()
        .filter(|hint| {
            let first = !named.contains(&hint.action);
            named.push(hint.action);
            first
        })
        .collect();
    let (mut spans, mut column) = (Vec::new(), 0);
    for hint in fitting(hints, area.width) {
        let wide = room_of(&hint);
        let place = Rect::new(area.x + column, area.y, wide.min(area.width), 1);
        paper.target(place.intersection(area), Target::Action(hint.action));
        column += wide;
        spans.push(Span::styled(hint.key, cx.theme.accent));
        spans.push(Span::styled(format!(" {}  ", hint.words), cx.theme.dim));
    }
    paper.frame.render_widget(Line::from(spans), area);
}

/// Those that fit: the way to all others, what the screen is for, how what was typed is saved, what
/// is essential, and then the others in their order. They are drawn in the order of the table.
/// In a form saving comes before Enter, which is tried anyway, and before another line.
fn fitting(hints: Vec<Hint>, room: u16) -> Vec<Hint> {
    let rank = |at: usize| match hints.get(at).map(|hint| hint.action) {
        Some(Action::Help) => 0,
        Some(Action::Save) => 2,
        Some(Action::Open | Action::AddSplit) if at == 0 => 3,
        _ if at == 0 => 1,
        action => ESSENTIAL
            .iter()
            .position(|essential| Some(*essential) == action)
            .map_or(usize::MAX, |at| at + 4),
    };
    let mut order: Vec<usize> = (0..hints.len()).collect();
    order.sort_by_key(|&at| (rank(at), at));
    // Behind the last one there need be no gap.
    let mut left = room + 2;
    let mut kept = vec![false; hints.len()];
    for at in order {
        let wide = hints.get(at).map_or(0, room_of);
        if wide <= left
            && let Some(keep) = kept.get_mut(at)
        {
            left -= wide;
            *keep = true;
        }
    }
    let chosen = hints.into_iter().zip(kept);
    chosen
        .filter(|(_, keep)| *keep)
        .map(|(hint, _)| hint)
        .collect()
}

/// A key as it is drawn: arrows as arrows, where the terminal has them.
pub(crate) fn key_sign(key: &str, cx: &Context<'_>) -> String {
    let sign = match key {
        "left" => "←",
        "right" => "→",
        "up" => "↑",
        "down" => "↓",
        other => other,
    };
    if cx.theme.glyphs.unicode { sign } else { key }.to_owned()
}

fn room_of(hint: &Hint) -> u16 {
    width(&hint.key) + width(&hint.words) + 3
}
