//! `cargo xtask gen [--check]`: what the built `luka` writes about itself.
//!
//! `completions/` and `man/` are made by `luka completions` and `luka man`, the page about keys by
//! `luka keys`, the pictures in `docs/screens/` by pressing keys in `luka demo`; checked in so that
//! packagers need not run a build, and compared in CI. The files are written to a folder under
//! `target/` first; `--check` compares that folder with the tree, the other way replaces the tree.

mod screens;
mod svg;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::{Context, bail};

use crate::process;
use crate::workspace::Workspace;

const SHELLS: [(&str, &str); 5] = [
    ("bash", "luka.bash"),
    ("zsh", "_luka"),
    ("fish", "luka.fish"),
    ("elvish", "luka.elv"),
    ("powershell", "_luka.ps1"),
];

/// The folders that hold nothing but what is made here.
const FOLDERS: [&str; 3] = ["completions", "man", "docs/screens"];
/// The page about keys, beside pages that are written by hand.
const KEYS: &str = "docs/guide/keys.md";

/// The task.
pub(crate) fn run(arguments: &[String]) -> anyhow::Result<ExitCode> {
    let workspace = Workspace::load()?;
    let build = ["build", "--workspace", "--locked", "--bin", "luka"];
    process::check(process::cargo().args(build).arg("--quiet"))?;
    match arguments {
        [] => write(&workspace),
        [flag] if flag == "--check" => check(&workspace),
        _ => bail!("`gen` takes nothing but --check"),
    }
}

/// Replaces what is checked in.
fn write(workspace: &Workspace) -> anyhow::Result<ExitCode> {
    let made = make(workspace)?;
    for folder in FOLDERS {
        let old = read(&workspace.root, folder)?;
        for name in old.keys().filter(|name| !made.contains_key(*name)) {
            fs::remove_file(workspace.root.join(name))?;
        }
    }
    for (name, content) in &made {
        let path = workspace.root.join(name);
        fs::create_dir_all(path.parent().context("a file without a folder")?)?;
        fs::write(&path, content).with_context(|| format!("{}", path.display()))?;
    }
    println!("gen: {} files", made.len());
    Ok(ExitCode::SUCCESS)
}

/// Names the files that are not as `luka` would write them now; `luka` is already built.
pub(crate) fn check(workspace: &Workspace) -> anyhow::Result<ExitCode> {
    let made = make(workspace)?;
    let mut there = BTreeMap::new();
    for folder in FOLDERS {
        there.extend(read(&workspace.root, folder)?);
    }
    if let Ok(keys) = fs::read(workspace.root.join(KEYS)) {
        there.insert(KEYS.into(), keys);
    }
    let stale = differences(&made, &there);
    if stale.is_empty() {
        println!("gen: {} files, all as luka writes them", made.len());
        return Ok(ExitCode::SUCCESS);
    }
    for line in &stale {
        println!("gen: {line}");
    }
    println!("gen: run `cargo xtask gen`");
    Ok(ExitCode::FAILURE)
}

type Files = BTreeMap<PathBuf, Vec<u8>>;

fn differences(made: &Files, there: &Files) -> Vec<String> {
    let missing_or_stale = made.iter().filter_map(|(name, content)| {
        let name_shown = name.display();
        match there.get(name) {
            None => Some(format!("{name_shown} is missing")),
            Some(old) if old != content => Some(format!("{name_shown} is stale")),
            Some(_) => None,
        }
    });
    let left_over = there
        .keys()
        .filter(|name| !made.contains_key(*name))
        .map(|name| format!("{} is not made any more", name.display()));
    missing_or_stale.chain(left_over).collect()
}

/// Everything `luka` writes, by its path in the tree.
fn make(workspace: &Workspace) -> anyhow::Result<Files> {
    let scratch = workspace.target.join("gen");
    if scratch.exists() {
        fs::remove_dir_all(&scratch)?;
    }
    let completions = scratch.join("completions");
    fs::create_dir_all(&completions)?;
    for (shell, file) in SHELLS {
        let text = process::output(luka(workspace).args(["completions", shell]))?;
        fs::write(completions.join(file), text)?;
    }
    for (language, folder) in [("en", "man"), ("es", "man/es")] {
        let folder = scratch.join(folder);
        fs::create_dir_all(&folder)?;
        process::output(
            luka(workspace)
                .args(["--lang", language, "man"])
                .arg(folder),
        )?;
    }
    screens::draw(workspace, &scratch.join("docs/screens"))?;
    let mut made = Files::new();
    for folder in FOLDERS {
        made.extend(read(&scratch, folder)?);
    }
    let keys = process::output(luka(workspace).arg("keys"))?;
    made.insert(KEYS.into(), keys.into_bytes());
    Ok(made)
}

/// The binary that was built, with nothing of this machine in its environment.
fn luka(workspace: &Workspace) -> Command {
    let mut command = Command::new(workspace.target.join("debug").join("luka"));
    command
        .env_clear()
        .env("HOME", "/nonexistent")
        .env("LANG", "C");
    command
}

fn read(root: &Path, folder: &str) -> anyhow::Result<Files> {
    let mut files = Files::new();
    let mut folders = vec![PathBuf::from(folder)];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = fs::read_dir(root.join(&folder)) else {
            continue; // nothing was made there yet
        };
        for entry in entries {
            let entry = entry?;
            let name = folder.join(entry.file_name());
            if entry.file_type()?.is_dir() {
                folders.push(name);
            } else {
                files.insert(name, fs::read(entry.path())?);
            }
        }
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::{Files, differences};

    #[test]
    fn every_kind_of_difference_has_the_files_name() {
        let made = Files::from([("a".into(), vec![1]), ("b".into(), vec![2])]);
        let there = Files::from([("b".into(), vec![3]), ("c".into(), vec![4])]);
        assert_eq!(
            differences(&made, &there),
            ["a is missing", "b is stale", "c is not made any more"]
        );
        assert!(differences(&made, &made).is_empty());
    }
}
