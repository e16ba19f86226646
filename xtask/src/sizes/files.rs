//! Which files a crate has, and which of them the limits leave alone.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;

use super::source::Source;

/// A file with what was counted in it.
pub(crate) struct Counted {
    pub(crate) path: PathBuf,
    pub(crate) source: Source,
    /// Tests, examples, benches and generated code: listed, never over.
    pub(crate) free: bool,
}

/// Folders beside `src/`, all of which only tests and developers see.
const FREE_FOLDERS: [&str; 3] = ["tests", "examples", "benches"];

/// Reads every Rust file of a crate, in order of path.
pub(crate) fn count(directory: &Path) -> anyhow::Result<Vec<Counted>> {
    let mut paths = Vec::new();
    for folder in FREE_FOLDERS.iter().chain(&["src"]) {
        walk(&directory.join(folder), &mut paths)?;
    }
    paths.sort();
    let mut counted = Vec::new();
    let mut test_modules = BTreeSet::new();
    for path in paths {
        let text = fs::read_to_string(&path).with_context(|| format!("{}", path.display()))?;
        let source = Source::read(&text);
        for module in &source.test_modules {
            test_modules.insert(module_folder(&path).join(module));
        }
        let inside = path.strip_prefix(directory).unwrap_or(&path);
        let free = is_free(inside) || text.lines().take(3).any(|line| line.contains("@generated"));
        counted.push(Counted { path, source, free });
    }
    for file in &mut counted {
        let stem = file.path.with_extension("");
        file.free |= test_modules.iter().any(|module| stem.starts_with(module));
    }
    Ok(counted)
}

fn is_free(inside: &Path) -> bool {
    let folder = inside.iter().next().and_then(|name| name.to_str());
    folder.is_some_and(|name| FREE_FOLDERS.contains(&name))
}

/// Where the modules that a file declares live.
fn module_folder(path: &Path) -> PathBuf {
    match path.file_name().and_then(|name| name.to_str()) {
        Some("mod.rs" | "lib.rs" | "main.rs") => path.parent().unwrap_or(path).to_owned(),
        _ => path.with_extension(""),
    }
}

fn walk(folder: &Path, paths: &mut Vec<PathBuf>) -> anyhow::Result<()> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Ok(()); // no such folder in this crate
    };
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            walk(&path, paths)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            paths.push(path);
        }
    }
    Ok(())
}
