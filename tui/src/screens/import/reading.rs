//! What is said about a file and about one of its rows.

use domain::statement::Verdict;
use ops::import::RowVerdict;
use ratatui::style::Style;

use super::plan::{Guess, Plan, PlanRow, Review};
use super::view::veiled;
use crate::app::{Context, Message};
use crate::i18n::text;
use crate::present;

/// The word of a verdict, as text id.
pub(super) const fn verdict_word(verdict: RowVerdict) -> &'static str {
    match verdict {
        RowVerdict::Taken(Verdict::New) => "word-verdict-new",
        RowVerdict::Taken(Verdict::Review) => "word-verdict-review",
        RowVerdict::Taken(Verdict::Matched) => "word-verdict-matched",
        RowVerdict::Duplicate => "word-verdict-duplicate",
        RowVerdict::LeftOut | RowVerdict::Taken(Verdict::Declined) => "word-verdict-left-out",
        RowVerdict::Bad => "word-verdict-bad",
    }
}

/// The sign of a verdict.
pub(super) const fn verdict_sign(verdict: RowVerdict) -> &'static str {
    match verdict {
        RowVerdict::Taken(Verdict::New) => "+",
        RowVerdict::Taken(Verdict::Review) => "?",
        RowVerdict::Taken(Verdict::Matched) => "=",
        RowVerdict::Duplicate => " ",
        RowVerdict::LeftOut | RowVerdict::Taken(Verdict::Declined) => "-",
        RowVerdict::Bad => "!",
    }
}

/// How a verdict looks.
pub(super) const fn verdict_style(verdict: RowVerdict, cx: &Context<'_>) -> Style {
    match verdict {
        RowVerdict::Taken(Verdict::New | Verdict::Matched) => cx.theme.good,
        RowVerdict::Taken(Verdict::Review) => cx.theme.warn,
        RowVerdict::Duplicate | RowVerdict::LeftOut | RowVerdict::Taken(Verdict::Declined) => {
            cx.theme.dim
        }
        RowVerdict::Bad => cx.theme.bad,
    }
}

/// Why a row has its verdict, and what space would do.
pub(super) fn reason(review: &Review, row: &PlanRow, cx: &Context<'_>) -> String {
    if let Some(problem) = &row.problem {
        return veiled(problem, cx);
    }
    let entry = row.entry.as_ref().map(|(day, what)| {
        let day = present::date(*day);
        (day, what.clone())
    });
    match (review.verdict(row), entry) {
        (RowVerdict::Taken(Verdict::Review), Some((day, what))) => {
            text!(cx.texts, "say-looks-like", day = day, what = what)
        }
        (RowVerdict::Taken(Verdict::Matched), Some((day, what))) => {
            text!(cx.texts, "say-is-entry", day = day, what = what)
        }
        (RowVerdict::Taken(Verdict::New), Some((day, what))) => {
            text!(cx.texts, "say-is-another", day = day, what = what)
        }
        (RowVerdict::Taken(_), _) if row.verdict == RowVerdict::Duplicate => {
            cx.text("say-once-more")
        }
        (RowVerdict::Taken(_), _) => cx.text("say-not-known"),
        (RowVerdict::Duplicate, _) => cx.text("say-known-row"),
        (RowVerdict::LeftOut, _) => cx.text("say-left-out"),
        (RowVerdict::Bad, _) => cx.text("word-verdict-bad"),
    }
}

/// Why the rows go to their account.
pub(super) const fn guess_words(guess: Guess) -> &'static str {
    match guess {
        Guess::Said => "say-account-said",
        Guess::Before => "say-account-before",
        Guess::Named => "say-account-named",
        Guess::LastUsed => "say-account-last",
        Guess::Currency => "say-account-currency",
    }
}

/// How a file was read, line by line.
pub(super) fn how_read(plan: &Plan, cx: &Context<'_>) -> Vec<(String, Style)> {
    let mut lines: Vec<(String, Style)> = plan
        .warnings
        .iter()
        .map(|warning| (format!("! {}", veiled(warning, cx)), cx.theme.warn))
        .collect();
    let into = plan.accounts.join(", ");
    let account = format!("{}: {into}", cx.text("head-account"));
    lines.push((account, Style::new()));
    lines.push((
        format!("  {}", cx.text(guess_words(plan.guess))),
        cx.theme.dim,
    ));
    for (label, value) in &plan.facts {
        lines.push((format!("{}: {value}", cx.text(label)), Style::new()));
    }
    let dim = |line: &String| (format!("  {line}"), cx.theme.dim);
    if !plan.columns.is_empty() {
        lines.push((cx.text("label-columns"), Style::new()));
        lines.extend(plan.columns.iter().map(dim));
    }
    if !plan.reasons.is_empty() {
        lines.push((cx.text("label-reasons"), Style::new()));
        lines.extend(plan.reasons.iter().map(dim));
    }
    lines
}

/// The same as a dialog.
pub(super) fn how_read_message(plan: &Plan, cx: &Context<'_>) -> Message {
    let lines = how_read(plan, cx).into_iter().map(|(line, _)| line);
    Message::new(cx.text("title-how-read"), lines.collect())
}
