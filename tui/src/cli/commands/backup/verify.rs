//! `luka backup verify`: rebuilds versions, holds each byte against what was saved, and opens them.
//!
//! *Verified* is a version whose file is byte for byte what was saved; *proven* one that was opened
//! as well, with every check of the doctor passed.

use backup::{Catalog, ObjectName, RebuildError, RemoteName, Site};
use chrono::{DateTime, Utc};
use ops::doctor::DoctorCheck;
use serde::Serialize;
use serde_json::json;

use super::find::find;
use super::prove::Prover;
use super::sites::{chosen, home, open};
use super::trouble::Troubles;
use crate::cli::args::backup::Verify;
use crate::cli::commands::doctor;
use crate::cli::error::{Explain as _, Failure, Kind, OrExplain as _};
use crate::cli::output::{Cell, Column, Format, Row, Shape, Transfer};
use crate::cli::session::{Secret, Session};
use crate::i18n::text;
use crate::present::{MoneyStyle, short_id};

/// What came of one version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
enum Outcome {
    Proven,
    Verified,
    Damaged,
    Lost,
}

impl Outcome {
    const fn word(self) -> (&'static str, &'static str) {
        match self {
            Self::Proven => ("proven", "word-result-proven"),
            Self::Verified => ("verified", "word-result-verified"),
            Self::Damaged => ("damaged", "word-result-damaged"),
            Self::Lost => ("lost", "word-result-lost"),
        }
    }
}

#[derive(Serialize)]
struct VerifyRow {
    id: String,
    remote: String,
    created_at: Option<DateTime<Utc>>,
    result: Outcome,
    /// What is wrong.
    problem: Option<String>,
    #[serde(skip)]
    shown: Option<String>,
}

impl Row for VerifyRow {
    fn cells(&self) -> Vec<Cell> {
        let (id, result) = match &self.shown {
            Some(word) => (short_id(&self.id), word.as_str()),
            None => (self.id.as_str(), self.result.word().0),
        };
        vec![
            Cell::text(id),
            Cell::text(self.remote.as_str()),
            self.created_at.map_or(Cell::Empty, Cell::Moment),
            Cell::text(result),
            Cell::text(self.problem.clone().unwrap_or_default()),
        ]
    }
}

/// What a remote holds, with the versions to look at.
struct Work {
    site: Site,
    remote: RemoteName,
    versions: Vec<ObjectName>,
    lost: Vec<ObjectName>,
}

/// Verifies what was asked for: one version, all of them, or the newest at each remote.
pub(super) fn run(session: &Session, args: &Verify) -> Result<(), Failure> {
    let home = home(session);
    let names = chosen(session, &home, args.remote.as_deref())?;
    let mut prover = Prover::new(session, args)?;
    let mut troubles = Troubles::default();
    let mut works = Vec::new();
    for name in &names {
        let by = Secret::of_flag(args.recovery);
        match open(session, &home, name, by).and_then(|opened| look(session, opened.site, args)) {
            Ok(work) => works.push(work),
            Err(failure) => troubles.at(name, failure)?,
        }
    }
    if let Some(typed) = &args.id {
        only(session, typed, &mut works).or_else(|failure| {
            // A remote that did not answer may be the one that has it.
            std::mem::take(&mut troubles).end()?;
            Err(failure)
        })?;
    }
    let mut rows = Vec::new();
    for work in &mut works {
        for name in work.versions.clone() {
            match verify(session, work, &name, &mut prover) {
                Ok(row) => rows.push(row),
                Err(failure) => troubles.at(&work.remote, failure)?,
            }
        }
    }
    write(session, &rows)?;
    if rows.is_empty() && troubles.is_empty() {
        let texts = &session.texts;
        return Err(Failure::new(Kind::NotFound, texts.get("error-no-backups"))
            .hint(texts.get("hint-no-backups")));
    }
    tell(session, &rows, args, troubles)
}

/// What a remote holds; without an id the newest version, with `--all` everything.
fn look(session: &Session, mut site: Site, args: &Verify) -> Result<Work, Failure> {
    let catalog = site
        .catalog(&Transfer::hidden())
        .or_explain(&session.texts)?;
    let Catalog {
        versions,
        lost,
        damaged,
    } = catalog;
    let whole = versions.into_iter().map(|version| version.name);
    let versions = if args.all || args.id.is_some() {
        let all = whole.chain(damaged).chain(lost.iter().cloned());
        let mut all: Vec<_> = all.collect();
        all.sort_by_key(|name| name.stamp().map(|stamp| (stamp.created_at, stamp.sequence)));
        all
    } else {
        // The newest, be it damaged: to pass over it would hide that.
        let newest = whole.chain(damaged).chain(lost.iter().cloned());
        let newest = newest.max_by_key(|name| name.stamp().map(|s| (s.created_at, s.sequence)));
        newest.into_iter().collect()
    };
    Ok(Work {
        remote: site.name().clone(),
        site,
        versions,
        lost,
    })
}

