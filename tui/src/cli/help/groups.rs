//! The commands at the top, grouped by what a person is about to do.

use std::fmt::Write as _;

use clap::Command;

use super::{about, child_id};
use crate::i18n::Texts;

/// The heads and the commands below each.
pub(crate) const GROUPS: [(&str, &[&str]); 9] = [
    (
        "head-group-start",
        &["init", "demo", "unlock", "lock", "passwd"],
    ),
    (
        "head-group-everyday",
        &[
            "add",
            "transfer",
            "list",
            "show",
            "edit",
            "rm",
            "bulk",
            "attach",
            "attachment",
            "undo",
            "redo",
            "history",
        ],
    ),
    (
        "head-group-names",
        &[
            "account", "category", "payee", "tag", "goal", "currency", "price",
        ],
    ),
    ("head-group-plans", &["budget", "schedule", "rule"]),
    (
        "head-group-month",
        &["import", "review", "profile", "reconcile", "report"],
    ),
    ("head-group-backups", &["remote", "backup", "sync"]),
    (
        "head-group-server",
        &["login", "logout", "whoami", "settings"],
    ),
    ("head-group-data", &["export", "restore-json", "doctor"]),
    (
        "head-group-program",
        &["config", "completions", "man", "help"],
    ),
];

/// The groups as they stand in `luka --help`. Commands that no group names come last, so that a
/// new one can't be missing.
pub(super) fn listing(root: &Command, texts: &Texts) -> String {
    let visible = |name: &&str| root.find_subcommand(name).is_some_and(|c| !c.is_hide_set());
    let grouped: Vec<&str> = GROUPS
        .iter()
        .flat_map(|(_, names)| *names)
        .copied()
        .collect();
    let rest: Vec<&str> = root
        .get_subcommands()
        .map(Command::get_name)
        .filter(|name| visible(name) && !grouped.contains(name))
        .collect();
    let widest = root
        .get_subcommands()
        .map(|c| c.get_name().len())
        .max()
        .unwrap_or(0);
    let mut text = String::new();
    for (head, names) in GROUPS
        .into_iter()
        .chain([("head-group-other", rest.as_slice())])
    {
        let mut names = names.iter().copied().filter(visible).peekable();
        if names.peek().is_none() {
            continue;
        }
        // Writing to a text can't fail.
        let _ = writeln!(text, "{}:", texts.get(head));
        for name in names {
            let about = about(&child_id("help-luka", name), texts);
            let _ = writeln!(text, "  {name:widest$}  {about}");
        }
        text.push('\n');
    }
    text
}
