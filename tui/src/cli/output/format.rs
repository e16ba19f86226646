//! The formats of lists and reports, and the wish for colour.

use clap::ValueEnum;
use serde::Deserialize;

/// How rows are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Format {
    /// For people.
    #[default]
    Table,
    /// One document.
    Json,
    /// One document for each row.
    Jsonl,
    /// With a head, RFC 4180.
    Csv,
}

impl Format {
    /// True for JSON and JSONL, where errors are JSON too.
    pub(crate) const fn is_json(self) -> bool {
        matches!(self, Self::Json | Self::Jsonl)
    }
}

/// When to use colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum ColourWish {
    /// On a terminal that has not been told otherwise.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}
