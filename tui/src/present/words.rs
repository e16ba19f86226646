//! The words of the history in the person's language. What the ledger stores are words of its own.

use ops::history::{Moved, Thing};

use super::{MoneyStyle, Sides};
use crate::i18n::{Texts, text};

/// The text of an operation.
pub(crate) fn verb(word: &str) -> &'static str {
    match word {
        "init" => "word-verb-init",
        "restore" => "word-verb-restore",
        "add" => "word-verb-add",
        "transfer" => "word-verb-transfer",
        "edit" => "word-verb-edit",
        "rm" => "word-verb-rm",
        "bulk" => "word-verb-bulk",
        "import" => "word-verb-import",
        "reconcile" => "word-verb-reconcile",
        "account" => "word-verb-account",
        "category" => "word-verb-category",
        "payee" => "word-verb-payee",
        "tag" => "word-verb-tag",
        "goal" => "word-verb-goal",
        "contribute" => "word-verb-contribute",
        "currency" => "word-verb-currency",
        "price" => "word-verb-price",
        "budget" => "word-verb-budget",
        "schedule" => "word-verb-schedule",
        "schedule-run" => "word-verb-schedule-run",
        "review" => "word-verb-review",
        "attach" => "word-verb-attach",
        "rule" => "word-verb-rule",
        "demo" => "word-verb-demo",
        "undo" => "word-verb-undo",
        "redo" => "word-verb-redo",
        _ => "word-verb-other",
    }
}

/// The text of what happened to one entity.
pub(crate) fn action(word: &str) -> &'static str {
    match word {
        "create" => "word-action-create",
        "delete" => "word-action-delete",
        _ => "word-action-update",
    }
}

/// The text of a field of a transaction; none for one that only JSON has.
pub(crate) fn field(name: &str) -> Option<&'static str> {
    Some(match name {
        "date" => "head-date",
        "payee" => "head-payee",
        "memo" => "head-memo",
        "status" => "head-status",
        "source" => "head-source",
        "tags" => "head-tags",
        "metadata" => "head-metadata",
        "postings" => "head-postings",
        _ => return None,
    })
}

/// The word of an operation, the first thing that it was about, and how many more there are.
pub(crate) fn operation(moved: &Moved, style: &MoneyStyle, texts: &Texts) -> String {
    let verb = texts.get(verb(moved.operation.verb.as_str()));
    let mut named = moved.subjects.iter().filter_map(|one| one.thing.as_ref());
    let first = match named.next() {
        None => return verb,
        Some(Thing::Named(name)) => name.clone(),
        Some(Thing::Transaction(found)) => {
            let (transaction, names) = found.as_ref();
            Sides::of(transaction, names).line(transaction, names, style, texts)
        }
    };
    if named.next().is_none() {
        return text!(texts, "word-moved-one", verb = verb, first = first);
    }
    let n = moved.operation.changes;
    text!(
        texts,
        "word-moved-several",
        verb = verb,
        first = first,
        n = n
    )
}
