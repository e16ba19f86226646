//! `luka backup list`: what can be restored, and what is lost or damaged.

mod row;

use backup::{Catalog, Home, ObjectName, RemoteName, Version};
use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::json;

use row::{row, words};

use super::sites::{chosen, home, open};
use super::trouble::Troubles;
use crate::cli::args::backup::ListVersions;
use crate::cli::error::{Failure, Kind, OrExplain as _};
use crate::cli::output::{Column, Format, Shape, Transfer};
use crate::cli::session::{Secret, Session};
use crate::i18n::text;
use crate::present::{self, MoneyStyle, short_id};

/// What is lost or damaged, for scripts.
#[derive(Serialize)]
struct Gone {
    id: String,
    remote: String,
    created_at: Option<DateTime<Utc>>,
    object: String,
}

impl Gone {
    fn of(remote: &RemoteName, name: &ObjectName) -> Self {
        Self {
            id: name.id_text().to_owned(),
            remote: remote.to_string(),
            created_at: name.stamp().map(|stamp| stamp.created_at),
            object: name.as_str().to_owned(),
        }
    }
}

#[derive(Default)]
struct Found {
    versions: Vec<(RemoteName, Version)>,
    lost: Vec<Gone>,
    damaged: Vec<Gone>,
}

/// Lists the versions at each remote.
pub(in crate::cli::commands::backup) fn run(
    session: &Session,
    args: &ListVersions,
) -> Result<(), Failure> {
    let home = home(session);
    let names = chosen(session, &home, args.remote.as_deref())?;
    let mut found = Found::default();
    let mut troubles = Troubles::default();
    let mut answered = false;
    for name in &names {
        match look(session, &home, name, args) {
            Ok(catalog) => {
                answered = true;
                if let Some(failure) = warn(session, name, &catalog) {
                    troubles.at(name, failure)?;
                }
                let lost = catalog.lost.iter().map(|lost| Gone::of(name, lost));
                found.lost.extend(lost);
                let damaged = catalog.damaged.iter();
                found
                    .damaged
                    .extend(damaged.map(|damaged| Gone::of(name, damaged)));
                let versions = catalog.versions.into_iter();
                found
                    .versions
                    .extend(versions.map(|version| (name.clone(), version)));
            }
            Err(failure) => troubles.at(name, failure)?,
        }
    }
    if answered {
        write(session, found)?;
    }
    troubles.end()
}

fn look(
    session: &Session,
    home: &Home,
    name: &RemoteName,
    args: &ListVersions,
) -> Result<Catalog, Failure> {
    let texts = &session.texts;
    let by = Secret::of_flag(args.recovery);
    let mut site = open(session, home, name, by)?.site;
    let catalog = site.catalog(&Transfer::hidden()).or_explain(texts)?;
    for gone in catalog.lost.iter().chain(&catalog.damaged) {
        site.distrust(gone, session.now()).or_explain(texts)?;
    }
    if args.forget_lost {
        site.acknowledge_lost(&catalog.lost).or_explain(texts)?;
    }
    Ok(Catalog {
        lost: if args.forget_lost {
            Vec::new()
        } else {
            catalog.lost
        },
        ..catalog
    })
}

/// Says what is lost and damaged, each by its id and moment.
pub(in crate::cli::commands::backup) fn warn(
    session: &Session,
    remote: &RemoteName,
    catalog: &Catalog,
) -> Option<Failure> {
    let texts = &session.texts;
    let each = |id: &str, names: &[ObjectName]| {
        for name in names {
            let made = name.stamp().map(|stamp| present::moment(stamp.created_at));
            session.say(&text!(
                texts,
                id,
                remote = remote.as_str(),
                id = short_id(name.id_text()),
                made = made.unwrap_or_default(),
                object = name.as_str()
            ));
        }
    };
    each("say-version-lost", &catalog.lost);
    each("say-version-damaged", &catalog.damaged);
    if catalog.lost.is_empty() && catalog.damaged.is_empty() {
        return None;
    }
    let count = |names: &[ObjectName]| i64::try_from(names.len()).unwrap_or(i64::MAX);
    let message = text!(
        texts,
        "error-versions-gone",
        lost = count(&catalog.lost),
        damaged = count(&catalog.damaged)
    );
    let hint = if catalog.lost.is_empty() {
        "hint-versions-damaged"
    } else {
        "hint-versions-lost"
    };
    Some(Failure::new(Kind::Integrity, message).hint(texts.get(hint)))
}

fn write(session: &Session, found: Found) -> Result<(), Failure> {
    let texts = &session.texts;
    let table = session.format()? == Format::Table;
    let has_ledger = session.ledger().holds_ledger();
    let earlier = has_ledger && found.versions.iter().any(|(_, one)| !one.keys_are_current);
    let mut columns = vec![
        Column::fixed("id", texts.get("head-id")),
        Column::fixed("remote", texts.get("head-remote")),
        Column::fixed("created_at", texts.get("head-made")),
        Column::number("size", texts.get("head-size")),
        Column::number("ledger_bytes", texts.get("head-ledger")),
    ];
    if table {
        columns.push(Column::text("proof", texts.get("head-proof")));
        if earlier {
            columns.push(Column::text("passphrase", texts.get("head-passphrase")));
        }
    } else {
        let more = ["verified_at", "proven_at", "opens_with_current_passphrase"];
        columns.extend(more.map(Column::csv_only));
    }
    let shape = Shape {
        name: "backups",
        head: Vec::new(),
        columns,
    };
    let nothing = found.versions.is_empty();
    let mut listing = session.listing(shape, MoneyStyle::new(texts.language(), None))?;
    for (remote, version) in found.versions {
        let words = table.then(|| words(session, &version, earlier));
        let row = row(&remote, &version, has_ledger, words);
        listing.row(&row).or_explain(texts)?;
    }
    let tail = [
        ("lost", json!(found.lost)),
        ("damaged", json!(found.damaged)),
    ];
    listing.finish(&tail).or_explain(texts)?;
    if nothing && table {
        session.say(&texts.get("say-no-versions"));
    }
    Ok(())
}
