//! What the daemon says of one remote, as a row.

use backup::control::{Doing, RemoteReport};
use backup::{Failure, FailureKind};
use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::{Value, json};

use crate::cli::output::{Cell, Row};
use crate::health::word as failed_word;
use crate::i18n::Texts;

/// A remote as a row.
#[derive(Serialize)]
pub(super) struct SyncRow {
    remote: String,
    doing: Doing,
    changed: bool,
    waits_for_you: bool,
    damaged: bool,
    last_success: Option<DateTime<Utc>>,
    next: Option<DateTime<Utc>>,
    verified_at: Option<DateTime<Utc>>,
    failure: Option<Value>,
    #[serde(skip)]
    state: Option<String>,
}

impl SyncRow {
    /// The columns of CSV.
    pub(super) const CSV: [&'static str; 9] = [
        "remote",
        "doing",
        "changed",
        "waits_for_you",
        "damaged",
        "last_success",
        "next",
        "verified_at",
        "failure",
    ];

    /// With the words of a table, when it is for one.
    pub(super) fn of(report: &RemoteReport, texts: Option<&Texts>) -> Self {
        let failure = report.contact.failure.as_ref();
        Self {
            remote: report.name.clone(),
            doing: report.doing,
            changed: report.changed,
            waits_for_you: report.held,
            damaged: report.damaged,
            last_success: report.contact.succeeded_at,
            next: report.next,
            verified_at: report.verified_at,
            failure: failure.map(told),
            state: texts.map(|texts| texts.get(state(report))),
        }
    }
}

fn told(failure: &Failure) -> Value {
    json!({
        "kind": failure.kind,
        "since": failure.since,
        "last": failure.last,
        "times": failure.times,
    })
}

/// What is to be said first of a remote.
fn state(report: &RemoteReport) -> &'static str {
    match (report.doing, &report.contact.failure) {
        (Doing::Carrying, _) => "word-sync-carrying",
        (Doing::Verifying, _) => "word-sync-verifying",
        (Doing::Pruning, _) => "word-sync-pruning",
        (Doing::Nothing, Some(failure)) => failed_word(failure.kind),
        (Doing::Nothing, None) if report.damaged => failed_word(FailureKind::Integrity),
        (Doing::Nothing, None) if report.held => failed_word(FailureKind::Local),
        (Doing::Nothing, None) if report.changed => "word-sync-changed",
        (Doing::Nothing, None) => "word-state-ok",
    }
}

const fn word(doing: Doing) -> &'static str {
    match doing {
        Doing::Nothing => "nothing",
        Doing::Carrying => "carrying",
        Doing::Verifying => "verifying",
        Doing::Pruning => "pruning",
    }
}

impl Row for SyncRow {
    fn cells(&self) -> Vec<Cell> {
        let moment = |at: Option<DateTime<Utc>>| at.map_or(Cell::Empty, Cell::Moment);
        let times = [self.last_success, self.next, self.verified_at].map(moment);
        let mut cells = vec![Cell::text(self.remote.as_str())];
        if let Some(state) = &self.state {
            cells.push(Cell::text(state.as_str()));
            cells.extend(times);
            return cells;
        }
        cells.push(Cell::text(word(self.doing)));
        let flags = [self.changed, self.waits_for_you, self.damaged];
        cells.extend(flags.map(|flag| Cell::text(flag.to_string())));
        cells.extend(times);
        let kind = self.failure.as_ref().map(|failure| &failure["kind"]);
        let kind = kind.and_then(Value::as_str).unwrap_or_default();
        cells.push(Cell::text(kind));
        cells
    }
}
