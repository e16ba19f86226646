//! `luka backup prune`: ends old versions by a policy. The newest version of each machine and the
//! newest proven one always stay.

use std::collections::BTreeMap;

use backup::{Home, ObjectName, Policy, PrunePlan, Reason, RemoteName};
use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::json;

use super::sites::{chosen, home, open};
use super::trouble::Troubles;
use crate::cli::args::backup::Prune;
use crate::cli::error::{Failure, Kind, OrExplain as _};
use crate::cli::output::{Cell, Column, Format, Row, Shape, Transfer};
use crate::cli::session::{Secret, Session};
use crate::i18n::{Texts, text};
use crate::present::{self, MoneyStyle, short_id};

/// A version and what becomes of it.
#[derive(Serialize)]
struct PruneRow {
    id: String,
    remote: String,
    created_at: Option<DateTime<Utc>>,
    kept: bool,
    reasons: Vec<Reason>,
    #[serde(skip)]
    words: Option<[String; 2]>,
}

impl PruneRow {
    fn of(remote: &RemoteName, name: &ObjectName, reasons: &[Reason]) -> Self {
        Self {
            id: name.id_text().to_owned(),
            remote: remote.to_string(),
            created_at: name.stamp().map(|stamp| stamp.created_at),
            kept: !reasons.is_empty(),
            reasons: reasons.to_vec(),
            words: None,
        }
    }

    /// The same for people.
    fn shown(mut self, texts: &Texts) -> Self {
        let fate = if self.kept { "word-kept" } else { "word-ended" };
        let reasons: Vec<_> = self
            .reasons
            .iter()
            .map(|&one| texts.get(word(one)))
            .collect();
        self.words = Some([texts.get(fate), reasons.join(", ")]);
        self
    }
}

impl Row for PruneRow {
    fn cells(&self) -> Vec<Cell> {
        let (id, kept, reasons) = if let Some([fate, reasons]) = &self.words {
            (short_id(&self.id), fate.clone(), reasons.clone())
        } else {
            let words: Vec<_> = self.reasons.iter().map(|&one| plain(one)).collect();
            (self.id.as_str(), self.kept.to_string(), words.join(" "))
        };
        vec![
            Cell::text(id),
            Cell::text(self.remote.as_str()),
            self.created_at.map_or(Cell::Empty, Cell::Moment),
            Cell::text(kept),
            Cell::text(reasons),
        ]
    }
}

/// What a pruning does at one remote, in numbers.
#[derive(Serialize)]
struct Sum {
    remote: String,
    kept: usize,
    ended: usize,
    removed_objects: usize,
    freed_bytes: u64,
}

/// Prunes each remote, or says what pruning would do.
pub(super) fn run(session: &Session, args: &Prune) -> Result<(), Failure> {
    let texts = &session.texts;
    let policy = args.policy().unwrap_or(session.config.config().keep);
    if policy.is_empty() {
        return Err(Failure::new(Kind::Usage, texts.get("error-keep-nothing"))
            .hint(texts.get("hint-keep-nothing")));
    }
    let home = home(session);
    let names = chosen(session, &home, args.remote.as_deref())?;
    let mut troubles = Troubles::default();
    let (mut rows, mut sums) = (Vec::new(), Vec::new());
    for name in &names {
        match prune(session, &home, name, (args, &policy)) {
            Ok(plan) => {
                rows.extend(rows_of(name, &plan));
                sums.push(Sum {
                    remote: name.to_string(),
                    kept: plan.keep.len(),
                    ended: plan.forget.len(),
                    removed_objects: plan.remove.len(),
                    freed_bytes: plan.freed,
                });
            }
            Err(failure) => troubles.at(name, failure)?,
        }
    }
    if !sums.is_empty() {
        write(session, args, rows, &sums)?;
    }
    troubles.end()
}

fn prune(
    session: &Session,
    home: &Home,
    name: &RemoteName,
    (args, policy): (&Prune, &Policy),
) -> Result<PrunePlan, Failure> {
    let texts = &session.texts;
    let mut site = open(session, home, name, Secret::of_flag(args.recovery))?.site;
    let catalog = site.catalog(&Transfer::hidden()).or_explain(texts)?;
    let plan = site.plan_prune(policy, &catalog.versions, session.now());
    if !args.dry_run {
        site.prune(&plan, &catalog, session.now(), &Transfer::hidden())
            .or_explain(texts)?;
    }
    Ok(plan)
}

/// All versions of a plan, the oldest first.
fn rows_of(remote: &RemoteName, plan: &PrunePlan) -> Vec<PruneRow> {
    let kept = plan
        .keep
        .iter()
        .map(|kept| (&kept.name, kept.reasons.as_slice()));
    let ended = plan.forget.iter().map(|name| (name, [].as_slice()));
    let all: BTreeMap<_, _> = kept
        .chain(ended)
        .map(|(name, reasons)| ((name.stamp().map(|stamp| stamp.created_at), name), reasons))
        .collect();
    let rows = all.into_iter();
    rows.map(|((_, name), reasons)| PruneRow::of(remote, name, reasons))
        .collect()
}

fn write(
    session: &Session,
    args: &Prune,
    rows: Vec<PruneRow>,
    sums: &[Sum],
) -> Result<(), Failure> {
    let texts = &session.texts;
    let table = session.format()? == Format::Table;
    let shape = Shape {
        name: "versions",
        head: vec![("dry_run", json!(args.dry_run)), ("remotes", json!(sums))],
        columns: vec![
            Column::fixed("id", texts.get("head-id")),
            Column::fixed("remote", texts.get("head-remote")),
            Column::fixed("created_at", texts.get("head-made")),
            Column::fixed("kept", texts.get("head-fate")),
            Column::text("reasons", texts.get("head-reasons")),
        ],
    };
    let mut listing = session.listing(shape, MoneyStyle::new(texts.language(), None))?;
    for row in rows {
        let row = if table { row.shown(texts) } else { row };
        listing.row(&row).or_explain(texts)?;
    }
    listing.finish(&[]).or_explain(texts)?;
    if table {
        for sum in sums {
            session.say(&sentence(texts, args, sum));
        }
        if sums
            .iter()
            .any(|sum| sum.ended > 0 && sum.removed_objects < sum.ended)
        {
            session.say(&texts.get("say-prune-parts"));
        }
    }
    Ok(())
}

fn sentence(texts: &Texts, args: &Prune, sum: &Sum) -> String {
    let id = if args.dry_run {
        "say-would-prune"
    } else {
        "say-pruned"
    };
    let n = i64::try_from(sum.ended).unwrap_or(i64::MAX);
    let freed = present::bytes(sum.freed_bytes, texts.language());
    text!(
        texts,
        id,
        remote = sum.remote.as_str(),
        n = n,
        freed = freed
    )
}

const fn word(reason: Reason) -> &'static str {
    match reason {
        Reason::Newest => "word-reason-newest",
        Reason::Proven => "word-reason-proven",
        Reason::Last => "word-reason-last",
        Reason::Daily => "word-reason-daily",
        Reason::Weekly => "word-reason-weekly",
        Reason::Monthly => "word-reason-monthly",
        Reason::Yearly => "word-reason-yearly",
    }
}

/// The word in JSON and CSV.
const fn plain(reason: Reason) -> &'static str {
    match reason {
        Reason::Newest => "newest",
        Reason::Proven => "proven",
        Reason::Last => "last",
        Reason::Daily => "daily",
        Reason::Weekly => "weekly",
        Reason::Monthly => "monthly",
        Reason::Yearly => "yearly",
    }
}