/// Leaves only the version with this id.
fn only(session: &Session, typed: &str, works: &mut [Work]) -> Result<(), Failure> {
    let all = works.iter().flat_map(|work| &work.versions);
    let mut place = find(session, typed, all)?;
    for work in works.iter_mut() {
        let here = work.versions.len();
        work.versions = if place < here {
            vec![work.versions.swap_remove(place)]
        } else {
            Vec::new()
        };
        place = place.wrapping_sub(here);
    }
    Ok(())
}

/// Verifies one version; what is wrong with it is its row, what is wrong otherwise a failure.
fn verify(
    session: &Session,
    work: &mut Work,
    name: &ObjectName,
    prover: &mut Prover<'_>,
) -> Result<VerifyRow, Failure> {
    let texts = &session.texts;
    let row = |result: Outcome, problem: Option<String>| VerifyRow {
        id: name.id_text().to_owned(),
        remote: work.remote.to_string(),
        created_at: name.stamp().map(|stamp| stamp.created_at),
        result,
        problem,
        shown: None,
    };
    let progress = Transfer::new(session.can_see_progress(), texts.language());
    let rebuilt = match work.site.verify(name, session.now(), &progress) {
        Ok(rebuilt) => rebuilt,
        Err(error) if error.is_damage() => {
            let lost = work.lost.contains(name) && matches!(error, RebuildError::Remote(_));
            let result = if lost {
                Outcome::Lost
            } else {
                Outcome::Damaged
            };
            return Ok(row(result, Some(error.explain(texts).message)));
        }
        Err(error) => return Err(error.explain(texts)),
    };
    drop(progress);
    let Some(proof) = prover.examine(&rebuilt)? else {
        return Ok(row(Outcome::Verified, None));
    };
    if let Some((check, finding)) = proof.first_wrong() {
        work.site.distrust(name, session.now()).or_explain(texts)?;
        return Ok(row(Outcome::Damaged, Some(wrong(session, *check, finding))));
    }
    work.site.proven(name, session.now()).or_explain(texts)?;
    Ok(row(Outcome::Proven, None))
}

/// The check that a rebuilt ledger did not pass.
fn wrong(session: &Session, check: DoctorCheck, finding: &ops::doctor::DoctorFinding) -> String {
    let texts = &session.texts;
    let (name, detail) = (
        texts.get(doctor::name(check)),
        doctor::detail(finding, texts),
    );
    text!(texts, "word-check-failed", check = name, detail = detail)
}

fn write(session: &Session, rows: &[VerifyRow]) -> Result<(), Failure> {
    let texts = &session.texts;
    let table = session.format()? == Format::Table;
    let any_problem = rows.iter().any(|row| row.problem.is_some());
    let problem = if any_problem || !table {
        Column::text("problem", texts.get("head-problem"))
    } else {
        Column::csv_only("problem")
    };
    let shape = Shape {
        name: "versions",
        head: vec![("ok", json!(!any_problem))],
        columns: vec![
            Column::fixed("id", texts.get("head-id")),
            Column::fixed("remote", texts.get("head-remote")),
            Column::fixed("created_at", texts.get("head-made")),
            Column::fixed("result", texts.get("head-result")),
            problem,
        ],
    };
    let mut listing = session.listing(shape, MoneyStyle::new(texts.language(), None))?;
    for row in rows {
        let shown = VerifyRow {
            id: row.id.clone(),
            remote: row.remote.clone(),
            problem: row.problem.clone(),
            shown: table.then(|| texts.get(row.result.word().1)),
            ..*row
        };
        listing.row(&shown).or_explain(texts)?;
    }
    listing.finish(&[]).or_explain(texts)
}

/// Says what the results mean, and what is wrong.
fn tell(
    session: &Session,
    rows: &[VerifyRow],
    args: &Verify,
    mut troubles: Troubles,
) -> Result<(), Failure> {
    let texts = &session.texts;
    let table = session.format()? == Format::Table;
    if table && rows.iter().any(|row| row.result == Outcome::Proven) {
        session.say(&texts.get("say-proven"));
    }
    if table && rows.iter().any(|row| row.result == Outcome::Verified) {
        let why = if args.no_open {
            "say-verified"
        } else {
            "say-verified-locked"
        };
        session.say(&texts.get(why));
    }
    for row in rows {
        if let Some(problem) = &row.problem {
            let message = text!(
                texts,
                "error-version-unsound",
                remote = row.remote.as_str(),
                id = short_id(&row.id),
                problem = problem.as_str()
            );
            let hint = if args.all {
                "hint-other-versions"
            } else {
                "hint-object"
            };
            troubles.add(Failure::new(Kind::Integrity, message).hint(texts.get(hint)));
        }
    }
    troubles.end()
}
