//! `luka backup status`: how old the last backup and the last proven one are, remote by remote.

use backup::Version;
use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::{Value, json};

use super::sites::{chosen, health, home};
use crate::cli::error::{Failure, Kind, OrExplain as _};
use crate::cli::output::{Cell, Column, Format, Row, Shape};
use crate::cli::session::Session;
use crate::health::{Health, rounded, word};
use crate::i18n::Texts;
use crate::present::MoneyStyle;
use crate::present::short_id;

/// A version, in short.
#[derive(Serialize)]
struct Short {
    id: String,
    created_at: DateTime<Utc>,
}

impl Short {
    fn of(version: &Version) -> Self {
        Self {
            id: version.name.id_text().to_owned(),
            created_at: version.created_at,
        }
    }
}

/// A remote as a row.
#[derive(Serialize)]
struct StatusRow {
    remote: String,
    ok: bool,
    last_success: Option<DateTime<Utc>>,
    age_seconds: Option<u64>,
    stale: bool,
    newest: Option<Short>,
    newest_verified: Option<Short>,
    newest_proven: Option<Short>,
    failure: Option<Value>,
    #[serde(skip)]
    words: Option<[String; 2]>,
}

impl StatusRow {
    fn of(health: &Health, texts: &Texts, table: bool) -> Self {
        let short = |version: Option<&Version>| version.map(Short::of);
        let failure = health.failure.as_ref().map(|failure| {
            json!({
                "kind": failure.kind,
                "since": failure.since,
                "last": failure.last,
                "times": failure.times,
            })
        });
        Self {
            remote: health.remote.to_string(),
            ok: health.is_fine(),
            last_success: health.succeeded_at,
            age_seconds: health.age.map(|age| age.as_secs()),
            stale: health.is_stale,
            newest: short(health.newest()),
            newest_verified: short(health.verified()),
            newest_proven: short(health.proven()),
            failure,
            words: table.then(|| words(health, texts)),
        }
    }
}

/// How old, and what is wrong.
fn words(health: &Health, texts: &Texts) -> [String; 2] {
    let age = match health.age {
        Some(age) => rounded(age, texts),
        None => String::new(),
    };
    let state = match &health.failure {
        Some(failure) => word(failure.kind),
        None if health.age.is_none() => "word-state-none",
        None if health.is_stale => "word-state-old",
        None => "word-state-ok",
    };
    [age, texts.get(state)]
}

impl Row for StatusRow {
    fn cells(&self) -> Vec<Cell> {
        let moment = |at: Option<DateTime<Utc>>| at.map_or(Cell::Empty, Cell::Moment);
        let made = |version: &Option<Short>| moment(version.as_ref().map(|one| one.created_at));
        if let Some([age, state]) = &self.words {
            let id = |version: &Option<Short>| {
                let id = version.as_ref().map(|one| short_id(&one.id).to_owned());
                Cell::text(id.unwrap_or_default())
            };
            return vec![
                Cell::text(self.remote.as_str()),
                Cell::text(state.as_str()),
                Cell::text(age.as_str()),
                id(&self.newest),
                id(&self.newest_verified),
                id(&self.newest_proven),
            ];
        }
        let failed = |key: &str| match self.failure.as_ref().map(|failure| &failure[key]) {
            Some(Value::String(text)) => Cell::text(text.as_str()),
            Some(Value::Number(number)) => Cell::text(number.to_string()),
            _ => Cell::Empty,
        };
        vec![
            Cell::text(self.remote.as_str()),
            Cell::text(self.ok.to_string()),
            moment(self.last_success),
            made(&self.newest),
            made(&self.newest_verified),
            made(&self.newest_proven),
            failed("kind"),
            failed("since"),
            failed("times"),
        ]
    }
}

/// Tells how each remote is; exit 7 when one needs looking at.
pub(super) fn run(session: &Session, typed: Option<&str>) -> Result<(), Failure> {
    let texts = &session.texts;
    let home = home(session);
    let names = chosen(session, &home, typed)?;
    let healths = names.into_iter().map(|name| health(session, &home, name));
    let healths: Vec<Health> = healths.collect::<Result<_, _>>()?;
    write(session, &healths)?;
    let ill = healths.iter().filter(|health| !health.is_fine());
    let sentences: Vec<_> = ill.map(|health| health.sentence(texts)).collect();
    if sentences.is_empty() {
        return Ok(());
    }
    Err(Failure::new(Kind::Remote, sentences.join("; ")).hint(texts.get("hint-status")))
}

fn write(session: &Session, healths: &[Health]) -> Result<(), Failure> {
    let texts = &session.texts;
    let table = session.format()? == Format::Table;
    let columns = if table {
        vec![
            Column::fixed("remote", texts.get("head-remote")),
            Column::text("state", texts.get("head-state")),
            Column::text("age", texts.get("head-last-backup")),
            Column::fixed("newest", texts.get("head-newest")),
            Column::fixed("newest_verified", texts.get("head-verified")),
            Column::fixed("newest_proven", texts.get("head-proven")),
        ]
    } else {
        [
            "remote",
            "ok",
            "last_success",
            "newest",
            "newest_verified",
            "newest_proven",
            "failure",
            "failing_since",
            "failures",
        ]
        .map(Column::csv_only)
        .into()
    };
    let shape = Shape {
        name: "remotes",
        head: vec![("ok", json!(healths.iter().all(Health::is_fine)))],
        columns,
    };
    let mut listing = session.listing(shape, MoneyStyle::new(texts.language(), None))?;
    for health in healths {
        let row = StatusRow::of(health, texts, table);
        listing.row(&row).or_explain(texts)?;
    }
    listing.finish(&[]).or_explain(texts)
}
