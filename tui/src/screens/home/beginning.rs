//! What the month shows before there is anything in the ledger.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::{Context, Paper, Target};
use crate::keymap::{Action, Scope};
use crate::widgets::form::wrapped;
use crate::widgets::text::right;

/// What to do with a ledger in which there is nothing yet.
pub(super) fn draw(paper: &mut Paper<'_, '_>, area: Rect, cx: &Context<'_>) {
    let said = wrapped(
        &cx.text("say-empty-ledger"),
        area.width.saturating_sub(4),
        cx.theme.dim,
    );
    let mut line = area.y + 1;
    for text in said {
        let place = Rect::new(area.x + 2, line, area.width.saturating_sub(2), 1);
        paper.frame.render_widget(text, place.intersection(area));
        line += 1;
    }
    let steps = [
        (Action::Add, "say-first-entry"),
        (Action::GoAccounts, "say-first-accounts"),
        (Action::GoImport, "say-first-import"),
        (Action::Help, "say-first-help"),
    ];
    for (action, words) in steps {
        line += 1;
        let place = Rect::new(area.x, line, area.width, 1).intersection(area);
        let mut bound = cx.keymap.of(Scope::Everywhere);
        let keys = bound.find(|bound| bound.entry.action == action);
        let key = keys.and_then(|bound| {
            bound
                .keys
                .iter()
                .map(ToString::to_string)
                .min_by_key(|key| key.chars().all(|c| c.is_ascii_digit()))
        });
        let drawn = Line::from(vec![
            Span::styled(right(&key.unwrap_or_default(), 6), cx.theme.accent),
            Span::raw(format!("  {}", cx.text(words))),
        ]);
        paper.target(place, Target::Action(action));
        paper.frame.render_widget(drawn, place);
    }
}
