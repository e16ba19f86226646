//! The figures of the month against those of the month before.

use chrono::Datelike as _;
use domain::Money;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::{Found, Totals};
use crate::app::Context;
use crate::i18n::text;
use crate::present;
use crate::screens::backups;
use crate::widgets::form::wrapped;
use crate::widgets::text::{left, right, width};

/// One figure, the same a month earlier, and whether more of it is better.
struct Figure {
    head: String,
    now: Money,
    before: Money,
    more_is_better: bool,
}

/// The figures, one on a line.
pub(super) fn lines(found: &Found, room: u16, cx: &Context<'_>) -> Vec<Line<'static>> {
    let (now, before) = (&found.this, &found.before);
    let figure = |head, now, before, more_is_better| Figure {
        head: cx.text(head),
        now,
        before,
        more_is_better,
    };
    let figures = [
        figure("head-income", now.income, before.income, true),
        figure("head-expense", now.expense, before.expense, false),
        figure("head-saving", now.saving, before.saving, true),
        figure("head-net", now.net, before.net, true),
    ];
    let widest = |of: &dyn Fn(&Figure) -> String| figures.iter().map(|one| width(&of(one))).max();
    let heads = widest(&|one| one.head.clone()).unwrap_or(0);
    let amounts = widest(&|one| cx.money(one.now)).unwrap_or(0);
    let changes = widest(&|one| change(one, cx)).unwrap_or(0);
    let compared_in = heads + amounts + changes + 8;
    let words = ["word-better", "word-worse"].map(|word| width(&cx.text(word)));
    let in_words = compared_in + words.into_iter().max().unwrap_or(0) < room;
    let mut lines: Vec<Line<'static>> = figures
        .iter()
        .map(|one| {
            let style = if one.now.minor < 0 {
                cx.theme.bad
            } else {
                Style::new()
            };
            let head = left(&one.head, heads);
            let mut spans = vec![
                Span::styled(format!("  {head}  "), cx.theme.accent),
                Span::styled(right(&cx.money(one.now), amounts), style),
            ];
            if compared_in <= room {
                spans.extend(compared(one, changes, in_words, cx));
            }
            Line::from(spans)
        })
        .collect();
    lines.extend(found.others.iter().map(|other| foreign(other, cx)));
    if found.waiting > 0 {
        let n = i64::try_from(found.waiting).unwrap_or(i64::MAX);
        let said = text!(cx.texts, "say-waits-here", n = n);
        lines.push(Line::styled(format!("  {said}"), cx.theme.warn));
    }
    if let Some(said) = backups::proven(cx) {
        let is_bad = backups::told(cx).is_some_and(|(_, is_bad)| is_bad);
        let style = if is_bad { cx.theme.bad } else { cx.theme.dim };
        lines.push(Line::styled(format!("  {said}"), style));
    }
    if !found.unconverted.is_empty() {
        let currencies = found.unconverted.join(", ");
        let said = text!(cx.texts, "say-unconverted", currencies = currencies);
        lines.extend(wrapped(&said, room, cx.theme.warn));
    }
    lines
}

/// By how much a figure changed, without a sign.
fn change(figure: &Figure, cx: &Context<'_>) -> String {
    match figure.now.checked_sub(figure.before) {
        Ok(by) if by.minor != 0 => cx.money(Money::new(by.minor.saturating_abs(), by.currency)),
        _ => String::new(),
    }
}

fn compared(figure: &Figure, changes: u16, in_words: bool, cx: &Context<'_>) -> Vec<Span<'static>> {
    let glyphs = cx.theme.glyphs;
    let more = figure.now.minor > figure.before.minor;
    if figure.now == figure.before {
        let same = cx.text("word-same");
        return vec![Span::styled(format!("  {same}"), cx.theme.dim)];
    }
    let better = more == figure.more_is_better;
    let arrow = match (glyphs.unicode, more) {
        (true, true) => "▲",
        (true, false) => "▼",
        (false, true) => "+",
        (false, false) => "-",
    };
    let (word, style) = if better {
        ("word-better", cx.theme.good)
    } else {
        ("word-worse", cx.theme.bad)
    };
    let mut spans = vec![Span::styled(
        format!("  {arrow} {}", right(&change(figure, cx), changes)),
        style,
    )];
    if in_words {
        spans.push(Span::styled(format!(" {}", cx.text(word)), style));
    }
    spans
}

/// What happened in a currency without a price, in a line.
fn foreign(totals: &Totals, cx: &Context<'_>) -> Line<'static> {
    let parts = [
        ("head-income", totals.income),
        ("head-expense", totals.expense),
        ("head-saving", totals.saving),
    ];
    let parts = parts
        .into_iter()
        .filter(|(_, amount)| !amount.is_zero())
        .map(|(head, amount)| format!("{} {}", cx.text(head), cx.money(amount)));
    let between = format!(" {} ", cx.theme.glyphs.between);
    let said = parts.collect::<Vec<_>>().join(&between);
    Line::from(format!("  {} {said}", cx.text("word-also")))
}

/// Which month it is.
pub(super) fn month(found: &Found, cx: &Context<'_>) -> String {
    let name = present::month(found.month, cx.texts.language());
    if found.month == present::first_of_month(cx.today) {
        text!(cx.texts, "say-so-far", month = name)
    } else {
        name
    }
}

/// With which days it is compared.
pub(super) fn against(found: &Found, cx: &Context<'_>) -> String {
    let until = found.before_until;
    let month = present::month(until, cx.texts.language());
    if domain::Period::month_of(until).to == Some(until) {
        return text!(cx.texts, "say-against", month = month);
    }
    let name = month.split(' ').next().unwrap_or_default();
    text!(
        cx.texts,
        "say-against-days",
        month = name,
        day = i64::from(until.day())
    )
}
