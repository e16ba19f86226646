//! `cargo xtask layers`: who imports what, checked against the table of `docs/architecture.md`.
//!
//! Only direct dependencies are judged, for they are what a person writes; cargo-deny looks at the
//! rest. A dev-dependency may reach any room of the workspace, except from the packages that never
//! touch the ledger; the "alone may use" column holds in tests too.

mod table;
#[cfg(test)]
mod tests;

use std::process::ExitCode;

use table::{ALONE, BLIND, LEDGER, ROOMS};

use crate::workspace::{Dependency, Kind, Member, Workspace};

/// Prints each breach of the table, and fails when there is one.
pub(crate) fn run() -> anyhow::Result<ExitCode> {
    let workspace = Workspace::load()?;
    let breaches = breaches(&workspace.members);
    for breach in &breaches {
        println!("layers: {breach}");
    }
    if breaches.is_empty() {
        println!("layers: {} packages, as drawn", workspace.members.len());
        return Ok(ExitCode::SUCCESS);
    }
    println!("layers: the table is in docs/architecture.md and xtask/src/layers/table.rs");
    Ok(ExitCode::FAILURE)
}

/// Every breach, as a sentence.
fn breaches(members: &[Member]) -> Vec<String> {
    members.iter().flat_map(of_member).collect()
}

fn of_member(member: &Member) -> Vec<String> {
    let Some(room) = ROOMS.iter().find(|room| room.package == member.name) else {
        return vec![format!(
            "`{}` is not in the table: give it a row, with what it may import",
            member.name
        )];
    };
    let judge = |dependency| {
        import_breach(&member.name, room.may_import, dependency)
            .or_else(|| alone_breach(&member.name, dependency))
    };
    member.dependencies.iter().filter_map(judge).collect()
}

fn import_breach(package: &str, may_import: &[&str], dependency: &Dependency) -> Option<String> {
    let name = dependency.name.as_str();
    if !ROOMS.iter().any(|room| room.package == name) {
        return None;
    }
    if BLIND.contains(&package) && LEDGER.contains(&name) {
        return Some(format!(
            "`{package}` imports `{name}`: it never touches the ledger"
        ));
    }
    if dependency.kind == Kind::Dev || may_import.contains(&name) {
        return None;
    }
    let allowed = match may_import {
        [] => "nothing of the workspace".to_owned(),
        names => names.join(", "),
    };
    Some(format!(
        "`{package}` imports `{name}`; it may import {allowed}"
    ))
}

fn alone_breach(package: &str, dependency: &Dependency) -> Option<String> {
    let name = dependency.name.as_str();
    let (_, owners) = ALONE.iter().find(|(pattern, _)| matches(pattern, name))?;
    let only = owners.join("`, `");
    (!owners.contains(&package)).then(|| format!("`{package}` uses `{name}`; only `{only}` may"))
}

fn matches(pattern: &str, name: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some(prefix) => name.starts_with(prefix),
        None => pattern == name,
    }
}
