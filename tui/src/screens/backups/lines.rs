//! How backups are told in few words: in the top line, in the month, beside a remote.

use std::time::Duration;

use backup::Version;
use chrono::{DateTime, Utc};

use super::{Known, Remote, Row, Standing};
use crate::app::Context;
use crate::health::{rounded, word};
use crate::i18n::{Texts, text};
use crate::present;
use crate::present::short_id;

/// How the backups are, in three words, and whether somebody has to do something; nothing without
/// a remote.
pub(crate) fn told(cx: &Context<'_>) -> Option<(String, bool)> {
    Some(match cx.backups.standing()? {
        Standing::Gone => (cx.text("word-backups-gone"), true),
        Standing::Failed => (cx.text("word-backups-failed"), true),
        Standing::Never => (cx.text("word-backups-never"), true),
        Standing::Old => (cx.text("word-backups-old"), true),
        Standing::Unproven => (cx.text("word-backups-unproven"), false),
        Standing::Proven(age) => {
            let age = brief(age, cx.texts);
            (text!(cx.texts, "word-backups-proven", age = age), false)
        }
    })
}

/// How old the newest proven version is, in a sentence; nothing without a remote.
pub(crate) fn proven(cx: &Context<'_>) -> Option<String> {
    let known = cx.backups.remotes.iter();
    let newest = known.filter_map(|remote| {
        let version = remote.health.as_ref().ok()?.proven()?;
        Some((version.created_at, remote))
    });
    let newest = newest.max_by_key(|(at, _)| *at);
    cx.backups.remotes.first()?;
    let Some((at, remote)) = newest else {
        return Some(cx.text("say-none-proven"));
    };
    let age = rounded(crate::health::since(at, remote.now), cx.texts);
    let name = remote.name.as_str();
    Some(text!(cx.texts, "say-last-proven", age = age, remote = name))
}

/// A span in its largest unit, with the unit's sign: `2 d`.
fn brief(span: Duration, texts: &Texts) -> String {
    let minutes = i64::try_from(span.as_secs() / 60).unwrap_or(i64::MAX);
    match minutes {
        n if n >= 2 * 1440 => text!(texts, "word-brief-days", n = n / 1440),
        n if n >= 60 => text!(texts, "word-brief-hours", n = n / 60),
        n => text!(texts, "word-brief-minutes", n = n),
    }
}

/// A line about a remote: what it is about, what is said, and whether that is bad.
pub(super) struct Fact {
    pub(super) label: String,
    pub(super) value: String,
    pub(super) is_bad: bool,
}

/// How a remote is, in words; and whether that is bad.
pub(super) fn state(remote: &Remote, known: &Known, cx: &Context<'_>) -> (String, bool) {
    let health = match &remote.health {
        Ok(health) => health,
        Err(trouble) => return (trouble.message.clone(), true),
    };
    let gone = known
        .gone(&remote.name)
        .is_some_and(|gone| !gone.is_nothing());
    let mut said = match &health.failure {
        Some(failure) => text!(
            cx.texts,
            "say-failing",
            what = cx.text(word(failure.kind)),
            since = present::moment(failure.since),
            n = i64::from(failure.times)
        ),
        None if health.age.is_none() => cx.text("word-state-none"),
        None if health.is_stale => cx.text("word-state-old"),
        None => cx.text("word-state-ok"),
    };
    if gone && health.failure.is_none() {
        said = cx.text("word-backups-gone");
    }
    (said, gone || !health.is_fine())
}

/// What is known of a remote, line by line; all of it where there is room.
pub(super) fn facts(remote: &Remote, known: &Known, all: bool, cx: &Context<'_>) -> Vec<Fact> {
    let fact = |label: &str, value: String, is_bad| Fact {
        label: cx.text(label),
        value,
        is_bad,
    };
    let (said, is_bad) = state(remote, known, cx);
    let mut facts = vec![
        fact("head-state", said, is_bad),
        fact("head-remote-place", remote.place.clone(), false),
    ];
    let Ok(health) = &remote.health else {
        return facts;
    };
    let never = || cx.text("word-never");
    let last = match (health.succeeded_at, health.age) {
        (Some(at), Some(age)) => text!(
            cx.texts,
            "say-moment-ago",
            moment = present::moment(at),
            age = rounded(age, cx.texts)
        ),
        _ => never(),
    };
    facts.push(fact("head-last-backup", last, health.is_stale));
    let made = |version: Option<&Version>, at: fn(&Version) -> Option<DateTime<Utc>>| {
        let told = version.and_then(|one| Some((one, at(one)?)));
        told.map_or_else(never, |(one, _)| present::moment(one.created_at))
    };
    if all {
        let newest = made(health.newest(), |one| Some(one.created_at));
        facts.push(fact("head-newest", newest, false));
        let verified = made(health.verified(), |one| one.verified_at);
        facts.push(fact("head-verified", verified, false));
    }
    let proven = made(health.proven(), |one| one.proven_at);
    facts.push(fact("head-proven", proven, false));
    facts
}

/// What is known of a version's soundness; where there is room, with what is wrong.
pub(super) fn proof(row: Row<'_>, in_full: bool, cx: &Context<'_>) -> String {
    let day = |at: DateTime<Utc>| present::date(at.with_timezone(&chrono::Local).date_naive());
    match row {
        Row::Lost(_) if !in_full => cx.text("word-version-lost"),
        Row::Damaged(_) if !in_full => cx.text("word-version-damaged"),
        Row::Lost(_) => text!(cx.texts, "say-lost", word = cx.text("word-version-lost")),
        Row::Damaged(_) => {
            let word = cx.text("word-version-damaged");
            text!(cx.texts, "say-damaged", word = word)
        }
        Row::Whole(version) => match (version.proven_at, version.verified_at) {
            (Some(at), _) => text!(cx.texts, "word-proven", day = day(at)),
            (None, Some(at)) => text!(cx.texts, "word-verified", day = day(at)),
            (None, None) => cx.text("word-unproven"),
        },
    }
}

/// By what it opens.
pub(super) fn passphrase(version: &Version, cx: &Context<'_>) -> String {
    cx.text(if version.keys_are_current {
        "word-passphrase-now"
    } else {
        "word-passphrase-earlier"
    })
}

/// What else is known of a row, for where there are no columns for it.
pub(super) fn details(row: Row<'_>, cx: &Context<'_>) -> String {
    let between = format!(" {} ", cx.theme.glyphs.between);
    let id = short_id(row.name().id_text()).to_owned();
    let Row::Whole(version) = row else {
        return format!("{id}{between}{}", proof(row, true, cx));
    };
    let size = present::bytes(version.size, cx.texts.language());
    let opens = text!(cx.texts, "say-opens-with", what = passphrase(version, cx));
    [present::moment(version.created_at), id, size, opens].join(&between)
}
