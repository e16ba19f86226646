//! That nothing was lost, proven with `luka` itself.

use std::collections::BTreeSet;

use anyhow::{Context as _, ensure};
use serde_json::Value;

use super::faults::Faults;
use super::place::{Place, REMOTES};
use super::writer::Writer;
use crate::process;

/// Everything that must be true in the end.
pub(super) fn everything(place: &Place, writer: &Writer, faults: &Faults) -> anyhow::Result<()> {
    place
        .luka(&["doctor"])
        .context("the ledger is not in order")?;
    let live = export(place, None)?;
    let ids = ids(&live);
    let lost: Vec<_> = writer
        .saved
        .iter()
        .filter(|id| !ids.contains(*id))
        .collect();
    ensure!(lost.is_empty(), "saved and not in the ledger: {lost:?}");
    for (remote, name) in &faults.seen {
        let there = place.folder(remote).join(name).is_file();
        ensure!(there, "{remote} had {name} and has it no more");
    }
    for remote in REMOTES {
        let verified = place.json(&["backup", "verify", "--all", "--remote", remote]);
        verified.with_context(|| format!("a version at {remote} is not whole"))?;
        let to = place.path(&format!("restored-{remote}"));
        let to = to.to_str().context("a path that is no UTF-8")?;
        place.luka(&["backup", "restore", "--remote", remote, "--to", to])?;
        let restored = export(place, Some(to))?;
        ensure!(
            restored == live,
            "the newest version at {remote} is not the ledger"
        );
        println!(
            "soak: {remote}: {} versions, each proven; the newest is the ledger",
            place.versions(remote).len()
        );
    }
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
