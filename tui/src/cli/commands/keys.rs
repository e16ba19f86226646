//! `luka keys`, which only `cargo xtask gen` calls: the page of the guide about keys, in Markdown.

use crate::cli::error::Failure;
use crate::cli::session::Session;
use crate::keymap::{Entry, Scope, TABLE};

/// Writes the page, one table for each place.
pub(super) fn run(session: &Session) -> Result<(), Failure> {
    let texts = &session.texts;
    let mut lines = vec![
        format!("# {}", texts.get("title-keys")),
        String::new(),
        texts.get("say-keys-intro"),
        String::new(),
        "```toml".to_owned(),
        "[keys]".to_owned(),
        "undo = \"z | ctrl-u\"".to_owned(),
        "```".to_owned(),
    ];
    let mut scopes: Vec<Scope> = Vec::new();
    for entry in TABLE {
        let known = scopes
            .iter()
            .any(|scope| scope.title() == entry.scope.title());
        if !known {
            scopes.push(entry.scope);
        }
    }
    // What works everywhere is what one looks for first.
    scopes.rotate_right(1);
    for scope in scopes {
        lines.extend([String::new(), format!("## {}", texts.get(scope.title()))]);
        let heads = ["head-key", "head-does", "head-name", "head-command"].map(|id| texts.get(id));
        lines.push(format!("| {} |", heads.join(" | ")));
        lines.push("|---|---|---|---|".to_owned());
        let own = TABLE
            .iter()
            .filter(|entry| entry.scope.title() == scope.title());
        lines.extend(own.map(|entry| row(entry, &texts.get(entry.words))));
    }
    session.lines(lines)
}

fn row(entry: &Entry, words: &str) -> String {
    let code = |text: &str| format!("`{}`", text.replace('|', "\\|"));
    let keys: Vec<String> = entry.keys.split(" | ").map(code).collect();
    let command = if entry.command.is_empty() {
        String::new()
    } else {
        code(entry.command)
    };
    let name = entry.action.name();
    format!("| {} | {words} | `{name}` | {command} |", keys.join(" "))
}
