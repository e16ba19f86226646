//! Everything about one row: its legs, notes, tags, where it came from.

use domain::{Mark, Status};

use super::{Row, State};
use crate::app::{Context, Message};
use crate::present;
use crate::theme::Glyphs;

/// A status in the person's words.
pub(super) fn status_words(row: &Row, cx: &Context<'_>) -> String {
    if row.reconciled {
        return cx.text("word-reconciled");
    }
    cx.text(status_id(row.status))
}

/// The text id of a status.
pub(super) const fn status_id(status: Status) -> &'static str {
    match status {
        Status::Unmarked => "word-unmarked",
        Status::Pending => "word-pending",
        Status::Cleared => "word-cleared",
    }
}

/// What was reconciled.
pub(super) const RECONCILED: &str = "=";

/// The sign of a status.
pub(super) const fn status_sign(row: &Row, glyphs: Glyphs) -> &'static str {
    match row.status {
        _ if row.reconciled => RECONCILED,
        Status::Unmarked => " ",
        Status::Pending => "!",
        Status::Cleared => glyphs.cleared,
    }
}

/// The lines of the details.
pub(super) fn lines(row: &Row, cx: &Context<'_>) -> Vec<String> {
    let between = cx.theme.glyphs.between;
    let mut lines = vec![format!(
        "{} {between} {} {between} {}",
        present::date(row.date),
        status_words(row, cx),
        row.id
    )];
    let named = |label: &str, value: &str| {
        (!value.is_empty()).then(|| format!("{}: {value}", cx.text(label)))
    };
    lines.extend(named("head-payee", &row.payee));
    lines.extend(named("head-memo", &row.memo));
    lines.extend(named("head-tags", &row.tags.join(", ")));
    lines.extend(named("head-source", &row.source));
    lines.push(String::new());
    for leg in &row.legs {
        let sign = match leg.mark {
            Mark::None => "",
            Mark::Cleared => cx.theme.glyphs.cleared,
            Mark::Reconciled => RECONCILED,
        };
        let line = format!("{}  {} {sign}", leg.account, cx.money(leg.amount));
        lines.push(line.trim_end().to_owned());
        if !leg.memo.is_empty() {
            lines.push(format!("  {}", leg.memo));
        }
    }
    lines
}

impl State {
    /// The details of the current row as a dialog, for screens without room for a pane.
    pub(super) fn details_message(&self, cx: &Context<'_>) -> Message {
        let lines = self.current().map(|row| lines(row, cx));
        Message::new(cx.text("title-details"), lines.unwrap_or_default())
    }
}
