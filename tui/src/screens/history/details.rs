//! What an operation changed: each field before and after.

use domain::Money;
use ratatui::style::Style;

use super::{Changed, Entry, State};
use crate::app::{Context, Message};
use crate::i18n::text;
use crate::present::recorded::Piece;
use crate::present::words;

/// The words of an operation: `edit`, `undo of edit`.
pub(super) fn what(entry: &Entry, cx: &Context<'_>) -> String {
    let what = cx.text(entry.verb);
    match entry.target {
        Some(target) => {
            let target = cx.text(target);
            text!(cx.texts, "word-verb-of", what = what, target = target)
        }
        None => what,
    }
}

/// Fields that hold money.
const MONEY: [&str; 2] = ["amount", "target"];

/// A field's value; nothing when there was none.
fn value(field: &str, pieces: &[Piece], cx: &Context<'_>) -> Vec<String> {
    let piece = |piece: &Piece| match piece {
        Piece::Text(text) if field == "status" => cx.text(match text.as_str() {
            "pending" => "word-pending",
            "cleared" => "word-cleared",
            _ => "word-unmarked",
        }),
        Piece::Text(text) if field == "kind" => match text.as_str() {
            "asset" => cx.text("word-asset"),
            "liability" => cx.text("word-liability"),
            "equity" => cx.text("word-equity"),
            "income" => cx.text("word-income"),
            "expense" => cx.text("word-expense"),
            "saving" => cx.text("word-saving"),
            _ => text.clone(),
        },
        Piece::Text(text) => match (text.as_str(), text.parse::<Money>()) {
            ("true", _) => cx.text("word-yes"),
            ("false", _) => cx.text("word-no"),
            (_, Ok(money)) if MONEY.contains(&field) => cx.money(money),
            _ => text.clone(),
        },
        Piece::Leg(account, money) => format!("{account} {}", cx.money(*money)),
    };
    pieces.iter().map(piece).collect()
}

/// The label of a field, as text id; none for one that only JSON has.
fn label(field: &str) -> Option<&'static str> {
    Some(match field {
        "name" => "label-thing-name",
        "kind" => "head-kind",
        "parent" => "label-thing-parent",
        "currency" | "code" => "head-currency",
        "account" => "head-account",
        "amount" => "head-amount",
        "aliases" => "head-aliases",
        "goal" => "head-goal",
        "target" => "head-target",
        "priority" => "head-priority",
        "file" => "head-file",
        "format" => "head-format",
        "active" => "label-thing-active",
        "closed" => "label-thing-closed",
        "description" => "label-description",
        "target_date" => "head-until",
        "exponent" => "label-decimals",
        "symbol" => "head-symbol",
        "base" => "label-thing-base",
        "quote" => "head-quote",
        "rate" => "head-rate",
        "category" => "head-category",
        "text" => "head-text",
        other => return words::field(other),
    })
}

fn kind_words(kind: &str, cx: &Context<'_>) -> String {
    cx.text(match kind {
        "currency" => "word-kind-currency",
        "account" => "word-kind-account",
        "payee" => "word-kind-payee",
        "tag" => "word-kind-tag",
        "transaction" => "word-kind-transaction",
        "goal" => "word-kind-goal",
        "contribution" => "word-kind-contribution",
        "price" => "word-kind-price",
        "batch" => "word-kind-batch",
        _ => "word-kind-row",
    })
}

/// The lines about what was changed, with their styles.
fn changed_lines(changed: &[Changed], cx: &Context<'_>) -> Vec<(String, Style)> {
    let mut lines = Vec::new();
    let arrow = cx.theme.glyphs.arrow;
    for one in changed {
        let head = format!("{}: {}", kind_words(one.kind, cx), cx.text(one.action));
        lines.push((String::new(), Style::new()));
        lines.push((head, cx.theme.accent));
        // What only the program knows by its name says nothing to a person.
        let told = one.fields.iter();
        let told =
            told.filter_map(|(name, before, after)| Some((name, label(name)?, before, after)));
        for (name, label, before, after) in told {
            let (before, after) = (value(name, before, cx), value(name, after, cx));
            let none = cx.text(match name.as_str() {
                "status" => "word-unmarked",
                _ => "word-nothing",
            });
            let name = cx.text(label);
            match (before.as_slice(), after.as_slice()) {
                ([], []) => {}
                ([], [after]) if one.action == "word-was-changed" => {
                    lines.push((format!("{name}: {none} {arrow} {after}"), Style::new()));
                }
                ([before], []) if one.action == "word-was-changed" => {
                    lines.push((format!("{name}: {before} {arrow} {none}"), Style::new()));
                }
                ([], [only]) | ([only], []) => {
                    lines.push((format!("{name}: {only}"), Style::new()));
                }
                ([before], [after]) => {
                    lines.push((format!("{name}: {before} {arrow} {after}"), Style::new()));
                }
                (before, after) => {
                    lines.push((format!("{name}:"), Style::new()));
                    let both = !before.is_empty() && !after.is_empty();
                    let sign = |sign: &str| {
                        if both {
                            format!("  {sign} ")
                        } else {
                            "  ".into()
                        }
                    };
                    let old = before.iter().map(|line| format!("{}{line}", sign("-")));
                    lines.extend(old.map(|line| (line, cx.theme.dim)));
                    let new = after.iter().map(|line| format!("{}{line}", sign("+")));
                    lines.extend(new.map(|line| (line, Style::new())));
                }
            }
        }
    }
    lines
}

impl State {
    /// Everything about the operation under the cursor.
    pub(super) fn detail_lines(&self, cx: &Context<'_>) -> Vec<(String, Style)> {
        let Some(entry) = self.current() else {
            return Vec::new();
        };
        let between = cx.theme.glyphs.between;
        let sequence = entry.sequence.to_string();
        let mut number = text!(cx.texts, "say-operation", sequence = sequence);
        // Who, where there is more than one.
        if self
            .entries
            .iter()
            .any(|other| other.device != entry.device)
        {
            let device: String = entry.device.chars().take(8).collect();
            let device = text!(cx.texts, "say-on-device", device = device);
            number = format!("{number}, {device}");
        }
        let mut lines = vec![
            (what(entry, cx), cx.theme.accent),
            (
                format!("{} {between} {number}", entry.at.format("%Y-%m-%d %H:%M")),
                cx.theme.dim,
            ),
        ];
        let said = Self::standing_words(entry, cx);
        lines.extend(said.map(|said| (said, cx.theme.warn)));
        let known = self.details.as_ref();
        if let Some((_, changed)) = known.filter(|(of, _)| *of == entry.sequence) {
            lines.extend(changed_lines(changed, cx));
            let more = entry.changes - i64::try_from(changed.len()).unwrap_or(0);
            if more > 0 {
                lines.push((String::new(), Style::new()));
                lines.push((text!(cx.texts, "say-more-changes", n = more), cx.theme.dim));
            }
        }
        lines
    }

    /// The same as a dialog, for screens without room for a pane.
    pub(super) fn details_message(&self, cx: &Context<'_>) -> Message {
        let lines = self.detail_lines(cx).into_iter().map(|(line, _)| line);
        Message::new(cx.text("title-details"), lines.collect())
    }
}
