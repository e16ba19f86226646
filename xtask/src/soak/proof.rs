//! That nothing was lost, proven with `luka` itself.
//!
//! Each version is fetched, authenticated, rebuilt and held against the digest of what was saved, all
//! of them in one walk. What is in them is looked at in a sample: the newest, the oldest, and some by
//! dice are restored and examined; each holds every transaction that had been reported as saved when
//! it was begun, and none that the ledger does not know.

use std::collections::BTreeSet;
use std::time::SystemTime;

use anyhow::{Context as _, ensure};
use serde_json::Value;

use super::faults::Faults;
use super::place::Place;
use super::version;
use super::writer::Writer;
use crate::process;

/// Everything that must be true in the end.
pub(super) fn everything(
    place: &Place,
    writer: &Writer,
    faults: &Faults,
    proofs: usize,
    dice: &mut fastrand::Rng,
) -> anyhow::Result<()> {
    place
        .luka(&["doctor"])
        .context("the ledger is not in order")?;
    let live = export(place, None)?;
    holds(&ids(&live), writer, None).context("the ledger")?;
    for remote in place.remotes() {
        let versions = place.versions(remote)?;
        nothing_is_gone(remote, &versions, faults)?;
        place
            .luka(&["backup", "verify", "--all", "--no-open", "--remote", remote])
            .with_context(|| format!("a version at {remote} is not what was saved"))?;
        let drawn = draw(&versions, proofs, dice);
        for name in &drawn {
            let newest = Some(name) == versions.last();
            restores(place, remote, name, &live, newest, writer)
                .with_context(|| format!("{name} at {remote}"))?;
        }
        println!(
            "soak: {remote}: {} versions, each byte for byte what was saved; {} of them restored, \
             examined and held against what was acknowledged; the newest is the ledger",
            versions.len(),
            drawn.len()
        );
    }
    if let Some(double) = place.double() {
        let mismatches = double.overlap_mismatches()?;
        ensure!(
            mismatches == 0,
            "{mismatches} uploads went on with other bytes"
        );
    }
    Ok(())
}

/// What was seen once is there still, and once.
fn nothing_is_gone(remote: &str, versions: &[String], faults: &Faults) -> anyhow::Result<()> {
    for (at, name) in &faults.seen {
        let there = versions.iter().filter(|version| *version == name).count();
        ensure!(
            *at != remote || there == 1,
            "{remote} had {name} and has it {there} times"
        );
    }
    Ok(())
}

/// The newest, the oldest, and others by dice; in order.
fn draw(versions: &[String], proofs: usize, dice: &mut fastrand::Rng) -> Vec<String> {
    let ends = [versions.first(), versions.last()].into_iter().flatten();
    let mut drawn: BTreeSet<_> = ends.collect();
    let most = proofs.max(drawn.len()).min(versions.len());
    while drawn.len() < most {
        drawn.insert(&versions[dice.usize(..versions.len())]);
    }
    drawn.into_iter().cloned().collect()
}

/// Restores one version and looks at what is in it.
fn restores(
    place: &Place,
    remote: &str,
    name: &str,
    live: &Value,
    is_newest: bool,
    writer: &Writer,
) -> anyhow::Result<()> {
    let to = place.path(&format!("restored-{remote}-{name}"));
    let at = to.to_str().context("a path that is no UTF-8")?;
    let id = version::id(name)?;
    place.luka(&["backup", "restore", id, "--remote", remote, "--to", at])?;
    place.luka(&["--ledger", at, "doctor"])?;
    let restored = export(place, Some(at))?;
    std::fs::remove_dir_all(&to)?;
    let ids_here = ids(&restored);
    holds(&ids_here, writer, Some(version::begun(name)?))?;
    let foreign = ids_here.difference(&ids(live)).count();
    ensure!(
        foreign == 0,
        "{foreign} transactions that the ledger has not"
    );
    ensure!(
        !is_newest || restored == *live,
        "the newest version is not the ledger"
    );
    Ok(())
}

/// Whether all is there that had been reported as saved before a moment, or at all.
fn holds(
    ids: &BTreeSet<String>,
    writer: &Writer,
    before: Option<SystemTime>,
) -> anyhow::Result<()> {
    let saved = writer.saved.iter();
    let due = saved.filter(|(_, when)| before.is_none_or(|before| *when < before));
    let lost: Vec<_> = due.filter(|(id, _)| !ids.contains(id)).collect();
    ensure!(lost.is_empty(), "saved and not there: {lost:?}");
    Ok(())
}

/// A ledger as a lossless export.
fn export(place: &Place, ledger: Option<&str>) -> anyhow::Result<Value> {
    let mut export = place.command("luka");
    if let Some(ledger) = ledger {
        export.args(["--ledger", ledger]);
    }
    export.args(["export", "--format", "json"]);
    let text = process::output(&mut export)?;
    serde_json::from_str(&text).context("no JSON came")
}

/// The ids of all transactions.
fn ids(export: &Value) -> BTreeSet<String> {
    let transactions = export["transactions"].as_array().into_iter().flatten();
    let ids = transactions.filter_map(|one| one["id"].as_str());
    ids.map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::{draw, holds};
    use crate::soak::writer::Writer;
    use std::time::{Duration, SystemTime};

    #[test]
    fn the_ends_are_drawn_and_as_many_as_asked_for() {
        let versions: Vec<_> = (10..40).map(|number| number.to_string()).collect();
        let mut dice = fastrand::Rng::with_seed(1);
        for proofs in [0, 2, 12, 30, 99] {
            let drawn = draw(&versions, proofs, &mut dice);
            assert_eq!(drawn.len(), proofs.clamp(2, 30));
            assert_eq!(
                (drawn.first(), drawn.last()),
                (versions.first(), versions.last())
            );
        }
        assert!(draw(&[], 12, &mut dice).is_empty());
    }

    #[test]
    fn what_was_saved_before_must_be_there_and_what_came_after_need_not() {
        let at = |second| SystemTime::UNIX_EPOCH + Duration::from_secs(second);
        let writer = Writer {
            saved: vec![("a".to_owned(), at(1)), ("b".to_owned(), at(3))],
            killed: 0,
        };
        let there = ["a".to_owned()].into();
        assert!(holds(&there, &writer, Some(at(3))).is_ok());
        assert!(holds(&there, &writer, Some(at(4))).is_err());
        assert!(holds(&there, &writer, None).is_err());
    }
}
