//! The commands about transactions, one file each.
//!
//! `desk` is what they share: an open book, and the way a transaction that was just saved is told.
//! `sides` tells the account of an entry from its category, `row` writes one line of a list.

pub(super) mod add;
pub(super) mod bulk;
mod desk;
pub(super) mod edit;
pub(super) mod list;
pub(super) mod reconcile;
pub(super) mod remove;
mod row;
pub(super) mod show;

pub(super) mod transfer;

use domain::transaction::Metadata;

use crate::cli::args::values::KeyValue;

pub(super) use desk::Desk;

/// `CATEGORY=AMOUNT` as `ops` takes them.
fn pairs(typed: Vec<KeyValue>) -> Vec<(String, String)> {
    typed
        .into_iter()
        .map(|pair| (pair.key, pair.value))
        .collect()
}

/// `KEY=VALUE` as metadata; `KEY=` takes a key away.
fn metadata(typed: Vec<KeyValue>) -> Metadata {
    let value = |text: String| {
        if text.is_empty() {
            serde_json::Value::Null
        } else {
            serde_json::Value::from(text)
        }
    };
    typed
        .into_iter()
        .map(|pair| (pair.key, value(pair.value)))
        .collect()
}
