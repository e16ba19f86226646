//! `cargo xtask sizes`: small rooms, as `docs/architecture.md` wants them.
//!
//! A file over the limit is telling about a second room, a function about a second verb. Tests,
//! examples, benches and generated files may be long; the longest are listed, so that one knows.

mod files;
mod scrub;
mod source;

use std::path::Path;
use std::process::ExitCode;

use files::Counted;

use crate::workspace::Workspace;

const MEDIAN_LINES: usize = 120;
const FILE_LINES: usize = 400;
const FUNCTION_LINES: usize = 60;

/// Prints the table of crates and everything over a limit; fails when something is.
pub(crate) fn run() -> anyhow::Result<ExitCode> {
    let workspace = Workspace::load()?;
    let mut over = Vec::new();
    let mut listed = Vec::new();
    println!(
        "{:<14} {:>6} {:>7} {:>8}",
        "crate", "files", "median", "longest"
    );
    let mut all: Vec<usize> = Vec::new();
    for member in &workspace.members {
        let counted = files::count(&member.directory)?;
        let mut lines: Vec<usize> = counted
            .iter()
            .filter(|file| !file.free)
            .map(|file| file.source.lines)
            .collect();
        lines.sort_unstable();
        let median = lines.get(lines.len() / 2).copied().unwrap_or(0);
        let longest = lines.last().copied().unwrap_or(0);
        println!(
            "{:<14} {:>6} {median:>7} {longest:>8}",
            member.name,
            lines.len()
        );
        all.append(&mut lines);
        for file in &counted {
            judge(file, &workspace.root, &mut over, &mut listed);
        }
    }
    all.sort_unstable();
    let median = all.get(all.len() / 2).copied().unwrap_or(0);
    println!("{:<14} {:>6} {median:>7}", "all", all.len());
    if median > MEDIAN_LINES {
        over.push(format!(
            "the median file has {median} lines, more than {MEDIAN_LINES}"
        ));
    }
    for line in &listed {
        println!("listed: {line}");
    }
    for line in &over {
        println!("over: {line}");
    }
    Ok(if over.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn judge(file: &Counted, root: &Path, over: &mut Vec<String>, listed: &mut Vec<String>) {
    let name = file.path.strip_prefix(root).unwrap_or(&file.path).display();
    let lines = file.source.lines;
    if lines > FILE_LINES {
        let what = format!("{name}: {lines} lines, more than {FILE_LINES}");
        if file.free {
            listed.push(format!("{what} (tests or generated)"));
        } else {
            over.push(what);
        }
    }
    if file.free {
        return;
    }
    for function in &file.source.functions {
        if function.lines > FUNCTION_LINES {
            over.push(format!(
                "{name}:{}: `{}` has {} lines, more than {FUNCTION_LINES}",
                function.line, function.name, function.lines
            ));
        }
    }
}
